"""What of the kaart everybody may see: the same entries, with only the fields that are for the public.

What is for professionals only is taken out here, before anything is made: a later step cannot show what it never got.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from pydantic import BaseModel

from psoh_cli.dutch import sort_key
from psoh_cli.kaart.entries import Contact, Location, Organization, Service
from psoh_cli.kaart.kaart import Kaart, fresh_until, is_fresh
from psoh_cli.kaart.public_fields import (
    PUBLIC_FIELDS,
    Reason,
    hidden_places,
    is_hidden,
    public_contact,
    why_not_public,
)

MOST_CHARACTERS = 5_000
"""How long one text on the site may be; no description of a service comes near it."""

_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Invisible characters that some languages are written with."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
Entry = TypeVar("Entry", Organization, Service)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that is not on the site, told to who makes the site and to nobody else."""

    id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Public:
    """What everybody may see, in the order of the alphabet."""

    organizations: tuple[Organization, ...]
    services: tuple[Service, ...]
    fresh: frozenset[str]
    """Ids of what was confirmed within its term."""


@dataclass(frozen=True, slots=True)
class Lapsing:
    """The first day on which a confirmation does not hold any more, with the names of what that is about."""

    day: date
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The public part, and what is to be told of the rest on the terminal."""

    public: Public
    left_out: tuple[LeftOut, ...]
    mended: tuple[str, ...]
    """Ids of entries with a text that was shortened, or had characters in it that nobody sees."""
    lapsing: Lapsing | None
    """What makes the site say something else first; None where nothing is confirmed within its term."""


def choose_public(kaart: Kaart, *, own: Iterable[str], as_of: date) -> Chosen:
    """Take from the kaart what everybody may see; `own` are the ids of organizations that stay without a service."""
    left_out: list[LeftOut] = []
    organizations = {item.id: item for item in kaart.organizations if _is_visible(item, left_out=left_out)}
    services = [
        item for item in kaart.services if _is_shown(item, organizations=organizations, left_out=left_out)
    ]
    busy, kept = {item.organization for item in services}, frozenset(own)
    for name in [name for name in organizations if name not in busy and name not in kept]:
        left_out.append(LeftOut(name, Reason.NOT_HERE))
        del organizations[name]
    secret = hidden_places(kaart.services, shown=services)
    mended: list[str] = []
    return Chosen(
        public=Public(
            organizations=_in_order(
                _stripped(_without(item, secret), mended=mended) for item in organizations.values()
            ),
            services=_in_order(_stripped(item, mended=mended) for item in services),
            fresh=frozenset(
                [item.id for item in organizations.values() if is_fresh(item, as_of=as_of)]
                + [item.id for item in services if is_fresh(item, as_of=as_of)]
            ),
        ),
        left_out=tuple(left_out),
        mended=tuple(mended),
        lapsing=_first_lapsing((*organizations.values(), *services), as_of=as_of),
    )


def _first_lapsing(shown: Iterable[Organization | Service], *, as_of: date) -> Lapsing | None:
    until = [(day, item.name) for item in shown if (day := fresh_until(item)) is not None and day >= as_of]
    if not until:
        return None
    first = min(day for day, _ in until)
    names = sorted({name for day, name in until if day == first}, key=sort_key)
    return Lapsing(day=first + timedelta(days=1), names=tuple(names))


def clean(text: str) -> str:
    """Give a text without characters that nobody sees, and not longer than a page can hold."""
    if not text.isprintable():
        text = "".join(_visible(text))
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1].rstrip()}…"


def _visible(text: str) -> Iterator[str]:
    for sign in text:
        if sign in "\n\t" or sign in _JOINERS or unicodedata.category(sign) not in _INVISIBLE:
            yield sign


def _is_visible(item: Organization, *, left_out: list[LeftOut]) -> bool:
    if is_hidden(item):
        left_out.append(LeftOut(item.id, Reason.PROFESSIONAL))
    return not is_hidden(item)


def _is_shown(service: Service, *, organizations: dict[str, Organization], left_out: list[LeftOut]) -> bool:
    reason = why_not_public(service, is_home_shown=service.organization in organizations)
    if reason is not None:
        left_out.append(LeftOut(service.id, reason))
    return reason is None


def _without(organization: Organization, places: frozenset[tuple[str, str]]) -> Organization:
    locations = tuple(item for item in organization.locations if (organization.id, item.id) not in places)
    return organization.model_copy(update={"locations": locations})


def _stripped(item: Entry, *, mended: list[str]) -> Entry:
    """Give an entry with only its public fields, each text in it cleaned."""
    public = PUBLIC_FIELDS[type(item)]
    kept = {name: _cleaned(getattr(item, name)) for name in type(item).model_fields if name in public}
    if any(value != getattr(item, name) for name, value in kept.items()):
        mended.append(item.id)
    contact = kept.get("contact")
    if isinstance(contact, Contact):
        kept["contact"] = _reachable(public_contact(contact))
    # Not validated again: `bron` has to be filled in a file, and is left empty here.
    return type(item).model_construct(source="", **kept)


def _reachable(contact: Contact | None) -> Contact | None:
    return contact if contact is not None and (contact.phone or contact.email) else None


def _cleaned(value: Any) -> Any:
    if type(value) is str:
        return clean(value)
    if type(value) is tuple:
        return tuple(map(_cleaned, value))
    if isinstance(value, BaseModel):
        found = {name: getattr(value, name) for name in type(value).model_fields}
        changed = {name: after for name, before in found.items() if (after := _cleaned(before)) != before}
        return value.model_copy(update=changed) if changed else value
    return value


def _in_order(items: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(items, key=lambda item: (sort_key(item.name), item.id)))


def places_of(service: Service, *, organization: Organization) -> tuple[Location, ...]:
    """List the places where a service is."""
    return tuple(item for item in organization.locations if item.id in service.locations)
