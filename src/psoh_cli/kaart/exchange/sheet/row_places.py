"""Where the values of a row stand, worked out when somebody asks: in a large file hardly anybody does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from psoh_cli.came_in import Place


class RowPlaces(Mapping[str, Place]):
    """The cells behind the values of one row, by key; `headings` is shared by all rows of a sheet."""

    __slots__ = ("_headings", "_row")

    def __init__(self, row: Place, headings: Mapping[str, str]) -> None:
        self._row, self._headings = row, headings

    def __getitem__(self, key: str) -> Place:
        """Give the cell behind a value."""
        return in_column(self._row, self._headings[key])

    def __iter__(self) -> Iterator[str]:
        """Give the keys."""
        return iter(self._headings)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._headings)


def in_column(row: Place, heading: str) -> Place:
    """Give a cell of a row."""
    return Place(file=row.file, sheet=row.sheet, row=row.row, column=heading)
