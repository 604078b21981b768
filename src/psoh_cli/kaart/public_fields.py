"""What of the kaart is for everybody: of each kind of entry which fields, and which entries not at all.

The one list for all that goes out to the public: the site, `export --openbaar` and the documents for everybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel

from psoh_cli.kaart.entries import Contact, Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.reach import is_for_professionals
from psoh_cli.vocabulary import ServiceStatus, Visibility

NOT_INCLUDED = "niet opgenomen"
"""Stands where a kaart file must say where an entry comes from, and that is not for everybody."""

PUBLIC_FIELDS: dict[type[BaseModel], frozenset[str]] = {
    KaartFile: frozenset({"format", "knowledge_version", "name", "regions", "organizations", "services"}),
    Organization: frozenset(
        {"id", "name", "partner_type", "role", "website", "contact", "locations", "assured_date"}
    ),
    Service: frozenset(
        {
            "id", "organization", "name", "description", "status", "kinds", "target_groups", "age", "languages",
            "interpreter", "interpreter_languages", "chain_steps", "service_area", "access", "referral", "cost",
            "cost_amount", "waiting", "exclusion", "locations", "schedules", "contact", "website", "assured_date",
            "interventions",
        }
    ),
}  # fmt: skip
"""Of each kind of thing what everybody may see."""

INTERNAL_FIELDS: dict[type[BaseModel], frozenset[str]] = {
    KaartFile: frozenset({"remark", "complete", "sources", "terms"}),
    Organization: frozenset(
        {
            "source", "source_year", "assurer", "term_months", "remark", "visibility", "history", "kvk", "agb",
            "in_board",
        }
    ),
    Service: frozenset(
        {
            "source", "source_year", "assurer", "term_months", "remark", "visibility", "history", "trained",
            "cultural_criteria", "layer", "pillars", "activity_codes", "upl", "capacity",
        }
    ),
}  # fmt: skip
"""The rest: how the kaart is kept, and what the gemeente thinks of a service. A test sees that none is forgotten."""


class Reason(StrEnum):
    """Why an entry is not for everybody."""

    PROFESSIONAL = "staat op zichtbaar: professional"
    ORGANIZATION = "hoort bij een organisatie die niet op de site staat"
    FOR_PROFESSIONALS = "is alleen voor professionals bedoeld"
    STOPPED = "is gestopt"
    NOT_HERE = "heeft hier geen dienst"


def is_hidden(entry: Organization | Service) -> bool:
    """Tell whether only professionals may see an entry."""
    return entry.visibility is Visibility.PROFESSIONAL


def why_not_public(service: Service, *, is_home_shown: bool) -> Reason | None:
    """Say why a service is not for everybody; None when it is."""
    if is_hidden(service):
        return Reason.PROFESSIONAL
    if not is_home_shown:
        return Reason.ORGANIZATION
    if is_for_professionals(service):
        return Reason.FOR_PROFESSIONALS
    return Reason.STOPPED if service.status is ServiceStatus.STOPPED else None


def public_contact(contact: Contact | None) -> Contact | None:
    """Give a contact that is for everybody; None where it is not."""
    return contact if contact is not None and contact.visibility is Visibility.PUBLIC else None


def hidden_places(services: Iterable[Service], *, shown: Iterable[Service]) -> frozenset[tuple[str, str]]:
    """Find the places, behind their organization, where only services are that are not shown."""
    return _places(services) - _places(shown)


def _places(services: Iterable[Service]) -> frozenset[tuple[str, str]]:
    return frozenset((item.organization, place) for item in services for place in item.locations)
