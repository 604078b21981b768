"""The money per year, each kind in a bar of its own.

What a source pays stands full, what the stated budget pays has level lines, what nobody pays is hatched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from psoh_cli.dutch import euros
from psoh_cli.report import svg
from psoh_cli.report.figures import MISSING, SCALE

_LEFT, _RIGHT, _TOP, _TALL = 8.0, 680.0, 30.0, 190.0
_NAMES = (("incidenteel", SCALE[2], 9.0), ("structureel", SCALE[4], 5.0), ("soort onbekend", SCALE[1], 14.0))
"""The kinds of money with their fill and how far apart the lines of what no source pays lie."""

_PAID = ("uit een geldbron", "uit opgegeven budget", "ongedekt")
"""Who pays, from the foot of a bar up."""


class Amount(NamedTuple):
    """Whole euros of one kind in one year."""

    covered: int = 0
    stated: int = 0
    uncovered: int = 0

    @property
    def total(self) -> int:
        """All together."""
        return self.covered + self.stated + self.uncovered


class YearBar(NamedTuple):
    """One year: its incidental and structural money, and money of which nobody knows the kind."""

    year: int
    incidental: Amount
    structural: Amount
    unknown: Amount

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The kinds in the order in which they are drawn."""
        return (self.incidental, self.structural, self.unknown)


def money_bars(years: tuple[YearBar, ...], *, notes: tuple[str, ...], title: str, description: str) -> str:
    """Draw the years beside each other; `notes` say what falls outside the drawing, such as unknown cost."""
    kinds = [number for number in range(3) if any(year.amounts[number].total for year in years)] or [0]
    most = max((amount.total for year in years for amount in year.amounts), default=0) or 1
    column = (_RIGHT - _LEFT) / max(1, len(years))
    floor = _TOP + _TALL
    said = tuple(line for note in notes for line in svg.lines_of(note, width=_RIGHT, size=11.5, most=3))
    stated = any(amount.stated for year in years for amount in year.amounts)
    rows = _legend_rows([(kind, paid) for paid in range(3) if paid != 1 or stated for kind in kinds])
    below = floor + 48 + 20 * max(2, len(rows))

    def parts() -> Iterator[str]:
        for place, year in enumerate(years):
            x = _LEFT + column * place
            yield from _year(year, kinds=kinds, most=most, x=x, width=column, floor=floor)
        yield svg.line(_LEFT, floor, _RIGHT, floor, stroke=svg.INK, width=1.2)
        for number, row in enumerate(rows):
            yield from _legend(row, y=floor + 48 + 20 * number)
        for number, text in enumerate(said):
            yield svg.words(0, below + 16 * number, text, size=11.5, fill=svg.INK)

    return svg.drawing(
        title=title, description=description, width=_RIGHT, height=below + 16 * len(said), parts=parts()
    )


def _year(
    year: YearBar, *, kinds: list[int], most: int, x: float, width: float, floor: float
) -> Iterator[str]:
    share = (width - 12) / len(kinds)
    for place, kind in enumerate(kinds):
        left, wide = x + 6 + share * place, min(share - 4, 70.0)
        start = left + (share - 4 - wide) / 2
        yield from _stack(year.amounts[kind], kind=kind, most=most, x=start, width=wide, floor=floor)
    name = str(year.year)
    if svg.width_of(name, size=12, bold=True) <= width - 4:
        yield svg.words(x + width / 2, floor + 17, name, size=12, anchor="middle", bold=True)


def _stack(amount: Amount, *, kind: int, most: int, x: float, width: float, floor: float) -> Iterator[str]:
    """Draw what is covered, on top of it what is not, with the sum above when it fits."""
    top = floor
    for paid, part in enumerate(amount):
        if part:
            tall = _TALL * part / most
            top -= tall
            yield from _part(kind, paid, x=x, y=top, width=width, height=tall)
    said = euros(amount.total) if amount.total else ""
    if said and svg.width_of(said, size=10) <= width + 14:
        yield svg.words(x + width / 2, top - 5, said, size=10, anchor="middle")


def _part(kind: int, paid: int, *, x: float, y: float, width: float, height: float) -> Iterator[str]:
    """Draw one part of a bar, or its sample in the legend."""
    _, fill, gap = _NAMES[kind]
    if paid == 0:
        yield svg.box(x, y, width, height, fill=fill, stroke=svg.PETROL)
    elif paid == 1:
        yield svg.box(x, y, width, height, fill=svg.PAPER, stroke=svg.PETROL, line=1.4)
        yield svg.ruling(x, y, width, height, gap=gap * 0.7, stroke=svg.PETROL)
    else:
        yield svg.box(x, y, width, height, fill=svg.PAPER, stroke=MISSING, line=1.4)
        yield svg.hatching(x, y, width, height, gap=gap, stroke=MISSING)


Sample = tuple[int, int, float]
"""A kind, who pays, and where its sample begins."""


def _legend_rows(parts: list[tuple[int, int]]) -> list[list[Sample]]:
    """Lay the samples in rows that fit the drawing."""
    rows: list[list[Sample]] = [[]]
    x = 0.0
    for kind, paid in parts:
        needed = 24 + svg.width_of(_label(kind, paid), size=10.5)
        if rows[-1] and x + needed > _RIGHT:
            rows.append([])
            x = 0.0
        rows[-1].append((kind, paid, x))
        x += needed + 14
    return rows


def _label(kind: int, paid: int) -> str:
    return f"{_NAMES[kind][0]}, {_PAID[paid]}"


def _legend(row: list[Sample], *, y: float) -> Iterator[str]:
    for kind, paid, x in row:
        yield from _part(kind, paid, x=x, y=y - 11, width=18, height=13)
        yield svg.words(x + 24, y, _label(kind, paid), size=10.5, fill=svg.MUTED)
