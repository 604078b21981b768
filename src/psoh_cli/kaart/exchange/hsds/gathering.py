"""The services and organizations in a set of HSDS documents, each once, however the files are cut."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.hsds.in_words import short
from psoh_cli.kaart.exchange.hsds.setting import Object
from psoh_cli.kaart.exchange.hsds.untabular import TableRow, is_table, tables_in
from psoh_cli.kaart.exchange.refusing import brief

_DEEPEST = 40
_DIRECT, _IN_LIST, _NESTED = range(3)
_REFERENCE = frozenset({"taxonomies", "taxonomy_terms", "taxonomy", "taxonomy_term", "units", "unit"})
_NOT_OBJECTS = frozenset({"datapackage", "openapi", "package"})
_HOW = "Vraag om een HSDS-bestand in JSON, in UTF-8."


class _RefusedJsonError(ValueError):
    """What this reader does not take in JSON, with the Dutch reason."""


_CONSTANTS = {
    "Infinity": "oneindig (Infinity)",
    "-Infinity": "min oneindig (-Infinity)",
    "NaN": "NaN ('geen getal')",
}


@dataclass
class Gathered:
    """One object with the place where it was found first."""

    fields: Object
    place: Place
    path: str


@dataclass
class Found:
    """All that a set of documents holds; `locations` are those that services name, per organization."""

    services: dict[str, Gathered] = field(default_factory=dict)
    organizations: dict[str, Gathered] = field(default_factory=dict)
    told: list[NotUnderstood] = field(default_factory=list)


@dataclass(frozen=True)
class _Sighting:
    rank: int
    kind: str
    fields: Object
    place: Place
    path: str


def gather(documents: Mapping[str, bytes]) -> Found:
    """Read all documents; what a file says of an object goes before what stands inside another one."""
    found = Found()
    sightings: list[_Sighting] = []
    for name in sorted(documents):
        if PurePosixPath(name).suffix.lower() == ".json":
            sightings += _in_file(name, documents[name], found)
    tables = {name: data for name, data in documents.items() if is_table(name)}
    for row in tables_in(tables, found.told):
        sightings += _of_row(row)
    for sighting in sorted(sightings, key=lambda item: item.rank):
        _put(sighting, found)
    return found


def _in_file(name: str, data: bytes, found: Found) -> Iterator[_Sighting]:
    path = PurePosixPath(name)
    if path.stem in _NOT_OBJECTS:
        return
    try:
        document = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_no_doubles, parse_constant=_no_constant
        )
    except (ValueError, RecursionError) as error:
        why = _why_not_read(error)
        found.told.append(NotUnderstood(place=Place(file=name), text="", why=why, remedy=_HOW))
        return
    is_reference = bool({path.stem.removesuffix("_full"), path.parent.name} & _REFERENCE)
    if is_reference or (isinstance(document, dict) and "openapi_url" in document):
        return
    for rank, fields, where in _objects(document):
        if not isinstance(fields, dict):
            why = "hier hoort een object te staan"
            found.told.append(
                NotUnderstood(place=Place(file=name, column=where), text=short(fields), why=why)
            )
            continue
        yield from _seen(fields, rank=rank, place=Place(file=name), path=where, found=found)


def _objects(document: Any) -> Iterator[tuple[int, Any, str]]:
    """Give the objects of a file: one, an array of them, or a page with its contents."""
    if isinstance(document, list):
        for index, item in enumerate(document):
            yield _IN_LIST, item, f"[{index}]"
    elif isinstance(document, dict) and isinstance(document.get("contents"), list):
        for index, item in enumerate(document["contents"]):
            yield _IN_LIST, item, f"contents[{index}]"
    else:
        yield _DIRECT, document, ""


def _seen(fields: Object, *, rank: int, place: Place, path: str, found: Found) -> Iterator[_Sighting]:
    kind = _kind_of(fields)
    if kind == "service":
        yield from _service(fields, rank=rank, place=place, path=path)
    elif kind == "organization":
        yield from _organization(fields, rank=rank, place=place, path=path)
    elif kind == "service_at_location":
        yield from _at_location(fields, place=place, path=path, found=found)
    else:
        shown = fields.get("name")
        why = "dit is geen dienst en geen organisatie"
        remedy = "Importeer het bestand van de dienst of de organisatie waar dit bij hoort."
        text = shown[:80] if isinstance(shown, str) else ""
        found.told.append(
            NotUnderstood(place=Place(file=place.file, column=path), text=text, why=why, remedy=remedy)
        )


def _kind_of(fields: Object) -> str:
    """Tell what an object is by the keys that only that kind has."""
    if "location_type" in fields:
        return "location"
    if "status" in fields:
        return "service"
    if "location" in fields or ("service" in fields and "name" not in fields):
        return "service_at_location"
    return "organization" if isinstance(fields.get("name"), str) and fields.get("id") else ""


def _service(fields: Object, *, rank: int, place: Place, path: str) -> Iterator[_Sighting]:
    organization = fields.get("organization")
    own = {key: value for key, value in fields.items() if key != "organization"}
    if isinstance(organization, dict):
        own.setdefault("organization_id", organization.get("id"))
        where = _join(path, "organization")
        yield from _organization(organization, rank=_NESTED, place=place, path=where)
    yield _Sighting(rank, "service", own, place, path)


def _organization(fields: Object, *, rank: int, place: Place, path: str) -> Iterator[_Sighting]:
    services = fields.get("services")
    own = {key: value for key, value in fields.items() if key != "services"}
    yield _Sighting(rank, "organization", own, place, path)
    for index, item in enumerate(services if isinstance(services, list) else ()):
        if isinstance(item, dict) and path.count(".") < _DEEPEST:
            inside = {"organization_id": fields.get("id")} | item
            where = _join(path, f"services[{index}]")
            yield from _service(inside, rank=_NESTED, place=place, path=where)


def _at_location(fields: Object, *, place: Place, path: str, found: Found) -> Iterator[_Sighting]:
    """Take the service of a service at a location, with that location."""
    service = fields.get("service")
    if not isinstance(service, dict):
        why = "van deze plaats staat niet in het bestand welke dienst er is"
        found.told.append(NotUnderstood(place=Place(file=place.file, column=path), text="", why=why))
        return
    here = {key: value for key, value in fields.items() if key != "service"}
    others = service.get("service_at_locations")
    whole = service | {"service_at_locations": [here, *(others if isinstance(others, list) else ())]}
    yield from _service(whole, rank=_NESTED, place=place, path=_join(path, "service"))


def _of_row(row: TableRow) -> Iterator[_Sighting]:
    yield _Sighting(_DIRECT, row.kind, row.fields, row.place, "")


def _put(sighting: _Sighting, found: Found) -> None:
    """Keep an object, or fill in what an earlier sighting of it did not say."""
    group = found.services if sighting.kind == "service" else found.organizations
    own_id = str(sighting.fields.get("id") or f"{sighting.place.file}#{sighting.path}")
    known = group.get(own_id)
    if known is None:
        group[own_id] = Gathered(dict(sighting.fields), sighting.place, sighting.path)
        return
    for key, value in sighting.fields.items():
        known.fields.setdefault(key, value)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _no_doubles(pairs: list[tuple[str, Any]]) -> Object:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise _RefusedJsonError(f"in dit bestand staat '{brief(twice)}' twee keer in hetzelfde object")
    return fields


def _no_constant(name: str) -> Any:
    raise _RefusedJsonError(f"in dit bestand staat {_CONSTANTS.get(name, name)}; dat is in JSON geen getal")


def _why_not_read(error: Exception) -> str:
    """Say what is the matter with a file that should be JSON."""
    if isinstance(error, _RefusedJsonError):
        return str(error)
    if isinstance(error, RecursionError):
        return "in dit bestand zitten te veel lagen in elkaar; psoh leest het niet"
    if isinstance(error, UnicodeDecodeError):
        return "dit bestand is geen UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"dit bestand is geen geldige JSON: het gaat mis in regel {error.lineno}, teken {error.colno}"
    return "in dit bestand staat een getal met te veel cijfers"
