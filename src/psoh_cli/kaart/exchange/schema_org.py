"""A service or an organization as schema.org describes it, for search engines; only what is known is said.

What is for professionals only is left out: an entry gives nothing, and a contact is not there.
Of what was not confirmed within its term only stands what it is called and whom to ask; of what is closed, no hours and
no price: a search engine would tell of them as true today.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from typing import Any

from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.asked_price import price
from psoh_cli.kaart.entries import Contact, Organization, Service
from psoh_cli.kaart.exchange.notation import international, tooi_uri, uri
from psoh_cli.kaart.exchange.schema_org_places import CONTEXT, Document, hours, known, one_or_more, place
from psoh_cli.kaart.fields import in_words
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.vocabulary import ServiceStatus, TargetGroup, Visibility

_GEMEENTE = "gemeente-"
_GOVERNMENT = frozenset({"ggd", "coa"})
_OF_CITIZENS = frozenset({"vrijwilligers-maatjes", "zelforganisaties"})
_UNICODE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", **_UNICODE_ENDS})


def json_ld(
    service: Service,
    organization: Organization | None,
    *,
    fresh: Container[str],
    gemeenten: Mapping[str, str] | None = None,
    page: str = "",
) -> Document:
    """Describe a service. `fresh` are ids of what was confirmed within its term; `gemeenten` are names by code.

    `page` is the address of its own page, if known. Empty for a service that only professionals may see, or whose
    organization only they may see.
    """
    if _is_hidden(service) or (organization is not None and _is_hidden(organization)):
        return {}
    kind = "GovernmentService" if organization is not None and _is_gemeente(organization) else "Service"
    about = {
        "@context": CONTEXT,
        "@type": kind,
        "@id": page or f"#{service.id}",
        "name": service.name,
        "url": uri(service.website),
        "provider": None if organization is None else _organization(organization),
    }
    if service.id not in fresh:
        phone = known({"servicePhone": _contact(service.contact)})
        return known(about | {"availableChannel": {"@type": "ServiceChannel", **phone} if phone else None})
    runs = _takes_people(service)
    is_home_fresh = organization is not None and organization.id in fresh
    said = {
        "description": service.description,
        "serviceType": one_or_more(in_words(item.value) for item in service.kinds),
        "areaServed": _areas(service.service_area, gemeenten or {}),
        "audience": _audience(service),
        "availableChannel": _channels(service, organization, with_hours=runs and is_home_fresh),
        "hoursAvailable": hours(service.schedules) if runs else None,
        "offers": _offer(service) if runs else None,
    }
    return known(about | said)


def _takes_people(service: Service) -> bool:
    """Tell whether it runs, and did not stop taking people on."""
    is_full = service.waiting is not None and bool(service.waiting.closed_for_referrals)
    return service.status is ServiceStatus.ACTIVE and not is_full


def organization_json_ld(organization: Organization, *, fresh: Container[str], page: str = "") -> Document:
    """Describe an organization with its places; empty for one that only professionals may see.

    When its places are open stands there only while it was confirmed within its term: its id is in `fresh`.
    """
    if _is_hidden(organization):
        return {}
    return known(
        {
            "@context": CONTEXT,
            **_organization(organization),
            "@id": page or f"#{organization.id}",
            "location": one_or_more(
                place(location, with_hours=organization.id in fresh) for location in organization.locations
            ),
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
    return known(
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
        known({"@type": "ContactPoint", "contactType": contact.function, **ways})
        if any(ways.values())
        else None
    )


def _areas(areas: tuple[str, ...], names: Mapping[str, str]) -> object:
    return one_or_more(_area(area, names) for area in areas)


def _area(area: str, names: Mapping[str, str]) -> Document:
    if not is_gemeente_code(area):
        return {"@type": "Place", "name": area}
    name = names.get(gemeente_code(area))
    return known(
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
    found = known(said)
    return {"@type": "PeopleAudience", **found} if found else None


def _channels(service: Service, organization: Organization | None, *, with_hours: bool) -> object:
    """Give a channel per place; one without a place where there is only a contact or a language to tell of."""
    at = {} if organization is None else {location.id: location for location in organization.locations}
    said = known(
        {"availableLanguage": one_or_more(service.languages), "servicePhone": _contact(service.contact)}
    )
    places = [place(at[name], with_hours=with_hours) for name in service.locations if name in at]
    if not places:
        return {"@type": "ServiceChannel", **said} if said else None
    return one_or_more({"@type": "ServiceChannel", **said, "serviceLocation": found} for found in places)


def _offer(service: Service) -> Document | None:
    asked = price(service)
    return None if asked is None else {"@type": "Offer", "price": str(asked), "priceCurrency": "EUR"}
