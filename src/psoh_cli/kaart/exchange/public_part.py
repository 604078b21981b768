"""What of a kaart file everybody may see: the public entries and their public fields, and nothing that tells more."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, TypeVar

from psoh_cli.kaart.entries import Contact, Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.public_fields import (
    INTERNAL_FIELDS,
    NOT_INCLUDED,
    hidden_places,
    is_hidden,
    public_contact,
    why_not_public,
)

Item = TypeVar("Item", KaartFile, Organization, Service)


class PublicPart(NamedTuple):
    """The kaart file with what is for everybody, and how many entries that leaves out."""

    kaart: KaartFile
    left_out: int


def public_part(kaart: KaartFile, *, keeping: AbstractSet[str] = frozenset()) -> PublicPart:
    """Leave out entries, contacts and fields that are not for everybody, and the services of what is left out.

    A place where only services are that stay behind, stays behind with them. `keeping` are internal fields that a form
    cannot do without. A source has to be there: it says that it is not included.
    """
    hidden = {item.id for item in kaart.organizations if is_hidden(item)}
    services = [
        item
        for item in kaart.services
        if why_not_public(item, is_home_shown=item.organization not in hidden) is None
    ]
    secret = hidden_places(kaart.services, shown=services)
    shown = tuple(_public(item, keeping=keeping, contact=item.contact) for item in services)
    kept = tuple(
        _public(_without(item, secret), keeping=keeping, contact=item.contact)
        for item in kaart.organizations
        if item.id not in hidden
    )
    whole = kaart.model_copy(
        update=_emptied(kaart, keeping=keeping) | {"organizations": kept, "services": shown}
    )
    left_out = len(kaart.organizations) + len(kaart.services) - len(kept) - len(shown)
    return PublicPart(whole, left_out)


def _public(entry: Item, *, keeping: AbstractSet[str], contact: Contact | None) -> Item:
    return entry.model_copy(update=_emptied(entry, keeping=keeping) | {"contact": public_contact(contact)})


def _emptied(item: KaartFile | Organization | Service, *, keeping: AbstractSet[str]) -> dict[str, Any]:
    """Give every internal field the value that says nothing."""
    fields = type(item).model_fields
    return {
        name: NOT_INCLUDED
        if fields[name].is_required()
        else fields[name].get_default(call_default_factory=True)
        for name in INTERNAL_FIELDS[type(item)] - keeping
    }


def _without(organization: Organization, secret: frozenset[tuple[str, str]]) -> Organization:
    places = tuple(item for item in organization.locations if (organization.id, item.id) not in secret)
    return organization.model_copy(update={"locations": places})
