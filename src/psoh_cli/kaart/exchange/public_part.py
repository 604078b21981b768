"""What of a kaart file everybody may see: nothing that is for professionals, and nothing that would give it away."""

from __future__ import annotations

from typing import NamedTuple

from psoh_cli.kaart.entries import Contact, Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.vocabulary import Visibility


class PublicPart(NamedTuple):
    """The kaart file without what is for professionals, and how many entries that leaves out."""

    kaart: KaartFile
    left_out: int


def public_part(kaart: KaartFile) -> PublicPart:
    """Leave out entries and contacts for professionals, services of an organization that is left out, and history.

    History may repeat what was hidden later. A place where only services are that stay behind, stays behind with them.
    """
    organizations = {item.id: item for item in kaart.organizations if _is_public(item)}
    hidden = {item.id for item in kaart.organizations if not _is_public(item)}
    services = [item for item in kaart.services if _is_public(item) and item.organization not in hidden]
    shown = tuple(_of_service(item) for item in services)
    secret = _places(kaart.services) - _places(services)
    kept = tuple(_of_organization(item, secret=secret) for item in organizations.values())
    left_out = len(kaart.organizations) + len(kaart.services) - len(kept) - len(shown)
    return PublicPart(kaart.model_copy(update={"organizations": kept, "services": shown}), left_out)


def _is_public(entry: Organization | Service) -> bool:
    return entry.visibility is Visibility.PUBLIC


def _places(services: tuple[Service, ...] | list[Service]) -> set[tuple[str, str]]:
    return {(item.organization, place) for item in services for place in item.locations}


def _of_service(service: Service) -> Service:
    return service.model_copy(update={"contact": _contact(service.contact), "history": ()})


def _of_organization(organization: Organization, *, secret: set[tuple[str, str]]) -> Organization:
    places = tuple(item for item in organization.locations if (organization.id, item.id) not in secret)
    return organization.model_copy(
        update={"contact": _contact(organization.contact), "history": (), "locations": places}
    )


def _contact(contact: Contact | None) -> Contact | None:
    return contact if contact is not None and contact.visibility is Visibility.PUBLIC else None
