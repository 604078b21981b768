"""Where, inside an item of the knowledge as it was read, something is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from psoh_cli.files import yaml_file
from psoh_cli.practices.places import Place
from psoh_cli.problems.fix import Span


def place_of(parsed: yaml_file.Parsed, path: yaml_file.Path) -> Place:
    """Give the place of an item: that of its id, with a way to look inside the rest of it."""
    line, column = yaml_file.place_of(parsed, path)
    item = yaml_file.find(parsed, path[:-1])
    id_ = yaml_file.written_at(parsed, path)
    return Place(parsed.name, line, column, partial(_inside, item), id_.span[2:] if id_ else None)


def _inside(item: yaml_file.Node | None, at: str, said: str) -> Span | None:
    """Find what is said below a field of an item, or the field itself; None when it is not there."""
    part = item.child(at) if item is not None and at else item
    if item is None or part is None:
        return None
    found = _first(part, said.__eq__) or _first(part, lambda text: said in text) if said else None
    if found or not at:
        return found
    return _whole(part) if isinstance(part.value, str) else _key(item, at)


def _first(node: yaml_file.Node, fits: Callable[[str], bool]) -> Span | None:
    return next((span for text, span in _spoken(node) if fits(text)), None)


def _whole(node: yaml_file.Node) -> Span:
    return Span(*node.place, *node.end)


def _key(node: yaml_file.Node, key: str) -> Span:
    line, column = node.keys[key]
    return Span(line, column, line, column + len(key))


def _spoken(node: yaml_file.Node) -> Iterator[tuple[str, Span]]:
    """Yield every key and every text in a node, in the order in which they stand."""
    if isinstance(node.value, str):
        yield node.value, _whole(node)
    elif isinstance(node.value, Mapping):
        for key, below in node.value.items():
            yield key, _key(node, key)
            yield from _spoken(below)
    elif isinstance(node.value, tuple):
        for below in node.value:
            yield from _spoken(below)
