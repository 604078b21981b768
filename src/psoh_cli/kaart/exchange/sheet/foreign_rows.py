"""Rows of somebody else's spreadsheet: which are about a service, whose it is, and what their cells say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, one_line
from psoh_cli.kaart.exchange.sheet.recognise import Heading, Table
from psoh_cli.kaart.exchange.sheet.row_places import in_column
from psoh_cli.kaart.exchange.sheet.sheet_fields import IGNORED, SheetField, field_named
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.privacy.covering import HIDDEN, hidden
from psoh_cli.workbooks.raw_sheet import Cell, Merged, Row, shown

_REMARK = re.compile(
    r"(?:sub|eind)?totaa?l\b|aantal\b|laatst(?:e)? (?:bijgewerkt|update|wijziging)|bijgewerkt\b|bron(?:nen)?\s*:|"
    r"let op\b|opmerking|legenda|toelichting|versie\b|\*|n\.?b\.?\b|vragen\b|zie ook|datum\s*:|gegenereerd|"
    r"pagina\b|©|uitleg\b|einde\b",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"\d{1,2}[:.]\d{2}")
_MOST_FILLED = 500_000
_LONGEST_NAME = 90


@dataclass(frozen=True, kw_only=True)
class ColumnRead:
    """One field of the sheet, read: where it goes, and what each row says; `heading` is that of its first column."""

    field: SheetField
    heading: str
    readings: Sequence[Reading]


def filled_in(table: Table) -> list[Row]:
    """Give the rows below the headings, with the value of cells that were made one in each of their rows."""
    rows: list[Row] = list(table.sheet.rows[table.first_row :])
    left = _MOST_FILLED
    for merged in table.sheet.merged:
        top, bottom = (
            merged.first_row - table.first_row,
            min(merged.last_row - table.first_row, len(rows) - 1),
        )
        if top < 0 or bottom <= top or merged.first_column != merged.last_column or bottom - top > left:
            continue
        left -= bottom - top
        _fill_down(rows, merged, top=top, bottom=bottom)
    return rows


def _fill_down(rows: list[Row], merged: Merged, *, top: int, bottom: int) -> None:
    column = merged.first_column
    value = rows[top][column] if column < len(rows[top]) else ""
    for at in range(top + 1, bottom + 1):
        if any(cell != "" for cell in rows[at]):
            rows[at] = [*rows[at][:column], *[""] * (column - len(rows[at])), value, *rows[at][column + 1 :]]


def read_columns(
    table: Table, rows: Sequence[Row], *, mapping: SheetMapping, reader: Reader
) -> tuple[ColumnRead, ...]:
    """Read the known columns of a sheet; what stands in one more than once is read once."""
    groups: dict[str, list[Heading]] = {}
    for heading in table.known:
        groups.setdefault(heading.field, []).append(heading)
    return tuple(
        ColumnRead(field=found, heading=headings[0].text,
                   readings=_read(found, headings, rows, mapping=mapping, reader=reader))
        for name, headings in groups.items()
        if (found := field_named(name)) is not None
    )  # fmt: skip


def _read(
    field: SheetField,
    headings: Sequence[Heading],
    rows: Sequence[Row],
    *,
    mapping: SheetMapping,
    reader: Reader,
) -> Sequence[Reading]:
    cells = [_cell(row, headings[0].column) for row in rows]
    for heading in headings[1:]:
        cells = [_together(cell, _cell(row, heading.column)) for cell, row in zip(cells, rows, strict=True)]
    read = reader.of(field, cells=cells)
    words = mapping.has_words_for(headings[0].text)
    memo: dict[tuple[type, Cell], Reading] = {}
    for cell in cells:
        mark = (cell.__class__, cell)
        if mark not in memo:
            told = mapping.meant(headings[0].text, one_line(shown(cell))) if words else None
            memo[mark] = EMPTY if cell == "" or told == IGNORED else read(cell if told is None else told)
    return [memo[cell.__class__, cell] for cell in cells]


def _cell(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _together(first: Cell, second: Cell) -> Cell:
    """Put what stands in two columns about one field in one text: a day and a time, two languages."""
    if first == "" or second == "":
        return second if first == "" else first
    one, two = shown(first).strip(), shown(second).strip()
    both_times = _TIME_ALONE.search(one[-5:]) and _TIME_ALONE.fullmatch(two) and "-" not in one[-7:]
    return f"{one} - {two}" if both_times else f"{one} {two}"


class RowKinds:
    """Which rows are about something: not those that are empty, repeat the headings, or hold one loose remark."""

    def __init__(self, table: Table) -> None:
        self._names = {heading.column for name in ("dienst", "organisatie") for heading in table.of(name)}
        self._headings = {heading.column: heading.text.rpartition(": ")[2] for heading in table.headings}

    def is_loose(self, row: Row) -> bool:
        """Tell whether a row is a remark, a total or a line between parts of the table."""
        filled = [(at, cell) for at, cell in enumerate(row) if cell != ""]
        if not filled:
            return False
        text = one_line(shown(filled[0][1]))
        if re.match(r"(?:sub|eind)?totaa?l\b", text, re.IGNORECASE):
            return True
        if len(filled) <= 2 and _REMARK.match(text):
            return True
        is_name = filled[0][0] in self._names and len(text) <= _LONGEST_NAME and " = " not in text
        return len(filled) == 1 and not is_name

    def is_heading(self, row: Row) -> bool:
        """Tell whether a row repeats the headings, as tables of several pages do."""
        filled = [(at, cell) for at, cell in enumerate(row) if cell != ""]
        return len(filled) >= 2 and all(
            self._headings.get(at) == one_line(shown(cell)) for at, cell in filled
        )

    def is_empty(self, row: Row) -> bool:
        """Tell whether nothing stands in a row."""
        return not any(cell not in {"", " "} for cell in row)


def told_of(column: ColumnRead, at: int, *, cell: Cell, place: Place) -> NotUnderstood:
    """Say why a cell was not understood; what is about one person is not repeated."""
    reading = column.readings[at]
    text = HIDDEN if reading.is_personal else hidden(brief(reading.part or shown(cell)))
    return NotUnderstood(
        place=in_column(place, column.heading), text=text, why=reading.why, remedy=reading.remedy
    )


def loose_line(row: Row, place: Place) -> NotUnderstood:
    """Say that a row is no service."""
    text = hidden(brief(next((shown(cell) for cell in row if cell != ""), "")))
    return NotUnderstood(
        place=place, text=text, why="dit is een losse regel en geen dienst of organisatie",
        remedy="Hoort hij erbij, vul dan ook de andere kolommen van die rij in.",
    )  # fmt: skip


def notes_of(columns: Sequence[ColumnRead]) -> Iterator[str]:
    """Give, each once, how values were read that are not word for word what stands there."""
    for column in columns:
        found: Mapping[str, None] = dict.fromkeys(reading.note for reading in column.readings if reading.note)
        for count, note in enumerate(found):
            if count < 3:
                yield f"Kolom {column.heading}: {hidden(note)}"
        if len(found) > 3:
            yield f"Kolom {column.heading}: en nog {len(found) - 3} waarden die psoh zo heeft gelezen."
