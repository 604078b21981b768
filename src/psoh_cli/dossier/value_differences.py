"""What differs between two readings of a file: per value, with the words of its keys and its place in the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]

_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One value that was added, taken away or changed; None is not there, empty is there but more than a value."""

    words: tuple[str, ...]
    place: Path
    """Where it stands in the second reading; empty when it is not there."""
    before: str | None
    after: str | None


def changes(before: Any, after: Any, *, words: tuple[str, ...] = (), place: Path = ()) -> Iterator[Change]:
    """Yield every difference, in the order of the second reading; items with an id are told apart by it."""
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _in_fields(before, after, words=words, place=place)
    elif isinstance(before, list) and isinstance(after, list) and _have_ids(before, after):
        yield from _by_id(before, after, words=words, place=place)
    elif isinstance(before, list) and isinstance(after, list) and not (_is_flat(before) and _is_flat(after)):
        yield from _by_number(before, after, words=words, place=place)
    else:
        yield Change(words=words, place=place, before=_said(before), after=_said(after))


def _in_fields(
    before: Mapping[str, Any], after: Mapping[str, Any], *, words: tuple[str, ...], place: Path
) -> Iterator[Change]:
    for key, value in after.items():
        if key in before:
            yield from changes(before[key], value, words=(*words, key), place=(*place, key))
        else:
            yield Change(words=(*words, key), place=(*place, key), before=None, after=_said(value))
    for key in before:
        if key not in after:
            yield Change(words=(*words, key), place=(), before=_said(before[key]), after=None)


def _by_id(
    before: list[dict[str, Any]], after: list[dict[str, Any]], *, words: tuple[str, ...], place: Path
) -> Iterator[Change]:
    then = {item["id"]: item for item in before}
    for number, item in enumerate(after):
        here, called = (*place, number), (*words, item["id"])
        if item["id"] in then:
            yield from changes(then[item["id"]], item, words=called, place=here)
        else:
            yield Change(words=called, place=here, before=None, after="")
    now = {item["id"] for item in after}
    for name in then:
        if name not in now:
            yield Change(words=(*words, name), place=(), before="", after=None)
    if [name for name in then if name in now] != [item["id"] for item in after if item["id"] in then]:
        yield Change(words=(*words, "volgorde"), place=place, before="", after="")


def _by_number(
    before: list[Any], after: list[Any], *, words: tuple[str, ...], place: Path
) -> Iterator[Change]:
    for number in range(max(len(before), len(after))):
        called, here = (*words, f"nummer {number + 1}"), (*place, number)
        if number >= len(after):
            yield Change(words=called, place=(), before=_said(before[number]), after=None)
        elif number >= len(before):
            yield Change(words=called, place=here, before=None, after=_said(after[number]))
        else:
            yield from changes(before[number], after[number], words=called, place=here)


def _have_ids(before: list[Any], after: list[Any]) -> bool:
    """Tell whether the items of both lists, one of which may be empty, are told apart by an id."""
    return bool(before or after) and all(map(_are_told_apart, (before, after)))


def _are_told_apart(items: list[Any]) -> bool:
    ids = [item.get("id") if isinstance(item, Mapping) else None for item in items]
    return all(isinstance(name, str) for name in ids) and len(set(ids)) == len(ids)


def _is_flat(value: list[Any]) -> bool:
    return not any(isinstance(item, Mapping | list) for item in value)


def _said(value: Any) -> str:
    """Write a value in a few words; what is more than a value comes out empty."""
    if value is None:
        return "niets"
    if isinstance(value, list) and _is_flat(value):
        text = ", ".join("niets" if item is None else str(item) for item in value) or "een lege lijst"
    elif isinstance(value, Mapping | list):
        return ""
    else:
        text = str(value)
    flat = " ".join(text.split())
    return f"‘{flat if len(flat) <= _LONGEST else f'{flat[: _LONGEST - 1]}…'}’"
