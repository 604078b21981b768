"""One entry proposed in the place of two: per field from which, and side by side where they say something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.doubles import Pair, confirmed_on
from psoh_cli.kaart.entries import FieldChange, Location, Organization, Service, Verified
from psoh_cli.kaart.history import changes, remembered
from psoh_cli.kaart.value_words import is_empty
from psoh_cli.vocabulary import Visibility

MERGED = "samengevoegd"
"""The field under which a history tells that another entry was put into this one."""

_CONFIRMED = frozenset({"assured_date", "assurer"})
_APART = frozenset({"id", "organization", "history", "locations"}) | _CONFIRMED
"""Fields that are not chosen one by one."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One field that the two fill in differently, with both values; `takes_dropped` is what is proposed.

    `is_conflict` tells that both say something, so that one of the two is lost.
    """

    name: str
    key: str
    kept: Any
    dropped: Any
    takes_dropped: bool
    is_conflict: bool


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What two entries would become: one, under the id of the first; `moved` are new ids of locations by old ones."""

    pair: Pair
    entry: Organization | Service
    choices: tuple[Choice, ...]
    moved: Mapping[str, str]

    @property
    def kept_id(self) -> str:
        """The id that stays."""
        return self.pair.first.entry.id

    @property
    def dropped_id(self) -> str:
        """The id that goes."""
        return self.pair.second.entry.id

    @property
    def conflicts(self) -> tuple[Choice, ...]:
        """The fields in which both say something else."""
        return tuple(choice for choice in self.choices if choice.is_conflict)


def propose(pair: Pair, *, told: Mapping[str, bool] | None = None) -> Proposal:
    """Propose one entry for two. Where both say something, what was confirmed last counts.

    `told` says of fields, by their key, whether the value of the entry that goes is taken.
    """
    kept, dropped = pair.first.entry, pair.second.entry
    newer = confirmed_on(dropped) > confirmed_on(kept)
    choices = tuple(
        _choice(name, key, getattr(kept, name), getattr(dropped, name), newer=newer, told=told or {})
        for name, key in _fields(kept)
        if getattr(kept, name) != getattr(dropped, name)
    )
    changed: dict[str, Any] = {item.name: item.dropped for item in choices if item.takes_dropped}
    locations, moved = _locations(kept, dropped)
    changed["locations"] = locations
    changed |= _confirmation(kept, dropped, choices=choices)
    entry = kept.model_copy(update=changed)
    return Proposal(pair=pair, entry=entry, choices=choices, moved=moved)


def with_history(proposal: Proposal, *, day: date, role: str | None) -> Organization | Service:
    """Give the one entry with the history of both, and what this changed."""
    kept, dropped = proposal.pair.first.entry, proposal.pair.second.entry
    told = FieldChange(
        day=PartialDate(day.year, day.month, day.day), by=role, field=MERGED, before=None,
        after=f"met {dropped.id}" if dropped.id != kept.id else "met een andere kaart",
    )  # fmt: skip
    both = sorted((*kept.history, *dropped.history), key=lambda item: item.day)
    fresh = (*changes(kept, proposal.entry, day=day, role=role), told)
    return proposal.entry.model_copy(update={"history": remembered(tuple(both), fresh)})


def _fields(entry: Organization | Service) -> list[tuple[str, str]]:
    return [
        (name, field.alias or name) for name, field in type(entry).model_fields.items() if name not in _APART
    ]


def _choice(name: str, key: str, kept: Any, dropped: Any, *, newer: bool, told: Mapping[str, bool]) -> Choice:
    both = not is_empty(kept) and not is_empty(dropped)
    proposed = newer if both else is_empty(kept)
    if isinstance(kept, Visibility):  # what one of the two shows to professionals only is not made public
        proposed = dropped is Visibility.PROFESSIONAL
    return Choice(
        name=name,
        key=key,
        kept=kept,
        dropped=dropped,
        takes_dropped=told.get(key, proposed),
        is_conflict=both,
    )


def _confirmation(kept: Verified, dropped: Verified, *, choices: tuple[Choice, ...]) -> dict[str, Any]:
    """Give the confirmation that holds for all of it: the older of the two where both give a part of it."""
    from_dropped = any(choice.takes_dropped for choice in choices)
    from_kept = any(not choice.takes_dropped and not is_empty(choice.kept) for choice in choices)
    if from_dropped and from_kept:
        source = min((kept, dropped), key=confirmed_on)
    elif from_dropped:
        source = dropped
    elif from_kept:
        source = kept
    else:
        source = max((kept, dropped), key=confirmed_on)
    return {"assured_date": source.assured_date, "assurer": source.assurer}


def _locations(
    kept: Organization | Service, dropped: Organization | Service
) -> tuple[tuple[Any, ...], dict[str, str]]:
    """Put the locations of both together; one whose id means another place here gets another id."""
    if isinstance(kept, Service) or isinstance(dropped, Service):
        return tuple(dict.fromkeys((*kept.locations, *dropped.locations))), {}
    found: dict[str, Location] = {item.id: item for item in kept.locations}
    moved: dict[str, str] = {}
    for item in dropped.locations:
        same = next(
            (key for key, place in found.items() if place.model_copy(update={"id": item.id}) == item), ""
        )
        name, number = same or item.id, 2
        while name in found and not same:
            name, number = f"{item.id}-{number}", number + 1
        found.setdefault(name, item.model_copy(update={"id": name}))
        if name != item.id:
            moved[item.id] = name
    return tuple(found.values()), moved
