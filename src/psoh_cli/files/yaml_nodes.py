"""What a YAML file holds once read: nodes of text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from psoh_cli.problems.fix import Span, Written
from psoh_cli.problems.problem import Problem

Path: TypeAlias = tuple[str | int, ...]
"""The way to a node: keys of mappings and, from 0, positions in lists."""


class Place(NamedTuple):
    """A line and a column, both from 1; columns count characters."""

    line: int
    column: int


_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED_KEY = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")

_NO_KEYS: Mapping[str, Place] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """One value: text, nothing (`None`), a list (tuple) or fields (mapping), and where it stands.

    `style` is how it is written: `plain`, `'`, `"`, `|` or `>` for a scalar, `block` or `flow` for the
    rest. `end` is just past the last character; for a block list or mapping that of its last value.
    """

    value: str | tuple[Node, ...] | Mapping[str, Node] | None
    place: Place
    end: Place
    style: str
    keys: Mapping[str, Place] = field(default_factory=lambda: _NO_KEYS)

    def child(self, step: str | int) -> Node | None:
        """Give the value under a key or at a position, if there is one."""
        if isinstance(self.value, tuple):
            inside = isinstance(step, int) and 0 <= step < len(self.value)
            return self.value[int(step)] if inside else None
        if isinstance(self.value, Mapping) and isinstance(step, str):
            return self.value.get(step)
        return None

    def plain(self) -> Any:
        """Give the value as plain dicts, lists, text and None."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, Mapping):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file that was read: its root (None when it cannot be read), its text and what is wrong with it."""

    text: str
    name: str
    root: Node | None
    problems: tuple[Problem, ...] = ()

    def plain(self) -> Any:
        """Give the whole as plain dicts, lists, text and None."""
        return None if self.root is None else self.root.plain()


def find(parsed: Parsed, path: Path) -> Node | None:
    """Give the node at a path, or None when the path does not exist."""
    node = parsed.root
    for step in path:
        if node is None:
            return None
        node = node.child(step)
    return node


def place_of(parsed: Parsed, path: Path, *, key: bool = False) -> Place:
    """Give the place of the value at a path, or of its key; of the nearest ancestor when it is missing."""
    node = parsed.root
    if node is None:
        return Place(1, 1)
    place = node.place
    for step in path:
        inside = node.child(step)
        if inside is None:
            break
        place = node.keys.get(step, inside.place) if key and isinstance(step, str) else inside.place
        node = inside
    return place


def written_at(parsed: Parsed, path: Path) -> Written | None:
    """Give how the text at a path stands in the file; None when there is none, or it is a list or fields."""
    node = find(parsed, path)
    if node is None or not isinstance(node.value, str):
        return None
    return Written(Span(*node.place, *node.end), node.style)


def key_written_at(parsed: Parsed, path: Path) -> Written | None:
    """Give how the key of the value at a path stands in the file; None when it is not there."""
    parent = find(parsed, path[:-1])
    key = path[-1] if path else None
    if parent is None or not isinstance(key, str) or key not in parent.keys:
        return None
    place = parent.keys[key]
    line = _lines(parsed.text)[place.line - 1][place.column - 1 :]
    quoted = _QUOTED_KEY.match(line)
    if quoted is None and not line.startswith(key):
        return None
    width = len(quoted[0] if quoted else key)
    return Written(Span(*place, place.line, place.column + width), line[0] if quoted else "plain")


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """Give the lines as the reader counts them."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def address_of(parsed: Parsed, path: Path) -> str:
    """Name a value by keys and, in a list, by the id of the item where it has one."""
    names: list[str] = []
    node = parsed.root
    for step in path:
        node = node.child(step) if node is not None else None
        names.append(_id_of(node) if isinstance(step, int) and _id_of(node) else str(step))
    return "/".join(names)


def _id_of(node: Node | None) -> str:
    named = node.child("id") if node is not None else None
    return named.value if named is not None and isinstance(named.value, str) else ""
