"""Who is reached: the coverage as a heat map, as sentences and as a table that says the same."""

from __future__ import annotations

from psoh_cli.dutch import FEWEST, listing, plural
from psoh_cli.dutch import number as written
from psoh_cli.kaart.coverage import UNKNOWN_LANGUAGE, Cell, Coverage, Reach
from psoh_cli.report.document import Block, Bullets, Column, Figure, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures_reach import MOST_COLUMNS, ColumnWeight, heat_map
from psoh_cli.report.single_points import single_points_section
from psoh_cli.report.spans import Line, line, lines
from psoh_cli.report.version import Version
from psoh_cli.small_numbers import SMALL
from psoh_cli.vocabulary import language_name

_MOST_LANGUAGES = 7
"""Columns a table holds on an upright page; with more it gets a landscape page."""


def reach_section(draft: Draft, *, number: str) -> Section:
    """Compose the section on coverage."""
    coverage = draft.analysis.coverage
    steps = tuple(_step(draft, step) for step in coverage.steps)
    lead = (
        "Per stap in de keten en per taal: is er hulp die iemand kan verstaan, en is die nu nog bevestigd? "
        + ("De balk boven een taal toont hoeveel statushouders het zijn." if coverage.weighed else "")
    ).strip()
    if not coverage.cells:
        nothing = "Er zijn nog geen talen of ketenstappen om te vergelijken."
        return Section(id="bereik", number=number, title=_TITLE, blocks=(Paragraph(content=nothing),))
    if all(Reach(cell.reach) is Reach.UNKNOWN for cell in coverage.cells):
        return Section(
            id="bereik", number=number, title=_TITLE, blocks=(Paragraph(content=_all_unknown(coverage)),)
        )
    blocks: list[Block] = [Paragraph(content=lead, style="lead"), Bullets(items=lines(*coverage.takeaways))]
    if not coverage.takeaways:
        blocks.pop()
    blocks.extend(_figures(coverage, steps=steps))
    wide = len(coverage.languages) > _MOST_LANGUAGES
    inside = () if wide else (_table(coverage, steps=steps),)
    parts = []
    if wide:
        table = Section(
            id="bereik-tabel",
            title="Bereik als tabel",
            page="liggend",
            blocks=(_table(coverage, steps=steps),),
        )
        parts.append(table)
    return Section(
        id="bereik",
        number=number,
        title=_TITLE,
        page="nieuw",
        blocks=(*blocks, *inside),
        sections=(*parts, *_by_age_and_area(coverage, steps=steps), *_vulnerable(draft)),
    )


def _vulnerable(draft: Draft) -> tuple[Section, ...]:
    """Give what rests on one organization; that is for those who can do something about it."""
    found = single_points_section(draft) if draft.version is Version.COUNCIL else None
    return () if found is None else (found,)


_TITLE = "Wie wordt bereikt, in welke taal"


def _all_unknown(coverage: Coverage) -> str:
    """Say in one sentence what a whole table of unknowns would say."""
    steps = plural(len(coverage.steps), "stap", "stappen")
    known = [_language(code) for code in coverage.languages if code != UNKNOWN_LANGUAGE]
    languages = listing(known) if known else "welke talen het zijn, is ook onbekend"
    return (
        f"Voor alle {steps} in de keten en elke taal ({languages}) is onbekend of er hulp is die iemand kan verstaan: "
        "op de sociale kaart staat daarover nog niets. Daarom staat hier geen tabel."
    )


def _step(draft: Draft, step: str) -> str:
    return draft.catalogue.chain_step[step].name if step in draft.catalogue.chain_step else step


def _language(code: str) -> str:
    return "Taal onbekend" if code == UNKNOWN_LANGUAGE else language_name(code)


def _figures(coverage: Coverage, *, steps: tuple[str, ...]) -> tuple[Figure, ...]:
    """Draw the heat map; more languages than a page holds go on in a second drawing."""
    columns = _columns(coverage)
    parts = [columns[start : start + MOST_COLUMNS] for start in range(0, len(columns), MOST_COLUMNS)]
    return tuple(
        _figure(
            coverage,
            steps=steps,
            columns=part,
            title=f"Bereik per ketenstap en taal{f' ({place} van {len(parts)})' if len(parts) > 1 else ''}",
        )
        for place, part in enumerate(parts, start=1)
    )


