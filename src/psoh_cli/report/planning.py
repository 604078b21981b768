"""The planning: one Gantt over all measures, with the same in a table."""

from __future__ import annotations

from psoh_cli.plan.timeline import Row, Standing, timeline
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Callout, Column, Figure, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures import Bar, gantt
from psoh_cli.report.spans import lines

_ROWS_PER_PAGE = 17


def planning(draft: Draft, *, number: str) -> Section:
    """Compose the time line; more rows than a page holds go on in a second drawing."""
    found = timeline(draft.material.plan)
    if not found.rows:
        nothing = Paragraph(content="Er is nog geen maatregel met een begin en een eind.")
        return Section(id="planning", number=number, title="Planning", blocks=(nothing,))
    sheets = [
        found.rows[start : start + _ROWS_PER_PAGE] for start in range(0, len(found.rows), _ROWS_PER_PAGE)
    ]
    blocks: list[Block] = [
        _figure(rows, quarters=found.quarters, part=part, of=len(sheets), draft=draft)
        for part, rows in enumerate(sheets, start=1)
    ]
    blocks.append(_table(found.rows, draft=draft))
    if found.without_dates:
        names = [
            f"{draft.measures[name]} {draft.material.plan.entry[name].title}" for name in found.without_dates
        ]
        blocks.append(Callout(tone="let-op", title="Nog zonder begin en eind", content=lines(*names)))
    return Section(id="planning", number=number, title="Planning", page="liggend", blocks=tuple(blocks))


def _figure(rows: tuple[Row, ...], *, quarters: tuple[str, ...], part: int, of: int, draft: Draft) -> Figure:
    which = f" ({part} van {of})" if of > 1 else ""
    title = f"Tijdlijn van de maatregelen{which}"
    return Figure(
        svg=gantt(
            tuple(_bar(row, draft=draft) for row in rows),
            quarters=quarters,
            title=title,
            description="De tabel ‘Planning per maatregel’ zegt hetzelfde in woorden.",
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
    )


def _table(rows: tuple[Row, ...], *, draft: Draft) -> Table:
    return Table(
        caption="Planning per maatregel",
        columns=(
            Column(title="Nr", kind="code", width=2),
            Column(title="Maatregel", width=14),
            Column(title="Fase", width=5),
            Column(title="Begin", width=5),
            Column(title="Eind", width=5),
            Column(title="Stand", width=5),
            Column(title="Na", width=4),
        ),
        rows=tuple(
            lines(
                draft.measures[row.id],
                row.title,
                row.phase.value if row.phase else "onbekend",
                wording.quarter_in_words(row.start),
                wording.quarter_in_words(row.end),
                row.standing.value,
                ", ".join(draft.measures[name] for name in row.depends_on if name in draft.measures),
            )
            for row in rows
        ),
    )
