"""Opening hours in a cell: days with times where they are sure, and otherwise the words as they stand."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, is_no_value, one_line, taken, unclear
from psoh_cli.kaart.opening_times import is_overnight, is_turned, minutes, time_meant
from psoh_cli.kaart.weekdays import days_meant
from psoh_cli.workbooks.raw_sheet import Cell, shown

KEY = "openingstijden"

_DAY = r"(?:ma|di|wo|do|vr|za|zo)(?:an|ns|en|nd|ij|te)?[a-z]{0,9}\.?"
_DAYS = re.compile(
    rf"(?:(?:op|elke|iedere|van)\s+)?((?:{_DAY})(?:\s*(?:t/m|tot en met|-|–|,|/|\+|&|\ben\b)\s*(?:{_DAY}))*)"
    r"\s*(?::|,|van|tussen|om)?\s*(.*)"
)
_TIME = r"\d{1,2}(?:[.:,]\d{2}|\s?(?:u|h|uur)(?:\s?\d{2})?)?(?:\s?(?:u|h|uur)\.?)?"
_SPAN = re.compile(rf"(?:van\s*)?({_TIME})\s*(?:-|–|—|tot|t/m)\s*({_TIME})")
_NEXT = re.compile(rf"\s*(?:[;\n\r]|,(?=\s*(?:(?:op|elke)\s+)?{_DAY}\b))\s*")
_AND_DAYS = re.compile(rf"(?<=\d)(?:\s*uur)?\s+(?:en\s+)?(?={_DAY}\s)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_EVERY_DAY = re.compile(r"\b(?:werkdagen|doordeweeks|op werkdagen)\b")
_MORNING, _EVENING = 7 * 60, 22 * 60
_MOST_SPANS = 3


def read_times(cell: Cell) -> Reading:
    """Read opening hours; what is no day with a time stays as the sentence it is."""
    if isinstance(cell, datetime | date | time | int | float):
        return unclear("dit is geen openingstijd", "Schrijf bijvoorbeeld: dinsdag 10:00-12:00.")
    whole = shown(cell).strip()
    if is_no_value(one_line(whole)):
        return EMPTY
    schedules = schedules_in(whole)
    return taken(KEY, schedules or [{"toelichting": one_line(whole)}])


def schedules_in(text: str) -> list[dict[str, Any]]:
    """Read days with times; empty where any of it is not sure."""
    found: list[dict[str, Any]] = []
    for piece in _pieces(text):
        some = _one(piece)
        if not some:
            return []
        found += some
    return found


def on_day(day: str, cell: Cell) -> Reading:
    """Read a column that is called after a day: a time in it, or a mark that it is open."""
    text = one_line(shown(cell)).casefold()
    if is_no_value(text) or text in {"gesloten", "dicht", "nee", "n", "0"}:
        return EMPTY
    if text in {"x", "ja", "v", "✓", "✔", "open", "1", "hele dag"}:
        return taken(KEY, [{"dagen": [day]}])
    spans = _spans(text)
    if spans:
        return taken(KEY, [{"dagen": [day], **span} for span in spans])
    return taken(KEY, [{"dagen": [day], "toelichting": one_line(shown(cell))}])


def _pieces(text: str) -> list[str]:
    pieces = [piece for part in _NEXT.split(text) for piece in _AND_DAYS.split(part)]
    return [piece for piece in (one_line(piece).strip(" .,;") for piece in pieces) if piece]


def _one(piece: str) -> list[dict[str, Any]]:
    remark = _BRACKETS.search(piece)
    bare = piece[: remark.start()] if remark else piece
    match = _DAYS.fullmatch(_EVERY_DAY.sub("ma t/m vr", bare.casefold()))
    if match is None:
        return []
    days, spans = days_meant(match[1].strip(" ,")), _spans(match[2])
    if not days or not (spans or not match[2]):
        return []
    more = {"toelichting": remark[1].strip()} if remark and remark[1].strip() else {}
    return [{"dagen": list(days), **span, **more} for span in spans or [{}]]


def _spans(text: str) -> list[dict[str, str]]:
    """Give the spans of time in a text that holds nothing else."""
    found = []
    for part in re.split(r"\s*(?:\ben\b|,|\+|&|/)\s*", text.strip()):
        match = _SPAN.fullmatch(part.strip(" .").removesuffix("uur").strip())
        span = _span(match[1], match[2]) if match else None
        if span is None:
            return []
        found.append(span)
    return found if len(found) <= _MOST_SPANS else []


def _span(first: str, last: str) -> dict[str, str] | None:
    """Give a span where both times are sure: hours without minutes only by day and in order."""
    opens, closes = time_meant(first.replace(",", ".")), time_meant(last.replace(",", "."))
    if (
        opens is None
        or closes is None
        or (is_turned(opens.text, closes.text) and not is_overnight(opens.text, closes.text))
    ):
        return None
    by_day = minutes(opens.text) >= _MORNING and minutes(closes.text) <= _EVENING
    if not (opens.is_safe and closes.is_safe) and not by_day:
        return None
    return {"van": opens.text, "tot": closes.text}
