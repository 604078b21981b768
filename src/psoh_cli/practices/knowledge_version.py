"""Which version of the knowledge came after which."""

from __future__ import annotations

from psoh_cli.near_misses import without_curly


def is_later(version: str, *, than: str) -> bool:
    """Tell whether a version of the knowledge comes after another; of what is no version nothing is said."""
    one, other = _numbers(version), _numbers(than)
    return one is not None and other is not None and one > other


def is_version(text: str) -> bool:
    """Tell whether a text is a version of the knowledge: numbers with dots between, as 2026.1."""
    return _numbers(text) is not None


def _numbers(version: str) -> tuple[int, ...] | None:
    parts = without_curly(version).split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdecimal() for part in parts) else None
