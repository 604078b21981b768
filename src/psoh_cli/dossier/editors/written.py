"""A schema as text: what is short stands on one line, so that people can read it."""

from __future__ import annotations

import json
from typing import Any

_WIDTH = 110


def written(schema: dict[str, Any]) -> str:
    """Write a schema as JSON, byte for byte the same each time."""
    return _value(schema, indent=0, used=0) + "\n"


def _value(value: Any, *, indent: int, used: int) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or used + len(flat) <= _WIDTH:
        return flat
    inside = " " * (indent + 2)
    if isinstance(value, dict):
        lines = [_field(key, item, indent=indent + 2) for key, item in value.items()]
        opened, closed = "{", "}"
    else:
        lines = [inside + _value(item, indent=indent + 2, used=indent + 2) for item in value]
        opened, closed = "[", "]"
    return opened + "\n" + ",\n".join(lines) + "\n" + " " * indent + closed


def _field(key: str, item: Any, *, indent: int) -> str:
    start = f"{' ' * indent}{json.dumps(key, ensure_ascii=False)}: "
    return start + _value(item, indent=indent, used=len(start))
