"""How wide a text is on a screen: a Chinese character takes two places, an accent of its own none."""

from __future__ import annotations

import unicodedata

TAB = 4
"""How many places a tab is shown as."""


def cells(text: str) -> int:
    """Give the number of places a text takes."""
    return len(text) if text.isascii() and "\t" not in text else sum(map(_width, text))


def shown_width(text: str) -> str:
    """Give a text without tabs, each as wide as it counts."""
    return text.replace("\t", " " * TAB)


def _width(char: str) -> int:
    if char == "\t":
        return TAB
    if char.isascii():
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
