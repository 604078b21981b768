"""The part of `psoh analyse` on how answers relate: how many questions are agreed on, and where informants differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psoh_cli.analysis.finding import Analysis, Finding
    from psoh_cli.analysis.standing import Beside, Standing
    from psoh_cli.rounds.round import RoundFile

_TOP_DIFFERENCES = 10


def show_differences(analysis: Analysis, *, standing: RoundFile) -> None:
    """Show where informants differ and what only the gemeente knows, and what was decided; `uitleg` tells more."""
    from psoh_cli.analysis.finding import FindingKind
    from psoh_cli.analysis.summary import relations
    from psoh_cli.rounds.deciding import told
    from psoh_cli.terminal import console

    said = relations(analysis)
    if not said:
        return
    console.heading("Waar antwoorden verschillen")
    console.paragraph(said)
    found = analysis.of_kind(FindingKind.DIFFERENCE, FindingKind.ONLY_GEMEENTE)
    for finding in found[:_TOP_DIFFERENCES]:
        console.paragraph(f"- {_asked(finding, analysis=analysis)}")
        for line in _who_sees_what(finding, analysis=analysis):
            console.paragraph(line, indent="    ")
        console.out(f"    {finding.id}")
        for decided in told(standing, finding.id, finding.about):
            console.paragraph(f"Besproken in de klankbordgroep, {decided}", indent="    ")
    rest = len(found) - _TOP_DIFFERENCES
    if rest > 0:
        console.paragraph(f"En nog {rest}; alles staat in --json en in het rapport.")
    _show_in_part(analysis)


def _show_in_part(analysis: Analysis) -> None:
    """Show what professionals say alike and only a part of the statushouders: it is no difference, and not agreed."""
    from psoh_cli.terminal import console

    for item in analysis.agreements.in_part[:_TOP_DIFFERENCES]:
        console.paragraph(f"- {item.text} (statushouders zeggen niet allemaal hetzelfde)")
        for line in _told(item):
            console.paragraph(line, indent="    ")
        console.out(f"    {item.question}")


def _asked(finding: Finding, *, analysis: Analysis) -> str:
    """Give the question itself: what it is about says more than that answers differ."""
    from psoh_cli.analysis.finding import FindingKind

    item = _beside(finding, analysis=analysis) or analysis.agreements.standing.get(finding.about)
    text = item.text if item else finding.title
    return f"{text} (alleen de gemeente)" if finding.kind is FindingKind.ONLY_GEMEENTE else text


def _who_sees_what(finding: Finding, *, analysis: Analysis) -> Iterator[str]:
    """Write who says what; where both sides were asked in other words, each in a line of its own."""
    beside = _beside(finding, analysis=analysis)
    if beside is None:
        item = analysis.agreements.standing.get(finding.about)
        if item:
            yield from _told(item)
        return
    yield f"statushouders: {_words(beside.statushouders)}"
    for other in beside.professionals:
        if other.sides:
            yield f"professionals: {_sides(other)}"


def _told(item: Standing) -> Iterator[str]:
    yield _sides(item)
    for own in item.statushouders:
        yield f"statushouders over hetzelfde: {_words(own)}"


def _beside(finding: Finding, *, analysis: Analysis) -> Beside | None:
    return next((item for item in analysis.agreements.beside if item.finding == finding.id), None)


def _sides(item: Standing) -> str:
    return "; ".join(f"{side.words}: {side.who}" for side in item.sides)


def _words(item: Standing) -> str:
    from psoh_cli.dutch import listing

    return listing([side.words for side in item.sides])
