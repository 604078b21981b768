"""The part of `psoh analyse` on how answers relate: how many questions are agreed on, and where informants differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.analysis.finding import Analysis
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
        console.paragraph(f"- {finding.title}")
        console.out(f"    {finding.id}")
        for decided in told(standing, finding.id, finding.about):
            console.paragraph(f"Besproken in de klankbordgroep, {decided}", indent="    ")
    rest = len(found) - _TOP_DIFFERENCES
    if rest > 0:
        console.paragraph(f"En nog {rest}; alles staat in --json en in het rapport.")
