"""Opening hours in a cell: `maandag t/m woensdag 09:00-12:00; vrijdag vanaf 13:00 (niet in de vakantie)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from psoh_cli.kaart.entries import Schedule
from psoh_cli.kaart.weekdays import WEEKDAYS, day_meant

_NOTHING = "onbekend"
_ONE = re.compile(
    r"(?P<days>[^\d(;]*?)\s*"
    r"(?:(?P<open>\d{1,2}[:.]\d{2})\s*(?:-|–|tot)\s*(?P<close>\d{1,2}[:.]\d{2})"
    r"|vanaf\s+(?P<since>\d{1,2}[:.]\d{2})|tot\s+(?P<until>\d{1,2}[:.]\d{2}))?"
    r"\s*(?:\((?P<text>(?:[^\\)]|\\.)*)\))?\s*(?:;|$)\s*",
    re.DOTALL,
)
_RUN = 3
"""From so many days in a row on, only the first and last are written."""


def write_hours(schedules: Iterable[Schedule]) -> str:
    """Write opening hours in one line."""
    return "; ".join(_written(item) for item in schedules)


def read_hours(text: str) -> list[dict[str, Any]]:
    """Read opening hours as the kaart file holds them; raise ValueError in Dutch where they are written otherwise."""
    found, at = [], 0
    while at < len(text):
        match = _ONE.match(text, at)
        if match is None or match.end() == at:
            raise ValueError(
                f"'{text[at : at + 60]}' is niet te lezen als openingstijd; schrijf bijvoorbeeld "
                "maandag, woensdag 09:00-12:00 (uitleg)"
            )
        at = match.end()
        found.append(_read(match))
    return found


def _written(item: Schedule) -> str:
    parts = [_days(item.days), _times(item)]
    if item.description:
        parts.append("(" + item.description.replace("\\", "\\\\").replace(")", "\\)") + ")")
    return " ".join(part for part in parts if part) or _NOTHING


def _days(days: tuple[str, ...]) -> str:
    runs: list[list[str]] = []
    for day in days:
        if runs and WEEKDAYS.index(day) == WEEKDAYS.index(runs[-1][-1]) + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(f"{run[0]} t/m {run[-1]}" if len(run) >= _RUN else ", ".join(run) for run in runs)


def _times(item: Schedule) -> str:
    if item.opens_at and item.closes_at:
        return f"{item.opens_at}-{item.closes_at}"
    if item.opens_at:
        return f"vanaf {item.opens_at}"
    return f"tot {item.closes_at}" if item.closes_at else ""


def _read(match: re.Match[str]) -> dict[str, Any]:
    days = match["days"].strip().casefold()
    told = {
        "dagen": [] if days in {"", _NOTHING} else _read_days(days),
        "van": match["open"] or match["since"],
        "tot": match["close"] or match["until"],
        "toelichting": re.sub(r"\\(.)", r"\1", match["text"] or "", flags=re.DOTALL),
    }
    return {key: value for key, value in told.items() if value}


def _read_days(text: str) -> list[str]:
    found: list[str] = []
    for piece in text.split(","):
        ends = [day_meant(end) for end in piece.split(" t/m ")]
        if "" in ends or len(ends) > 2:
            raise ValueError(
                f"'{piece.strip()[:60]}' is geen dag; schrijf dagen voluit, met komma's ertussen"
            )
        first, last = WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[-1])
        if first > last:
            raise ValueError(f"'{piece.strip()}' loopt terug; begin met de eerste dag van de week")
        found += WEEKDAYS[first : last + 1]
    return found
