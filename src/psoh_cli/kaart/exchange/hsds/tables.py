"""The tables of the tabular HSDS package: which columns, what kind, and what each row hangs on.

Only the tables and columns that a kaart can fill; HSDS has more. Reading takes any column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NUMBERS = frozenset({"minimum_age", "maximum_age", "amount", "available", "maximum"})
DATES = frozenset({"assured_date", "last_action_date"})
TIMES = frozenset({"opens_at", "closes_at"})
MOMENTS = frozenset({"updated"})


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table with its file; `parents` are columns with the table each points into."""

    name: str
    file: str
    columns: tuple[str, ...]
    required: tuple[str, ...] = ("id",)
    parents: Mapping[str, str]


def _table(name: str, file: str, columns: str, *, required: str = "id", parents: str = "") -> Table:
    return Table(
        name=name,
        file=file,
        columns=tuple(columns.split()),
        required=tuple(required.split()),
        parents={f"{parent}_id": parent for parent in parents.split()},
    )


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        _table(
            "organization", "organizations.csv", "id name description website", required="id name description"
        ),
        _table(
            "service",
            "services.csv",
            "id organization_id name description url status interpretation_services application_process "
            "fees_description eligibility_description minimum_age maximum_age assured_date assurer_email alert",
            required="id organization_id name status",
            parents="organization",
        ),
        _table(
            "location",
            "locations.csv",
            "id location_type organization_id name transportation external_identifier external_identifier_type",
            required="id location_type",
            parents="organization",
        ),
        _table(
            "service_at_location",
            "service_at_location.csv",
            "id service_id location_id",
            required="id service_id location_id",
            parents="service location",
        ),
        _table(
            "address",
            "addresses.csv",
            "id location_id address_1 city state_province postal_code country address_type",
            required="id address_1 city state_province postal_code country address_type",
            parents="location",
        ),
        _table(
            "contact",
            "contacts.csv",
            "id organization_id service_id title email",
            parents="organization service",
        ),
        _table(
            "phone",
            "phones.csv",
            "id contact_id number type",
            required="id number",
            parents="contact",
        ),
        _table(
            "schedule",
            "schedules.csv",
            "id service_id location_id freq byday description opens_at closes_at",
            parents="service location",
        ),
        _table(
            "service_area",
            "service_areas.csv",
            "id service_id name extent_type uri",
            parents="service",
        ),
        _table("language", "languages.csv", "id service_id name code", parents="service"),
        _table(
            "cost_option",
            "cost_options.csv",
            "id service_id option currency amount",
            required="id service_id",
            parents="service",
        ),
        _table("unit", "units.csv", "id name scheme identifier", required="id name"),
        _table(
            "service_capacity",
            "service_capacity.csv",
            "id service_id unit_id available maximum description updated",
            required="id service_id unit_id available updated",
            parents="service unit",
        ),
        _table(
            "organization_identifier",
            "organization_identifiers.csv",
            "id organization_id identifier_scheme identifier_type identifier",
            required="id organization_id identifier_type identifier",
            parents="organization",
        ),
        _table(
            "taxonomy", "taxonomies.csv", "id name description uri version", required="id name description"
        ),
        _table(
            "taxonomy_term",
            "taxonomy_terms.csv",
            "id code name description taxonomy language taxonomy_id term_uri",
            required="id name description",
            parents="taxonomy",
        ),
        _table(
            "attribute",
            "attributes.csv",
            "id link_id taxonomy_term_id link_type link_entity value label",
            required="id link_id taxonomy_term_id link_entity",
            parents="taxonomy_term",
        ),
        _table(
            "metadata",
            "metadata.csv",
            "id resource_id resource_type last_action_date last_action_type field_name previous_value "
            "replacement_value updated_by",
            required="id resource_id resource_type last_action_date last_action_type field_name updated_by",
        ),
    )
}

LISTS: Mapping[str, str] = {
    "services": "service",
    "locations": "location",
    "service_at_locations": "service_at_location",
    "addresses": "address",
    "contacts": "contact",
    "phones": "phone",
    "schedules": "schedule",
    "service_areas": "service_area",
    "languages": "language",
    "cost_options": "cost_option",
    "capacities": "service_capacity",
    "organization_identifiers": "organization_identifier",
    "attributes": "attribute",
    "metadata": "metadata",
}
"""Keys of JSON that hold a list, with the table its items go to."""

SINGLES: Mapping[str, str] = {
    "organization": "organization",
    "location": "location",
    "unit": "unit",
    "taxonomy_term": "taxonomy_term",
    "taxonomy_detail": "taxonomy",
}
"""Keys of JSON that hold one object; beside it stands the id that points to it."""

FURTHER_LISTS: Mapping[str, tuple[str, str]] = {
    "program": ("programs", "programs.csv"),
    "funding": ("funding", "funding.csv"),
    "required_document": ("required_documents", "required_documents.csv"),
    "accessibility": ("accessibility", "accessibility.csv"),
    "url": ("additional_urls", "url.csv"),
}
"""Tables that others fill and a kaart has no place for, with their key in JSON: read, to tell what is in them."""
