"""Writing another text in the place of a value or a key: the same quotes where they hold it, else such as do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from psoh_cli.problems.fix import Edit, Written

_PLAIN = re.compile(r"(?:https?://)?[A-Za-z0-9À-ÖØ-öø-ÿ+(][A-Za-z0-9À-ÖØ-öø-ÿ+() .@/_-]*(?<! )")
"""What can stand without quotes anywhere, between brackets and braces too."""

_READ_OTHERWISE = re.compile(
    r"y|n|yes|no|on|off|true|false|null"
    r"|[-+]?\d[\d_]*(?:\.[\d_]*)?e[-+]?\d+|[-+]?0[xob][0-9a-f_]+|0\d+|\+\d[\d_]*|\d+_[\d_]*|\d+\.\d*0",
    re.IGNORECASE,
)
"""Plain words that a YAML reader may take for nothing, for yes or no, or for a number that is written otherwise."""


def rewritten(stands: Written, text: str) -> Edit | None:
    """Give the Edit that writes a text where another stands; None when it cannot be written on one line there.

    A text in a block (`|` or `>`) is left alone: its lines are its own.
    """
    if stands.style not in {"plain", "'", '"'} or not _fits_a_line(text):
        return None
    return Edit(stands.span, _quoted(text, style=stands.style))


def listed(stands: Written, texts: Sequence[str]) -> Edit | None:
    """Give the Edit that writes a list between brackets where a text stands; None when it does not fit on one line."""
    if not all(map(_fits_a_line, texts)):
        return None
    return Edit(stands.span, f"[{', '.join(_quoted(text, style='plain') for text in texts)}]")


def _fits_a_line(text: str) -> bool:
    return not any(
        unicodedata.category(sign) in {"Cc", "Cn", "Cs", "Zl", "Zp"} or sign == "\ufeff" for sign in text
    )


def _quoted(text: str, *, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == "plain" and _PLAIN.fullmatch(text) and not _READ_OTHERWISE.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
