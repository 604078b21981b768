"""What a YAML file holds once read: nodes of text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from psoh_cli.problems.fix import Span, Written
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.text_lines import lines_of

Path: TypeAlias = tuple[str | int, ...]
"""The way to a node: keys of mappings and, from 0, positions in lists."""


class Place(NamedTuple):
    """A line and a column, both from 1; columns count characters."""

    line: int
    column: int


_QUOTED_KEY = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")


class Node(NamedTuple):
    """One value: text, nothing (`None`), a list (tuple) or fields (mapping), and where it stands.

    `style` is how it is written: `plain`, `'`, `"`, `|` or `>` for a scalar, `block` or `flow` for the
    rest. `end` is just past the last character; for a block list or mapping that of its last value.
    A large file has very many nodes, so their places are kept as bare numbers.
    """

    value: str | tuple[Node, ...] | Mapping[str, Node] | None
    line: int
    column: int
    end_line: int
    end_column: int
    style: str
    key_line: int = 0
    key_column: int = 0
    """Where the key of this value stands; 0 when it has none."""

    @property
    def place(self) -> Place:
        """Give where the value begins."""
        return Place(self.line, self.column)

    @property
    def end(self) -> Place:
        """Give the place just past the value."""
        return Place(self.end_line, self.end_column)

    @property
    def key_place(self) -> Place:
        """Give where the key of this value stands, or the value itself when it has none."""
        return Place(self.key_line, self.key_column) if self.key_line else self.place

    @property
    def keys(self) -> dict[str, Place]:
        """Give where each key stands, in order; each call makes them anew."""
        value = self.value
        return {key: item.key_place for key, item in value.items()} if isinstance(value, dict) else {}

    def child(self, step: str | int) -> Node | None:
        """Give the value under a key or at a position, if there is one."""
        value = self.value
        if isinstance(value, dict):
            return value.get(step) if isinstance(step, str) else None
        if isinstance(value, tuple):
            inside = isinstance(step, int) and 0 <= step < len(value)
            return value[int(step)] if inside else None
        return None

    def plain(self) -> Any:
        """Give the value as plain dicts, lists, text and None."""
        value = self.value
        if isinstance(value, dict):
            return {key: item.plain() for key, item in value.items()}
        if isinstance(value, tuple):
            return [item.plain() for item in value]
        return value


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
        place = inside.key_place if key and isinstance(step, str) else inside.place
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
    node = find(parsed, path)
    key = path[-1] if path else None
    if node is None or not isinstance(key, str):
        return None
    quoted = quoted_key(parsed.text, node)
    if quoted is not None:
        return quoted
    line, column = node.key_place
    if not lines_of(parsed.text)[line - 1].startswith(key, column - 1):
        return None
    return Written(Span(line, column, line, column + len(key)), "plain")


def quoted_key(text: str, node: Node) -> Written | None:
    """Give how the key of a value stands in a text; None when it stands without quotes."""
    line, column = node.key_place
    found = _QUOTED_KEY.match(lines_of(text)[line - 1], column - 1)
    if found is None:
        return None
    return Written(Span(line, column, line, column + len(found[0])), found[0][0])


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
