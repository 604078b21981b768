"""The measures and indicators for everybody: no owners, no reasons, no baselines."""

from __future__ import annotations

from psoh_cli.plan.plan import Entry
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import measures, wording
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, lines


def measures_section(draft: Draft, *, number: str) -> Section:
    """Compose what is going to be done, by which kind of partner and when."""
    entries = draft.material.plan.current
    if not entries:
        nothing = Paragraph(content="Er volgen nog geen maatregelen uit wat bekend is.")
        return Section(id="maatregelen", number=number, title=_MEASURES, blocks=(nothing,))
    return Section(
        id="maatregelen",
        number=number,
        title=_MEASURES,
        blocks=(
            Paragraph(content="Een voorstel gaat pas door als daarover is besloten.", style="lead"),
            Table(
                caption="Maatregelen op volgorde van fase en begin",
                columns=(
                    Column(title="Nr", kind="code", width=2),
                    Column(title="Wat", width=11),
                    Column(title="Wie (voorstel)", width=7),
                    Column(title="Wanneer", width=5),
                    Column(title="Stand", width=4),
                ),
                rows=tuple(_row(entry, draft=draft) for entry in entries),
                note=wording.QUARTERS_EXPLAINED,
            ),
        ),
    )


_MEASURES = "Wat wij gaan doen"


def _row(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    """Give a measure with the kind of partner that leads it: the owner who was named may be one person."""
    standing = standing_of(entry)
    return lines(
        draft.measures[entry.id],
        measures.what(entry, draft=draft),
        measures.proposed_lead(entry, draft=draft),
        wording.period(entry.start, entry.end),
        standing.value if standing is not Standing.PROPOSED else "voorstel",
    )


def followed(draft: Draft, *, number: str) -> Section:
    """Name what is counted and how often; where it stands now may be a small number and stays out."""
    known = draft.catalogue.indicator
    names = dict.fromkeys(
        name
        for entry in draft.material.plan.current
        for name in measures.indicators_of(entry)
        if name in known
    )
    blocks: tuple[Block, ...] = (Paragraph(content="Er is nog geen indicator gekozen."),)
    if names:
        blocks = (
            Table(
                caption="Wat wij tellen",
                columns=(
                    Column(title="Indicator", width=5), Column(title="Wat wordt geteld", width=9),
                    Column(title="Hoe vaak", width=3),
                ),
                rows=tuple(
                    lines(
                        known[name].name,
                        draft.claim(
                            f"{known[name].definition} ({known[name].unit})",
                            provenance=known[name].provenance,
                            sources=known[name].sources,
                        ),
                        known[name].frequency,
                    )
                    for name in names
                ),
            ),
        )  # fmt: skip
    return Section(id="indicatoren", number=number, title="Hoe wij zien of het helpt", blocks=blocks)
