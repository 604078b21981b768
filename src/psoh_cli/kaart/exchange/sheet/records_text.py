"""Locations and history in a cell: one on each line, `buurthuis: Buurthuis Oost | straat: Lindelaan 1 | wijk: Oost`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from psoh_cli.kaart.entries import Address, FieldChange, Location
from psoh_cli.kaart.exchange.sheet.hours_text import read_hours, write_hours
from psoh_cli.kaart.exchange.sheet.labelled_parts import plain, read_line, write_line
from psoh_cli.model import SLUG_PATTERN

_ADDRESS = ("straat", "postcode", "plaats")
_NO_ADDRESS = "adres"
"""The label of an address of which nothing is known."""
_PLACE = (*_ADDRESS, _NO_ADDRESS, "wijk", "bereikbaarheid", "open")
_CHANGE = ("door", "veld", "was", "werd")


def write_locations(locations: Iterable[Location]) -> str:
    """Write each location on a line of its own, as its id, its name and what is known of it."""
    return "\n".join(write_line(_of_location(item)) for item in locations)


def read_locations(text: str) -> list[dict[str, Any]]:
    """Read locations as the kaart file holds them; raise ValueError in Dutch where a line is written otherwise."""
    return [_location(line) for line in text.split("\n") if line.strip()]


def write_history(changes: Iterable[FieldChange]) -> str:
    """Write each change on a line of its own, as its day and what changed."""
    return "\n".join(write_line(_of_change(item)) for item in changes)


def read_history(text: str) -> list[dict[str, Any]]:
    """Read a history as the kaart file holds it; raise ValueError in Dutch where a line is written otherwise."""
    return [_change(line) for line in text.split("\n") if line.strip()]


def _of_location(item: Location) -> Iterator[tuple[str, str]]:
    yield item.id, item.name
    if item.address is not None:
        yield from _of_address(item.address)
    more = (("wijk", item.area), ("bereikbaarheid", item.transport), ("open", write_hours(item.schedules)))
    yield from ((label, text) for label, text in more if text)


def _of_address(address: Address) -> Iterator[tuple[str, str]]:
    parts = zip(_ADDRESS, (address.street, address.postcode, address.city), strict=True)
    known = [(label, text) for label, text in parts if text]
    yield from known or [(_NO_ADDRESS, "onbekend")]


def _location(line: str) -> dict[str, Any]:
    first, parts = read_line(line, labels=_PLACE)
    name, colon, title = first.partition(":")
    if not colon or not re.fullmatch(SLUG_PATTERN, name.strip()) or not title.strip():
        raise ValueError(
            f"'{first[:60]}' is geen locatie; begin met een id en de naam, zoals buurthuis-oost: Buurthuis Oost"
        )
    address = {label: parts[label] for label in _ADDRESS if label in parts}
    told: dict[str, Any] = {"id": name.strip(), "naam": plain(title.strip())}
    if address or _NO_ADDRESS in parts:
        told["adres"] = address
    told |= {label: parts[label] for label in ("wijk", "bereikbaarheid") if label in parts}
    if "open" in parts:
        told["openingstijden"] = read_hours(parts["open"])
    return told


def _of_change(item: FieldChange) -> Iterator[tuple[str, str]]:
    yield "", str(item.day)
    parts = zip(_CHANGE, (item.by, item.field, item.before, item.after), strict=True)
    yield from ((label, text) for label, text in parts if text)


def _change(line: str) -> dict[str, Any]:
    day, parts = read_line(line, labels=_CHANGE)
    return {"op": day, **parts}
