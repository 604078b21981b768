"""A sheet as it stands in a file: cells by row and column, with nothing understood of it yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
"""What stands in a cell; an empty one is an empty text."""

Row: TypeAlias = Sequence[Cell]


class Unreckoned(str):
    """A formula of which the file does not hold the outcome: the cell is not empty, and nobody knows what it says."""

    __slots__ = ()


@dataclass(frozen=True, kw_only=True)
class Merged:
    """Cells that were made one; rows and columns count from 0, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, kw_only=True)
class RawSheet:
    """One sheet; `rows[0]` is the row that a spreadsheet calls 1."""

    file: str
    name: str = ""
    """The name on its tab; a text file has none."""
    rows: Sequence[Row] = ()
    merged: tuple[Merged, ...] = ()
    is_hidden: bool = False
    remarks: tuple[str, ...] = ()
    """Full Dutch sentences on how it was read, such as the encoding of a text file."""

    @property
    def said(self) -> str:
        """Name the sheet in a sentence: `blad Aanbod van aanbod.xlsx`, or the file alone."""
        return f"blad {self.name} van {self.file}" if self.name else self.file

    @property
    def on_it(self) -> str:
        """Say in a sentence where something stands: `op blad Aanbod van aanbod.xlsx`, or `in aanbod.csv`."""
        return f"{'op' if self.name else 'in'} {self.said}"


def shown(cell: Cell) -> str:
    """Write a cell as a spreadsheet would show it, on the whole: a whole number has no decimals."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _MOST else f"{cell:.10g}".replace(".", ",")
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y}" if cell.time() == time() else f"{cell:%d-%m-%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)


_MOST = 1e15
