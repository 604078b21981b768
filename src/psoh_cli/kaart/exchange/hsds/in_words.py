"""What stands in a JSON file, shown to somebody who does not read JSON."""

from __future__ import annotations

from typing import Any

_LONGEST = 80
_MOST_ITEMS = 10
_DEEPEST = 4
_MORE = "…"

_KNOWN_BY = (
    "name", "label", "title", "number", "address_1", "identifier", "option", "source", "document", "description", "url",
)  # fmt: skip


def short(value: Any) -> str:
    """Show a value on one line; of an object what it is known by, and else its keys: a name may stand inside."""
    line = " ".join(_said(value, depth=0).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."


def _said(value: Any, *, depth: int) -> str:
    if isinstance(value, str):
        return value[: 2 * _LONGEST]
    if value is None:
        return "niets (null)"
    if isinstance(value, bool):
        return "waar" if value else "niet waar"
    if isinstance(value, dict):
        known = [item for key in _KNOWN_BY if isinstance(item := value.get(key), str) and item]
        return known[0] if known else ", ".join(map(str, value)) or "een leeg object"
    if isinstance(value, list):
        items = (
            [_said(item, depth=depth + 1) for item in value[:_MOST_ITEMS]] if depth < _DEEPEST else [_MORE]
        )
        return ", ".join(items) if value else "een lege lijst"
    try:
        return str(value).replace(".", ",") if isinstance(value, float) else str(value)
    except ValueError:  # a number of more digits than Python writes
        return _MORE
