"""Opening hours of HSDS read back: weekdays with times, or a sentence."""

from __future__ import annotations

import re
from typing import Any

from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.schedules import DAYS

_DAY_OF = {short: day for day, short in DAYS.items()}
_TIME = re.compile(r"(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?")
_IN_NETHERLANDS = frozenset({None, "+01:00", "+02:00"})
_NOT_WEEKLY = ("byweekno", "bymonthday", "byyearday")
_IN_WORDS = "Schrijf de openingstijd in woorden op."


def read_schedules(reader: Reader) -> list[dict[str, Any]]:
    """Read the opening hours of an object; what the kaart has no form for is told."""
    read = (_schedule(item) for item in reader.objects("schedules", kind="schedule"))
    return [item for item in read if item]


def _schedule(item: Reader) -> dict[str, Any]:
    item.take("freq")
    days = _days(item)
    opens, closes = _time(item, "opens_at"), _time(item, "closes_at")
    read = {"dagen": days, "van": opens, "tot": closes, "toelichting": item.text("description")}
    if item.fields.get("interval") in (1, "1"):
        item.take("interval")
    item.finish()
    return {key: value for key, value in read.items() if value}


def _days(item: Reader) -> list[str]:
    """Give the days where they come back every week; every second week or month is another thing."""
    text = item.text("byday")
    if text is None:
        return []
    days = [_DAY_OF.get(part.strip().upper(), "") for part in text.split(",")]
    if "" in days or item.fields.get("freq") not in {None, "", "WEEKLY"}:
        item.refuse("byday", "dit zijn geen vaste dagen van de week", _IN_WORDS)
        return []
    if item.fields.get("interval") not in {None, "", 1, "1"} or any(
        item.fields.get(key) for key in _NOT_WEEKLY
    ):
        item.refuse("byday", "dit is niet elke week", _IN_WORDS)
        return []
    return days


def _time(item: Reader, key: str) -> str | None:
    text = item.text(key)
    match = None if text is None else _TIME.fullmatch(text)
    if match is not None and match[2] in _IN_NETHERLANDS:
        return match[1]
    if text is not None:
        why = "dit is geen tijd" if match is None else "dit is niet de tijd in Nederland"
        item.refuse(key, why, "Schrijf de tijd als uu:mm, zoals de klok in Nederland staat.")
    return None