def _figure(
    coverage: Coverage, *, steps: tuple[str, ...], columns: tuple[ColumnWeight, ...], title: str
) -> Figure:
    return Figure(
        svg=heat_map(
            coverage,
            steps=steps,
            columns=columns,
            title=title,
            description="De tabel ‘Bereik per ketenstap en taal’ zegt hetzelfde in woorden.",
        ),
        title=title,
        caption="E eigen taal, T met tolk, N alleen Nederlands of Engels, V niet meer bevestigd, 0 niets (de kaart is "
        "daarvoor volledig verklaard), ? onbekend. Deze indeling is afgeleid.",
        width=640,
    )


def _columns(coverage: Coverage) -> tuple[ColumnWeight, ...]:
    """Give the columns with their weight; a group that is not shown as a number gets no bar."""
    sizes = {cell.language: cell.people for cell in coverage.cells}
    most = max((size for size in sizes.values() if isinstance(size, int)), default=0)
    return tuple(
        ColumnWeight(
            language=language,
            name=_language(language),
            weight=_weight(sizes.get(language)),
            share=_share(sizes.get(language), most=most),
        )
        for language in coverage.languages
    )


def _weight(size: int | str | None) -> str:
    if size is None:
        return "aantal ?"
    if isinstance(size, int):
        return written(size)
    return f"< {FEWEST}" if size == SMALL else size


def _share(size: int | str | None, *, most: int) -> float:
    return size / most if isinstance(size, int) and most else 0.0


def _table(coverage: Coverage, *, steps: tuple[str, ...]) -> Table:
    return Table(
        caption="Bereik per ketenstap en taal",
        columns=(
            Column(title="Ketenstap", width=3),
            *(Column(title=_language(language), width=2) for language in coverage.languages),
        ),
        rows=tuple(
            (line(name), *(_cell(coverage.cell.get((step, language))) for language in coverage.languages))
            for step, name in zip(coverage.steps, steps, strict=True)
        ),
    )


def _cell(cell: Cell | None) -> Line:
    return line(Reach(cell.reach).value if cell else Reach.UNKNOWN.value)


def _by_age_and_area(coverage: Coverage, *, steps: tuple[str, ...]) -> tuple[Section, ...]:
    tables = []
    names = dict(zip(coverage.steps, steps, strict=True))
    if any(Reach(cell.reach) is not Reach.UNKNOWN for cell in coverage.by_age):
        columns = dict.fromkeys(cell.age_group.value for cell in coverage.by_age if cell.age_group)
        cells = {
            (cell.step, cell.age_group.value if cell.age_group else ""): cell for cell in coverage.by_age
        }
        tables.append(
            _grid("Beste bereik per leeftijd", columns=tuple(columns), cells=cells, names=names, unit=" jaar")
        )
    if any(Reach(cell.reach) is not Reach.UNKNOWN for cell in coverage.by_area):
        areas = dict.fromkeys(cell.area for cell in coverage.by_area if cell.area)
        by_area = {(cell.step, cell.area or ""): cell for cell in coverage.by_area}
        tables.append(
            _grid("Beste bereik per wijk", columns=tuple(areas), cells=by_area, names=names, unit="")
        )
    if not tables:
        return ()
    lead = Paragraph(
        content="In elk vak staat het beste bereik van alle talen samen. Voor één taal kan het dus slechter zijn."
    )
    return (Section(id="bereik-verder", title="Per leeftijd en per wijk", blocks=(lead, *tables)),)


def _grid(
    caption: str,
    *,
    columns: tuple[str, ...],
    cells: dict[tuple[str, str], Cell],
    names: dict[str, str],
    unit: str,
) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Ketenstap", width=3),
            *(Column(title=f"{name}{unit}", width=2) for name in columns),
        ),
        rows=tuple(
            (line(name), *(_cell(cells.get((step, column))) for column in columns))
            for step, name in names.items()
        ),
    )
