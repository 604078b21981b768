"""Counting in quarters: `2027-K1` to a number and back, so that time can be added and compared."""

from __future__ import annotations

from datetime import date, timedelta


def index_of(quarter: str) -> int:
    """Count the quarters from the year 0; `2027-K1` gives 8108."""
    return int(quarter[:4]) * 4 + int(quarter[-1]) - 1


def quarter_at(index: int) -> str:
    """Give the quarter with this number."""
    return f"{index // 4:04}-K{index % 4 + 1}"


def in_words(index: int) -> str:
    """Write the quarter with this number as people do: `K1 2027`."""
    return f"K{index % 4 + 1} {index // 4:04}"


def quarter_of(day: date) -> str:
    """Give the quarter in which a day falls."""
    return f"{day.year:04}-K{(day.month + 2) // 3}"


def next_quarter(day: date) -> str:
    """Give the first quarter that begins after a day."""
    return quarter_at(index_of(quarter_of(day)) + 1)


def year_of(quarter: str) -> int:
    """Give the year of a quarter."""
    return int(quarter[:4])


def first_day(quarter: str) -> date:
    """Give the day on which a quarter begins."""
    return date(year_of(quarter), int(quarter[-1]) * 3 - 2, 1)


def last_day(quarter: str) -> date:
    """Give the day on which a quarter ends."""
    return first_day(quarter_at(index_of(quarter) + 1)) - timedelta(days=1)


def count(start: str, *, end: str) -> int:
    """Count the quarters from one to another, both included."""
    return index_of(end) - index_of(start) + 1
