"""What differs between an entry and what it becomes, in the Dutch words of the columns and the kaart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from psoh_cli.dutch import PartialDate, plural
from psoh_cli.kaart.entries import Contact, Organization, Service, Waiting
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.masking import masked
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS
from psoh_cli.kaart.value_words import FREE_TEXT, shortened, words_for
from psoh_cli.kaart.written import as_data

EMPTY = "(leeg)"

_HISTORY = "geschiedenis"
_IN_THE_HEADING = frozenset({"id", "naam", _HISTORY})
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


def covered(item: Difference) -> Difference:
    """Give a difference that repeats nothing about one person: what stood there may have been taken away for that."""
    return replace(
        item,
        before=masked(item.before),
        after=masked(item.after),
        old=_covered(item.old),
        new=_covered(item.new),
    )


def _covered(value: Any) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: _covered(item) for key, item in value.items()}
    return [_covered(item) for item in value] if isinstance(value, list) else value


def told_of(entry: Organization | Service, *, kind: EntryKind) -> tuple[tuple[str, str], ...]:
    """Tell what an entry holds, field by field, but for its name and id: labels with words, as short as they can be."""
    return tuple(_told_of(entry, kind=kind))


def _told_of(entry: Organization | Service, *, kind: EntryKind) -> Iterator[tuple[str, str]]:
    for name, field in type(entry).model_fields.items():
        key, value = field.alias or name, getattr(entry, name)
        if key in _IN_THE_HEADING or value in (None, (), "") or value == field.default:
            continue
        if isinstance(value, Contact):
            for part, inside in type(value).model_fields.items():
                inner = inside.alias or part
                if getattr(value, part) not in (None, inside.default):
                    yield label(kind, f"contact.{inner}"), in_words(inner, getattr(value, part))
        else:
            words = _words_now(key, value)
            if words not in {EMPTY, "onbekend"}:
                yield label(kind, key), words


def _words_now(key: str, value: Any) -> str:
    """Give the words for a value that comes: of hours that are a sentence, the sentence."""
    if isinstance(value, PartialDate):
        return value.in_words()
    if key == "openingstijden" and (told := [item.description for item in value if item.description]):
        timed = tuple(item for item in value if item.days)
        return shortened("; ".join((*([words_for(key, timed)] if timed else []), *told)))
    return in_words(key, value)


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
    say = _words_now if key == "openingstijden" else in_words
    was, becomes = say(bare, before), say(bare, after)
    if was == becomes:  # they differ behind what fits, or in what the words leave out
        was, becomes = _told_apart(before, after, words=was)
    return Difference(
        key=key, label=label(kind, key), before=was, after=becomes, old=as_data(before), new=as_data(after)
    )


def _told_apart(before: Any, after: Any, *, words: str) -> tuple[str, str]:
    """Say where two values differ of which the short words are the same."""
    if isinstance(before, Waiting) and isinstance(after, Waiting):
        return f"{words} ({_measured(before)})", f"{words} ({_measured(after)})"
    if isinstance(before, str) and isinstance(after, str):
        pairs = enumerate(zip(before, after, strict=False))
        same = next((at for at, (old, new) in pairs if old != new), min(len(before), len(after)))
        at = before.rfind(" ", 0, same) + 1
        return f"…{shortened(before[at:]) or EMPTY}", f"…{shortened(after[at:]) or EMPTY}"
    return words, f"{words} (anders)"


def _measured(waiting: Waiting) -> str:
    day = waiting.measured_on
    return f"gemeten op {day.in_words()}" if day is not None else "nog niet gemeten"


@cache
def _headings() -> dict[tuple[EntryKind, str], str]:
    return {(column.who, column.key): column.heading for column in COLUMNS}
