"""Times of the day as people write them, and what lies between two of them."""

from __future__ import annotations

import re

from psoh_cli.near_misses import Meant

MIDNIGHT = "00:00"
"""As a closing time it is the end of the day."""

_LAST_MINUTE = 24 * 60
_EVENING, _MORNING = 18 * 60, 10 * 60
_WRITTEN = re.compile(
    r"(?:om )?(\d{1,2})(?:(?: ?(?:u|h|uur) ?|[:.,;])(\d{2})|(?<=\d\d)(\d{2}))?(?: ?(?:u|h|uur))?\.?",
    re.IGNORECASE | re.ASCII,
)


def time_meant(text: str) -> Meant | None:
    """Read a time in another form, such as `9u30`, `0930` or `9 uur`; None when it is none.

    An hour without minutes is not sure: `5 uur` may be in the afternoon.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    minute = match[2] or match[3]
    hour = int(match[1])
    if hour == 24 and (minute or "00") == "00":
        return Meant(MIDNIGHT)
    if hour > 23 or int(minute or 0) > 59:
        return None
    return Meant(f"{hour:02}:{minute or '00'}", is_safe=minute is not None)


def minutes(time: str) -> int:
    """Count the minutes since midnight of `09:30`."""
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)


def is_turned(opens_at: str, closes_at: str) -> bool:
    """Tell whether a closing time lies before the opening time, or is the same; midnight is the end of the day."""
    return closes_at != MIDNIGHT and minutes(closes_at) <= minutes(opens_at)


def is_overnight(opens_at: str, closes_at: str) -> bool:
    """Tell whether something opens in the evening and closes in the morning, as a night shelter does."""
    return minutes(opens_at) >= _EVENING and minutes(closes_at) <= _MORNING


def minutes_open(opens_at: str, closes_at: str) -> int:
    """Give the minutes in which something is open as bits of one number, so that spans compare with `&`."""
    start = minutes(opens_at)
    end = _LAST_MINUTE if closes_at == MIDNIGHT else minutes(closes_at)
    return ((1 << max(end - start, 0)) - 1) << start
