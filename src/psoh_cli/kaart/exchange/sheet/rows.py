"""From a kaart file to rows of cells, one for each entry; and from values to the fields of an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeAlias

from pydantic import BaseModel

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.sheet.cell_text import Written, write
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import ORGANIZATION_ID, ORGANIZATIONS, in_csv, named, on_sheet
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds

CellRow: TypeAlias = list[Written]

_Writer: TypeAlias = Callable[[Any], Written]

_MODELS: dict[EntryKind, type[BaseModel]] = {"organisatie": Organization, "dienst": Service}


def csv_rows(kaart: KaartFile, *, known: KnownIds, public: bool = False) -> Iterator[CellRow]:
    """Give the rows of a CSV: each service with its organization, then the organizations that have no service."""
    columns = named(in_csv(public=public), known=known)
    yield from _service_rows(kaart, columns=columns)
    writers = _writers(columns)
    first = {item.id: item for item in reversed(kaart.organizations)}
    linked = {service.organization for service in kaart.services}
    for item in kaart.organizations:
        if item.id not in linked or first[item.id] is not item:
            yield [write_cell(item) if who == "organisatie" else "" for who, write_cell in writers]


def sheet_rows(kaart: KaartFile, *, name: str, known: KnownIds, public: bool = False) -> Iterator[CellRow]:
    """Give the rows of the sheet Diensten or Organisaties of a workbook."""
    columns = named(on_sheet(name, public=public), known=known)
    if name != ORGANIZATIONS:
        yield from _service_rows(kaart, columns=columns)
        return
    writers = _writers(columns)
    for item in kaart.organizations:
        yield [write_cell(item) for _, write_cell in writers]


def assemble(values: Iterable[tuple[Column, Any]]) -> dict[str, Any]:
    """Put the values of one entry under the keys of the kaart file; a group of which nothing is told is None."""
    fields: dict[str, Any] = {}
    for column, value in values:
        key, *inner = column.path
        if not inner:
            fields[key] = value
            continue
        fields.setdefault(key, None)
        if value is not None:
            fields[key] = (fields[key] or {}) | ({} if value == {} else {inner[0]: value})
    return fields


def _service_rows(kaart: KaartFile, *, columns: tuple[Column, ...]) -> Iterator[CellRow]:
    writers = [(who == "dienst", write_cell) for who, write_cell in _writers(columns)]
    link = columns.index(ORGANIZATION_ID)
    organizations = {item.id: item for item in reversed(kaart.organizations)}
    for service in kaart.services:
        organization = organizations.get(service.organization)
        if organization is None:
            row = [write_cell(service) if own else "" for own, write_cell in writers]
            row[link] = service.organization
            yield row
        else:
            yield [write_cell(service if own else organization) for own, write_cell in writers]


def _writers(columns: Iterable[Column]) -> list[tuple[EntryKind, _Writer]]:
    return [(column.who, _writer(column)) for column in columns]


def _writer(column: Column) -> _Writer:
    """Give the function that writes the cell of a column for an entry."""
    outer, *inner = _attributes(_MODELS[column.who], keys=column.path)
    get = attrgetter(outer)
    if not inner:
        return lambda entry: write(column, get(entry))
    get_inner = attrgetter(inner[0])

    def write_part(entry: Any) -> Written:
        group = get(entry)
        if group is None:
            return ""
        if column.empty_group and group == type(group)():
            return column.empty_group
        return write(column, get_inner(group))

    return write_part


def _attributes(model: type[BaseModel], *, keys: tuple[str, ...]) -> Iterator[str]:
    """Name the attributes behind the keys of the kaart file."""
    key, *rest = keys
    name, field = next((name, one) for name, one in model.model_fields.items() if key in {one.alias, name})
    yield name
    if rest:
        yield from _attributes(_model_in(field.annotation), keys=tuple(rest))


def _model_in(annotation: Any) -> type[BaseModel]:
    """Find the model in the type of a field that may be empty."""
    found: type[BaseModel] = next(
        kind for kind in annotation.__args__ if isinstance(kind, type) and issubclass(kind, BaseModel)
    )
    return found
