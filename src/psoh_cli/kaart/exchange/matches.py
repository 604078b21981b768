"""What was matched: each thing that came in once, with the entry it is about, and what has no place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.alike import Names
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Incoming
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

    def take_in_turn(
        self, items: list[Incoming], *, known: Collection[str], take: Callable[[Incoming], None]
    ) -> None:
        """Take those with an id of the kaart first, then those with another id, then those with a name alone.

        So it does not matter in which order they stand in a file. What was found and told stays in that order.
        """
        turns = [0 if item.id in known else 1 if item.id else 2 for item in items]
        start, told = len(self.refused), list[tuple[int, NotUnderstood]]()
        for at in sorted(range(len(items)), key=turns.__getitem__):
            take(items[at])
            told += [(at, refusal) for refusal in self.refused[start:]]
            del self.refused[start:]
        self.refused += [refusal for _, refusal in sorted(told, key=lambda one: one[0])]
        places = {id(item): at for at, item in enumerate(items)}
        for found in (self.organizations, self.services):
            ordered = sorted(found.items(), key=lambda one: places.get(id(one[1].incoming), -1))
            found.clear()
            found.update(ordered)


_Name = TypeVar("_Name", bound=Hashable)
_MOST_TOLD = 10


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


def contested(names: Iterable[tuple[_Name, str]]) -> frozenset[_Name]:
    """Give the names that several ids in a file have: none of those is the one of that name on the kaart."""
    ids: dict[_Name, set[str]] = {}
    for name, item in names:
        ids.setdefault(name, set()).add(item)
    return frozenset(name for name, found in ids.items() if len(found) > 1)


def alike_among_new(matches: Matches) -> tuple[str, ...]:
    """Say of what is new which names are nearly the same, so that nothing comes on the kaart twice by a slip."""
    found = [*_nearly_same(matches.organizations.values()), *_nearly_same(matches.services.values())]
    more = len(found) - _MOST_TOLD
    rest = (f"Nog {more} nieuwe namen lijken op een andere in het bestand.",) if more > 0 else ()
    return (*found[:_MOST_TOLD], *rest)


def _nearly_same(matches: Iterable[Match]) -> Iterator[str]:
    names: dict[str, Names] = {}
    new = [match for match in matches if match.entry is None]
    for at, match in enumerate(new):
        name = name_of(match.incoming)
        near = names.setdefault(match.organization, Names()).like(name, number=at)
        if near:
            first = new[near[0]].incoming
            yield (
                f"'{brief(name)}' ({row_of(match.incoming.place)}) lijkt op '{brief(name_of(first))}' "
                f"({row_of(first.place)}), en ze zijn allebei nieuw. Is het dezelfde? Schrijf de naam dan gelijk."
            )


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


def row_of(place: Place) -> str:
    """Give the row of a sheet, or else the place as a whole."""
    return f"rij {place.row}" if place.row else place.in_words()
