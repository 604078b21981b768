"""The money per year: what is covered stands full, what is not stands hatched, each kind in a bar of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from psoh_cli.dutch import euros
from psoh_cli.report import svg
from psoh_cli.report.figures import MISSING, SCALE

_LEFT, _RIGHT, _TOP, _TALL = 8.0, 680.0, 30.0, 190.0
_NAMES = (("incidenteel", SCALE[2], 9.0), ("structureel", SCALE[4], 5.0), ("soort onbekend", SCALE[1], 14.0))
"""The kinds of money with their fill and how far apart the lines of what is not covered lie."""


class Amount(NamedTuple):
    """Whole euros of one kind in one year."""

    covered: int = 0
    uncovered: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.covered + self.uncovered


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
    key = tuple(_legend(kinds, y=floor + 48))
    below = floor + 48 + 20 * 2

    def parts() -> Iterator[str]:
        for place, year in enumerate(years):
            x = _LEFT + column * place
            yield from _year(year, kinds=kinds, most=most, x=x, width=column, floor=floor)
        yield svg.line(_LEFT, floor, _RIGHT, floor, stroke=svg.INK, width=1.2)
        yield from key
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
    """Draw what is covered and on top of it what is not, with the sum above when it fits."""
    _, fill, gap = _NAMES[kind]
    full, open_ = (_TALL * part / most for part in amount)
    if full:
        yield svg.box(x, floor - full, width, full, fill=fill, stroke=svg.PETROL)
    if open_:
        top = floor - full - open_
        yield svg.box(x, top, width, open_, fill=svg.PAPER, stroke=MISSING, line=1.4)
        yield svg.hatching(x, top, width, open_, gap=gap, stroke=MISSING)
    said = euros(amount.total) if amount.total else ""
    if said and svg.width_of(said, size=10) <= width + 14:
        yield svg.words(x + width / 2, floor - full - open_ - 5, said, size=10, anchor="middle")


def _legend(kinds: list[int], *, y: float) -> Iterator[str]:
    x = 0.0
    for covered in (True, False):
        for kind in kinds:
            name, fill, gap = _NAMES[kind]
            label = f"{name}, {'uit een geldbron' if covered else 'zonder geldbron'}"
            needed = 24 + svg.width_of(label, size=10.5)
            if x + needed > _RIGHT:
                x, y = 0.0, y + 20
            edge = svg.PETROL if covered else MISSING
            yield svg.box(x, y - 11, 18, 13, fill=fill if covered else svg.PAPER, stroke=edge)
            if not covered:
                yield svg.hatching(x, y - 11, 18, 13, gap=gap, stroke=MISSING)
            yield svg.words(x + 24, y, label, size=10.5, fill=svg.MUTED)
            x += needed + 14
