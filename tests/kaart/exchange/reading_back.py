"""Read our own sheets cell by cell with nothing but the exact words of `cell_text`, as the law wants it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from python_calamine import CalamineWorkbook

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.sheet.cell_text import read
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import (
    ORGANIZATION_ID,
    ORGANIZATIONS,
    SERVICES,
    in_csv,
    named,
    on_sheet,
)
from psoh_cli.kaart.exchange.sheet.incoming_rows import to_batch
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.kaart.exchange.sheet.rows import assemble
from psoh_cli.kaart.known_ids import KnownIds

Found = tuple[dict[str, Organization], dict[str, Service]]


def from_csv(data: bytes, *, known: KnownIds) -> Found:
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    return _entries(lines[1:], columns=named(in_csv(), known=known))


def from_xlsx(data: bytes, *, known: KnownIds) -> Found:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    organizations, services = (
        _entries(
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)[1:],
            columns=named(on_sheet(name), known=known),
        )
        for name in (ORGANIZATIONS, SERVICES)
    )
    return organizations[0], services[1]


def imported(data: bytes, *, name: str, known: KnownIds) -> Found:
    """Read a file as `psoh kaart import` does; nothing in it may be misunderstood."""
    batch = to_batch(read_sheets(data, name), known=known)
    assert not batch.not_understood
    found: dict[str, dict[str, Any]] = {"organisatie": {}, "dienst": {}}
    for item in batch.entries:
        told = {key: value for key, value in item.values.items() if value is not None}
        model = Organization if item.kind == "organisatie" else Service
        if item.kind == "dienst" or "ketenpartner" in told:
            found[item.kind][item.id] = model.model_validate(told | {"id": item.id})
    return found["organisatie"], found["dienst"]


def _entries(lines: Iterable[Sequence[Any]], *, columns: tuple[Column, ...]) -> Found:
    organizations: dict[str, Organization] = {}
    services: dict[str, Service] = {}
    link = columns.index(ORGANIZATION_ID)
    for line in lines:
        cells = [*line, *[""] * (len(columns) - len(line))]
        values = [(column, read(column, cell)) for column, cell in zip(columns, cells, strict=True)]
        service = _told([pair for pair in values if pair[0].who == "dienst"])
        organization = _told([pair for pair in values if pair[0].who == "organisatie"])
        if "id" in service:
            services[service["id"]] = Service.model_validate(
                service | {"organisatie": cells[link].removeprefix("'")}
            )
        if "ketenpartner" in organization:
            organizations[organization["id"]] = Organization.model_validate(organization)
    return organizations, services


def _told(values: list[tuple[Column, Any]]) -> dict[str, Any]:
    return {key: value for key, value in assemble(values).items() if value is not None}
