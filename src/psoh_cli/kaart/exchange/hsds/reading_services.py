"""A service of HSDS read back as a service of the kaart, with what has no place there told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psoh_cli.kaart.exchange.hsds import texts
from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.reading_attributes import Said, read_attributes
from psoh_cli.kaart.exchange.hsds.reading_changes import read_changes
from psoh_cli.kaart.exchange.hsds.reading_contacts import read_contact
from psoh_cli.kaart.exchange.hsds.reading_costs import read_capacity, read_costs
from psoh_cli.kaart.exchange.hsds.reading_schedules import read_schedules
from psoh_cli.kaart.exchange.notation import code_in_tooi
from psoh_cli.languages import languages_named

_STATUS = {"active": "actief", "temporarily closed": "tijdelijk-gesloten", "defunct": "gestopt"}
_OLDEST = 120
_OWN_TEXTS = ("bron", "bron_jaar", "gecontroleerd_op", "gecontroleerd_door", "termijn_maanden", "toelichting")


def read_service(reader: Reader, *, locations: Mapping[str, str]) -> dict[str, Any]:
    """Read a service under our own keys; `locations` are ids on the kaart by the ids of HSDS."""
    said = read_attributes(reader)
    own_id = said.fields.get("id")
    values: dict[str, Any] = said.values() | own_fields(said)
    values |= {
        "id": own_id,
        "naam": reader.text("name"),
        "aanbod": reader.text("description"),
        "status": _status(reader, said),
        "website": reader.text("url"),
        "leeftijd": _age(reader),
        "talen": _languages(reader, is_own=own_id is not None),
        "werkgebied": _areas(reader),
        "wachttijd": _waiting(said),
        "upl": said.upl,
        "uitsluitcriteria": said.fields.get("uitsluitcriteria"),
        "gecontroleerd_op": reader.text("assured_date") or values.get("gecontroleerd_op"),
        "capaciteit": read_capacity(reader, said),
        "contact": read_contact(reader, is_own=own_id is not None),
        "openingstijden": read_schedules(reader),
        "geschiedenis": read_changes(reader, is_own=own_id is not None),
    }
    values |= read_costs(reader, said)
    values["locaties"] = _locations(reader, locations, values)
    _sentences(reader, values)
    if values.get("gecontroleerd_door") == reader.fields.get("assurer_email"):
        reader.take("assurer_email")
    reader.finish()
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def own_fields(said: Said) -> dict[str, Any]:
    """Give what our own fields say of any entry."""
    return {key: said.fields[key] for key in _OWN_TEXTS if said.fields.get(key)}


def _status(reader: Reader, said: Said) -> str | None:
    text = reader.text("status")
    if said.fields.get("status") and text == "active":
        return said.fields["status"]
    if text is not None and text not in _STATUS:
        why = "of deze dienst tijdelijk dicht is of gestopt, is hieruit niet op te maken"
        reader.refuse("status", why, "Kies zelf: tijdelijk-gesloten of gestopt.")
    return _STATUS.get(text or "")


def _age(reader: Reader) -> dict[str, int]:
    ages = {
        "van": reader.number("minimum_age", most=_OLDEST),
        "tot": reader.number("maximum_age", most=_OLDEST),
    }
    return {key: value for key, value in ages.items() if value is not None}


def _languages(reader: Reader, *, is_own: bool) -> list[str]:
    found: dict[str, None] = {}
    for item in reader.objects("languages", kind="language"):
        code, name = item.text("code"), item.text("name")
        named = (code,) if is_own and code else languages_named(code or "") or languages_named(name or "")
        if len(named) == 1:
            found[named[0]] = None
            item.finish()
        elif code is not None and code.isascii() and code.isalpha() and len(code) <= 3:
            found[code.lower()] = None
            item.finish()
        else:
            item.refuse_all("deze taal herkent psoh niet", "Vul bij talen de naam of de code van de taal in.")
    return list(found)


def _areas(reader: Reader) -> list[str]:
    """Read where a service works: a gemeente by its address in the register, and else the name."""
    found: dict[str, None] = {}
    for item in reader.objects("service_areas", kind="service_area"):
        code = code_in_tooi(str(item.fields.get("uri") or ""))
        name = item.text("name")
        if code is not None or name is None:
            item.take("uri")
        if item.fields.get("extent_type") == "text":
            item.take("extent_type")
        if code is not None or name is not None:
            found[code or name or ""] = None
        item.finish()
    return list(found)


def _waiting(said: Said) -> dict[str, Any]:
    return dict(said.waiting) if "weken" in said.waiting else {}


def _locations(reader: Reader, known: Mapping[str, str], values: dict[str, Any]) -> list[str]:
    """Read where a service is given; hours that hold there alone count as those of the service."""
    found: dict[str, None] = {}
    for item in reader.objects("service_at_locations", kind="service_at_location"):
        place = item.take("location")
        own_id = place.get("id") if isinstance(place, dict) else item.fields.get("location_id")
        if str(own_id) in known:
            found[known[str(own_id)]] = None
        elif isinstance(place, dict):
            item.refuse(
                "location", "deze plaats kan niet op de kaart", "Zet de locatie zelf bij de organisatie."
            )
        hours = read_schedules(item)
        if hours and not values["openingstijden"]:
            values["openingstijden"] = hours
        elif hours and hours != values["openingstijden"]:
            item.refuse("schedules", "de dienst heeft al openingstijden", "Zet deze tijden er zelf bij.")
        contact = read_contact(item, is_own=False)
        if contact and not values["contact"]:
            values["contact"] = contact
        elif contact:
            item.refuse("contacts", "de dienst heeft al een contact", is_private=True)
        item.finish()
    return list(found)


def _sentences(reader: Reader, values: dict[str, Any]) -> None:
    """Pass over the sentences that follow from what is known; another one is the referral route, or is told."""
    waiting = values.get("wachttijd") or {}
    languages, groups = values.get("tolktalen") or (), values.get("doelgroepen") or ()
    amount = values.get("kosten_bedrag")
    expected = {
        "interpretation_services": texts.interpretation(values.get("tolkinzet"), languages),
        "eligibility_description": texts.eligibility(groups, values.get("uitsluitcriteria")),
        "fees_description": texts.fees(values.get("kosten_client"), amount),
        "alert": texts.alert(values.get("status"), is_closed=waiting.get("aanmeldstop") == "ja"),
    }
    for key, sentence in expected.items():
        if reader.fields.get(key) == sentence:
            reader.take(key)
    route = reader.text("application_process")
    if route is not None and route != texts.application(values.get("toegang") or ()):
        values["verwijsroute"] = route
