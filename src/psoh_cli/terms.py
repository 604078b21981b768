"""How long something that was said or confirmed holds: counting in whole months."""

from __future__ import annotations

from datetime import date

from psoh_cli.dutch import PartialDate, plural

_A_YEAR = 12

ASK_AGAIN_MONTHS = 12
"""After this long it is time to ask again; the answer still counts (our own choice: afgeleid)."""

ANSWER_TERM_MONTHS = 24
"""How long an answer proves that something is in order (our own choice: afgeleid).

Twice as long as a confirmation on the kaart: what is agreed between organizations changes slower than opening
hours and waiting times, and an interview is repeated once in a council's half term, not every year.
"""

COUNT_TERM_MONTHS = 24
"""How long a count of statushouders gives a fair picture of today (our own choice: afgeleid)."""


def within(day: PartialDate, *, months: int, as_of: date) -> bool:
    """Tell whether a date lies at most a number of months back.

    A date of less precision than a day counts from its first day: the strictest reading.
    """
    return as_of <= last_day(day, months=months)


def last_day(day: PartialDate, *, months: int) -> date:
    """Give the last day on which what was said on a date still holds, a number of months on.

    A date of less precision than a day counts from its first day: the strictest reading.
    """
    first = day.first_day()
    total = first.year * 12 + first.month - 1 + months
    last = PartialDate(total // 12, total % 12 + 1).last_day()
    return date(last.year, last.month, min(first.day, last.day))


def ago_in_words(day: PartialDate, *, as_of: date) -> str:
    """Say how long ago a date was: in months up to two years, in years after that and where only a year is known.

    A rough date counts from its first day.
    """
    months = months_since(day, as_of=as_of)
    if months < _A_YEAR or (day.month and months <= 2 * _A_YEAR):
        return f"{plural(months, 'maand', 'maanden')} geleden"
    exactly = bool(day.month) and months % _A_YEAR == 0
    return f"{'' if exactly else 'ruim '}{months // _A_YEAR} jaar geleden"


def months_since(day: PartialDate, *, as_of: date) -> int:
    """Count the whole months that have passed since a date; a rough date counts from its first day."""
    first = day.first_day()
    return (as_of.year - first.year) * 12 + as_of.month - first.month - (as_of.day < first.day)
