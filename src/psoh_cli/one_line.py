"""Names on one line: a file may be called anything, and a line end in its name lets it say something of its own."""

from __future__ import annotations

import re

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_MARK = "\N{REPLACEMENT CHARACTER}"


def on_one_line(text: str) -> str:
    """Put a mark in the place of each line end, and of whatever else a terminal obeys."""
    return text if text.isprintable() else _BREAKS.sub(_MARK, text)
