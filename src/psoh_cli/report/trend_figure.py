"""What changed since the last moment that was kept: two rows of verdicts, and a table of what moved."""

from __future__ import annotations

from collections import Counter

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.analysis.moment import Moment
from psoh_cli.dutch import date_in_words, plural
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Callout, Column, Figure, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures_trend import Then, trend
from psoh_cli.report.spans import Line, Mark, line, lines
from psoh_cli.vocabulary import Verdict

_JUDGED = tuple(f"gap-{kind.value}-" for kind in (FindingKind.PRACTICE, FindingKind.NEED))
_BETTER = {Verdict.MISSING: 0, Verdict.UNKNOWN: 0, Verdict.PARTLY: 1, Verdict.MET: 2}


def trend_section(draft: Draft, *, before: Moment, number: str) -> Section:
    """Compose the section on what changed since an earlier moment that was kept."""
    then, now = _tallies(before, draft=draft)
    title = "Oordelen toen en nu"
    drawing = trend(
        (then, now), title=title, description="De tabel ‘Oordelen toen en nu’ zegt hetzelfde in cijfers."
    )
    blocks: list[Block] = [
        Paragraph(content=in_one_sentence(before, draft=draft), style="lead"),
        *_knowledge_changed(before, draft=draft),
        Figure(
            svg=drawing,
            title=title,
            caption="Elke vorm is één werkwijze. Beide momenten tellen mee wat toen en nu is bekeken.",
            width=640,
        ),
        _tally_table(then, now, caption=title),
        *_moved_table(before, draft=draft),
    ]
    return Section(id="verandering", number=number, title="Wat er veranderde", blocks=tuple(blocks))


def in_one_sentence(before: Moment, *, draft: Draft) -> str:
    """Say how much moved since an earlier moment."""
    moved = changed(before, draft=draft)
    day = date_in_words(before.as_of)
    if not moved:
        return f"Sinds {day} veranderde geen enkel oordeel over een werkwijze."
    better = sum(_better(was, now=finding.verdict) for was, finding in moved)
    worse = sum(_better(finding.verdict, now=was) for was, finding in moved)
    cleared = sum(was is Verdict.UNKNOWN for was, _ in moved)
    rest = len(moved) - better - worse - cleared
    counted = (
        (better, "vooruit"),
        (worse, "achteruit"),
        (cleared, "waar het oordeel toen onbekend was"),
        (rest, "anders"),
    )
    said = ", ".join(f"{count} {word}" for count, word in counted if count)
    many = plural(len(moved), "werkwijze", "werkwijzen")
    return f"Sinds {day} veranderde het oordeel over {many}: {said}."


def changed(before: Moment, *, draft: Draft) -> tuple[tuple[Verdict, Finding], ...]:
    """Give the findings on practices that were judged both times and differently, with the verdict of then."""
    return tuple(
        (before.verdicts[finding.id], finding)
        for finding in wording.judged(draft.analysis)
        if finding.id in before.verdicts and before.verdicts[finding.id] is not finding.verdict
    )


def _tallies(before: Moment, *, draft: Draft) -> tuple[Then, Then]:
    judged = {name: verdict for name, verdict in before.verdicts.items() if name.startswith(_JUDGED)}
    return (
        Then(date_in_words(before.as_of), Counter(judged.values())),
        Then(date_in_words(draft.analysis.as_of), wording.counts(wording.judged(draft.analysis))),
    )


def _tally_table(then: Then, now: Then, *, caption: str) -> Table:
    verdicts = [verdict for verdict in Verdict if then.tally.get(verdict) or now.tally.get(verdict)]
    return Table(
        caption=caption,
        columns=(
            Column(title="Oordeel", kind="oordeel", width=4),
            Column(title=then.day, kind="getal", width=3),
            Column(title=now.day, kind="getal", width=3),
        ),
        rows=tuple(
            (
                line(Mark(verdict=verdict)),
                line(str(then.tally.get(verdict, 0))),
                line(str(now.tally.get(verdict, 0))),
            )
            for verdict in verdicts
        ),
    )


def _moved_table(before: Moment, *, draft: Draft) -> tuple[Table, ...]:
    rows = tuple(_row(was, finding, draft=draft) for was, finding in changed(before, draft=draft))
    if not rows:
        return ()
    columns = (
        Column(title="Werkwijze", width=8),
        Column(title="Toen", kind="oordeel", width=3),
        Column(title="Nu", kind="oordeel", width=3),
    )
    return (
        Table(
            caption="Waar het oordeel veranderde",
            columns=columns,
            rows=rows,
            note=_only_once(before, draft=draft),
        ),
    )


def _row(was: Verdict, finding: Finding, *, draft: Draft) -> tuple[Line, ...]:
    return (line(_named(finding, draft=draft)), line(Mark(verdict=was)), line(Mark(verdict=finding.verdict)))


def _named(finding: Finding, *, draft: Draft) -> str:
    """Name what was judged, without a verdict in the words: they stand beside it, of then and of now."""
    if finding.kind is FindingKind.NEED:
        names = {need.id: need.name for need in draft.catalogue.needs}
    else:
        names = {practice.id: practice.title for practice in draft.catalogue.practices}
    return names.get(finding.about, finding.title)


def _only_once(before: Moment, *, draft: Draft) -> str:
    """Count what was judged at one of the two moments only."""
    now = {finding.id for finding in wording.judged(draft.analysis)}
    then = {name for name in before.verdicts if name.startswith(_JUDGED)}
    new, gone = len(now - then), len(then - now)
    said = [f"{count} {word}" for count, word in ((new, "alleen nu"), (gone, "alleen toen")) if count]
    return f"Niet te vergelijken: {' en '.join(said)} bekeken." if said else ""


def _knowledge_changed(before: Moment, *, draft: Draft) -> tuple[Callout, ...]:
    if before.knowledge_version == draft.catalogue.version:
        return ()
    told = (
        f"Toen gold kennis {before.knowledge_version}, nu {draft.catalogue.version}. Waar de kennis veranderde is het "
        "oordeel niet te vergelijken: het kan anders zijn zonder dat er in de gemeente iets veranderde."
    )
    return (Callout(tone="let-op", title="De kennis veranderde", content=lines(told)),)


def _better(was: Verdict, *, now: Verdict) -> bool:
    """Tell whether a verdict is a step forward; what was or is unknown is neither forward nor back."""
    known = Verdict.UNKNOWN not in (was, now) and was in _BETTER and now in _BETTER
    return known and _BETTER[now] > _BETTER[was]
