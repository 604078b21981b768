"""An organization of HSDS read back as an organization of the kaart, with its places."""

from __future__ import annotations

from typing import Any

from psoh_cli.kaart.exchange.hsds.ids import OWN_IDENTIFIER
from psoh_cli.kaart.exchange.hsds.organizations import AGB, KVK, KVK_SCHEME
from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.reading_attributes import read_attributes
from psoh_cli.kaart.exchange.hsds.reading_changes import read_changes
from psoh_cli.kaart.exchange.hsds.reading_contacts import read_contact
from psoh_cli.kaart.exchange.hsds.reading_locations import read_location
from psoh_cli.kaart.exchange.hsds.reading_services import own_fields

_KEYS = {KVK: "kvk", AGB: "agb", OWN_IDENTIFIER: "id"}
_OTHER_NUMBER = "dit nummer kent de sociale kaart niet"


def read_organization(reader: Reader, *, further: list[Reader]) -> tuple[dict[str, Any], dict[str, str]]:
    """Read an organization under our own keys, and which id on the kaart each of its places got.

    `further` are places that only its services name.
    """
    said = read_attributes(reader)
    numbers = _identifiers(reader)
    own_id = numbers.pop("id", None)
    places, ids = _locations([*reader.objects("locations", kind="location"), *further])
    description = reader.text("description")
    stands_in = next(iter(said.codes.get("ketenpartner", {}).values()), None)
    values: dict[str, Any] = said.values() | own_fields(said) | numbers
    values |= {
        "id": own_id,
        "naam": reader.text("name"),
        "rol": None if description == stands_in else description,
        "website": reader.text("website"),
        "contact": read_contact(reader, is_own=own_id is not None),
        "locaties": places,
        "in_klankbordgroep": said.fields.get("in_klankbordgroep"),
        "geschiedenis": read_changes(reader, is_own=own_id is not None),
    }
    reader.finish()
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}, ids


def _identifiers(reader: Reader) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in reader.objects("organization_identifiers", kind="organization_identifier"):
        kind = item.text("identifier_type") or ""
        scheme = item.text("identifier_scheme")
        key = "kvk" if scheme == KVK_SCHEME else _KEYS.get(kind)
        number = item.text("identifier")
        if key is None or number is None or key in found:
            item.refuse_all(_OTHER_NUMBER)
            continue
        found[key] = number
        item.finish()
    return found


def _locations(readers: list[Reader]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    taken: set[str] = set()
    places: list[dict[str, Any]] = []
    ids: dict[str, str] = {}
    for item in readers:
        own = str(item.fields.get("id") or item.path)
        if own in ids:
            continue
        place = read_location(item, taken=taken)
        if place is not None:
            ids[own] = place["id"]
            places.append(place)
    return places, ids
