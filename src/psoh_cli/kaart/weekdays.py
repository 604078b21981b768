"""Weekdays as people shorten them: `ma`, `di.`, `ma t/m vr`; what psoh writes instead."""

from __future__ import annotations

import re

from psoh_cli.problems.refused import RefusedError

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NOT_IN_LIST = "YAML023"

_LONGEST = 60
_SHORT = {short: day for day in WEEKDAYS for short in (day[:2], day[:3])}
_TO = re.compile(r"\s*(?:t/m|tot en met|-|\N{EN DASH})\s*")
_AND = re.compile(r"\s*(?:,|/|\+|&|\ben\b)\s*")


def day_meant(text: str) -> str:
    """Give the day of an abbreviation or of a name with capitals; empty where it is none."""
    word = text.strip().rstrip(".").casefold()
    return word if word in WEEKDAYS else _SHORT.get(word, "")


def days_meant(text: str) -> tuple[str, ...]:
    """Give the days of `ma t/m vr` or `di en do`; empty where that is not sure."""
    if len(text) > _LONGEST:
        return ()
    found: list[str] = []
    for part in _AND.split(_TO.sub("-", text.strip().casefold())):
        ends = [day_meant(end) for end in part.split("-")]
        if "" in ends or len(ends) > 2:
            return ()
        first, last = WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[-1])
        found += WEEKDAYS[first : last + 1] if first <= last else (*WEEKDAYS[first:], *WEEKDAYS[: last + 1])
    return tuple(dict.fromkeys(found))


def whole_day(value: object) -> object:
    """Refuse a day that is shortened, with the whole word; leave anything else to the list of days."""
    if not isinstance(value, str) or value in WEEKDAYS:
        return value
    day = day_meant(value)
    if day and value.strip().casefold() != day:
        raise RefusedError(f"'{value}' is een dag in het kort", f"Schrijf {day}.", code=NOT_IN_LIST, mend=day)
    days = () if day else days_meant(value)
    if days:
        raise RefusedError(f"'{value}' is meer dan één dag", _as_list(days), code=NOT_IN_LIST)
    return value


def days_in_list(value: object) -> object:
    """Refuse days in one piece of text, with the list they make; leave anything else to the list itself."""
    days = days_meant(value) if isinstance(value, str) else ()
    if days:
        raise RefusedError(f"'{value}' is geen lijst van dagen", _as_list(days), code=NOT_IN_LIST)
    return value


def _as_list(days: tuple[str, ...]) -> str:
    return f"Schrijf dagen: [{', '.join(days)}]"
