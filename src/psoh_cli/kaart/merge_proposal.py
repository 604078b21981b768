"""One entry proposed in the place of two: per field from which, and side by side where they say something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
_SOURCE, _SOURCE_YEAR = "source", "source_year"
_APART = frozenset({"id", "organization", "history", "locations"}) | _CONFIRMED
"""Fields that are not chosen one by one."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One field that the two fill in differently, with both values; `takes_dropped` is what is proposed.

    `is_conflict` tells that both say something, so that one of the two is lost; `is_fixed` that there is nothing to
    choose.
    """

    name: str
    key: str
    kept: Any
    dropped: Any
    takes_dropped: bool
    is_conflict: bool
    is_fixed: bool = False


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

    @property
    def last_confirmed(self) -> PartialDate | None:
        """The latest day on which one of the two was confirmed, which need not hold for what comes of both."""
        return max((self.pair.first.entry, self.pair.second.entry), key=confirmed_on).assured_date

    @property
    def goes_back(self) -> bool:
        """Tell whether the confirmation that holds for all of it is older than the latest of the two."""
        return confirmed_on(self.entry) < max(
            map(confirmed_on, (self.pair.first.entry, self.pair.second.entry))
        )


def propose(pair: Pair, *, told: Mapping[str, bool] | None = None) -> Proposal:
    """Propose one entry for two. Where both say something, what was confirmed last counts.

    `told` says of fields, by their key, whether the value of the entry that goes is taken.
    """
    kept, dropped = pair.first.entry, pair.second.entry
    newer = confirmed_on(dropped) > confirmed_on(kept)
    choices = _with_one_source(
        tuple(
            _choice(name, key, getattr(kept, name), getattr(dropped, name), newer=newer, told=told or {})
            for name, key in _fields(kept)
            if getattr(kept, name) != getattr(dropped, name)
        ),
        newer=newer or (confirmed_on(dropped) == confirmed_on(kept) and kept.source_year is None),
    )
    changed: dict[str, Any] = {item.name: item.dropped for item in choices if item.takes_dropped}
    locations, moved = _locations(kept, dropped)
    changed["locations"] = locations
    changed |= _confirmation(kept, dropped, choices=choices)
    entry = kept.model_copy(update=changed)
    return Proposal(pair=pair, entry=entry, choices=(*choices, *_lost_places(kept, dropped)), moved=moved)


def with_history(proposal: Proposal, *, day: date, role: str | None) -> Organization | Service:
    """Give the one entry with the history of both, and what this changed."""
    kept, dropped = proposal.pair.first.entry, proposal.pair.second.entry
    today = PartialDate(day.year, day.month, day.day)
    told = FieldChange(
        day=today, by=role, field=MERGED, before=None,
        after=f"met {dropped.id}" if dropped.id != kept.id else "met een andere kaart",
    )  # fmt: skip
    both = sorted((*kept.history, *dropped.history), key=lambda item: item.day)
    fresh = (
        *changes(kept, proposal.entry, day=day, role=role),
        *_back(proposal, today=today, role=role),
        told,
    )
    return proposal.entry.model_copy(update={"history": remembered(tuple(both), fresh)})


def _back(proposal: Proposal, *, today: PartialDate, role: str | None) -> tuple[FieldChange, ...]:
    """Remember that a confirmation became an older one."""
    if not proposal.goes_back:
        return ()
    before, after = proposal.last_confirmed, proposal.entry.assured_date
    return (
        FieldChange(
            day=today, by=role, field="gecontroleerd_op", before=str(before) if before else None,
            after=str(after) if after else None,
        ),
    )  # fmt: skip


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


def _with_one_source(choices: tuple[Choice, ...], *, newer: bool) -> tuple[Choice, ...]:
    """Let the year of a source come from where the source itself comes from: the two are one."""
    source = next((choice for choice in choices if choice.name == _SOURCE), None)
    takes = source.takes_dropped if source is not None else newer
    return tuple(
        replace(choice, takes_dropped=takes, is_fixed=True)
        if choice.name == _SOURCE_YEAR and (source is not None or not choice.is_conflict)
        else choice
        for choice in choices
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
        if _is_elsewhere(kept, dropped):
            return kept.locations, {}
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


def _lost_places(kept: Organization | Service, dropped: Organization | Service) -> tuple[Choice, ...]:
    """Tell of the places of a service that goes, where those are of an organization that it will not be with."""
    if not _is_elsewhere(kept, dropped) or not dropped.locations:
        return ()
    return (
        Choice(
            name="locations", key="locaties", kept=kept.locations, dropped=dropped.locations,
            takes_dropped=False, is_conflict=True, is_fixed=True,
        ),
    )  # fmt: skip


def _is_elsewhere(kept: Organization | Service, dropped: Organization | Service) -> bool:
    """Tell whether two services have places of two organizations: an id of the one says nothing of the other."""
    if not isinstance(kept, Service) or not isinstance(dropped, Service):
        return False
    return kept.organization != dropped.organization
