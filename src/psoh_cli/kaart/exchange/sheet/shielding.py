"""Text that a spreadsheet would run or spoil gets an apostrophe in front; the reader takes exactly that one away.

A formula begins with a sign such as `=`, also in its wide form or behind a space. A CSV holds no kinds of cells, so
that there Excel also turns `0612345678` into 612345678, `3.4` into 3 April and an id such as `2e5` into 200000.
In a workbook a text is a text, whatever it begins with.
"""

from __future__ import annotations

import re

_UNSEEN = (
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff"
    r"\uffa0]*"
)
_ORDERS = (
    r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u207c\u208a\u208b\u208c\u2212]"
)
"""What a formula or an order to another program (DDE) begins with, in all widths."""

_MONTHS = r"(?:jan|feb|m(?:aa)?rt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_SPOILED = (
    r"(?![1-9]\d{0,10}$|0$|0\d{1,3}[- ]\d{5,}$)[\d\s.,:/%€$£–-]*\d[\d\s.,:/%€$£–-]*$",
    r"[\d.,]+\s?e[+-]?\d+$",
    rf"(?=.*\d)(?:\d{{1,4}}[-/. ]?)?{_MONTHS}[-/. ]*\d{{0,4}}(?:[-/. ]\d{{1,4}})?$",
    r"\d[\d: ]*\s?[ap]m?$",
    r"(?:true|false|waar|onwaar)$",
    r"#[a-z/0-9]+[!?]?$",
)
"""Numbers with a zero in front or with more digits than Excel keeps, dates, times, powers of ten, truth, errors."""

_IN_CSV = re.compile(rf"'*(?:{_UNSEEN}{_ORDERS}|{'|'.join(_SPOILED)})", re.IGNORECASE | re.ASCII | re.DOTALL)
_MARKED = re.compile(rf"'+(?:{_UNSEEN}{_ORDERS}|{'|'.join(_SPOILED)})", re.IGNORECASE | re.ASCII | re.DOTALL)


def kept_apart(text: str) -> str:
    """Put one more apostrophe before a text that has one of its own where the reader would take it away."""
    return f"'{text}" if text[:1] == "'" and _MARKED.match(text) else text


def shielded(text: str) -> str:
    """Put an apostrophe before a text that a program would run or spoil when it opens a CSV."""
    return f"'{text}" if text[:1] != "'" and _IN_CSV.match(text) else text


def unshielded(text: str) -> str:
    """Take the apostrophe away that one of the two above put there."""
    return text[1:] if text[:1] == "'" and _MARKED.match(text) else text
