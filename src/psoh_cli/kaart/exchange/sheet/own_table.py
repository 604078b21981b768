"""Our own table on a sheet that came back: found by its headings, wherever somebody moved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, REQUIRED_MARK, named
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.workbooks.raw_sheet import RawSheet, shown

_LOOKED_AT = 15
_LEAST = 6


@dataclass(frozen=True, kw_only=True)
class OwnTable:
    """Our own columns on a sheet, by where they stand, and the first row below the headings, counted from 0."""

    sheet: RawSheet
    columns: Mapping[int, Column]
    first_row: int
    strange: tuple[str, ...] = ()
    """Headings that are not ours."""
    headed: frozenset[int] = frozenset()
    """All columns that have a heading, ours or not."""


def own_table(sheet: RawSheet, *, columns: Sequence[Column]) -> OwnTable | None:
    """Find our own headings on a sheet; None when it is not ours. `columns` have the words of the knowledge."""
    by_heading = {item.heading: item for item in columns}
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        texts = [one_line(shown(cell)).removesuffix(REQUIRED_MARK) for cell in row]
        found = {place: by_heading[text] for place, text in enumerate(texts) if text in by_heading}
        ids = any(item.key == "id" for item in found.values())
        if ids and len({item.heading for item in found.values()}) >= _LEAST:
            strange = tuple(text for text in texts if text and text not in by_heading)
            headed = frozenset(place for place, text in enumerate(texts) if text)
            return OwnTable(sheet=sheet, columns=found, first_row=at + 1, strange=strange, headed=headed)
    return None


def own_columns(known: KnownIds) -> tuple[Column, ...]:
    """Give our columns with the words for the ids of the knowledge."""
    return named(COLUMNS, known=known)
