"""Places of HSDS: where an organization receives people, with an address where that is whole."""

from __future__ import annotations

from psoh_cli.kaart.entries import Address, Location, Organization
from psoh_cli.kaart.exchange.hsds.attributes import of_location, of_part
from psoh_cli.kaart.exchange.hsds.ids import OWN_IDENTIFIER
from psoh_cli.kaart.exchange.hsds.schedules import schedules
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled, unique


def locations(organization: Organization, setting: Setting) -> list[Object]:
    """Give the places of an organization."""
    return unique(location_object(location, organization, setting) for location in organization.locations)


def location_object(location: Location, organization: Organization, setting: Setting) -> Object:
    """Write one place; its id on the kaart is its external identifier."""
    path = (organization.id, location.id)
    lacks = what_lacks(location.address, setting)
    return filled(
        {
            "id": setting.ids.of("location", *path),
            "location_type": "physical",
            "organization_id": setting.ids.of("organization", organization.id),
            "name": location.name,
            "transportation": location.transport,
            "external_identifier": location.id,
            "external_identifier_type": OWN_IDENTIFIER,
            "addresses": []
            if lacks or location.address is None
            else [_address(location.address, path, setting)],
            "schedules": schedules(location.schedules, ("location", *path), setting),
            "attributes": of_location(location, organization, setting, with_address=bool(lacks)),
        }
    )


def what_lacks(address: Address | None, setting: Setting) -> tuple[str, ...]:
    """Name the parts that HSDS wants of an address and that are not known; empty where it is whole, or absent."""
    if address is None:
        return ()
    no_province = address.city is not None and setting.province_of(address.city) is None
    parts = {
        "straat": address.street is None,
        "postcode": address.postcode is None,
        "plaats": address.city is None,
        "provincie": no_province,
    }
    return tuple(name for name, is_lacking in parts.items() if is_lacking)


def _address(address: Address, path: tuple[str, str], setting: Setting) -> Object:
    province, derived = setting.province_of(address.city or "") or ("", False)
    return filled(
        {
            "id": setting.ids.of("address", *path),
            "location_id": setting.ids.of("location", *path),
            "address_1": address.street,
            "city": address.city,
            "state_province": province,
            "postal_code": address.postcode,
            "country": "NL",
            "address_type": "physical",
            "attributes": of_part("address", path, [("veld", "provincie", "afgeleid")], setting)
            if derived
            else [],
        }
    )
