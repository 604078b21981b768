"""Small things that come in, for tests: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.kaart.samples import kaart_file

from psoh_cli.came_in import Place
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Batch, EntryKind, Incoming
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.written import as_fields

FILE = "aanbod.xlsx"


def at(row: int = 2, column: str = "") -> Place:
    return Place(file=FILE, sheet="Aanbod", row=row, column=column)


def incoming(
    kind: EntryKind = "dienst", *, row: int = 2, organization: str = "", columns: Mapping[str, str] | None = None,
    id: str = "", name: str = "", **values: Any,  # noqa: A002
) -> Incoming:  # fmt: skip
    """Make one; `columns` are headings by key."""
    places = {key: at(row, heading) for key, heading in (columns or {}).items()}
    return Incoming(
        kind=kind,
        id=id,
        name=name,
        organization_name=organization,
        values=values,
        place=at(row),
        places=places,
    )


def batch(*entries: Incoming, complete: bool = False) -> Batch:
    return Batch(entries=entries, is_complete=complete)


def as_batch(file: KaartFile) -> Batch:
    """Hand a kaart over as a whole, as our own spreadsheet does: what is empty is None."""
    organizations = (
        _whole("organisatie", item, row=row) for row, item in enumerate(file.organizations, start=2)
    )
    services = (_whole("dienst", item, row=row) for row, item in enumerate(file.services, start=2))
    return batch(*organizations, *services, complete=True)


def _whole(kind: EntryKind, item: Organization | Service, *, row: int) -> Incoming:
    values: dict[str, Any] = {field.alias or name: None for name, field in type(item).model_fields.items()}
    values |= as_fields(item)
    del values["id"]
    return Incoming(kind=kind, id=item.id, name=item.name, values=values, place=at(row))


def empty_kaart() -> KaartFile:
    return kaart_file().model_copy(update={"organizations": ()})
