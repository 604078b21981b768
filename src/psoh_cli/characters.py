"""Characters that nobody sees and that a terminal or a browser obeys: find them, or put a mark in their place."""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters (Unicode category Cc) but newline and tab, and those that turn the direction of writing."""

_MARK = "\N{REPLACEMENT CHARACTER}"


def obeyed_in(text: str) -> str:
    """Give the first character of a text that is an order instead of a sign; empty when there is none."""
    if text.isprintable():  # holds neither, and is much faster to ask
        return ""
    found = _OBEYED.search(text)
    return found[0] if found else ""


def shown(text: str) -> str:
    """Give a text as it may be shown: with a mark for each character that is an order instead of a sign."""
    return text if text.isprintable() else _OBEYED.sub(_MARK, text)
