"""The heat map: chain steps down, languages across, and how far the help reaches in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from psoh_cli.kaart.reach import Reach
from psoh_cli.report import svg
from psoh_cli.report.figures import MISSING, SCALE, UNKNOWN

MOST_COLUMNS = 14
"""Columns that stay readable on an upright page; more go on in a second drawing."""

_LEFT, _ROW, _RIGHT = 200.0, 30.0, 680.0
_LEGEND_ROW, _KEY_GAP, _NOTE_ROW = 24.0, 16.0, 14.0


class ReachStyle(NamedTuple):
    """How a reach is drawn: a letter code, a fill and the colour of the letter."""

    letter: str
    fill: str
    ink: str
    hatched: bool = False
    edge: str = svg.HAIRLINE
    dash: str = ""


REACH_STYLES = {
    Reach.OWN_LANGUAGE: ReachStyle("E", SCALE[4], svg.PAPER, edge=SCALE[4]),
    Reach.INTERPRETER: ReachStyle("T", SCALE[2], svg.INK, edge=SCALE[2]),
    Reach.DUTCH_ENGLISH: ReachStyle("N", SCALE[1], svg.INK, edge=SCALE[1]),
    Reach.NOT_CONFIRMED: ReachStyle("V", SCALE[0], svg.INK, hatched=True, edge=svg.MUTED),
    Reach.NOTHING: ReachStyle("0", svg.PAPER, MISSING, edge=MISSING),
    Reach.UNKNOWN: ReachStyle("?", svg.PAPER, UNKNOWN, edge=UNKNOWN, dash="2 3"),
}

_LABELS = {Reach.DUTCH_ENGLISH: "alleen NL of Engels", Reach.NOTHING: "niets (volledig verklaard)"}


class ColumnWeight(NamedTuple):
    """A column of the heat map: its name, its weight in words and as a share of the heaviest (0 to 1)."""

    language: str
    name: str
    weight: str
    share: float


class Around(NamedTuple):
    """What a drawing that stands alone has around it: the colour behind it all, and a sentence under the key."""

    paper: str
    note: str


class Reached(Protocol):
    """A cell, as far as a drawing looks at it."""

    @property
    def reach(self) -> Reach:
        """How the group is reached."""


class Covered(Protocol):
    """A coverage, as far as a drawing looks at it: its steps, and its cells by step and column."""

    @property
    def steps(self) -> tuple[str, ...]:
        """Ids of the steps, in order."""

    @property
    def cell(self) -> Mapping[tuple[str, str], Reached]:
        """Cells by step and column."""


def heat_map(
    coverage: Covered,
    *,
    steps: tuple[str, ...],
    columns: tuple[ColumnWeight, ...],
    title: str,
    description: str,
    width: float = _RIGHT,
    marked: frozenset[tuple[str, str]] = frozenset(),
    around: Around | None = None,
) -> str:
    """Draw chain steps down and the given columns across; `steps` are the names in the order of the coverage.

    Cells that are `marked` get a heavy frame; `around` is for a drawing that stands alone.
    """
    column = min(96.0, (width - _LEFT) / max(1, len(columns)))
    turned = column < 58
    names = max((svg.width_of(head.name, size=10, bold=True) for head in columns), default=0)
    top = 54 + (min(names, 120.0) if turned else 38.0)
    bottom = top + _ROW * len(steps)
    legend = tuple(_legend(y=bottom + 20))
    below = bottom + 20 + _legend_lines() * _LEGEND_ROW
    noted = svg.lines_of(around.note, width=_RIGHT, size=10) if around and around.note else ()
    height = below + _NOTE_ROW * len(noted)

    def parts() -> Iterator[str]:
        if around:
            yield svg.box(0, 0, width, height, fill=around.paper)
        for index, head in enumerate(columns):
            yield from _column_head(head, x=_LEFT + column * index, width=column, bottom=top, turned=turned)
        for down, (step, name) in enumerate(zip(coverage.steps, steps, strict=True)):
            y = top + _ROW * down
            yield from _row_head(name, y=y)
            for across, head in enumerate(columns):
                place = (step, head.language)
                x = _LEFT + column * across
                yield from _cell(coverage.cell.get(place), x=x, y=y, width=column)
                if place in marked:
                    yield svg.box(x + 2, y + 2, column - 4, _ROW - 4, fill="none", stroke=svg.INK, line=2.5)
        yield from legend
        for index, text in enumerate(noted):
            yield svg.words(0, below + _NOTE_ROW * index + 6, text, size=10, fill=svg.MUTED)

    return svg.drawing(
        title=title,
        description=description,
        width=width,
        height=height,
        parts=parts(),
    )


def _column_head(head: ColumnWeight, *, x: float, width: float, bottom: float, turned: bool) -> Iterator[str]:
    middle = x + width / 2
    if head.share > 0:
        tall = max(2.0, 26 * head.share)
        yield svg.box(middle - 7, 28 - tall, 14, tall, fill=svg.MUTED)
    yield svg.words(middle, 42, head.weight, size=10, fill=svg.MUTED, anchor="middle")
    if turned:
        name = svg.shortened(head.name, width=118, size=10, bold=True)
        yield svg.words(middle + 4, bottom - 5, name, size=10, bold=True, turned=True)
        return
    lines = svg.lines_of(head.name, width=width - 4, size=11.5, bold=True)
    for index, text in enumerate(lines):
        y = bottom - 10 - 14 * (len(lines) - 1 - index)
        yield svg.words(middle, y, text, size=11.5, anchor="middle", bold=True)


def _row_head(name: str, *, y: float) -> Iterator[str]:
    lines = svg.lines_of(name, width=_LEFT - 12, size=11.5)
    first = y + _ROW / 2 + 4 - 6.5 * (len(lines) - 1)
    for index, text in enumerate(lines):
        yield svg.words(0, first + 13 * index, text, size=11.5)


def _cell(cell: Reached | None, *, x: float, y: float, width: float) -> Iterator[str]:
    style = REACH_STYLES[cell.reach if cell else Reach.UNKNOWN]
    inner = (x + 1.5, y + 1.5, width - 3, _ROW - 3)
    yield svg.box(*inner, fill=style.fill, stroke=style.edge, line=1.2, dash=style.dash)
    middle = x + width / 2
    if style.hatched:
        yield svg.hatching(*inner)
        yield svg.box(middle - 9, y + 6, 18, _ROW - 12, fill=style.fill)
    baseline = y + _ROW / 2 + 4.5
    yield svg.words(middle, baseline, style.letter, size=13, fill=style.ink, anchor="middle", bold=True)


def _legend_lines() -> int:
    """Count the lines that the key takes."""
    x, lines = 0.0, 1
    for reach in REACH_STYLES:
        needed = _key_width(reach)
        x, lines = (0.0, lines + 1) if x + needed > _RIGHT else (x, lines)
        x += needed + _KEY_GAP
    return lines


def _key_width(reach: Reach) -> float:
    return 22 + svg.width_of(_LABELS.get(reach, reach.value), size=10)


def _legend(*, y: float) -> Iterator[str]:
    """Draw the key: each letter with its fill and its name, on as many lines as it takes."""
    x = 0.0
    for reach, style in REACH_STYLES.items():
        label = _LABELS.get(reach, reach.value)
        needed = _key_width(reach)
        if x + needed > _RIGHT:
            x, y = 0.0, y + _LEGEND_ROW
        yield svg.box(x, y, 17, 17, fill=style.fill, stroke=style.edge, line=1.2, dash=style.dash)
        if style.hatched:
            yield svg.hatching(x, y, 17, 17)
            yield svg.box(x + 4, y + 2.5, 9, 12, fill=style.fill)
        yield svg.words(x + 8.5, y + 13, style.letter, size=11, fill=style.ink, anchor="middle", bold=True)
        yield svg.words(x + 22, y + 12.5, label, size=10, fill=svg.MUTED)
        x += needed + _KEY_GAP
