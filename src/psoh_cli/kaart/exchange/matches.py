"""What was matched: each thing that came in once, with the entry it is about, and what has no place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from psoh_cli.kaart.alike import Names
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Incoming, NotUnderstood
from psoh_cli.kaart.exchange.refusing import brief


@dataclass(frozen=True, kw_only=True)
class Match:
    """One thing that came in, with the id it has or gets, and the entry of the kaart that it is about.

    `alike` are ids of entries with nearly the same name, for one that is new and of which nobody told.
    """

    incoming: Incoming
    id: str
    entry: Organization | Service | None = None
    organization: str = ""
    """Of a service: the id of its organization on the kaart, or that it gets there."""
    alike: tuple[str, ...] = ()


@dataclass
class Matches:
    """All that came in, each thing at most once, organizations before services; and what has no place."""

    organizations: dict[str, Match] = field(default_factory=dict)
    services: dict[str, Match] = field(default_factory=dict)
    refused: list[NotUnderstood] = field(default_factory=list)
    further: dict[str, list[Incoming]] = field(default_factory=dict)
    """By id, further rows that tell of an organization; they only fill in what the first left open."""


class NearlySame:
    """Entries of the kaart by names that are nearly the same; made when it is first asked."""

    def __init__(self, entries: Iterable[Organization | Service]) -> None:
        self._entries = tuple(entries)
        self._names: Names | None = None
        self._number = len(self._entries)

    def like(self, name: str) -> tuple[str, ...]:
        if self._names is None:
            self._names = Names()
            for number, entry in enumerate(self._entries):
                self._names.like(entry.name, number=number)
        self._number += 1
        near = self._names.like(name, number=self._number)
        return tuple(self._entries[number].id for number in near if number < len(self._entries))


def only(ids: list[str], *, item: Incoming, name: str, what: str) -> str | NotUnderstood:
    """Give the one id a name stands for, nothing when there is none, or say that there are several."""
    if len(ids) <= 1:
        return ids[0] if ids else ""
    return NotUnderstood(
        place=item.places.get("naam", item.place),
        text=brief(name),
        why=f"meer dan één {what} op de kaart heet zo",
        remedy=f"Zet het id erbij: {' of '.join(ids)}.",
    )


def name_of(item: Incoming) -> str:
    """Give the name of something that came in; empty when it has none."""
    return item.name or str(item.values.get("naam") or "")
