"""A service of the kaart as HSDS describes it."""

from __future__ import annotations

from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.hsds import texts
from psoh_cli.kaart.exchange.hsds.attributes import of_service
from psoh_cli.kaart.exchange.hsds.changes import changes
from psoh_cli.kaart.exchange.hsds.contacts import contacts
from psoh_cli.kaart.exchange.hsds.ids import OWN_IDENTIFIER, shared_id
from psoh_cli.kaart.exchange.hsds.locations import location_object
from psoh_cli.kaart.exchange.hsds.schedules import schedules
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled, unique
from psoh_cli.kaart.exchange.notation import tooi_uri, uri
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.privacy.mailboxes import mailboxes
from psoh_cli.vocabulary import ClientCost, ServiceStatus, language_name

STATUSES = {
    ServiceStatus.ACTIVE: "active",
    ServiceStatus.PAUSED: "temporarily closed",
    ServiceStatus.STOPPED: "defunct",
    ServiceStatus.UNKNOWN: "active",
}
"""HSDS knows no unknown: then an alert says so, and an attribute tells it to a computer."""

FREE, AMOUNT = "gratis", "bedrag"
"""Whether an amount follows from *gratis*, or stands on the kaart itself."""


def service_object(service: Service, organization: Organization, setting: Setting) -> Object:
    """Write a service with its places; who writes a file of it puts its organization in."""
    age, waiting = service.age, service.waiting
    groups = tuple(item.value for item in service.target_groups)
    return filled(
        {
            "id": setting.ids.of("service", service.id),
            "organization_id": setting.ids.of("organization", organization.id),
            "name": service.name,
            "description": service.description,
            "url": uri(service.website),
            "status": STATUSES[service.status],
            "interpretation_services": texts.interpretation(
                service.interpreter, service.interpreter_languages
            ),
            "application_process": service.referral or texts.application(service.access),
            "fees_description": texts.fees(service.cost, service.cost_amount),
            "eligibility_description": texts.eligibility(groups, service.exclusion),
            "minimum_age": None if age is None else age.lowest,
            "maximum_age": None if age is None else age.highest,
            "assured_date": _full_day(service),
            "assurer_email": _role_mailbox(service),
            "alert": texts.alert(
                service.status, is_closed=None if waiting is None else waiting.closed_for_referrals
            ),
            "schedules": schedules(service.schedules, ("service", service.id), setting),
            "service_areas": _areas(service, setting),
            "service_at_locations": _at_locations(service, organization, setting),
            "languages": _languages(service, setting),
            "cost_options": _costs(service, setting),
            "contacts": contacts(service.contact, ("service", service.id), setting),
            "capacities": _capacities(service, setting),
            "attributes": of_service(service, setting),
            "metadata": changes(service, "service", setting),
        }
    )


def summary(service: Object) -> Object:
    """Shorten a service to what a list shows of it."""
    keys = ("id", "organization_id", "name", "description", "url", "status", "assured_date")
    return {key: service[key] for key in keys if key in service}


def _full_day(service: Service) -> str | None:
    day = service.assured_date
    return str(day) if day is not None and day.day else None


def _role_mailbox(service: Service) -> str | None:
    """Give who confirmed it only where the role is told as a mailbox that is nobody's own."""
    role = service.assurer or ""
    return role if is_email(role) and not any(mailboxes(role)) else None


def _areas(service: Service, setting: Setting) -> list[Object]:
    return unique(_area(area, service, setting) for area in service.service_area)


def _area(area: str, service: Service, setting: Setting) -> Object:
    code = gemeente_code(area) if is_gemeente_code(area) else None
    name = area if code is None else f"gemeente {setting.gemeente_name(code) or code}"
    return filled(
        {
            "id": setting.ids.of("service_area", service.id, code or area),
            "service_id": setting.ids.of("service", service.id),
            "name": name,
            "extent_type": "text",
            "uri": tooi_uri(area),
        }
    )


def _at_locations(service: Service, organization: Organization, setting: Setting) -> list[Object]:
    places = {location.id: location for location in reversed(organization.locations)}
    return unique(
        {
            "id": setting.ids.of("service_at_location", service.id, name),
            "service_id": setting.ids.of("service", service.id),
            "location_id": setting.ids.of("location", organization.id, name),
            "location": location_object(places[name], organization, setting),
        }
        for name in service.locations
        if name in places
    )


def _languages(service: Service, setting: Setting) -> list[Object]:
    return unique(
        {
            "id": setting.ids.of("language", service.id, code),
            "service_id": setting.ids.of("service", service.id),
            "name": language_name(code),
            "code": code,
        }
        for code in service.languages
    )


def _costs(service: Service, setting: Setting) -> list[Object]:
    is_free = service.cost is ClientCost.FREE
    amount = 0 if is_free and service.cost_amount is None else service.cost_amount
    if amount is None:
        return []
    return [
        {
            "id": setting.ids.of("cost_option", service.id),
            "service_id": setting.ids.of("service", service.id),
            "option": FREE if service.cost_amount is None else AMOUNT,
            "currency": "eur",
            "amount": amount,
        }
    ]


def _capacities(service: Service, setting: Setting) -> list[Object]:
    """Give the places a service offers; HSDS wants the day, so only where that is known."""
    capacity, day = service.capacity, _full_day(service)
    if capacity is None or day is None:
        return []
    unit = {
        "id": shared_id("unit", capacity.per),
        "name": f"plaatsen per {capacity.per}" if capacity.per != "gelijktijdig" else "plaatsen tegelijk",
        "scheme": OWN_IDENTIFIER,
        "identifier": capacity.per,
    }
    return [
        {
            "id": setting.ids.of("service_capacity", service.id),
            "service_id": setting.ids.of("service", service.id),
            "unit": unit,
            "unit_id": unit["id"],
            "available": capacity.places,
            "maximum": capacity.places,
            "description": "Plaatsen die de dienst biedt; hoeveel daarvan vrij zijn, is niet bekend.",
            "updated": f"{day}T00:00:00.000Z",
        }
    ]
