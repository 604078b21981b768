"""What stands behind the bars of the time line: the council's year and the school holidays, drawn and in a table."""

from __future__ import annotations

from datetime import date, timedelta

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.plan.quarters import first_day, index_of, last_day, quarter_of
from psoh_cli.report.document import Column, Table
from psoh_cli.report.figures_gantt import Calendar, Moment, Period
from psoh_cli.report.spans import lines


def calendar_of(gemeente: Gemeente, *, quarters: tuple[str, ...]) -> Calendar:
    """Place the dates of a gemeente along the quarters; a date without a day stands at its first day."""
    if not quarters:
        return Calendar()
    return Calendar(
        moments=tuple(
            Moment(name=each.name, place=place(each.day.first_day(), quarters=quarters))
            for each in gemeente.calendar
        ),
        holidays=tuple(
            Period(
                start=place(each.days[0], quarters=quarters),
                end=place(each.days[1] + timedelta(days=1), quarters=quarters),
            )
            for each in gemeente.holidays
            if each.is_in_order
        ),
    )


def place(day: date, *, quarters: tuple[str, ...]) -> float:
    """Count quarters from the first of the columns to a day, with the part of its quarter that has passed."""
    quarter = quarter_of(day)
    length = (last_day(quarter) - first_day(quarter)).days + 1
    return index_of(quarter) - index_of(quarters[0]) + (day - first_day(quarter)).days / length


def calendar_table(gemeente: Gemeente, *, quarters: tuple[str, ...]) -> tuple[Table, ...]:
    """Say in words what the time line shows behind its bars; nothing when no date falls in it."""
    first, last = first_day(quarters[0]), last_day(quarters[-1])
    rows = [
        (each.day.first_day(), each.name, each.day.in_words(), "moment van de raad")
        for each in gemeente.calendar
        if first <= each.day.first_day() <= last
    ]
    rows += [
        (
            each.days[0],
            each.name,
            f"{each.first.in_words()} tot en met {each.last.in_words()}",
            "schoolvakantie",
        )
        for each in gemeente.holidays
        if first <= each.days[1] and each.days[0] <= last
    ]
    if not rows:
        return ()
    return (
        Table(
            caption="Momenten en vakanties in de tijdlijn",
            columns=(
                Column(title="Wat", width=6),
                Column(title="Wanneer", width=8),
                Column(title="Soort", width=5),
            ),
            rows=tuple(lines(name, when, kind) for _, name, when, kind in sorted(rows)),
        ),
    )
