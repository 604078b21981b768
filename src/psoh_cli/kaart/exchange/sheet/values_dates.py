"""Dates as they stand in spreadsheets: a number, a day in any Dutch form, a month or a year; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Read, Reading, is_no_value, one_line, taken, unclear
from psoh_cli.near_misses import MONTHS, date_meant
from psoh_cli.workbooks.raw_sheet import Cell, shown

_FIRST_DAY = date(1899, 12, 30)
_FIRST_NUMBER, _LAST_NUMBER = 25_000, 75_000
"""Days that a spreadsheet counts: from 1968 up to 2105."""
_FIRST_YEAR, _LAST_YEAR = 1980, 2100

_SLASHED = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})\s*", re.ASCII)
_SHORT_IN_WORDS = re.compile(r"(?:(\d{1,2})[- ])?([a-z]{3,9})\.?[- ]('?)(\d{2})", re.ASCII)
_SAID_BEFORE = re.compile(
    r"^(?:(?:laatst\s+)?(?:bijgewerkt|gecontroleerd|gewijzigd|nagevraagd|gemeten|geactualiseerd|update|check)"
    r"|(?:per|op|sinds|d\.?d\.?|datum|versie|in|begin|eind|medio))\s*:?\s+(?:op\s+|in\s+|d\.?d\.?\s+|per\s+)?",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:begin|eind|medio)\b", re.IGNORECASE)
_REMEDY = "Schrijf dag, maand en jaar, bijvoorbeeld 1-2-2024, of alleen het jaar."


def date_reader(key: str, cells: Iterable[Cell]) -> Read:
    """Make the reader of a column of dates; how `1/2/2024` is meant, another date in the column may tell."""
    cells = tuple(cells)
    order = _order(cells)
    telling = next((cell for cell in cells if isinstance(cell, str) and _order((cell,))), "") if order else ""
    note = (
        f"gelezen als maand/dag/jaar, omdat '{one_line(str(telling))}' anders niet kan."
        if order == "maand"
        else ""
    )

    def read(cell: Cell) -> Reading:
        found = _read(key, cell, order=order)
        is_slashed = isinstance(cell, str) and _SLASHED.fullmatch(cell) is not None
        return replace(found, note=note) if note and is_slashed and found.values else found

    return read


def _order(cells: Iterable[Cell]) -> str:
    """Tell whether dates with slashes begin with the day or the month; empty when nothing tells."""
    found = {
        "dag" if int(match[1]) > 12 else "maand" if int(match[2]) > 12 else ""
        for cell in cells
        if isinstance(cell, str) and (match := _SLASHED.fullmatch(cell))
    } - {""}
    return found.pop() if len(found) == 1 else ""


def _read(key: str, cell: Cell, *, order: str) -> Reading:
    if isinstance(cell, datetime | date):
        return _day(key, cell.year, cell.month, cell.day)
    if isinstance(cell, bool):
        return unclear("dit is geen datum", _REMEDY)
    if isinstance(cell, int | float):
        return _number(key, float(cell))
    text = one_line(shown(cell))
    if is_no_value(text):
        return EMPTY
    bare = _SAID_BEFORE.sub("", text)
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", bare):
        return _number(key, float(bare.replace(",", ".")))
    return _slashed(key, bare, order=order) or _in_words(key, bare, text=text)


def _number(key: str, value: float) -> Reading:
    if value.is_integer() and _FIRST_YEAR <= value <= _LAST_YEAR:
        return taken(key, str(PartialDate(int(value))))
    if _FIRST_NUMBER <= value <= _LAST_NUMBER:
        day = _FIRST_DAY + timedelta(days=int(value))
        return _day(key, day.year, day.month, day.day)
    return unclear("dit getal is geen datum", _REMEDY)


def _slashed(key: str, text: str, *, order: str) -> Reading | None:
    match = _SLASHED.fullmatch(text)
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
    if len(match[3]) == 2 and not 10 <= int(match[3]) <= 50:
        return unclear("het jaar is niet duidelijk", _REMEDY)
    if first != second and min(first, second) >= 1 and max(first, second) <= 12 and not order:
        one, two = f"{first} {MONTHS[second - 1]}", f"{second} {MONTHS[first - 1]}"
        return unclear(f"dit kan {one} of {two} zijn", "Schrijf de datum met streepjes: dag-maand-jaar.")
    american = second > 12 or (order == "maand" and first <= 12)
    day, month = (second, first) if american else (first, second)
    return _day(key, year, month, day)


def _in_words(key: str, bare: str, *, text: str) -> Reading:
    short = _SHORT_IN_WORDS.fullmatch(bare.casefold())
    if short and (short[1] or short[3]):
        bare = " ".join(filter(None, (short[1], short[2], f"20{short[4]}")))
    meant = date_meant(bare)
    if meant is None:
        try:
            return taken(key, str(PartialDate.parse(bare)))
        except ValueError:
            return unclear("dit is geen datum", _REMEDY)
    if not meant.text:
        return unclear("deze datum kan op meer dan één manier worden gelezen", _REMEDY)
    if _VAGUE.search(text):
        meant = meant._replace(text=meant.text[:7])
    try:
        return taken(key, str(PartialDate.parse(meant.text)))
    except ValueError as error:
        return unclear(str(error.args[0]).split(";", 1)[0], _REMEDY)


def _day(key: str, year: int, month: int, day: int) -> Reading:
    try:
        return taken(key, str(PartialDate.parse(f"{year:04}-{month:02}-{day:02}")))
    except ValueError as error:
        return unclear(str(error.args[0]).split(";", 1)[0], _REMEDY)
