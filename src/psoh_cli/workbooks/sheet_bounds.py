"""How far the cells of a sheet reach, told from its XML before any cell is made: one far cell would fill the memory."""

from __future__ import annotations

import re
from dataclasses import dataclass

from psoh_cli.errors import UnreadableError
from psoh_cli.workbooks.raw_sheet import Merged

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_CELLS = 4_000_000

MOST_MERGED = 20_000

FAR = 10**9
"""Further than any sheet goes."""


@dataclass(frozen=True, kw_only=True)
class Extent:
    """The last row and the last column with something in them, counted from 1."""

    rows: int = 0
    columns: int = 0

    @property
    def fits(self) -> bool:
        """Tell whether a sheet of this size can be read."""
        return (
            self.rows <= MOST_ROWS and self.columns <= MOST_COLUMNS and self.rows * self.columns <= MOST_CELLS
        )


_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]{0,4})(\d{1,9})["']""")
_ODD_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*(?:[A-Za-z]{5}|[A-Za-z]*\d{10}|[^A-Za-z0-9"'])""")
_ATTRIBUTES = rb"""((?:"[^"]*"|'[^']*'|[^<>"'])*)>"""
_START = re.compile(rb"<(?:\w+:)?c\s" + _ATTRIBUTES)
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")


def extent_of_xlsx(xml: bytes) -> Extent:
    """Tell how far the cells of one sheet of an xlsx reach; cells that are only coloured do not count."""
    if _ODD_PLACE.search(xml):
        return Extent(rows=FAR, columns=FAR)
    every = _extent(_PLACE.findall(xml))
    named = every if every.fits else _extent(_filled(xml))
    cells = len(_CELL.findall(xml))
    if cells <= len(_PLACE.findall(xml)) - len(_ROW.findall(xml)):
        return named
    unnamed = max((len(_CELL.findall(row)) for row in _ROW.split(xml)), default=0)
    rows = max(named.rows, len(_ROW.findall(xml)))
    return Extent(rows=rows, columns=max(named.columns, unnamed) + min(named.columns, unnamed))


def _filled(xml: bytes) -> list[tuple[bytes, bytes]]:
    """Give the places of cells that hold something: not `<c r="A9" s="3"/>`."""
    starts = (start for start in _START.findall(xml) if not start.rstrip().endswith(b"/"))
    places = (_PLACE.search(b" " + start) for start in starts)
    return [(place[1], place[2]) for place in places if place]


def too_many(name: str) -> UnreadableError:
    """Say that a sheet holds more than anybody keeps in one."""
    return UnreadableError(
        f"{name} heeft meer rijen of kolommen dan psoh leest.",
        remedy="Haal lege rijen en kolommen weg: kopieer alleen de cellen met inhoud naar een nieuw bestand.",
    )


def counts_are_sound(xml: bytes) -> bool:
    """Tell whether a list of texts can hold as many as it says: room is made for them before any is read."""
    return all(int(found) <= len(xml) for found in _UNIQUE.findall(xml))


def _extent(places: list[tuple[bytes, bytes]]) -> Extent:
    return Extent(
        rows=max(map(int, {number for _, number in places}), default=0),
        columns=max(map(_column, {letters for letters, _ in places}), default=0),
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


_UNIQUE = re.compile(rb"""niqueCount\s*=\s*["']?\s*\+?(\d{1,40})""")

_ODS_TABLE = re.compile(rb"<table:table[\s>]")
_ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)\b([^<>]*)>")
_ROWS = re.compile(rb'table:number-rows-repeated\s*=\s*["\'](\d{1,18})["\']')
_COLUMNS = re.compile(rb'table:number-columns-repeated\s*=\s*["\'](\d{1,18})["\']')
_SPAN_ROWS = re.compile(rb'table:number-rows-spanned\s*=\s*["\'](\d{1,9})["\']')
_SPAN_COLUMNS = re.compile(rb'table:number-columns-spanned\s*=\s*["\'](\d{1,9})["\']')


@dataclass(frozen=True, kw_only=True)
class OdsTable:
    """How far one table of an ods reaches, and which of its cells were made one."""

    extent: Extent
    merged: tuple[Merged, ...] = ()


def tables_of_ods(xml: bytes) -> tuple[OdsTable, ...]:
    """Tell of each table in `content.xml` how far its cells reach; empty rows and cells at the end do not count."""
    return tuple(_ods_table(part) for part in _ODS_TABLE.split(xml)[1:])


def _ods_table(xml: bytes) -> OdsTable:
    row = next_row = last_row = widest = width = 0
    merged: list[Merged] = []
    for tag, attributes in _ODS_TAG.findall(xml):
        if tag == b"table-row":
            row, width = next_row, 0
            next_row += _number(_ROWS, attributes)
            continue
        count = _number(_COLUMNS, attributes)
        if not attributes.rstrip().endswith(b"/") or b"office:value" in attributes:
            last_row, widest = next_row, max(widest, width + count)
            if b"spanned" in attributes and len(merged) < MOST_MERGED:
                merged.append(_merged(attributes, row=row, column=width))
        width += count
    return OdsTable(extent=Extent(rows=last_row, columns=widest), merged=tuple(merged))


def _merged(attributes: bytes, *, row: int, column: int) -> Merged:
    return Merged(
        first_row=row,
        first_column=column,
        last_row=row + _number(_SPAN_ROWS, attributes) - 1,
        last_column=column + _number(_SPAN_COLUMNS, attributes) - 1,
    )


def _number(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return max(int(found[1]), 1) if found else 1
