r"""One thing on one line of a cell: parts between bars, each with its label: `straat: Lindelaan 1 | wijk: Oost`.

A backslash stands before a bar that is part of a text, and a line end within a text is written as `\n`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = re.compile(r"(?:[^\\|\n]|\\.)+")
_ESCAPED = re.compile(r"\\(.)")


def write_line(parts: Iterable[tuple[str, str]]) -> str:
    """Write parts with their labels on one line; a part without a label stands bare."""
    return " | ".join(f"{label}: {_escaped(text)}" if label else _escaped(text) for label, text in parts)


def read_line(text: str, *, labels: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Read the first part, and the others by their label; raise ValueError in Dutch where a label is not known."""
    known = tuple(labels)
    first, *others = [part.strip() for part in _PART.findall(text)] or [""]
    found: dict[str, str] = {}
    for part in others:
        label, colon, value = part.partition(":")
        label = label.strip().casefold()
        if not colon or label not in known:
            raise ValueError(f"'{part[:60]}' begint niet met {', '.join(known)} en een dubbele punt")
        if label in found:
            raise ValueError(f"'{label}' staat er twee keer")
        found[label] = _plain(value.strip())
    return first, found


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def plain(text: str) -> str:
    """Take the backslashes away that stand before signs of a part."""
    return _plain(text)
