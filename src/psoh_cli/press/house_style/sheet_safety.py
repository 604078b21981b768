"""What may stand in a style sheet: colours and measures, and nothing that is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_INLINE = re.compile(
    r"data:(?:image/(?:png|jpeg|gif|webp|svg\+xml)|font/(?:ttf|otf|woff2?)|application/(?:x-)?font-[a-z0-9]+)[;,]",
    re.IGNORECASE,
)
_FETCHING = frozenset(
    {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "element", "paint"}
)
BLANK = "\ue000"
"""Stands where a template fills something in."""

_DEEPEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that may not stand there: line and column from 1, and why in Dutch."""

    line: int
    column: int
    why: str


def sheet_faults(text: str) -> Iterator[Fault]:
    """Find what a style sheet may not hold: addresses outside the file, `@import`, and what cannot be read."""
    import tinycss2  # type: ignore[import-untyped]

    ended = re.search(r"</\s*style|<!--|-->", text, re.IGNORECASE)
    if ended:
        before = text[: ended.start()]
        yield Fault(
            line=before.count("\n") + 1,
            column=ended.start() - before.rfind("\n"),
            why=f"{ended[0]} hoort niet in een stijlblad",
        )
        return
    try:
        todo = list(tinycss2.parse_component_value_list(text))
    except RecursionError:
        yield Fault(line=1, column=1, why="het stijlblad is te ingewikkeld")
        return
    while todo:
        token = todo.pop(0) if len(todo) < _DEEPEST else todo.pop()
        why = _objection(token)
        if why:
            yield Fault(line=token.source_line, column=token.source_column, why=why)
        todo.extend(_inside(token))


def _inside(token: Any) -> list[Any]:
    inside = getattr(token, "content", None)
    if not isinstance(inside, list):
        inside = getattr(token, "arguments", None)
    return inside if isinstance(inside, list) else []


def _objection(token: Any) -> str:
    if token.type == "at-keyword" and token.lower_value == "import":
        return "@import haalt een ander bestand op"
    if token.type == "error":
        return "hier is het stijlblad niet te lezen"
    if token.type == "url":
        return _addresses([token.value])
    if token.type == "function" and token.lower_name in _FETCHING:
        return _addresses([inner.value for inner in token.arguments if inner.type == "string"])
    return ""


def _addresses(values: list[str]) -> str:
    for value in values:
        address = value.strip()
        if not (_INLINE.match(address) or address.startswith(("#", BLANK))):
            return f"'{address[:60]}' staat buiten het document; alleen data: kan"
    return ""
