"""The time line: measures over quarters, with phases, what waits for what, the council's year and school holidays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from psoh_cli.report import svg
from psoh_cli.report.figures import SCALE
from psoh_cli.vocabulary import Phase

MOST_ROWS = 16
"""Rows that fit on a landscape page with a title and a legend; more go on in a next drawing."""

PHASE_FILLS: dict[Phase | None, str] = {
    None: svg.PAPER,
    Phase.EXPLORE: SCALE[0],
    Phase.PREPARE: SCALE[1],
    Phase.CARRY_OUT: SCALE[2],
    Phase.SUSTAIN: SCALE[3],
}
"""From the first phase to the last: darker, also in grey."""

_LEFT, _RIGHT, _ROW, _HEADS, _LANE = 372.0, 1028.0, 27.0, 46.0, 14.0
_LANES = 2
_NARROW = 15.0
"""A column narrower than this holds no name of its quarter."""


class Bar(NamedTuple):
    """One row of the time line; quarters count from the first column, the end included."""

    number: str
    title: str
    phase: Phase | None
    start: int
    end: int
    decided: bool
    after: tuple[str, ...] = ()
    """Numbers of the measures that come first; those in the same drawing get a line."""


class Moment(NamedTuple):
    """A day that matters to the council; `place` counts quarters from the first column, with its fraction."""

    name: str
    place: float


class Period(NamedTuple):
    """A time in which groups do not meet, from and until a place in quarters from the first column."""

    start: float
    end: float


class Calendar(NamedTuple):
    """What stands behind the bars."""

    moments: tuple[Moment, ...] = ()
    holidays: tuple[Period, ...] = ()


class _Sheet(NamedTuple):
    top: float
    bottom: float
    column: float

    def x(self, place: float) -> float:
        return _LEFT + self.column * place

    def y(self, row: int) -> float:
        return self.top + _ROW * row


def gantt(
    bars: tuple[Bar, ...],
    *,
    quarters: tuple[str, ...],
    title: str,
    description: str,
    calendar: Calendar | None = None,
) -> str:
    """Draw actions over quarters such as `2027-K1`; a proposal has a dashed edge, a decision a solid one."""
    behind = calendar or Calendar()
    top = _HEADS + (_LANE * _LANES + 4 if behind.moments else 0)
    sheet = _Sheet(top, top + _ROW * len(bars), (_RIGHT - _LEFT) / max(1, len(quarters)))

    def parts() -> Iterator[str]:
        yield from _holidays(behind.holidays, sheet=sheet, last=len(quarters))
        yield from _quarter_heads(quarters, sheet=sheet)
        for index in range(len(bars)):
            yield svg.line(0, sheet.y(index + 1), _RIGHT, sheet.y(index + 1))
        yield from _moments(behind.moments, sheet=sheet, last=len(quarters))
        yield from _links(bars, sheet=sheet)
        for index, bar in enumerate(bars):
            yield from _bar_label(bar, y=sheet.y(index))
            yield from _bar(bar, y=sheet.y(index) + 4.5, sheet=sheet)
        yield from _legend(behind, y=sheet.bottom + 22)

    return svg.drawing(
        title=title, description=description, width=_RIGHT, height=sheet.bottom + 34, parts=parts()
    )


def _quarter_heads(quarters: tuple[str, ...], *, sheet: _Sheet) -> Iterator[str]:
    room = 0.0
    for index, quarter in enumerate(quarters):
        year, number = quarter.split("-")
        x = sheet.x(index)
        new_year = index == 0 or not quarters[index - 1].startswith(year)
        if new_year or sheet.column >= _NARROW:
            start = 4 if new_year else 26
            yield svg.line(x, start, x, sheet.bottom, stroke=svg.MUTED if new_year else svg.HAIRLINE)
        if new_year and x >= room and x + 34 <= _RIGHT:
            yield svg.words(x + 5, 17, year, size=13, bold=True)
            room = x + 40
        if sheet.column >= _NARROW:
            yield svg.words(x + sheet.column / 2, 39, number, size=11, fill=svg.MUTED, anchor="middle")


def _holidays(holidays: tuple[Period, ...], *, sheet: _Sheet, last: int) -> Iterator[str]:
    for holiday in holidays:
        start, end = max(0.0, holiday.start), min(float(last), holiday.end)
        if start < end:
            x, width = sheet.x(start), sheet.column * (end - start)
            yield svg.box(x, sheet.top, width, sheet.bottom - sheet.top, fill=SCALE[0])
            yield svg.hatching(x, sheet.top, width, sheet.bottom - sheet.top, gap=7, stroke=svg.HAIRLINE)


def _moments(moments: tuple[Moment, ...], *, sheet: _Sheet, last: int) -> Iterator[str]:
    """Draw a line with a diamond for each moment; a name that finds no room above stands in the table only."""
    free = [0.0] * _LANES
    for moment in sorted(moments, key=lambda each: (each.place, each.name)):
        if not 0 <= moment.place <= last:
            continue
        x = sheet.x(moment.place)
        yield svg.track((x, _HEADS + 2), (x, sheet.bottom), stroke=svg.VIOLET, width=1.1)
        yield svg.track(*_diamond(x, sheet.top - 2), stroke=svg.VIOLET, width=2.4)
        wide = svg.width_of(moment.name, size=9.5) + 6
        lane = next((number for number, end in enumerate(free) if x >= end), None)
        if lane is None or x + wide > _RIGHT:
            continue
        free[lane] = x + wide + 4
        yield svg.words(x + 4, _HEADS + 10 + _LANE * lane, moment.name, size=9.5, fill=svg.VIOLET)


def _diamond(x: float, y: float) -> tuple[tuple[float, float], ...]:
    return (x, y - 2.5), (x + 2.5, y), (x, y + 2.5), (x - 2.5, y), (x, y - 2.5)


def _links(bars: tuple[Bar, ...], *, sheet: _Sheet) -> Iterator[str]:
    """Draw a line from the end of what comes first, behind the bars, to the start of what waits for it."""
    rows = {bar.number: (row, bar) for row, bar in enumerate(bars)}
    for row, bar in enumerate(bars):
        for number in bar.after:
            if number not in rows:
                continue
            above, first = rows[number]
            x, y = sheet.x(first.end + 1) - 5, sheet.y(above) + _ROW / 2
            target, level = sheet.x(bar.start) + 2, sheet.y(row) + _ROW / 2
            yield svg.track((x, y), (x, level), (target, level), stroke=svg.MUTED, width=1.1)
            if target >= x:
                tip = (target - 4, level - 3), (target, level), (target - 4, level + 3)
                yield svg.track(*tip, stroke=svg.MUTED, width=1.1)


def _bar_label(bar: Bar, *, y: float) -> Iterator[str]:
    size = 12 if svg.width_of(bar.number, size=12, bold=True) <= 32 else 9.5
    number = svg.shortened(bar.number, width=32, size=size, bold=True)
    yield svg.words(0, y + _ROW / 2 + 4, number, size=size, fill=svg.PETROL, bold=True)
    lines = svg.lines_of(bar.title, width=_LEFT - 44, size=11)
    first = y + _ROW / 2 + 4 - 6.5 * (len(lines) - 1)
    for index, text in enumerate(lines):
        yield svg.words(34, first + 13 * index, text, size=11)


def _bar(bar: Bar, *, y: float, sheet: _Sheet) -> Iterator[str]:
    label = bar.phase.value if bar.phase else "fase onbekend"
    x, height = sheet.x(bar.start) + 2, _ROW - 9
    width = max(2.0, sheet.column * (bar.end - bar.start + 1) - 4)
    dash = "" if bar.decided else "4 3"
    yield svg.box(x, y, width, height, fill=PHASE_FILLS[bar.phase], stroke=svg.PETROL, line=1.3, dash=dash)
    room = svg.width_of(label, size=11) + 10
    baseline = y + height / 2 + 4
    if width >= room:
        yield svg.words(x + 6, baseline, label, size=11)
        return
    start = x + width + 5 if x + width + room <= _RIGHT else x - room + 3
    yield svg.box(start - 2, y + 1, room - 5, height - 2, fill=svg.PAPER)
    yield svg.words(start, baseline, label, size=11)


def _legend(calendar: Calendar, *, y: float) -> Iterator[str]:
    keys = [("besluit genomen", ""), ("voorstel, nog geen besluit", "4 3")]
    x = 0.0
    for label, dash in keys:
        yield svg.box(x, y - 10, 26, 12, fill=svg.PAPER, stroke=svg.PETROL, line=1.3, dash=dash)
        yield svg.words(x + 32, y, label, size=11, fill=svg.MUTED)
        x += 54 + svg.width_of(label, size=11)
    yield svg.track((x, y - 10), (x, y - 4), (x + 20, y - 4))
    yield svg.track((x + 16, y - 7), (x + 20, y - 4), (x + 16, y - 1))
    yield svg.words(x + 28, y, "komt daarna", size=11, fill=svg.MUTED)
    x += 50 + svg.width_of("komt daarna", size=11)
    if calendar.moments:
        yield svg.track(*_diamond(x + 3, y - 4), stroke=svg.VIOLET, width=2.4)
        yield svg.words(x + 14, y, "moment van de raad", size=11, fill=svg.MUTED)
        x += 36 + svg.width_of("moment van de raad", size=11)
    if calendar.holidays:
        yield svg.box(x, y - 10, 26, 12, fill=SCALE[0], stroke=svg.HAIRLINE)
        yield svg.hatching(x, y - 10, 26, 12, gap=7, stroke=svg.HAIRLINE)
        yield svg.words(x + 32, y, "schoolvakantie", size=11, fill=svg.MUTED)
