"""The priority matrix: what yields much for little effort stands at the top left; nothing lies over anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from psoh_cli.report import svg
from psoh_cli.report.figures import MISSING

_LEFT, _RIGHT, _TOP = 132.0, 680.0, 20.0
_PITCH, _SMALL, _RADIUS, _PAD = 30.0, 12.0, 11.5, 9.0


class Dot(NamedTuple):
    """One thing in the matrix: its number, its row and column, and how it is drawn."""

    number: int
    row: int
    column: int
    missing: bool
    """Filled when nothing is in place, open when a part is."""
    reach_known: bool


class Matrix(NamedTuple):
    """The names of the rows (impact, much first) and columns (effort, little first), and what stands in them."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    dots: tuple[Dot, ...]
    more: dict[tuple[int, int], int]
    """How many others, without a number of their own, belong in a row and column."""


def priority_matrix(matrix: Matrix, *, title: str, description: str) -> str:
    """Draw numbered dots over impact and effort; those that belong in one place stand beside each other there."""
    column = (_RIGHT - _LEFT) / max(1, len(matrix.columns))
    across = max(1, int((column - 2 * _PAD) / _PITCH))
    placed: dict[tuple[int, int], list[Dot]] = defaultdict(list)
    for dot in sorted(matrix.dots):
        placed[dot.row, dot.column].append(dot)
    heights = [_height(row, placed=placed, matrix=matrix, across=across) for row in range(len(matrix.rows))]
    tops = [_TOP + sum(heights[:row]) for row in range(len(heights) + 1)]

    def parts() -> Iterator[str]:
        for row, name in enumerate(matrix.rows):
            yield from _row_head(name, y=tops[row], height=heights[row])
            for place in range(len(matrix.columns)):
                x = _LEFT + column * place
                yield svg.box(x + 2, tops[row] + 2, column - 4, heights[row] - 4, fill=_FIELD)
                yield from _dots(placed[row, place], x=x + _PAD, y=tops[row] + _PAD, across=across)
                below = tops[row] + _PAD + _PITCH * -(-len(placed[row, place]) // across)
                yield from _specks(
                    matrix.more.get((row, place), 0),
                    x=x + _PAD,
                    y=below,
                    across=int(across * _PITCH / _SMALL),
                )
        yield from _axes(matrix, column=column, bottom=tops[-1])
        yield from _legend(y=tops[-1] + 66)

    return svg.drawing(
        title=title, description=description, width=_RIGHT, height=tops[-1] + 84, parts=parts()
    )


_FIELD = "#F3F6F8"


def _height(row: int, *, placed: dict[tuple[int, int], list[Dot]], matrix: Matrix, across: int) -> float:
    """Give a row room for its fullest place."""
    specks = int(across * _PITCH / _SMALL)
    needed = (
        _PITCH * -(-len(placed[row, place]) // across)
        + _SMALL * -(-matrix.more.get((row, place), 0) // specks)
        for place in range(len(matrix.columns))
    )
    return max(54.0, 2 * _PAD + max(needed, default=0))


def _row_head(name: str, *, y: float, height: float) -> Iterator[str]:
    lines = svg.lines_of(name, width=_LEFT - 34, size=11.5)
    first = y + height / 2 + 4 - 7 * (len(lines) - 1)
    for index, text in enumerate(lines):
        yield svg.words(_LEFT - 8, first + 14 * index, text, size=11.5, anchor="end")


def _dots(dots: list[Dot], *, x: float, y: float, across: int) -> Iterator[str]:
    for place, dot in enumerate(dots):
        middle = x + _PITCH * (place % across) + _PITCH / 2
        level = y + _PITCH * (place // across) + _PITCH / 2
        yield from _dot(middle, level, number=str(dot.number), missing=dot.missing, known=dot.reach_known)


def _specks(count: int, *, x: float, y: float, across: int) -> Iterator[str]:
    """Draw a small dot for each thing without a number."""
    for place in range(count):
        middle, level = x + _SMALL * (place % across + 0.5), y + _SMALL * (place // across + 0.5)
        yield svg.disc(middle, level, 4, fill=svg.MUTED)


def _dot(x: float, y: float, *, number: str, missing: bool, known: bool) -> Iterator[str]:
    """Draw a dot: filled or open; a dotted ring around it says that the reach is not known."""
    if not known:
        yield svg.disc(x, y, _RADIUS + 2.2, fill="none", stroke=svg.MUTED, dash="1.6 2.6")
    fill, ink = (MISSING, svg.PAPER) if missing else (svg.PAPER, svg.INK)
    yield svg.disc(x, y, _RADIUS - 0.8, fill=fill, stroke=MISSING)
    size = 11 if len(number) < 3 else 9
    yield svg.words(x, y + 4, number, size=size, fill=ink, anchor="middle", bold=True)


def _axes(matrix: Matrix, *, column: float, bottom: float) -> Iterator[str]:
    middle = _TOP + (bottom - _TOP) / 2
    yield svg.words(12, middle, "gevolg", size=12, fill=svg.PETROL, anchor="middle", bold=True, turned=True)
    for place, name in enumerate(matrix.columns):
        x = _LEFT + column * (place + 0.5)
        said = svg.shortened(name, width=column - 6, size=11.5)
        yield svg.words(x, bottom + 17, said, size=11.5, anchor="middle")
    yield svg.words(
        (_LEFT + _RIGHT) / 2, bottom + 36, "inspanning", size=12, fill=svg.PETROL, anchor="middle", bold=True
    )


def _legend(*, y: float) -> Iterator[str]:
    keys = (
        ("ontbreekt", True, True),
        ("deels geregeld", False, True),
        ("bereik niet bekend, telt niet mee", False, False),
    )
    x = _RADIUS + 3
    for label, missing, known in keys:
        yield from _dot(x, y - 4, number="", missing=missing, known=known)
        yield svg.words(x + 20, y, label, size=11, fill=svg.MUTED)
        x += 46 + svg.width_of(label, size=11)
    yield svg.disc(x - 6, y - 4, 4, fill=svg.MUTED)
    yield svg.words(x + 4, y, "minder voorrang", size=11, fill=svg.MUTED)
