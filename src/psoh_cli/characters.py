"""Characters that nobody sees and that a terminal or a browser obeys: find them, or put a mark in their place."""

from __future__ import annotations

import re
import unicodedata

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters (Unicode category Cc) but newline and tab, and those that turn the direction of writing."""

MOST_ACCENTS = 30
"""How many loose accents one letter may have, as Unicode advises; putting more in order takes ever longer."""

_MAYBE_ACCENTS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_ACCENTS + 1},}}")
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


def has_pile(text: str) -> bool:
    """Tell whether more loose accents are piled on one letter than anybody writes."""
    for run in _MAYBE_ACCENTS.finditer(text):
        piled = 0
        for sign in run[0]:
            piled = piled + 1 if unicodedata.combining(sign) else 0
            if piled > MOST_ACCENTS:
                return True
    return False
