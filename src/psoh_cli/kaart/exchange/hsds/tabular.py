"""A kaart as a tabular HSDS package: CSV files, and a descriptor that says how they hang together."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from psoh_cli.kaart.exchange.hsds.documents import Exported
from psoh_cli.kaart.exchange.hsds.organizations import organization_object
from psoh_cli.kaart.exchange.hsds.selected import select
from psoh_cli.kaart.exchange.hsds.services import service_object
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting
from psoh_cli.kaart.exchange.hsds.tables import DATES, LISTS, MOMENTS, NUMBERS, SINGLES, TABLES, TIMES, Table
from psoh_cli.kaart.kaart import Kaart, KaartFile

DESCRIPTOR = "datapackage.json"

_Rows = dict[str, dict[str, Object]]
_RUNS_IN_EXCEL = re.compile(r"[\s\u200b-\u200f\ufeff]*(?:[=@\uff1d\uff20\uff0b\uff0d]|[+-](?![\d\s().+-]*$))")
"""How a cell begins that a spreadsheet would reckon out; a telephone number with a plus is none."""


def export_tables(kaart: Kaart | KaartFile, setting: Setting) -> Exported:
    """Write a kaart as CSV files with `datapackage.json`; the same kaart gives the same bytes."""
    setting = replace(setting, terms={})
    chosen = select(kaart, setting)
    rows: _Rows = {name: {} for name in TABLES}
    for organization, offered in chosen.entries:
        services = [service_object(item, organization, setting) for item in offered]
        _put(organization_object(organization, setting, services=services), "organization", rows)
    used = [
        table for table in TABLES.values() if rows[table.name] or table.name in {"organization", "service"}
    ]
    names = {table.name for table in used}
    files = {table.file: _csv(table, rows[table.name]) for table in used}
    files[DESCRIPTOR] = _descriptor(used, names)
    return Exported(files={name: files[name] for name in sorted(files)}, left_out=chosen.left_out)


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula, and before such an apostrophe."""
    return f"'{text}" if _RUNS_IN_EXCEL.match(text) or _is_guarded(text) else text


def unguarded(text: str) -> str:
    """Take that apostrophe away again."""
    return text[1:] if _is_guarded(text) else text


def _is_guarded(text: str) -> bool:
    bare = text.lstrip("'")
    return bare != text and _RUNS_IN_EXCEL.match(bare) is not None


def _put(item: Object, table: str, rows: _Rows) -> None:
    """Put an object in its table, and what hangs below it in theirs."""
    row: Object = {}
    for key, value in item.items():
        if key in LISTS and isinstance(value, list):
            for inside in value:
                _put(inside, LISTS[key], rows)
        elif key in SINGLES and isinstance(value, dict):
            _put(value, SINGLES[key], rows)
        else:
            row[key] = value
    rows[table].setdefault(item["id"], row)


def _csv(table: Table, rows: Mapping[str, Object]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in rows.values():
        writer.writerow([_cell(column, row.get(column)) for column in table.columns])
    return text.getvalue().encode("utf-8")


def _cell(column: str, value: Any) -> str:
    if value is None:
        return ""
    if column in TIMES:
        return f"{value}:00"
    return guarded(value) if isinstance(value, str) else str(value)


def _descriptor(used: list[Table], names: set[str]) -> bytes:
    package = {
        "name": "sociale-kaart",
        "title": "Sociale kaart",
        "profile": "tabular-data-package",
        "resources": [_resource(table, names) for table in used],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(table: Table, names: set[str]) -> Object:
    keys = [
        {"fields": column, "reference": {"resource": parent, "fields": "id"}}
        for column, parent in table.parents.items()
        if parent in names
    ]
    schema: Object = {
        "fields": [_field(column, table) for column in table.columns],
        "primaryKey": "id",
        "missingValues": [""],
    }
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(column: str, table: Table) -> Object:
    field: Object = {"name": column, "type": _type(column)}
    if column == "id" or column.endswith("_id"):
        field["format"] = "uuid"
    elif column in {"uri", "url", "website", "term_uri"}:
        field["format"] = "uri"
    elif column in {"email", "assurer_email"}:
        field["format"] = "email"
    if column in table.required:
        field["constraints"] = {"required": True}
    return field


def _type(column: str) -> str:
    for kind, columns in (("number", NUMBERS), ("date", DATES), ("time", TIMES), ("datetime", MOMENTS)):
        if column in columns:
            return kind
    return "string"
