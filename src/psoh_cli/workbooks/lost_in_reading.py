"""What the reader of workbooks would drop without a word, put into their XML so that it comes through.

In an xlsx that is a formula that no program has worked out yet, and in an ods a tab or a new line within a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from psoh_cli.workbooks.raw_sheet import Cell, Row, Unreckoned

_MARK = "\ue0f5\ue0f6"
"""Signs that nobody has a key for, ahead of a formula without an outcome."""

_FORMULA_CELL = re.compile(
    rb"<((?:\w+:)?c)\b([^<>]*)>\s*<((?:\w+:)?f)\b(?:[^<>]*/>|[^<>]*>([^<>]*)</\3>)\s*"
    rb"(?:<((?:\w+:)?v)\s*(?:/>|>\s*</\5>))?\s*</\1>"
)
_HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w*)["']""")
_TAB = re.compile(rb"<text:tab\b[^<>]*/>")
_NEW_LINE = re.compile(rb"<text:line-break\b[^<>]*/>")


def with_formulas(xml: bytes) -> bytes:
    """Give one sheet of an xlsx with a mark in each cell that holds a formula and no outcome."""
    return _FORMULA_CELL.sub(_marked, xml) if _HAS_FORMULA.search(xml) else xml


def with_white_space(xml: bytes) -> bytes:
    """Give the content of an ods with its tabs and new lines as signs."""
    return _NEW_LINE.sub(b"&#10;", _TAB.sub(b"&#9;", xml))


def unmarked(rows: Sequence[Row]) -> Sequence[Row]:
    """Give rows with an `Unreckoned` in the place of each marked cell."""
    return [[_unmarked(cell) for cell in row] for row in rows]


def _marked(found: re.Match[bytes]) -> bytes:
    tag, attributes, formula, value = found[1], found[2], found[4] or b"", found[5]
    kind = _TYPE.search(attributes)
    if value and kind and kind[1] == b"str":  # its outcome is an empty text
        return found[0]
    prefix = tag[:-1]
    text = _MARK.encode() + b"=" + formula
    return b'<%s%s t="str"><%sv>%s</%sv></%s>' % (tag, _TYPE.sub(b"", attributes), prefix, text, prefix, tag)


def _unmarked(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_MARK):
        return Unreckoned(cell.removeprefix(_MARK))
    return cell
