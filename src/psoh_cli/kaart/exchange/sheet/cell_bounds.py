"""What a cell of a spreadsheet cannot hold, told before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.dutch import number
from psoh_cli.errors import WrongUseError
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.rows import CellRow

LONGEST = 32_767
"""The most UTF-16 units in a cell; Excel spreads a longer one of a CSV over the next rows."""

MOST_ROWS = 1_048_575
"""The most rows under the headings of a sheet."""

_SURELY_FITS = LONGEST // 2


def fitting(rows: Iterable[CellRow], *, columns: tuple[Column, ...]) -> Iterator[CellRow]:
    """Hand rows on; raise WrongUseError in Dutch, with the entry and the column, at a cell that does not fit."""
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise WrongUseError(
                f"Deze kaart heeft meer dan {number(MOST_ROWS)} vermeldingen; dat past niet op één blad.",
                remedy="Kies een andere vorm: --format json of hsds.",
            )
        for at, cell in enumerate(row):
            if isinstance(cell, str) and (len(cell) > _SURELY_FITS or "\uffff" in cell or "\ufffe" in cell):
                _expect_fitting(cell, at=at, row=row, columns=columns)
        yield row


def _expect_fitting(text: str, *, at: int, row: CellRow, columns: tuple[Column, ...]) -> None:
    column = columns[at]
    of = {item.who: str(cell) for item, cell in zip(columns, row, strict=True) if item.key == "id" and cell}
    where = f"{column.who} '{of.get(column.who, '')}', kolom '{column.heading}'"
    if "\uffff" in text or "\ufffe" in text:
        raise WrongUseError(
            f"In {where} staat een teken dat in geen enkel bestand hoort (U+FFFE of U+FFFF).",
            remedy="Typ die tekst opnieuw in sociale-kaart.yaml, zonder te plakken.",
        )
    units = len(text.encode("utf-16-le")) // 2
    if units > LONGEST:
        raise WrongUseError(
            f"In {where} staan {number(units)} tekens; in een cel passen er {number(LONGEST)}.",
            remedy="Kort die tekst in, of kies een andere vorm: --format json of hsds.",
        )
