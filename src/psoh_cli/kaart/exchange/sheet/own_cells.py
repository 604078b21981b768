"""The columns of our own spreadsheet, read one by one: what stands in many rows is read once.

A cell is read exactly as we write it, and where that fails as people write.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.exchange.sheet import cell_text
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.reading import Reading
from psoh_cli.kaart.exchange.sheet.row_places import in_column
from psoh_cli.kaart.exchange.sheet.rows import assemble
from psoh_cli.kaart.exchange.sheet.sheet_fields import SheetField
from psoh_cli.kaart.exchange.sheet.values import NO_OUTCOME, Reader
from psoh_cli.privacy.covering import HIDDEN
from psoh_cli.workbooks.raw_sheet import Cell, Unreckoned, shown

LEFT_OUT: Any = object()
"""Stands for a value that was not understood, so that its field is not spoken of."""


@dataclass(frozen=True, kw_only=True)
class FieldRead:
    """A field of an entry in every row; some of its values may be `LEFT_OUT`."""

    key: str
    values: Sequence[Any]
    not_understood: tuple[NotUnderstood, ...] = ()


def read_fields(
    columns: Mapping[int, Column], cells: Sequence[Sequence[Cell]], *, places: Sequence[Place], reader: Reader
) -> list[FieldRead]:
    """Read the fields of entries; `cells` are all columns of the sheet, `columns` those that are wanted."""
    groups: dict[str, list[tuple[Column, Sequence[Cell]]]] = {}
    for at, column in columns.items():
        told = cells[at] if at < len(cells) else ()
        groups.setdefault(column.path[0], []).append((column, _as_one_kind(told)))
    return [_read_group(key, group, places=places, reader=reader) for key, group in groups.items()]


def _as_one_kind(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Keep yes and no apart from one and zero, which a table would take for the same."""
    return [shown(cell) for cell in cells] if bool in set(map(type, cells)) else cells


def _read_group(
    key: str, group: Sequence[tuple[Column, Sequence[Cell]]], *, places: Sequence[Place], reader: Reader
) -> FieldRead:
    """Read a column, or all the columns of a group of fields together."""
    told: list[NotUnderstood] = []
    columns = [column for column, _ in group]
    read = [_read_column(column, cells, places=places, reader=reader, told=told) for column, cells in group]
    if len(read) == 1 and not columns[0].path[1:]:
        return FieldRead(key=key, values=read[0], not_understood=tuple(told))
    rows = list(zip(*read, strict=True))
    together = partial(_together, columns, inner=[column.path[-1] for column in columns])
    try:
        made = {values: together(values) for values in dict.fromkeys(rows)}
    except TypeError:  # the sign for a group with nothing in it is no key of a table
        return FieldRead(key=key, values=list(map(together, rows)), not_understood=tuple(told))
    return FieldRead(key=key, values=list(map(made.__getitem__, rows)), not_understood=tuple(told))


def _together(columns: Sequence[Column], values: Sequence[Any], *, inner: Sequence[str]) -> Any:
    """Give the group of fields that the values of one row make; `inner` are the keys within the group."""
    if LEFT_OUT in values or {} in values:
        pairs = zip(columns, values, strict=True)
        known = [(column, value) for column, value in pairs if value is not LEFT_OUT]
        return next(iter(assemble(known).values())) if known else LEFT_OUT
    return {name: value for name, value in zip(inner, values, strict=True) if value is not None} or None


def _read_column(
    column: Column,
    cells: Sequence[Cell],
    *,
    places: Sequence[Place],
    reader: Reader,
    told: list[NotUnderstood],
) -> list[Any]:
    """Give what each cell of a column says, `LEFT_OUT` where it was not understood, and tell why."""
    if Unreckoned in set(map(type, cells)):
        told += _without_outcome(column, cells, places)
        left = ["" if isinstance(cell, Unreckoned) else cell for cell in cells]
        values = _read_column(column, left, places=places, reader=reader, told=told)
        pairs = zip(values, cells, strict=True)
        return [LEFT_OUT if isinstance(cell, Unreckoned) else value for value, cell in pairs]
    if column.kind == "tekst" and _stand_as_they_are(cells):
        return [cell or None for cell in cells]
    memo: dict[Cell, Any] = {}
    failed: dict[Cell, tuple[str, Reading]] = {}
    distinct = dict.fromkeys(cells)
    for cell in distinct:
        try:
            memo[cell] = cell_text.read(column, cell)
        except ValueError as error:
            reading = _as_people_write(column, cell, distinct, reader=reader)
            memo[cell] = reading.values.get(column.key, LEFT_OUT if reading.why else None)
            if reading.why:
                failed[cell] = (str(error), reading)
    if failed:
        told += _told(column, cells, places, failed)
    return [memo[cells[0]]] * len(cells) if len(memo) == 1 else list(map(memo.__getitem__, cells))


def _without_outcome(
    column: Column, cells: Sequence[Cell], places: Sequence[Place]
) -> Iterable[NotUnderstood]:
    """Tell of formulas that no program has worked out: nothing is known of what they would say."""
    for cell, place in zip(cells, places, strict=True):
        if isinstance(cell, Unreckoned):
            where = in_column(place, column.heading)
            yield NotUnderstood(place=where, text=brief(cell), why=NO_OUTCOME.why, remedy=NO_OUTCOME.remedy)


def _stand_as_they_are(cells: Sequence[Cell]) -> bool:
    """Tell whether all cells are texts with no space to take off and no apostrophe of ours in front."""
    try:
        texts = list(map(str.strip, cast("Sequence[str]", cells)))
    except TypeError:  # a number or a day among them
        return False
    return texts == list(cells) and "\n'" not in "\n" + "\n".join(texts)


def _as_people_write(column: Column, cell: Cell, cells: Iterable[Cell], *, reader: Reader) -> Reading:
    field = SheetField(name=column.key, label=column.heading, who=column.who, key=column.key, column=column)
    return reader.of(field, cells=tuple(cells))(cell)


def _told(
    column: Column,
    cells: Sequence[Cell],
    places: Sequence[Place],
    failed: Mapping[Cell, tuple[str, Reading]],
) -> Iterable[NotUnderstood]:
    for cell, place in zip(cells, places, strict=True):
        if cell in failed:
            why, reading = failed[cell]
            yield NotUnderstood(
                place=in_column(place, column.heading),
                text=HIDDEN if reading.is_personal else brief(reading.part or shown(cell)),
                why=reading.why or why,
                remedy=reading.remedy,
            )
