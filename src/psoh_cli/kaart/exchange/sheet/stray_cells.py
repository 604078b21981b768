"""Cells that no heading stands above: nobody knows what they say, so they are told, one by one or counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import number, plural
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.privacy.covering import hidden
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet, Row, shown

_MOST_CELLS = 5
_MOST_COLUMNS = 8
_REMEDY = "Hoort dit erbij, zet dan boven deze kolom waar hij over gaat."
_ABOVE_MOST = 5


def stray_cells(sheet: RawSheet, *, columns: Collection[int], first_row: int) -> Iterator[NotUnderstood]:
    """Tell of what stands below the headings in columns that have none; `columns` are those that have one."""
    found = _found(sheet, columns=frozenset(columns), first_row=first_row)
    where = Place(file=sheet.file, sheet=sheet.name)
    for at in sorted(found)[:_MOST_COLUMNS]:
        yield from _in_column(found[at], column=letters(at), where=where)
    rest = sorted(found)[_MOST_COLUMNS:]
    if rest:
        count = sum(len(found[at]) for at in rest)
        yield NotUnderstood(
            place=Place(file=sheet.file, sheet=sheet.name, row=min(found[at][0][0] for at in rest),
                        column=f"{letters(rest[0])} en verder"), text="",
            why=f"nog {plural(len(rest), 'kolom', 'kolommen')} zonder kop: {_left(count)}",
            remedy="Kijk of er cellen verschoven zijn, of zet boven deze kolommen waar ze over gaan.",
        )  # fmt: skip


def above(sheet: RawSheet, *, first_row: int) -> Iterator[str]:
    """Tell of texts above the headings, such as a title, or a note that holds for all rows."""
    texts = [
        (at + 1, hidden(brief(shown(cell))))
        for at, row in enumerate(sheet.rows[:first_row])
        for cell in row
        if _says(cell)
    ]
    if texts:
        listed = "; ".join(f"'{text}' (rij {at})" for at, text in texts[:_ABOVE_MOST])
        more = len(texts) - _ABOVE_MOST
        rest = f"; en nog {plural(more, 'cel', 'cellen')}" if more > 0 else ""
        yield f"Boven de kopjes {sheet.on_it} staat tekst die psoh niet overneemt: {listed}{rest}."


def letters(column: int) -> str:
    """Give a column, counted from 0, the letters that a spreadsheet gives it."""
    found, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def _found(
    sheet: RawSheet, *, columns: frozenset[int], first_row: int
) -> Mapping[int, list[tuple[int, Cell]]]:
    """Give the cells by column, each with its row as the sheet shows it."""
    width = max(columns, default=-1) + 1
    gaps = [at for at in range(width) if at not in columns]
    found: dict[int, list[tuple[int, Cell]]] = {}
    for number_of_row, row in enumerate(sheet.rows[first_row:], start=first_row + 1):
        if not gaps and len(row) <= width:
            continue
        for at, cell in _outside(row, gaps=gaps, width=width):
            found.setdefault(at, []).append((number_of_row, cell))
    return found


def _outside(row: Row, *, gaps: list[int], width: int) -> Iterator[tuple[int, Cell]]:
    for at in (*gaps, *range(width, len(row))):
        if at < len(row) and _says(row[at]):
            yield at, row[at]


def _says(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else True


def _in_column(cells: list[tuple[int, Cell]], *, column: str, where: Place) -> Iterator[NotUnderstood]:
    if len(cells) > _MOST_CELLS:
        first = hidden(brief(shown(cells[0][1])))
        yield NotUnderstood(
            place=Place(file=where.file, sheet=where.sheet, row=cells[0][0], column=column), text=first,
            why=f"deze kolom heeft geen kop: {_left(len(cells))}", remedy=_REMEDY,
        )  # fmt: skip
        return
    for row, cell in cells:
        yield NotUnderstood(
            place=Place(file=where.file, sheet=where.sheet, row=row, column=column),
            text=hidden(brief(shown(cell))), why="deze kolom heeft geen kop; psoh neemt de cel niet over",
            remedy=_REMEDY,
        )  # fmt: skip


def _left(count: int) -> str:
    return f"{number(count)} {'cel' if count == 1 else 'cellen'} niet overgenomen"
