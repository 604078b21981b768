"""School holidays by quarter: when a group had better not begin, and which weeks it skips."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.dutch import date_in_words
from psoh_cli.gemeente.means import Holiday
from psoh_cli.plan.quarters import first_day, last_day, quarter_at
from psoh_cli.plan.schedule import MOST_HOLIDAY, Slot


def is_mostly_holiday(quarter: int, *, holidays: Iterable[Holiday]) -> bool:
    """Tell whether too much of a quarter is school holiday for a group to begin in it."""
    first, last = first_day(quarter_at(quarter)).toordinal(), last_day(quarter_at(quarter)).toordinal()
    days: set[int] = set()
    for holiday in holidays:
        begin, end = holiday.days
        days.update(range(max(first, begin.toordinal()), min(last, end.toordinal()) + 1))
    return len(days) > MOST_HOLIDAY * (last - first + 1)


def during(slot: Slot, *, holidays: Iterable[Holiday]) -> tuple[Holiday, ...]:
    """Give the holidays that fall, at least in part, while something runs; in order of time."""
    first, last = first_day(quarter_at(slot.start)), last_day(quarter_at(slot.end))
    found = (
        holiday
        for holiday in holidays
        if holiday.is_in_order and holiday.days[0] <= last and holiday.days[1] >= first
    )
    return tuple(sorted(found, key=lambda holiday: (holiday.days, holiday.name)))


def in_words(holiday: Holiday) -> str:
    """Name a holiday with its days: `meivakantie (24 april tot en met 9 mei 2027)`."""
    begin, end = holiday.days
    first = date_in_words(begin)
    if begin.year == end.year:
        first = first.removesuffix(f" {begin.year}")
    return f"{holiday.name} ({first} tot en met {date_in_words(end)})"
