"""Places and hours as schema.org describes them, and how its parts are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from psoh_cli.kaart.entries import Address, Location, Schedule
from psoh_cli.kaart.weekdays import WEEKDAYS

Document = dict[str, Any]

CONTEXT = "https://schema.org"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def place(location: Location, *, with_hours: bool) -> Document:
    """Describe a place; when it is open only where asked."""
    return known(
        {
            "@type": "Place",
            "name": location.name,
            "address": None if location.address is None else _address(location.address),
            "openingHoursSpecification": hours(location.schedules) if with_hours else None,
        }
    )


def _address(address: Address) -> Document:
    return known(
        {
            "@type": "PostalAddress",
            "streetAddress": address.street,
            "postalCode": address.postcode,
            "addressLocality": address.city,
            "addressCountry": "NL",
        }
    )


def hours(schedules: tuple[Schedule, ...]) -> object:
    """Give the hours of which days and both times are known; a sentence is left to the page."""
    return one_or_more(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": one_or_more(f"{CONTEXT}/{_DAYS[WEEKDAYS.index(day)]}" for day in schedule.days),
            "opens": schedule.opens_at,
            "closes": schedule.closes_at,
        }
        for schedule in schedules
        if schedule.days and schedule.opens_at and schedule.closes_at
    )


def one_or_more(items: Iterable[Any]) -> Any:
    """Give one item as it is, several as a list, and None where there is none."""
    found = list(items)
    return found[0] if len(found) == 1 else found or None


def known(fields: Mapping[str, Any]) -> Document:
    """Leave out what is None."""
    return {key: value for key, value in fields.items() if value is not None}
