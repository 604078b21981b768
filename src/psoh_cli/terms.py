"""How long something that was said or confirmed holds: counting in whole months."""

from __future__ import annotations

from datetime import date

from psoh_cli.dutch import PartialDate


def within(day: PartialDate, *, months: int, as_of: date) -> bool:
    """Tell whether a date lies at most a number of months back.

    A date of less precision than a day counts from its first day: the strictest reading.
    """
    first = day.first_day()
    total = first.year * 12 + first.month - 1 + months
    last = PartialDate(total // 12, total % 12 + 1).last_day()
    return as_of <= date(last.year, last.month, min(first.day, last.day))


def months_since(day: PartialDate, *, as_of: date) -> int:
    """Count the whole months that have passed since a date; a rough date counts from its first day."""
    first = day.first_day()
    return (as_of.year - first.year) * 12 + as_of.month - first.month - (as_of.day < first.day)
