"""What changed in an entry, when, and told by which role: kept short, in the kaart file itself.

A confirmation is no change: only its date moves. What looks like it is about one person is never copied into a
history, where it would stay after somebody took it out of the entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from psoh_cli.dutch import PartialDate, slug
from psoh_cli.kaart.entries import Contact, FieldChange, Location, Organization, Service, Waiting
from psoh_cli.kaart.value_words import difference, is_empty
from psoh_cli.privacy.finding import traces

MOST_KEPT = 20
"""So many changes an entry remembers (our own choice: afgeleid); where the kaart is in git, the rest is there."""

WHOLE_ENTRY, ADDED = "vermelding", "toegevoegd"
"""What the history of an entry says first: that it came, on which day and by which role."""

OF_A_PERSON = "niet bewaard: kan van een persoon zijn"

_NO_CHANGE = frozenset({"gecontroleerd_op", "gecontroleerd_door", "geschiedenis", "id"})


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """A change with the entry that it is about."""

    entry: str
    name: str
    change: FieldChange


def newest_first(entries: Iterable[Organization | Service]) -> tuple[Remembered, ...]:
    """Give all that entries remember, the newest first; of one day in the order of the kaart, the last change first."""
    found = [
        Remembered(entry=entry.id, name=entry.name, change=change)
        for entry in entries
        for change in reversed(entry.history)
    ]
    return tuple(sorted(found, key=lambda item: item.change.day, reverse=True))


def changes(
    old: Organization | Service, new: Organization | Service, *, day: date, role: str | None
) -> tuple[FieldChange, ...]:
    """Tell field by field what differs between an entry and what became of it, in the order of the fields."""
    own = frozenset(slug(f"{old.name} {old.id} {new.name}").split("-"))
    return tuple(
        FieldChange(
            day=PartialDate(day.year, day.month, day.day),
            by=role,
            field=path,
            before=_kept_words(before, own=own),
            after=_kept_words(after, own=own),
        )
        for path, before, after in _differences(old, new)
    )


def remembered(
    history: tuple[FieldChange, ...], fresh: tuple[FieldChange, ...], *, most: int = MOST_KEPT
) -> tuple[FieldChange, ...]:
    """Put fresh changes behind a history, the oldest first, and keep it compact.

    What a field became twice on one day is told once. Where there are too many, changes of a field that changed
    again later go first: so the latest change of each field stays as long as there is room for it.
    """
    kept = list(history)
    for change in fresh:
        _add(kept, change)
    for may_go in (_superseded, lambda _: [0]):
        while len(kept) > most and (gone := may_go(kept)):
            del kept[gone[0]]
    return tuple(kept)


def _add(kept: list[FieldChange], change: FieldChange) -> None:
    """Add a change, or let it continue the one that the same field had on the same day."""
    same_day = [at for at, item in enumerate(kept) if (item.field, item.day) == (change.field, change.day)]
    if same_day and kept[same_day[-1]].model_copy(update={"by": change.by}) == change:
        return
    if not same_day or kept[same_day[-1]].after != change.before:
        kept.append(change)
        return
    first = kept.pop(same_day[-1])
    if first.before != change.after or OF_A_PERSON in {first.before, change.after}:
        kept.append(change.model_copy(update={"before": first.before}))


def _superseded(kept: list[FieldChange]) -> list[int]:
    """Find the changes of fields that changed again later, the oldest first."""
    last = {item.field: at for at, item in enumerate(kept)}
    return [at for at, item in enumerate(kept) if last[item.field] != at]


def _differences(old: Any, new: Any) -> Iterator[tuple[str, str, str]]:
    for name, field in type(old).model_fields.items():
        key = field.alias or name
        before, after = getattr(old, name), getattr(new, name)
        if key in _NO_CHANGE or before == after or (is_empty(before) and is_empty(after)):
            continue
        if key == "contact":
            yield from _of_contact(before or Contact(), after or Contact())
        elif key == "locaties" and isinstance(old, Organization):
            yield from _of_locations(before, after)
        elif not _only_measured_again(before, after):
            yield key, *difference(key, before, after)


def _of_contact(before: Contact, after: Contact) -> Iterator[tuple[str, str, str]]:
    for name, field in Contact.model_fields.items():
        key, was, becomes = field.alias or name, getattr(before, name), getattr(after, name)
        if was != becomes:
            yield f"contact.{key}", *difference(key, was, becomes)


def _of_locations(
    before: tuple[Location, ...], after: tuple[Location, ...]
) -> Iterator[tuple[str, str, str]]:
    """Tell of each location that came, went or changed, under its id."""
    was, becomes = ({item.id: item for item in items} for items in (before, after))
    for name in dict.fromkeys((*was, *becomes)):
        if was.get(name) != becomes.get(name):
            yield f"locaties.{name}", *difference("locaties", was.get(name), becomes.get(name))


def _only_measured_again(before: Any, after: Any) -> bool:
    """Tell whether of a waiting time only the day moved: that is a confirmation."""
    if not isinstance(before, Waiting) or not isinstance(after, Waiting):
        return False
    return before.model_copy(update={"measured_on": after.measured_on}) == after


def _kept_words(words: str, *, own: frozenset[str]) -> str | None:
    if not words:
        return None
    return OF_A_PERSON if traces(words, own=own) else words
