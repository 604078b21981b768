"""The tables of a tabular HSDS package put together again into services and organizations."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.hsds.setting import Object
from psoh_cli.kaart.exchange.hsds.tables import FURTHER_LISTS, LISTS, NUMBERS, TABLES, TIMES
from psoh_cli.kaart.exchange.hsds.tabular import DESCRIPTOR, unguarded

_KEY_OF = {table: key for key, table in LISTS.items()}
_ABOUT = frozenset({"attribute", "metadata", "taxonomy", "taxonomy_term"})
"""Tables whose rows are about another row; nothing hangs on them."""
_FILES = {
    **{table.file: name for name, table in TABLES.items()},
    **{file: name for name, (_, file) in FURTHER_LISTS.items()},
}
_OWNERS = ("service_at_location_id", "contact_id", "location_id", "phone_id", "service_id", "organization_id")
_ONE_OWNER = {"service_at_location": ("service_id",), "location": ("organization_id",)}
_MOST = 10_000_000


@dataclass(frozen=True)
class TableRow:
    """One service or organization with all that hangs on it, and the row it stands on."""

    kind: str
    fields: Object
    place: Place


Rows = dict[str, Object]


def is_table(name: str) -> bool:
    """Tell whether a file is part of a tabular package, by its name."""
    return PurePosixPath(name).name in {*_FILES, DESCRIPTOR} or name.lower().endswith(".csv")


def tables_in(documents: Mapping[str, bytes], told: list[NotUnderstood]) -> Iterator[TableRow]:
    """Read the tables and put every row where it belongs."""
    kinds = _FILES | _named_in_descriptor(documents)
    tables: dict[str, Rows] = {}
    places: dict[str, Place] = {}
    for name in sorted(documents):
        kind = kinds.get(PurePosixPath(name).name)
        if kind is None:
            if name.lower().endswith(".csv"):
                why = "dit is geen tabel van HSDS"
                told.append(NotUnderstood(place=Place(file=name), text="", why=why))
            continue
        tables[kind] = dict(_rows(name, documents[name], places, told))
    _fill(tables)
    for kind in ("organization", "service"):
        for own_id, fields in tables.get(kind, {}).items():
            yield TableRow(kind, fields, places[own_id])


def _named_in_descriptor(documents: Mapping[str, bytes]) -> dict[str, str]:
    """Find which file holds which table, where the descriptor says so in its own way."""
    data = next((data for name, data in documents.items() if PurePosixPath(name).name == DESCRIPTOR), b"{}")
    try:
        resources = json.loads(data.decode("utf-8-sig"))["resources"]
        pairs = {str(item["path"]): str(item["name"]) for item in resources}
    except (ValueError, RecursionError, KeyError, TypeError):
        return {}
    known = {*TABLES, *FURTHER_LISTS}
    return {PurePosixPath(path).name: name for path, name in pairs.items() if name in known}


def _rows(
    name: str, data: bytes, places: dict[str, Place], told: list[NotUnderstood]
) -> Iterator[tuple[str, Object]]:
    try:
        text = data.decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        for row in reader:
            fields = {
                key: _value(key, cell) for key, cell in row.items() if key and isinstance(cell, str) and cell
            }
            own_id = str(fields.get("id") or "")
            place = Place(file=name, row=reader.line_num)
            if not own_id:
                why = "deze rij heeft geen id, dus niets kan ernaar verwijzen"
                told.append(NotUnderstood(place=place, text="", why=why, remedy="Vul de kolom id in."))
                continue
            places.setdefault(own_id, place)
            yield own_id, fields
    except (UnicodeDecodeError, csv.Error):
        why = "deze tabel is niet te lezen"
        remedy = "Vraag om een CSV-bestand met komma's, in UTF-8."
        told.append(NotUnderstood(place=Place(file=name), text="", why=why, remedy=remedy))


def _value(column: str, cell: str) -> Any:
    if column in NUMBERS:
        try:
            return float(cell) if abs(float(cell)) < _MOST else cell
        except ValueError:
            return cell
    return cell[:5] if column in TIMES and cell[5:] == ":00" else unguarded(cell)


def _fill(tables: dict[str, Rows]) -> None:
    """Hang every row on the row it points to, the deepest first."""
    _hang_singles(tables, "taxonomy_term", "taxonomy_id", "taxonomy", "taxonomy_detail")
    _hang_singles(tables, "attribute", "taxonomy_term_id", "taxonomy_term", "taxonomy_term")
    _hang_singles(tables, "service_capacity", "unit_id", "unit", "unit")
    _hang_singles(tables, "service", "program_id", "program", "program")
    by_id = {
        own_id: row for kind, rows in tables.items() if kind not in _ABOUT for own_id, row in rows.items()
    }
    for kind, link in (("attribute", "link_id"), ("metadata", "resource_id")):
        for row in tables.get(kind, {}).values():
            owner = by_id.get(str(row.get(link)))
            if owner is not None and owner is not row:
                owner.setdefault(_KEY_OF[kind], []).append(row)
    further = {name: key for name, (key, _) in FURTHER_LISTS.items() if name != "program"}
    for kind, key in (_KEY_OF | further).items():
        if kind in _ABOUT or kind == "service":
            continue
        for row in tables.get(kind, {}).values():
            _hang(row, key, tables, columns=_ONE_OWNER.get(kind, _OWNERS))
    _hang_singles(tables, "service_at_location", "location_id", "location", "location")


def _hang_singles(tables: dict[str, Rows], kind: str, column: str, target: str, key: str) -> None:
    rows = tables.get(target, {})
    for row in tables.get(kind, {}).values():
        found = rows.get(str(row.get(column)))
        if found is not None:
            row[key] = found


def _hang(row: Object, key: str, tables: dict[str, Rows], *, columns: tuple[str, ...]) -> None:
    """Put a row in the list of the first row it points to."""
    for column in columns:
        owner = tables.get(column.removesuffix("_id"), {}).get(str(row.get(column)))
        if owner is not None and owner is not row:
            owner.setdefault(key, []).append(row)
            return
