"""What `check` says at its end: what was looked at, what was left out and why, and what to do now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from psoh_cli.dutch import listing, plural
from psoh_cli.one_line import on_one_line
from psoh_cli.problems.problem import SEVERITY_ORDER, Severity, count, has_errors
from psoh_cli.problems.report import Report

if TYPE_CHECKING:
    from psoh_cli.checking.result import Looked

MOST_REASONS = 10
MOST_WORST = 15
MOST_NAMED = 3
_LONGEST_REASON = 160


def in_words(report: Report, *, looked: Looked) -> str:
    """Say in Dutch what was looked at, what was left out and why, and what to do now; empty when nothing was."""
    if not report.files:
        return ""
    lines = [
        _read(report, looked=looked),
        *_worst(looked),
        *_left_out(report, looked=looked),
        *_now(report, looked=looked),
    ]
    return "\n".join(map(on_one_line, lines))


def _read(report: Report, *, looked: Looked) -> str:
    files = plural(len(report.files), "bestand", "bestanden")
    if looked.is_part:
        where = "dit bestand" if len(report.files) == 1 else "deze bestanden"
        said = f"{_capital(files)} nagekeken. Alleen de problemen in {where} staan hier."
    else:
        said = f"{_capital(_what(looked))} nagekeken: {files}."
    if report.unread:
        said = f"{said} Niet alles was te lezen; zie hierboven."
    if len(looked.dossiers) > 1 and not looked.is_part:
        return f"{said} {_wrong(looked)}"
    if report.problems and not looked.is_part and not report.unread:
        return (
            f"{said} {'Verbeter eerst de fouten.' if has_errors(report.problems) else 'Er zijn geen fouten.'}"
        )
    return said


def _what(looked: Looked) -> str:
    what = [plural(len(looked.dossiers), "dossier", "dossiers")] if looked.dossiers else []
    what += [plural(looked.kaarten, "losse kaart", "losse kaarten")] if looked.kaarten else []
    what += ["de kennis"] if looked.knowledge else []
    return listing(what)


def _wrong(looked: Looked) -> str:
    wrong = sum(bool(dossier.errors) for dossier in looked.dossiers)
    if not wrong:
        return "In geen enkel dossier staan fouten."
    return f"In {plural(wrong, 'dossier', 'dossiers')} staan fouten."


def _worst(looked: Looked) -> Iterator[str]:
    """Yield how much there is to put right in each of several dossiers, the worst first."""
    if len(looked.dossiers) < 2 or looked.is_part:
        return
    wrong = [dossier for dossier in looked.dossiers if dossier.errors or dossier.warnings]
    wrong.sort(key=lambda dossier: (-dossier.errors, -dossier.warnings, dossier.folder))
    for dossier in wrong[:MOST_WORST]:
        yield f"  {dossier.folder}: {_number(dossier.errors, dossier.warnings)}"
    left = wrong[MOST_WORST:]
    if left:
        number = _number(sum(one.errors for one in left), sum(one.warnings for one in left))
        yield f"  en nog {plural(len(left), 'dossier', 'dossiers')}: {number}"


def _number(errors: int, warnings: int) -> str:
    return f"{plural(errors, 'fout', 'fouten')}, {plural(warnings, 'waarschuwing', 'waarschuwingen')}"


def _left_out(report: Report, *, looked: Looked) -> Iterator[str]:
    """Yield which policy was used, what it left out and for which reasons, and what was passed by."""
    if looked.policies:
        yield f"Afspraken gebruikt uit {listing(looked.policies)}."
    if report.ignored:
        total = count(item.problem for item in report.ignored)
        yield f"Genegeerd op verzoek: {plural(total, 'melding', 'meldingen')}."
        reasons = Counter((item.problem.code, item.reason, item.where) for item in report.ignored)
        for (code, reason, where), times in list(reasons.items())[:MOST_REASONS]:
            yield f"- {plural(times, 'keer', 'keer')} {code} omdat {_short(reason)} ({where})"
        if len(reasons) > MOST_REASONS:
            yield f"- en nog {plural(len(reasons) - MOST_REASONS, 'verzoek', 'verzoeken')}"
    for link in looked.passed_by:
        yield f"Overgeslagen: {link} is een koppeling naar een map ergens anders. Noem die map zelf."


def _now(report: Report, *, looked: Looked) -> Iterator[str]:
    """Yield the next commands to type."""
    steps = [*_reading(report), *_mending(report, looked=looked)]
    if report.problems:
        gravest = min(report.problems, key=lambda problem: SEVERITY_ORDER[problem.severity])
        steps.append(f"  Uitleg bij een code: psoh uitleg {gravest.code}")
    if looked.dossiers and not (report.unread or looked.is_part or has_errors(report.problems)):
        steps.append(f"  {_onward(report)}: psoh analyse {looked.dossiers[0].folder}")
    if looked.is_part and looked.dossiers:
        steps.append(f"  Het hele dossier: psoh check {looked.dossiers[0].folder}")
    if steps:
        yield "Wat nu?"
        yield from steps


def _reading(report: Report) -> Iterator[str]:
    """Yield what nobody could look at: as long as that stands, nothing else is certain."""
    names = [item.file for item in report.unread if item.file]
    if names:
        more = [f"nog {len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
        yield f"  Zorg eerst dat psoh dit kan lezen: {listing([*names[:MOST_NAMED], *more])}"


def _onward(report: Report) -> str:
    warned = any(problem.severity is Severity.WARNING for problem in report.problems)
    return "Verder mag ook met waarschuwingen" if warned else "Verder"


def _mending(report: Report, *, looked: Looked) -> Iterator[str]:
    """Yield how psoh mends what it can: what is safe first."""
    safe = sum(problem.fix is not None and problem.fix.is_safe for problem in report.problems)
    unsafe = sum(problem.fix is not None and not problem.fix.is_safe for problem in report.problems)
    if safe:
        done = plural(safe, "melding", "meldingen")
        yield f"  Laat psoh {done} verbeteren: {_again(looked, option='--fix')}"
        yield f"  Eerst zien wat er dan verandert: {_again(looked, option='--diff')}"
    elif unsafe:
        done = plural(unsafe, "melding", "meldingen")
        yield f"  Zien wat psoh bij {done} zou kiezen: {_again(looked, option='--diff --onveilig')}"


def _again(looked: Looked, *, option: str) -> str:
    """Write the command once more with an option; of many paths the dossiers around them, or none by name."""
    words = looked.asked
    if len(words) > MOST_NAMED:
        words = tuple(dossier.folder for dossier in looked.dossiers)
        if looked.kaarten or looked.knowledge or not 0 < len(words) <= MOST_NAMED:
            return f"dezelfde opdracht met {option}"
    return " ".join(("psoh check", *words, option))


def _short(reason: str) -> str:
    return reason if len(reason) <= _LONGEST_REASON else f"{reason[:_LONGEST_REASON].rstrip()}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
