"""Leaving a part of what came in out, so that the rest counts and what stands on the kaart stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from psoh_cli.problems.making import Path

LOCATIONS = "locaties"
NAME = "naam"

_HISTORY = "geschiedenis"


def left_out(
    values: Mapping[str, Any], paths: Iterable[Path], *, stands: Mapping[str, Any]
) -> dict[str, Any]:
    """Give values without what stands at some places in them; `stands` is how the entry is on the kaart.

    In a group of fields the part that stands there stays. Of a list nobody can tell which item was meant, so that the
    whole list stays; a location is known by its id.
    """
    kept = dict(values)
    for key in dict.fromkeys(path[0] for path in paths):
        given, old = values[str(key)], stands.get(str(key))
        inside = [path[1:] for path in paths if path[0] == key]
        if isinstance(given, Mapping):
            now: Any = _group(given, inside, old=old if isinstance(old, Mapping) else {})
        elif key == LOCATIONS and isinstance(given, list | tuple):
            now = _places(given, inside, old=old or ())
        elif isinstance(given, list | tuple) and old is None:
            now = _items(given, inside, whole=key == _HISTORY)
        else:
            now = None
        if now:
            kept[str(key)] = now
        else:
            del kept[str(key)]
    return kept


def at_path(values: Any, path: Path) -> Any:
    """Give what stands at a place."""
    for step in path:
        values = values[step]
    return values


def _group(given: Mapping[str, Any], paths: list[Path], *, old: Mapping[str, Any]) -> dict[str, Any]:
    """Give a group of fields without some of its parts, each as it was."""
    gone = {str(path[0]) for path in paths if path}
    kept = {key: value for key, value in given.items() if key not in gone}
    return kept | {key: old[key] for key in gone if key in old}


def _places(given: Iterable[Any], paths: list[Path], *, old: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Give locations without those that have a part that stays out; one that stands there stays as it was."""
    known = {place.get("id"): place for place in old}
    kept: list[Any] = []
    for number, place in enumerate(given):
        inside = [path[1:] for path in paths if path[0] == number]
        if not inside:
            kept.append(place)
        elif isinstance(place, Mapping) and place.get("id") in known:
            kept.append(known[place.get("id")])
        elif isinstance(place, Mapping) and (NAME,) not in inside:
            kept.append(left_out(place, inside, stands={}))
    return kept


def _items(given: Iterable[Any], paths: list[Path], *, whole: bool) -> list[Any]:
    """Give a new list without the items, or the parts of items, that stay out."""
    kept: list[Any] = []
    for number, item in enumerate(given):
        inside = [path[1:] for path in paths if path[0] == number]
        if not inside:
            kept.append(item)
        elif isinstance(item, Mapping) and not whole and all(inside):
            less = left_out(item, inside, stands={})
            kept += [less] if less else []
    return kept
