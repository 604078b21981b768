"""JSON as every reader takes it: the same bytes for the same content, and no character that a terminal obeys."""

from __future__ import annotations

import json
import re
from typing import Any

_ORDERS = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that mean what they mean in JSON too, but are safer written as `\\u202e`."""

_CALL = re.compile(r"##(?=\[)")
"""In the log of GitHub an order begins so, wherever it stands."""

_NO_SIGN = re.compile("[\x00\ud800-\udfff]")
"""NUL and halves of characters: no database and no UTF-8 file takes them."""

_MARK = "\N{REPLACEMENT CHARACTER}"


def as_text(content: Any) -> str:
    """Write content as JSON that ends with one newline; its order is the order in which it was made."""
    text = json.dumps(_storable(content), ensure_ascii=False, indent=2, allow_nan=False)
    text = _CALL.sub(r"#\\u0023", text)
    return _ORDERS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def storable(text: str) -> str:
    """Put a mark in the place of what cannot be stored as text."""
    return _NO_SIGN.sub(_MARK, text)


def _storable(content: Any) -> Any:
    if isinstance(content, str):
        return storable(content)
    if isinstance(content, dict):
        return {_storable(key): _storable(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [_storable(item) for item in content]
    return content
