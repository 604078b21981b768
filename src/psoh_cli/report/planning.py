"""The planning: one Gantt over all measures, with the same in a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from psoh_cli.dutch import listing
from psoh_cli.plan.schedule import begins_too_early
from psoh_cli.plan.timeline import Row, Standing, timeline
from psoh_cli.report import measures, wording
from psoh_cli.report.calendar_marks import calendar_of, calendar_table
from psoh_cli.report.document import Block, Callout, Column, Figure, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures_gantt import MOST_ROWS, Bar, gantt
from psoh_cli.report.scenario_tables import scenario_section
from psoh_cli.report.spans import lines


def planning(draft: Draft, *, number: str) -> Section:
    """Compose what fits and when the council decides, and then the time line on landscape pages."""
    found = timeline(draft.material.plan)
    if not found.rows:
        nothing = Paragraph(content="Er is nog geen maatregel met een begin en een eind.")
        return Section(
            id="planning",
            number=number,
            title="Planning",
            blocks=(nothing,),
            sections=scenario_section(draft),
        )
    blocks: list[Block] = [
        Paragraph(
            content="De planning van voorstellen is afgeleid uit wat eerst moet, hoeveel werk het is en wat past; een "
            "besluit gaat altijd voor."
        )
    ]
    blocks.extend(_without_dates(found.without_dates, draft=draft))
    blocks.extend(_too_early(found.rows, draft=draft))
    calendar = calendar_table(draft.gemeente, quarters=found.quarters)
    moments = (Section(id="momenten", title="Wanneer wordt beslist", blocks=calendar),) if calendar else ()
    table = _table(found.rows, draft=draft)
    apart = len(found.rows) > _FITS_BELOW and not measures.is_long(draft)
    time_line = Section(
        id="tijdlijn",
        title="Tijdlijn",
        page="liggend",
        blocks=drawings(draft) if apart else (*drawings(draft), table),
    )
    in_words = (Section(id="planning-tabel", title="Planning in woorden", blocks=(table,)),) if apart else ()
    return Section(
        id="planning",
        number=number,
        title="Planning",
        blocks=tuple(blocks),
        sections=(*scenario_section(draft), *moments, time_line, *in_words),
    )


_FITS_BELOW = 5
"""Rows of the table that fit below the drawing of the same rows, on one landscape page."""


def _without_dates(names: tuple[str, ...], *, draft: Draft) -> tuple[Block, ...]:
    """Name the measures without begin and end, unless the table of what does not fit says why already."""
    told = {item.id for item in draft.material.uncovered}
    left = [name for name in names if name not in told]
    if not left:
        return ()
    titles = [f"{draft.measures[name]} {draft.material.plan.entry[name].title}" for name in left]
    return (Callout(tone="let-op", title="Nog zonder begin en eind", content=lines(*titles)),)


def _too_early(rows: tuple[Row, ...], *, draft: Draft) -> tuple[Block, ...]:
    """Warn of a measure that begins before what has to come first; the check warns of the same."""
    row = {item.id: item for item in rows}
    told = []
    for item in rows:
        late = [
            row[name]
            for name in item.depends_on
            if name in row
            and {item.standing, row[name].standing} != {Standing.PROPOSED}
            and begins_too_early(item.start, other_start=row[name].start, other_end=row[name].end)
        ]
        if late:
            names = listing(
                [f"{draft.measures[one.id]} (klaar in {wording.period(one.end, one.end)})" for one in late]
            )
            told.append(
                f"{draft.measures[item.id]} {item.title} begint in {wording.period(item.start, item.start)}, maar komt "
                f"na {names}. Schuif een van beide, of laat het staan als het bewust naast elkaar gaat."
            )
    return (
        (Callout(tone="let-op", title="Begint voordat klaar is wat eerst komt", content=lines(*told)),)
        if told
        else ()
    )


def drawings(draft: Draft) -> tuple[Figure, ...]:
    """Draw the time line, in as many parts as it takes."""
    found = timeline(draft.material.plan)
    sheets = evenly(found.rows, most=MOST_ROWS)
    return tuple(
        _figure(rows, quarters=found.quarters, part=part, of=len(sheets), draft=draft)
        for part, rows in enumerate(sheets, start=1)
    )


def evenly(rows: tuple[Row, ...], *, most: int) -> list[tuple[Row, ...]]:
    """Spread rows over as few sheets as it takes, none much fuller than another."""
    sheets = -(-len(rows) // most)
    ends = [len(rows) * part // sheets for part in range(sheets + 1)]
    return [rows[start:end] for start, end in pairwise(ends)]


def _figure(rows: tuple[Row, ...], *, quarters: tuple[str, ...], part: int, of: int, draft: Draft) -> Figure:
    which = f" ({part} van {of})" if of > 1 else ""
    title = f"Tijdlijn van de maatregelen{which}"
    return Figure(
        svg=gantt(
            tuple(_bar(row, draft=draft) for row in rows),
            quarters=quarters,
            title=title,
            description="De tabel ‘Planning per maatregel’ zegt hetzelfde in woorden.",
            calendar=calendar_of(draft.gemeente, quarters=quarters),
        ),
        title=title,
        caption="In elke balk staat de fase. Een dichte rand is een besluit, een onderbroken rand een voorstel. De "
        "planning van voorstellen is afgeleid uit wat eerst moet en hoeveel werk het is.",
        width=900,
    )


def _bar(row: Row, *, draft: Draft) -> Bar:
    return Bar(
        number=draft.measures[row.id],
        title=row.title,
        phase=row.phase,
        start=row.offset,
        end=row.offset + row.length - 1,
        decided=row.standing is Standing.DECIDED,
        after=tuple(draft.measures[name] for name in row.depends_on if name in draft.measures),
    )


def _table(rows: tuple[Row, ...], *, draft: Draft) -> Table:
    """Give a row per measure; why it stands in its quarter has a column of its own once the plan says so."""
    reasons = {row.id: _why_now(row, draft=draft) for row in rows}
    ends = {row.id: row.end for row in rows}
    explained = any(reasons.values())
    return Table(
        caption="Planning per maatregel",
        columns=(
            Column(title="Nr", kind="code", width=2),
            Column(title="Maatregel", width=9 if explained else 14),
            Column(title="Fase", width=4),
            Column(title="Wanneer", width=5),
            Column(title="Stand", width=4),
            Column(title="Na", width=4),
            *((Column(title="Waarom nu (afgeleid)", width=18),) if explained else ()),
        ),
        rows=tuple(
            lines(
                draft.measures[row.id],
                row.title,
                row.phase.value if row.phase else "onbekend",
                wording.period(row.start, row.end),
                row.standing.value,
                ", ".join(_after(row, draft=draft, ends=ends)),
                *((reasons[row.id],) if explained else ()),
            )
            for row in rows
        ),
        note="Na: wat eerst komt. Is dat klaar of twee kwartalen onderweg, dan kan een maatregel beginnen (afgeleid); "
        "‘deels tegelijk’ zegt dat beide een tijd samen lopen.",
    )


def _after(row: Row, *, draft: Draft, ends: dict[str, str]) -> Iterator[str]:
    """Name what comes first, and say where it still runs when this begins."""
    for name in row.depends_on:
        if name in draft.measures:
            together = name in ends and row.start <= ends[name]
            yield f"{draft.measures[name]}{' (deels tegelijk)' if together else ''}"


def _why_now(row: Row, *, draft: Draft) -> str:
    proposal = draft.material.plan.entry[row.id].proposal
    return wording.as_said(proposal.why_now or "", gemeente=draft.gemeente) if proposal else ""
