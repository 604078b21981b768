"""Text with values between commas, semicolons or tabs: which sign it is, and the rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from psoh_cli.dutch import number
from psoh_cli.errors import UnreadableError
from psoh_cli.workbooks.sheet_bounds import too_many

SIGNS = {";": "puntkomma's", "\t": "tabs", ",": "komma's", "|": "staande strepen"}
"""What may stand between values, the likeliest in the Netherlands first."""

MOST_ROWS = 200_000
MOST_CELLS = 4_000_000

_LOOKED_AT = 60
_LONGEST_CELL = 131_072
_DECLARED = re.compile(r"[\"']?sep=([^\r\n\"'])[\"']?[^\S\r\n]*(?:\r\n|\r|\n)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Separated:
    """The rows of a text, and the sign that stands between its values."""

    rows: list[list[str]]
    sign: str


def read_rows(text: str, *, name: str) -> Separated:
    """Cut a text into rows and values; raise UnreadableError in Dutch where that cannot be done."""
    declared, text = _declared(text)
    sign = declared or _likeliest(text)
    try:
        rows = _rows(text, sign=sign, strict=True)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise _never_closed(text, sign=sign, name=name) from error
        rows = _loosely(text, sign=sign, name=name)
    if len(rows) > MOST_ROWS or sum(map(len, rows)) > MOST_CELLS:
        raise too_many(name)
    return Separated(rows=rows, sign=sign)


def _declared(text: str) -> tuple[str, str]:
    """Take a first line `sep=;` off, as Excel does, with the sign it names."""
    found = _DECLARED.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def _rows(text: str, *, sign: str, strict: bool) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=strict))


def _loosely(text: str, *, sign: str, name: str) -> list[list[str]]:
    """Read where a quote stands in the middle of a value, as people leave them."""
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        rows.extend(reader)
    except csv.Error as error:
        raise UnreadableError(
            f"{name}, rij {len(rows) + 1}: hier staat een cel met meer dan {number(_LONGEST_CELL)} tekens.",
            remedy="Meestal is een aanhalingsteken niet gesloten. Zoek het op in die rij en haal het weg.",
        ) from error
    return rows


def _never_closed(text: str, *, sign: str, name: str) -> UnreadableError:
    """Say in which row a quote opens that nothing closes."""
    rows = _rows_until_the_end(text, sign=sign)
    return UnreadableError(
        f"{name}, rij {rows}: een aanhalingsteken wordt niet gesloten; alles erna zou één cel worden.",
        remedy="Haal het aanhalingsteken in die rij weg, of zet het tweede erbij.",
    )


def _rows_until_the_end(text: str, *, sign: str) -> int:
    count = 0
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            count += 1
    except csv.Error:
        return count + 1
    return count


def _likeliest(text: str) -> str:
    """Find the sign that cuts the first rows into equally many values, and into more than one."""
    start = text[: _LOOKED_AT * 2_000]
    scores = {sign: _score(start, sign=sign) for sign in SIGNS}
    best = max(scores, key=lambda sign: scores[sign])
    return best if scores[best] > 0 else ";"


def _score(text: str, *, sign: str) -> float:
    if sign not in text:
        return 0.0
    widths: Counter[int] = Counter()
    try:
        for count, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign)):
            if count >= _LOOKED_AT:
                break
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return 0.0
    total = sum(widths.values())
    width, often = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
    return often / total * min(width, 8) if width > 1 else 0.0
