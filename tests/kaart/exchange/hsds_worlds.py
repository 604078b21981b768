"""What HSDS holds of a kaart, so that a test can say what comes back; and what an export of one rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from tests.kaart.exchange.made_up import KNOWN
from tests.kaart.samples import gemeente

from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.entries import (
    Address,
    Age,
    Contact,
    FieldChange,
    Location,
    Organization,
    Schedule,
    Service,
)
from psoh_cli.kaart.exchange.code_lists_file import read_code_lists
from psoh_cli.kaart.exchange.hsds import texts
from psoh_cli.kaart.exchange.hsds.incoming import to_batch
from psoh_cli.kaart.exchange.hsds.organizations import stand_in
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.exchange.incoming import Batch, Incoming
from psoh_cli.kaart.exchange.notation import uri
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.vocabulary import Access

SETTING = Setting(
    name="GM0505",
    known=KNOWN,
    lists=read_code_lists(),
    knowledge_version="2026.1",
    gemeente=gemeente(provincie="Zuid-Holland"),
)

Entries = tuple[dict[str, Organization], dict[str, Service]]
Item = TypeVar("Item")


def read_back(files: Mapping[str, bytes]) -> tuple[Batch, Entries]:
    """Import what was exported, as entries of the kaart."""
    batch = to_batch(files)
    organizations = [item for item in batch.entries if item.kind == "organisatie"]
    services = [item for item in batch.entries if item.kind == "dienst"]
    return batch, (
        {item.id: Organization.model_validate(_whole(item)) for item in organizations},
        {item.id: Service.model_validate(_whole(item)) for item in services},
    )


def held(kaart: KaartFile) -> Entries:
    """Give the entries as HSDS holds them: the list in docs/decisions/0017 of what is lost, in code."""
    homes = {item.id: item for item in kaart.organizations}
    return (
        {item.id: _organization(item) for item in kaart.organizations},
        {
            item.id: _service(item, homes[item.organization])
            for item in kaart.services
            if item.organization in homes
        },
    )


def _whole(item: Incoming) -> dict[str, Any]:
    return {"gecontroleerd_op": "onbekend"} | dict(item.values) | {"id": item.id}


def _organization(entry: Organization) -> Organization:
    locations = {location.id: _location(location) for location in reversed(entry.locations)}
    once = dict.fromkeys(location.id for location in entry.locations)
    return entry.model_copy(
        update={
            "role": None if entry.role == stand_in(entry.partner_type, SETTING) else entry.role,
            "website": uri(entry.website),
            "contact": _contact(entry.contact),
            "locations": tuple(locations[name] for name in once),
            "history": _history(entry.history),
        }
    )


def _service(entry: Service, home: Organization) -> Service:
    known = {location.id for location in home.locations}
    access = tuple(item for item in dict.fromkeys(entry.access) if item is not Access.UNKNOWN)
    once = {
        name: tuple(dict.fromkeys(getattr(entry, name)))
        for name in (
            "kinds", "target_groups", "languages", "interpreter_languages", "cultural_criteria", "chain_steps",
            "pillars", "interventions", "activity_codes",
        )
    }  # fmt: skip
    areas = (gemeente_code(area) if is_gemeente_code(area) else area for area in entry.service_area)
    return entry.model_copy(
        update={
            **once,
            "access": access,
            "referral": None if entry.referral == texts.application(access) else entry.referral,
            "service_area": tuple(dict.fromkeys(areas)),
            "locations": tuple(name for name in dict.fromkeys(entry.locations) if name in known),
            "website": uri(entry.website),
            "contact": _contact(entry.contact),
            "age": None if entry.age == Age() else entry.age,
            "schedules": _schedules(entry.schedules),
            "history": _history(entry.history),
        }
    )


def _location(place: Location) -> Location:
    return place.model_copy(
        update={
            "address": None if place.address == Address() else place.address,
            "schedules": _schedules(place.schedules),
        }
    )


def _contact(contact: Contact | None) -> Contact | None:
    if contact is None or contact.email is None or is_email(contact.email):
        return contact
    return contact.model_copy(update={"email": None})


def _schedules(items: Iterable[Schedule]) -> tuple[Schedule, ...]:
    return tuple(item for item in items if item != Schedule())


def _history(items: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    return tuple(
        item.model_copy(update={"by": None}) if item.by == "onbekend" else item
        for item in items
        if item.day.day
    )
