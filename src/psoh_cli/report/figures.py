"""The drawings of a report: they survive black-and-white, and a table says the same in text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from psoh_cli.kaart.coverage import Cell, Coverage, Reach
from psoh_cli.report import svg
from psoh_cli.vocabulary import Phase, Verdict


class ReachStyle(NamedTuple):
    """How a reach is drawn: a letter code, a fill and the colour of the letter."""

    letter: str
    fill: str
    ink: str
    hatched: bool = False
    edge: str = svg.HAIRLINE
    dash: str = ""


REACH_STYLES = {
    Reach.OWN_LANGUAGE: ReachStyle("E", "#0B4A5F", "#FFFFFF", edge="#0B4A5F"),
    Reach.INTERPRETER: ReachStyle("T", "#93C1CC", svg.INK, edge="#93C1CC"),
    Reach.DUTCH_ENGLISH: ReachStyle("N", "#CFE3E8", svg.INK, edge="#CFE3E8"),
    Reach.NOT_CONFIRMED: ReachStyle("V", "#F3F6F8", svg.INK, hatched=True, edge=svg.MUTED),
    Reach.NOTHING: ReachStyle("0", "#FFFFFF", "#9B2335", edge="#9B2335"),
    Reach.UNKNOWN: ReachStyle("?", "#FFFFFF", "#5B6470", edge="#5B6470", dash="2 3"),
}

VERDICT_COLOURS = {
    Verdict.MET: "#1F6F54",
    Verdict.PARTLY: "#8A5A00",
    Verdict.MISSING: "#9B2335",
    Verdict.UNKNOWN: "#5B6470",
    Verdict.NOT_APPLICABLE: "#5B6470",
}

PHASE_FILLS: dict[Phase | None, tuple[str, str]] = {
    None: (svg.PAPER, svg.INK),
    Phase.EXPLORE: ("#F3F6F8", svg.INK),
    Phase.PREPARE: ("#CFE3E8", svg.INK),
    Phase.CARRY_OUT: ("#4C93A5", svg.INK),
    Phase.SUSTAIN: ("#93C1CC", svg.INK),
}


class ColumnWeight(NamedTuple):
    """A column of the heat map: its name, its weight in words and as a share of the heaviest (0 to 1)."""

    name: str
    weight: str
    share: float


def heat_map(
    coverage: Coverage,
    *,
    steps: tuple[str, ...],
    columns: tuple[ColumnWeight, ...],
    title: str,
    description: str,
) -> str:
    """Draw chain steps down and languages across; `steps` are the names in the order of the coverage."""
    left, top, row, right = 200.0, 92.0, 30.0, 680.0
    column = min(96.0, (right - left) / max(1, len(columns)))
    height = top + row * len(steps) + 44
    found = {(cell.step, cell.language): cell for cell in coverage.cells}

    def parts() -> Iterator[str]:
        for index, head in enumerate(columns):
            yield from _column_head(head, x=left + column * index, width=column, bottom=top)
        for down, (step, name) in enumerate(zip(coverage.steps, steps, strict=True)):
            y = top + row * down
            yield from _row_head(name, y=y, height=row, width=left - 12)
            for across, language in enumerate(coverage.languages):
                yield from _cell(
                    found.get((step, language)), x=left + column * across, y=y, width=column, height=row
                )
        yield from _reach_legend(y=top + row * len(steps) + 20, width=right)

    return svg.drawing(title=title, description=description, width=right, height=height, parts=parts())


class Bar(NamedTuple):
    """One row of the time line; quarters count from the first column, the end included."""

    number: str
    title: str
    phase: Phase | None
    start: int
    end: int
    decided: bool


def gantt(bars: tuple[Bar, ...], *, quarters: tuple[str, ...], title: str, description: str) -> str:
    """Draw actions over quarters such as `2027-K1`; a proposal has a dashed edge, a decision a solid one."""
    left, top, row, right = 372.0, 46.0, 27.0, 1028.0
    column = (right - left) / max(1, len(quarters))
    bottom = top + row * len(bars)

    def parts() -> Iterator[str]:
        yield from _quarter_heads(quarters, left=left, column=column, bottom=bottom)
        for index, bar in enumerate(bars):
            y = top + row * index
            yield svg.line(0, y + row, right, y + row)
            yield from _bar_label(bar, y=y, width=left - 44, height=row)
            yield from _bar(bar, y=y + 4.5, left=left, column=column, height=row - 9, right=right)
        yield from _gantt_legend(y=bottom + 22)

    return svg.drawing(title=title, description=description, width=right, height=bottom + 34, parts=parts())


def verdict_row(tally: Mapping[Verdict, int], *, title: str, description: str) -> str:
    """Draw one shape for each thing judged, grouped by verdict with its count beneath: full, half, empty, dotted."""
    order = (Verdict.MET, Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
    groups = [(verdict, tally.get(verdict, 0)) for verdict in order if tally.get(verdict, 0)]
    total = sum(count for _, count in groups)
    width, gap = 680.0, 18.0
    pitch = min(19.0, (width - gap * (len(groups) - 1) - 60) / max(1, total))

    def parts() -> Iterator[str]:
        x = 0.0
        for verdict, count in groups:
            for place in range(count):
                yield _shape(verdict, x=x + pitch * place, y=2, size=pitch - 3)
            label = f"{count} {verdict.value}"
            yield svg.words(x, pitch + 16, label, size=12, fill=VERDICT_COLOURS[verdict], bold=True)
            x += max(pitch * count, len(label) * 7.0) + gap

    return svg.drawing(title=title, description=description, width=width, height=pitch + 24, parts=parts())


def _shape(verdict: Verdict, *, x: float, y: float, size: float) -> str:
    scale = svg.units(size / 16)
    outline = _outline(verdict, colour=VERDICT_COLOURS[verdict])
    return f'<g transform="translate({svg.units(x)} {svg.units(y)}) scale({scale})">{outline}</g>'


def verdict_shape(verdict: Verdict, *, colour: str) -> str:
    """Draw the shape of a verdict: full disc, half disc, ring, dotted ring or dash."""
    return svg.drawing(
        title=verdict.value,
        description=f"Oordeel: {verdict.value}",
        width=16,
        height=16,
        parts=(_outline(verdict, colour=colour),),
    )


def _outline(verdict: Verdict, *, colour: str) -> str:
    ring = f'<circle cx="8" cy="8" r="6" fill="none" stroke="{colour}" stroke-width="2"'
    shapes = {
        Verdict.MET: f'<circle cx="8" cy="8" r="7" fill="{colour}"/>',
        Verdict.PARTLY: f'{ring}/><path d="M8 1.5A6.5 6.5 0 0 0 8 14.5Z" fill="{colour}"/>',
        Verdict.MISSING: f"{ring}/>",
        Verdict.UNKNOWN: f'{ring} stroke-dasharray="1.9 2.8"/>',
        Verdict.NOT_APPLICABLE: svg.line(2, 8, 14, 8, stroke=colour, width=2.4),
    }
    return shapes[verdict]


def _column_head(head: ColumnWeight, *, x: float, width: float, bottom: float) -> Iterator[str]:
    middle = x + width / 2
    if head.share > 0:
        tall = max(2.0, 26 * head.share)
        yield svg.box(middle - 7, 28 - tall, 14, tall, fill=svg.MUTED)
    yield svg.words(middle, 42, head.weight, size=10, fill=svg.MUTED, anchor="middle")
    if width >= 58:
        for index, text in enumerate(svg.lines_of(head.name, width=width, size=11.5)):
            yield svg.words(middle, bottom - 24 + 14 * index, text, size=11.5, anchor="middle", bold=True)
    else:
        yield svg.words(middle + 4, bottom - 5, head.name, size=10, bold=True, turned=True)


def _row_head(name: str, *, y: float, height: float, width: float) -> Iterator[str]:
    lines = svg.lines_of(name, width=width, size=11.5)
    first = y + height / 2 + 4 - 6.5 * (len(lines) - 1)
    for index, text in enumerate(lines):
        yield svg.words(0, first + 13 * index, text, size=11.5)


def _cell(cell: Cell | None, *, x: float, y: float, width: float, height: float) -> Iterator[str]:
    style = REACH_STYLES[cell.reach if cell else Reach.UNKNOWN]
    inner = (x + 1.5, y + 1.5, width - 3, height - 3)
    yield svg.box(*inner, fill=style.fill, stroke=style.edge, line=1.2, dash=style.dash)
    middle = x + width / 2
    if style.hatched:
        yield svg.hatching(*inner)
        yield svg.box(middle - 9, y + 6, 18, height - 12, fill=style.fill)
    yield svg.words(
        middle, y + height / 2 + 4.5, style.letter, size=13, fill=style.ink, anchor="middle", bold=True
    )


def _reach_legend(*, y: float, width: float) -> Iterator[str]:
    names = {Reach.DUTCH_ENGLISH: "alleen NL of Engels", Reach.NOTHING: "niets (volledig verklaard)"}
    x = 0.0
    share = width / 6.35
    for reach, style in REACH_STYLES.items():
        yield svg.box(x, y, 17, 17, fill=style.fill, stroke=style.edge, line=1.2, dash=style.dash)
        if style.hatched:
            yield svg.hatching(x, y, 17, 17)
            yield svg.box(x + 4, y + 2.5, 9, 12, fill=style.fill)
        yield svg.words(x + 8.5, y + 13, style.letter, size=11, fill=style.ink, anchor="middle", bold=True)
        label = names.get(reach, reach.value)
        yield svg.words(x + 22, y + 12.5, label, size=9.5, fill=svg.MUTED)
        x += 34 + max(share * 0.3, len(label) * 5.0)


def _quarter_heads(quarters: tuple[str, ...], *, left: float, column: float, bottom: float) -> Iterator[str]:
    for index, quarter in enumerate(quarters):
        year, number = quarter.split("-")
        x = left + column * index
        new_year = index == 0 or not quarters[index - 1].startswith(year)
        yield svg.line(x, 4 if new_year else 26, x, bottom, stroke=svg.MUTED if new_year else svg.HAIRLINE)
        if new_year:
            yield svg.words(x + 5, 17, year, size=13, bold=True)
        yield svg.words(x + column / 2, 39, number, size=11, fill=svg.MUTED, anchor="middle")


def _bar_label(bar: Bar, *, y: float, width: float, height: float) -> Iterator[str]:
    yield svg.words(0, y + height / 2 + 4, bar.number, size=12, fill=svg.PETROL, bold=True)
    lines = svg.lines_of(bar.title, width=width, size=11)
    first = y + height / 2 + 4 - 6.5 * (len(lines) - 1)
    for index, text in enumerate(lines):
        yield svg.words(34, first + 13 * index, text, size=11)


def _bar(bar: Bar, *, y: float, left: float, column: float, height: float, right: float) -> Iterator[str]:
    fill, ink = PHASE_FILLS[bar.phase]
    label = bar.phase.value if bar.phase else "fase onbekend"
    x = left + column * bar.start + 2
    width = column * (bar.end - bar.start + 1) - 4
    yield svg.box(
        x, y, width, height, fill=fill, stroke=svg.PETROL, line=1.3, dash="" if bar.decided else "4 3"
    )
    room = len(label) * 6.2 + 8
    if width >= room:
        yield svg.words(x + 6, y + height / 2 + 4, label, size=11, fill=ink)
    elif x + width + room <= right:
        yield svg.words(x + width + 5, y + height / 2 + 4, label, size=11)
    else:
        yield svg.words(x - 5, y + height / 2 + 4, label, size=11, anchor="end")


def _gantt_legend(*, y: float) -> Iterator[str]:
    yield svg.box(0, y - 10, 26, 12, fill=svg.PAPER, stroke=svg.PETROL, line=1.3)
    yield svg.words(32, y, "besluit genomen", size=11, fill=svg.MUTED)
    yield svg.box(150, y - 10, 26, 12, fill=svg.PAPER, stroke=svg.PETROL, line=1.3, dash="4 3")
    yield svg.words(182, y, "voorstel, nog geen besluit", size=11, fill=svg.MUTED)
