"""HSDS documents → what comes in for a kaart: our own as it was, others with a list of what has no place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.hsds.gathering import Found, Gathered, gather
from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.reading_organizations import read_organization
from psoh_cli.kaart.exchange.hsds.reading_services import read_service
from psoh_cli.kaart.exchange.incoming import Batch, EntryKind, Incoming

_HOMELESS = "van deze dienst staat niet in het bestand welke organisatie hem biedt"


def to_batch(documents: Mapping[str, bytes]) -> Batch:
    """Read HSDS files by name: JSON of any cut, or the tables of a tabular package with its descriptor.

    A kaart has fewer fields than HSDS: each one that is dropped is told with its path, in the order of the files.
    """
    found = gather(documents)
    told = list(found.told)
    entries: list[Incoming] = []
    places: dict[str, str] = {}
    slugs: dict[str, tuple[str, str]] = {}
    further = _further(found, told)
    for own_id, item in found.organizations.items():
        values, ids = read_organization(_reader(item, "organization", told), further=further.get(own_id, []))
        places |= ids
        slugs[own_id] = (values.get("id", ""), values.get("naam", ""))
        entries.append(_entry("organisatie", values, item))
    for item in found.services.values():
        values = read_service(_reader(item, "service", told), locations=places)
        own, name = slugs.get(str(item.fields.get("organization_id")), ("", ""))
        if own:
            values["organisatie"] = own
        if not own and not name:
            why_there = Place(file=item.place.file, row=item.place.row, column=item.path)
            told.append(NotUnderstood(place=why_there, text=str(values.get("naam", "")), why=_HOMELESS))
        entries.append(_entry("dienst", values, item, organization_name=name))
    return Batch(entries=tuple(entries), not_understood=tuple(told))


def _reader(item: Gathered, kind: str, told: list[NotUnderstood]) -> Reader:
    return Reader(item.fields, kind=kind, place=item.place, told=told, path=item.path)


def _further(found: Found, told: list[NotUnderstood]) -> dict[str, list[Reader]]:
    """Find the places that services name, by the organization they belong to."""
    places: dict[str, list[Reader]] = {}
    for item in found.services.values():
        owner = str(item.fields.get("organization_id"))
        links = item.fields.get("service_at_locations")
        for index, link in enumerate(links if isinstance(links, list) else ()):
            location = link.get("location") if isinstance(link, dict) else None
            if isinstance(location, dict):
                where = ".".join(
                    part for part in (item.path, f"service_at_locations[{index}].location") if part
                )
                reader = Reader(location, kind="location", place=item.place, told=told, path=where)
                places.setdefault(owner, []).append(reader)
    return places


def _entry(
    kind: EntryKind, values: dict[str, Any], item: Gathered, *, organization_name: str = ""
) -> Incoming:
    own_id = values.pop("id", "")
    where = Place(file=item.place.file, row=item.place.row, column=item.path)
    return Incoming(
        kind=kind,
        id=own_id,
        name=values.get("naam", ""),
        organization_name=organization_name,
        values=values,
        place=where,
        places={key: _place(where, column) for key, column in _COLUMNS[kind].items() if key in values},
    )


def _place(where: Place, column: str) -> Place:
    path = ".".join(part for part in (where.column, column) if part)
    return Place(file=where.file, row=where.row, column=path)


_COLUMNS: Mapping[EntryKind, Mapping[str, str]] = {
    "organisatie": {
        "naam": "name",
        "rol": "description",
        "website": "website",
        "kvk": "organization_identifiers",
        "agb": "organization_identifiers",
        "contact": "contacts",
        "locaties": "locations",
        "ketenpartner": "attributes",
        "geschiedenis": "metadata",
    },
    "dienst": {
        "naam": "name",
        "aanbod": "description",
        "status": "status",
        "website": "url",
        "leeftijd": "minimum_age",
        "talen": "languages",
        "werkgebied": "service_areas",
        "kosten_bedrag": "cost_options",
        "kosten_client": "cost_options",
        "verwijsroute": "application_process",
        "gecontroleerd_op": "assured_date",
        "openingstijden": "schedules",
        "contact": "contacts",
        "capaciteit": "capacities",
        "locaties": "service_at_locations",
        "geschiedenis": "metadata",
    },
}
