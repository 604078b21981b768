"""What `check` says at its end: what was looked at, what was left out and why, and what to do now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from psoh_cli.dutch import listing, plural
from psoh_cli.problems.problem import SEVERITY_ORDER, count, has_errors
from psoh_cli.problems.report import Report

if TYPE_CHECKING:
    from psoh_cli.checking.result import Looked

MOST_REASONS = 10
MOST_WORST = 3
_LONGEST_REASON = 160


def in_words(report: Report, *, looked: Looked) -> str:
    """Say in Dutch what was looked at, what was left out and why, and what to do now; empty when nothing was."""
    if not report.files:
        return ""
    return "\n".join(
        [_read(report, looked=looked), *_left_out(report, looked=looked), *_now(report, looked=looked)]
    )


def _read(report: Report, *, looked: Looked) -> str:
    files = plural(len(report.files), "bestand", "bestanden")
    if looked.is_part:
        where = "dit bestand" if len(report.files) == 1 else "deze bestanden"
        said = f"{_capital(files)} nagekeken. Alleen de problemen in {where} staan hier."
    else:
        said = f"{_capital(_what(looked))} nagekeken: {files}."
    if report.unread:
        return f"{said} Niet alles was te lezen; zie hieronder."
    if len(looked.dossiers) > 1:
        return f"{said} {_worst(looked)}"
    if report.problems and not looked.is_part:
        return (
            f"{said} {'Verbeter eerst de fouten.' if has_errors(report.problems) else 'Er zijn geen fouten.'}"
        )
    return said


def _what(looked: Looked) -> str:
    what = [plural(len(looked.dossiers), "dossier", "dossiers")] if looked.dossiers else []
    what += [plural(looked.kaarten, "losse kaart", "losse kaarten")] if looked.kaarten else []
    what += ["de kennis"] if looked.knowledge else []
    return listing(what)


def _worst(looked: Looked) -> str:
    """Say in how many dossiers there are errors, and in which the most."""
    wrong = sorted((-errors, folder) for folder, errors in looked.dossiers if errors)
    if not wrong:
        return "In geen enkel dossier staan fouten."
    named = listing([f"{folder} ({-errors})" for errors, folder in wrong[:MOST_WORST]])
    more = ", de meeste in" if len(wrong) > MOST_WORST else ":"
    return f"In {plural(len(wrong), 'dossier', 'dossiers')} staan fouten{more} {named}."


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
    steps = [*_mending(report, looked=looked)]
    if report.problems:
        gravest = min(report.problems, key=lambda problem: SEVERITY_ORDER[problem.severity])
        steps.append(f"  Uitleg bij een code: psoh uitleg {gravest.code}")
    elif looked.dossiers and not report.unread and not looked.is_part:
        steps.append(f"  Verder: psoh analyse {looked.dossiers[0][0]}")
    if looked.is_part and looked.dossiers:
        steps.append(f"  Het hele dossier: psoh check {looked.dossiers[0][0]}")
    if steps:
        yield "Wat nu?"
        yield from steps


def _mending(report: Report, *, looked: Looked) -> Iterator[str]:
    """Yield how psoh mends what it can: what is safe first."""
    where = " ".join(("psoh check", *looked.asked))
    safe = sum(problem.fix is not None and problem.fix.is_safe for problem in report.problems)
    unsafe = sum(problem.fix is not None and not problem.fix.is_safe for problem in report.problems)
    if safe:
        done = plural(safe, "melding", "meldingen")
        yield f"  Laat psoh {done} verbeteren: {where} --fix"
        yield f"  Eerst zien wat er dan verandert: {where} --diff"
    elif unsafe:
        done = plural(unsafe, "melding", "meldingen")
        yield f"  Zien wat psoh bij {done} zou kiezen: {where} --diff --onveilig"


def _short(reason: str) -> str:
    return reason if len(reason) <= _LONGEST_REASON else f"{reason[:_LONGEST_REASON].rstrip()}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
