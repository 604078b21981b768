"""Whether a text that was mended says the same as before, but for what was meant to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from psoh_cli.files.yaml_nodes import Node, Parsed, Place
from psoh_cli.problems.editing import covers
from psoh_cli.problems.fix import Span

_Spans: TypeAlias = Mapping[int, tuple[Span, ...]]


@dataclass(frozen=True)
class _Touched:
    """Spans by line, in the old text and in the new; a key or an item can only go or come where some text did."""

    old: _Spans
    new: _Spans
    gone: _Spans
    came: _Spans


def says_the_same(old: Parsed, new: Parsed, *, gone: Sequence[Span], came: Sequence[Span]) -> bool:
    """Tell whether two readings differ only in values that a span touches, and in keys that begin in one.

    A text that could not be read before only has to come closer: fewer things stop the reading.
    """
    if new.root is None:
        return old.root is None and len(new.problems) < len(old.problems)
    if old.root is None:
        return True
    if len(new.problems) > len(old.problems):
        return False
    touched = _Touched(_by_line(gone), _by_line(came), _by_line(_some(gone)), _by_line(_some(came)))
    return _same(old.root, new.root, touched)


def _same(old: Node, new: Node, touched: _Touched) -> bool:
    """Compare two values, with a stack of our own: they may lie deep."""
    waiting = [(old, new)]
    while waiting:
        one, other = waiting.pop()
        if type(one.value) is not type(other.value) or isinstance(one.value, str | None):
            if one.value != other.value and not (_meets(touched.old, one) and _meets(touched.new, other)):
                return False
            continue
        pairs = _pairs_inside(one, other, touched)
        if pairs is None:
            return False
        waiting += pairs
    return True


def _pairs_inside(one: Node, other: Node, touched: _Touched) -> list[tuple[Node, Node]] | None:
    """Lay the parts of two values side by side; None when one has a part that nobody meant to come or go."""
    if isinstance(one.value, Mapping) and isinstance(other.value, Mapping):
        before = [(item.key_place, item) for item in one.value.values()]
        after = [(item.key_place, item) for item in other.value.values()]
        kept = [key for key, item in one.value.items() if not _is_touched(touched.gone, item.key_place)]
        still = [key for key, item in other.value.items() if not _is_touched(touched.came, item.key_place)]
        return _paired(before, after, touched) if kept == still else None
    if isinstance(one.value, tuple) and isinstance(other.value, tuple):
        items = [(item.place, item) for item in one.value], [(item.place, item) for item in other.value]
        return _paired(*items, touched)
    return None


def _paired(
    before: Sequence[tuple[Place, Node]], after: Sequence[tuple[Place, Node]], touched: _Touched
) -> list[tuple[Node, Node]] | None:
    if len(before) == len(after):
        return [(one, other) for (_, one), (_, other) in zip(before, after, strict=True)]
    kept = [node for place, node in before if not _is_touched(touched.gone, place)]
    still = [node for place, node in after if not _is_touched(touched.came, place)]
    return list(zip(kept, still, strict=True)) if len(kept) == len(still) else None


def _by_line(spans: Iterable[Span]) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for span in spans:
        for line in range(span.line, span.end_line + 1):
            found[line] = (*found.get(line, ()), span)
    return found


def _some(spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if span[:2] != span[2:]]


def _is_touched(spans: _Spans, place: Place) -> bool:
    return any(covers(span, place) for span in spans.get(place.line, ()))


def _meets(spans: _Spans, node: Node) -> bool:
    return any(
        span[:2] <= node.end and node.place <= span[2:]
        for line in range(node.place.line, node.end.line + 1)
        for span in spans.get(line, ())
    )
