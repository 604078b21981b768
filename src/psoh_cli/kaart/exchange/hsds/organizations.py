"""An organization of the kaart as HSDS describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.kaart.entries import Organization
from psoh_cli.kaart.exchange.hsds.attributes import of_organization
from psoh_cli.kaart.exchange.hsds.changes import changes
from psoh_cli.kaart.exchange.hsds.contacts import contacts
from psoh_cli.kaart.exchange.hsds.ids import OWN_IDENTIFIER
from psoh_cli.kaart.exchange.hsds.locations import locations
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled
from psoh_cli.kaart.exchange.hsds.taxonomies import term_name
from psoh_cli.kaart.exchange.notation import uri

KVK, KVK_SCHEME = "KvK-nummer", "NL-KVK"
AGB = "AGB-code"


def organization_object(
    organization: Organization, setting: Setting, *, services: Iterable[Object] = ()
) -> Object:
    """Write an organization; with its services it is the view of an organization."""
    return filled(
        {
            "id": setting.ids.of("organization", organization.id),
            "name": organization.name,
            "description": organization.role or stand_in(organization.partner_type, setting),
            "website": uri(organization.website),
            "contacts": contacts(organization.contact, ("organization", organization.id), setting),
            "locations": locations(organization, setting),
            "organization_identifiers": list(_identifiers(organization, setting)),
            "services": list(services),
            "attributes": of_organization(organization, setting),
            "metadata": changes(organization, "organization", setting),
        }
    )


def stand_in(partner_type: str, setting: Setting) -> str:
    """Describe an organization of which the kaart tells no role: HSDS wants a description of each."""
    return term_name("ketenpartner", partner_type, setting)


def _identifiers(organization: Organization, setting: Setting) -> Iterator[Object]:
    for scheme, kind, number in (
        (None, OWN_IDENTIFIER, organization.id),
        (KVK_SCHEME, KVK, organization.kvk),
        (None, AGB, organization.agb),
    ):
        if number is not None:
            yield filled(
                {
                    "id": setting.ids.of("organization_identifier", organization.id, kind),
                    "organization_id": setting.ids.of("organization", organization.id),
                    "identifier_scheme": scheme,
                    "identifier_type": kind,
                    "identifier": number,
                }
            )
