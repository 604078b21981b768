"""Ends of lines: each program writes its own, and all of them mean that a new line begins."""

from __future__ import annotations

import re

_ENDS = re.compile(r"(?:\r|_x000D_)\n?", re.IGNORECASE)


def mended(text: str) -> str:
    """Write every end of a line as one newline, also the words `_x000D_` that a workbook has for it."""
    return _ENDS.sub("\n", text) if "\r" in text or "_x" in text else text


def joined(text: str) -> str:
    """Put lines behind one another, with a stroke where one ended."""
    return " / ".join(filter(None, (line.strip() for line in mended(text).split("\n"))))
