"""A service or an organization as schema.org describes it, for search engines; only what is known is said.

What is for professionals only is left out: an entry gives nothing, and a contact is not there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.entries import Address, Contact, Location, Organization, Schedule, Service
from psoh_cli.kaart.exchange.notation import international, tooi_uri, uri
from psoh_cli.kaart.fields import in_words
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.kaart.weekdays import WEEKDAYS
from psoh_cli.vocabulary import ClientCost, TargetGroup, Visibility

Document = dict[str, Any]

_CONTEXT = "https://schema.org"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GEMEENTE = "gemeente-"
_GOVERNMENT = frozenset({"ggd", "coa"})
_OF_CITIZENS = frozenset({"vrijwilligers-maatjes", "zelforganisaties"})
_UNICODE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", **_UNICODE_ENDS})


def json_ld(
    service: Service,
    organization: Organization | None,
    *,
    gemeenten: Mapping[str, str] | None = None,
    page: str = "",
) -> Document:
    """Describe a service. `gemeenten` are names by code (`GM0505`); `page` is the address of its own page, if known.

    Empty for a service that only professionals may see, or whose organization only they may see.
    """
    if _is_hidden(service) or (organization is not None and _is_hidden(organization)):
        return {}
    kind = "GovernmentService" if organization is not None and _is_gemeente(organization) else "Service"
    return _known(
        {
            "@context": _CONTEXT,
            "@type": kind,
            "@id": page or f"#{service.id}",
            "name": service.name,
            "description": service.description,
            "serviceType": _one_or_more(in_words(item.value) for item in service.kinds),
            "url": uri(service.website),
            "provider": None if organization is None else _organization(organization),
            "areaServed": _areas(service.service_area, gemeenten or {}),
            "audience": _audience(service),
            "availableChannel": _channels(service, organization),
            "hoursAvailable": _hours(service.schedules),
            "offers": _offer(service),
        }
    )


def organization_json_ld(organization: Organization, *, page: str = "") -> Document:
    """Describe an organization with its places; empty for one that only professionals may see."""
    if _is_hidden(organization):
        return {}
    return _known(
        {
            "@context": _CONTEXT,
            **_organization(organization),
            "@id": page or f"#{organization.id}",
            "location": _one_or_more(_place(location) for location in organization.locations),
        }
    )


def as_script(document: Mapping[str, Any]) -> str:
    """Write a description as text that may stand in a script element: nothing in it can end that element."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def _is_hidden(entry: Service | Organization) -> bool:
    return entry.visibility is Visibility.PROFESSIONAL


def _is_gemeente(organization: Organization) -> bool:
    return organization.partner_type.startswith(_GEMEENTE)


def _organization(organization: Organization) -> Document:
    return _known(
        {
            "@type": _kind_of(organization),
            "name": organization.name,
            "url": uri(organization.website),
            "identifier": None
            if organization.kvk is None
            else {"@type": "PropertyValue", "propertyID": "KvK", "value": organization.kvk},
            "contactPoint": _contact(organization.contact),
        }
    )


def _kind_of(organization: Organization) -> str:
    """Choose the kind that the type of partner surely stands for (our own reading: afgeleid)."""
    if _is_gemeente(organization) or organization.partner_type in _GOVERNMENT:
        return "GovernmentOrganization"
    return "NGO" if organization.partner_type in _OF_CITIZENS else "Organization"


def _contact(contact: Contact | None) -> Document | None:
    if contact is None or contact.visibility is Visibility.PROFESSIONAL:
        return None
    ways = {
        "telephone": None if contact.phone is None else international(contact.phone),
        "email": contact.email if contact.email is not None and is_email(contact.email) else None,
    }
    return (
        _known({"@type": "ContactPoint", "contactType": contact.function, **ways})
        if any(ways.values())
        else None
    )


def _areas(areas: tuple[str, ...], names: Mapping[str, str]) -> object:
    return _one_or_more(_area(area, names) for area in areas)


def _area(area: str, names: Mapping[str, str]) -> Document:
    if not is_gemeente_code(area):
        return {"@type": "Place", "name": area}
    name = names.get(gemeente_code(area))
    return _known(
        {
            "@type": "AdministrativeArea",
            "name": None if name is None else f"gemeente {name}",
            "identifier": tooi_uri(area),
        }
    )


def _audience(service: Service) -> Document | None:
    age = service.age
    groups = [item.value for item in service.target_groups if item is not TargetGroup.EVERYONE]
    said = {
        "audienceType": ", ".join(groups) or None,
        "requiredMinAge": None if age is None else age.lowest,
        "requiredMaxAge": None if age is None else age.highest,
    }
    known = _known(said)
    return {"@type": "PeopleAudience", **known} if known else None


def _channels(service: Service, organization: Organization | None) -> object:
    """Give a channel per place; one without a place where there is only a contact or a language to tell of."""
    at = {} if organization is None else {location.id: location for location in organization.locations}
    said = _known(
        {"availableLanguage": _one_or_more(service.languages), "servicePhone": _contact(service.contact)}
    )
    places = [_place(at[name]) for name in service.locations if name in at]
    if not places:
        return {"@type": "ServiceChannel", **said} if said else None
    return _one_or_more({"@type": "ServiceChannel", **said, "serviceLocation": place} for place in places)


def _place(location: Location) -> Document:
    return _known(
        {
            "@type": "Place",
            "name": location.name,
            "address": None if location.address is None else _address(location.address),
            "openingHoursSpecification": _hours(location.schedules),
        }
    )


def _address(address: Address) -> Document:
    return _known(
        {
            "@type": "PostalAddress",
            "streetAddress": address.street,
            "postalCode": address.postcode,
            "addressLocality": address.city,
            "addressCountry": "NL",
        }
    )


def _hours(schedules: tuple[Schedule, ...]) -> object:
    """Give the hours of which days and both times are known; a sentence is left to the page."""
    return _one_or_more(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _one_or_more(f"{_CONTEXT}/{_DAYS[WEEKDAYS.index(day)]}" for day in schedule.days),
            "opens": schedule.opens_at,
            "closes": schedule.closes_at,
        }
        for schedule in schedules
        if schedule.days and schedule.opens_at and schedule.closes_at
    )


def _offer(service: Service) -> Document | None:
    price = 0 if service.cost is ClientCost.FREE else service.cost_amount
    return None if price is None else {"@type": "Offer", "price": str(price), "priceCurrency": "EUR"}


def _one_or_more(items: Iterable[Any]) -> Any:
    """Give one item as it is, several as a list, and None where there is none."""
    found = list(items)
    return found[0] if len(found) == 1 else found or None


def _known(fields: Mapping[str, Any]) -> Document:
    return {key: value for key, value in fields.items() if value is not None}
