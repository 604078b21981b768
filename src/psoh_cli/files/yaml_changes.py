"""What can be changed in a YAML text, and what the text must read back as afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psoh_cli.files.yaml_dump import Value, simplify
from psoh_cli.files.yaml_nodes import Path


@dataclass(frozen=True, slots=True)
class Set:
    """Give the value at a path another value, or add it with the mappings that lead to it."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item at the end of the list at a path, which may be missing or empty."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a value at a path, in front of the key or position `before` of the same parent."""

    path: Path
    value: Value
    before: str | int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away a key with its value, or an item of a list."""

    path: Path


Change = Set | Append | Insert | Remove


def changed(data: Any, change: Change) -> Any:
    """Give plain data with one change made: what a text must read back as."""
    if isinstance(change, Append):
        old = look_up(data, change.path)
        return put(data, change.path, [*(old or []), simplify(change.value)])
    if isinstance(change, Set):
        return put(data, change.path, simplify(change.value))
    parent, last = change.path[:-1], change.path[-1]
    holder = look_up(data, parent)
    if isinstance(change, Remove):
        if isinstance(holder, dict):
            return put(data, parent, {key: item for key, item in holder.items() if key != last})
        return put(data, parent, [item for number, item in enumerate(holder) if number != last])
    if isinstance(holder, dict):
        return put(data, change.path, simplify(change.value))
    position = int(change.before)
    return put(data, parent, [*holder[:position], simplify(change.value), *holder[position:]])


def in_steps(data: Any, change: Change) -> list[Change]:
    """Break up the setting of a mapping or list that stays into changes of its parts; empty otherwise."""
    if not isinstance(change, Set):
        return []
    path, value, old = change.path, change.value, look_up(data, change.path)
    new = simplify(value)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        kept: list[Change] = [Set((*path, simplify(key)), item) for key, item in value.items()]
        return kept + [Remove((*path, key)) for key in old if key not in new]
    if isinstance(old, list) and isinstance(new, list) and old and new:
        items = list(value)
        both = min(len(old), len(items))
        found: list[Change] = [Set((*path, number), items[number]) for number in range(both)]
        found += [Remove((*path, number)) for number in range(len(old) - 1, both - 1, -1)]
        return found + [Append(path, item) for item in items[both:]]
    return []


def put(data: Any, path: Path, value: Any) -> Any:
    """Give plain data with one value set, mappings and lists on the way made where they are missing."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(data or [])
        if step == len(items):
            items.append(None)
        items[step] = put(items[step], rest, value)
        return items
    return {**(data or {}), step: put((data or {}).get(step), rest, value)}


def look_up(data: Any, path: Path) -> Any:
    """Give the part of plain data at a path, or None."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
