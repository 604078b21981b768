"""Writing another value in the place of one: the same quotes where they hold it, else such as do."""

from __future__ import annotations

import re

from psoh_cli.problems.fix import Edit, Written

_PLAIN = re.compile(r"[A-Za-z0-9À-ÿ+(][A-Za-z0-9À-ÿ+() .@/_-]*(?<! )")
"""What can stand without quotes anywhere, between brackets and braces too."""


def rewritten(stands: Written, text: str) -> Edit | None:
    """Give the Edit that writes a text where another stands; None when it cannot be written on one line there."""
    if stands.style not in {"plain", "'", '"'} or any(char in text for char in "\n\r\t"):
        return None
    return Edit(stands.span, _quoted(text, style=stands.style))


def _quoted(text: str, *, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == "plain" and _PLAIN.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
