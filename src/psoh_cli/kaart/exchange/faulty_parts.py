"""Taking out of given values only the part that a model refuses, so that the rest of a group or a list stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ONLY_WHOLE = frozenset({"leeftijd", "wachttijd", "capaciteit"})
"""Groups of which a part says something else than the whole: `tot 17` is not `van twaalf tot 17`, and a number of
weeks is of the day on which it was measured."""

_TIMES = "openingstijden"
_DAYS = "dagen"
_MAY_LACK = frozenset({_DAYS, "toelichting"})
"""What of opening times may go by itself; without one of its times the rest is not true any more."""

_VISIBILITY = "zichtbaar"
HIDDEN = "professional"
"""Who may see what is new when nobody could read who may."""

Path = tuple[str | int, ...]


def part_at(given: Mapping[str, Any], loc: Path, *, merged: Mapping[str, Any]) -> Path:
    """Give the smallest part of the given values that a fault is in and that can go without the rest.

    Empty when the fault is in nothing that was given. `merged` is what the model judged: places in a list that was put
    over another one by id are those of that list.
    """
    path: Path = ()
    here: Any = given
    judged: Any = merged
    for step in _bounded(loc):
        at = _place_in(here, step, judged=judged)
        if at is None:
            break
        path, here = (*path, at), here[at]
        judged = _inside(judged, step)
    return path


def take_out(given: dict[str, Any], path: Path, *, base: Mapping[str, Any], is_new: bool) -> Any:
    """Take a part out and give what stood there; a group or a list that has nothing left goes with it.

    In a group that is told as a whole there stays what stood there before. A slip never opens to all what is new.
    """
    way, last = path[:-1], path[-1]
    holder = _at(given, way)
    gone = holder[last]
    stays = _stays(path, base=base, is_new=is_new)
    if stays is not None and stays != gone:
        holder[last] = stays
        return gone
    del holder[last]
    if not holder and way:  # opening times on no day at all would be on every day
        take_out(given, way[:-1] if way[-1] == _DAYS and way[1:] else way, base=base, is_new=is_new)
    return gone


def is_hidden_now(given: Mapping[str, Any], path: Path) -> bool:
    """Tell whether a fault in who may see something left it to professionals."""
    return path[-1] == _VISIBILITY and _at(given, path) == HIDDEN


def loosened(value: Any) -> Any:
    """Copy groups and lists, so that a part of them can go without a change in what came in."""
    if isinstance(value, Mapping):
        return {key: loosened(item) for key, item in value.items()}
    if isinstance(value, list | tuple) and not hasattr(value, "in_words"):
        return [loosened(item) for item in value]
    return value


def _bounded(loc: Path) -> Path:
    if loc and loc[0] in _ONLY_WHOLE:
        return loc[:1]
    if _TIMES in loc:
        record = loc.index(_TIMES) + 2
        if len(loc) > record and loc[record] not in _MAY_LACK:
            return loc[:record]
    return loc


def _place_in(here: Any, step: str | int, *, judged: Any) -> str | int | None:
    """Find a step of a fault in the given values."""
    if isinstance(here, dict):
        return step if step in here else None
    if not isinstance(here, list) or not isinstance(step, int):
        return None
    name = _id_at(judged, step)
    if name:
        return next(
            (at for at, item in enumerate(here) if isinstance(item, Mapping) and item.get("id") == name), None
        )
    return step if step < len(here) else None


def _id_at(judged: Any, step: int) -> Any:
    item = _inside(judged, step)
    return item.get("id") if isinstance(item, Mapping) else None


def _inside(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = _inside(value, step)
    return value


def _stays(path: Path, *, base: Mapping[str, Any], is_new: bool) -> Any:
    """Give what comes in the place of a part; None when it goes. Parts of a list are not those of another list."""
    if path[-1] == _VISIBILITY and (is_new if len(path) == 1 else _at(base, path[:-1]) is None):
        return HIDDEN
    is_in_list = any(isinstance(step, int) for step in path)
    return None if is_in_list or len(path) == 1 else _at(base, path)
