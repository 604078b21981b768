"""What a column of a foreign sheet may be about, by what stands in it; only ever a proposal, never taken unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice

from psoh_cli.kaart.exchange.sheet.reading import is_no_value, one_line
from psoh_cli.kaart.exchange.sheet.values_dates import date_reader
from psoh_cli.kaart.weekdays import day_meant
from psoh_cli.languages import code_of
from psoh_cli.workbooks.raw_sheet import Cell, shown

_LOOKED_AT = 50
_MOSTLY = 0.6
"""Such a part of the cells has to look alike (our own choice: afgeleid)."""
_LONG_TEXT = 30

_MAIL = re.compile(r"\S+@\S+\.\S+")
_WEB = re.compile(r"(?:https?://|www\.)\S+|[\w-]+\.(?:nl|org|com|eu|example)(?:/\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"(?:tel\.?\s*)?\+?\(?\d[\d\s()/-]{7,}\d", re.IGNORECASE)
_POSTCODE = re.compile(r"[1-9]\d{3}\s?[a-z]{2}\b.*", re.IGNORECASE)
_AGE = re.compile(r"\d{1,2}\s*(?:\+|(?:-|t/m|tot)\s*\d{1,3})(?:\s*jaar)?|\d{1,3}\s*jaar.*", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2}\s*[-–]\s*\d{1,2}\s*uur", re.IGNORECASE)
_MONEY = re.compile(r"€|\beuro\b|\bgratis\b|\bkosteloos\b", re.IGNORECASE)


def fields_by_values(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Give the names of fields that the cells of a column look like, the likeliest first."""
    filled = (cell for cell in cells if cell != "" and not is_no_value(one_line(shown(cell))))
    some = list(islice(filled, _LOOKED_AT))
    if not some:
        return ()
    return tuple(name for name, fits in _FITS.items() if sum(map(fits, some)) >= _MOSTLY * len(some))


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, date | datetime):
        return True
    text = one_line(shown(cell)) if isinstance(cell, str) else ""
    return any(map(str.isdigit, text)) and bool(date_reader("dag", (cell,))(cell).values)


def _whole(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: bool(pattern.fullmatch(one_line(shown(cell))))


def _within(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: isinstance(cell, str) and bool(pattern.search(cell))


def _is_time(cell: Cell) -> bool:
    return isinstance(cell, str) and (bool(_CLOCK.search(cell)) or any(map(day_meant, _words(cell))))


def _is_language(cell: Cell) -> bool:
    return isinstance(cell, str) and any(len(word) > 3 and code_of(word) for word in _words(cell))


def _is_long(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) >= _LONG_TEXT


def _words(text: str) -> Iterator[str]:
    return (word for word in re.split(r"[\s,;/&]+", text) if word)


_FITS: Mapping[str, Callable[[Cell], bool]] = {
    "gecontroleerd_op": _is_date,
    "email": _whole(_MAIL),
    "website": _whole(_WEB),
    "postcode": _whole(_POSTCODE),
    "leeftijd": _whole(_AGE),
    "telefoon": lambda cell: not _is_date(cell) and bool(_PHONE.fullmatch(one_line(shown(cell)))),
    "kosten": _within(_MONEY),
    "talen": _is_language,
    "openingstijden": lambda cell: not _is_date(cell) and _is_time(cell),
    "toelichting": _is_long,
}
