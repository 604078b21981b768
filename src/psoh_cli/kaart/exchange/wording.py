"""What differs between an entry and what it becomes, in the Dutch words of the columns and the kaart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoh_cli.dutch import plural
from psoh_cli.kaart.entries import Contact, Organization, Service
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS
from psoh_cli.kaart.value_words import FREE_TEXT, shortened, words_for
from psoh_cli.kaart.written import as_data

EMPTY = "(leeg)"

_HISTORY = "geschiedenis"
_LABELS = {
    "contact": "Contact",
    "locaties": "Locaties",
    "openingstijden": "Openingstijden",
    _HISTORY: "Geschiedenis",
}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field, or one part of a contact, that is not what it was; in words for people, and as the file holds it."""

    key: str
    label: str
    before: str
    after: str
    old: Any = None
    new: Any = None


def differences(
    old: Organization | Service, new: Organization | Service, *, kind: EntryKind
) -> tuple[Difference, ...]:
    """Tell field by field what differs, in the order of the fields."""
    return tuple(_differences(old, new, kind=kind))


def label(kind: EntryKind, key: str) -> str:
    """Name a field as the column of a spreadsheet does; a field without a column by its key."""
    return (
        _headings().get((kind, key))
        or _LABELS.get(key)
        or key.replace("_", " ").replace(".", ", ").capitalize()
    )


def in_words(key: str, value: Any) -> str:
    """Give the words for a value of an entry; what is not filled in is `(leeg)`."""
    if key == _HISTORY and value:
        return plural(len(value), "wijziging", "wijzigingen")
    text = str(value) if key in FREE_TEXT and value is not None else words_for(key, value)
    return shortened(" ".join(text.split())) or EMPTY


def _differences(old: Any, new: Any, *, kind: EntryKind) -> Iterator[Difference]:
    for name, field in type(old).model_fields.items():
        key = field.alias or name
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if key == "contact":
            yield from _of_contact(before or Contact(), after or Contact(), kind=kind)
        else:
            yield _difference(kind, key, before, after)


def _of_contact(before: Contact, after: Contact, *, kind: EntryKind) -> Iterator[Difference]:
    for name, field in Contact.model_fields.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield _difference(kind, f"contact.{field.alias or name}", old, new)


def _difference(kind: EntryKind, key: str, before: Any, after: Any) -> Difference:
    bare = key.rpartition(".")[2]
    was, becomes = in_words(bare, before), in_words(bare, after)
    if was == becomes:  # they differ behind what fits, or in what the words leave out
        becomes = f"{becomes} (anders)"
    return Difference(
        key=key, label=label(kind, key), before=was, after=becomes, old=as_data(before), new=as_data(after)
    )


@cache
def _headings() -> dict[tuple[EntryKind, str], str]:
    return {(column.who, column.key): column.heading for column in COLUMNS}
