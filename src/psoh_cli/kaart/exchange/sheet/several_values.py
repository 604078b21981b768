"""Several values in one cell: parted by a comma, with a backslash before what is part of a value."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = re.compile(r"(?:[^\\,]|\\.)+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def join(values: Iterable[str]) -> str:
    r"""Write values in one cell: `groep, inloop`; a comma within a value becomes `\,`."""
    return ", ".join(
        value.replace("\\", "\\\\").replace(",", "\\,") if "," in value or "\\" in value else value
        for value in values
    )


def split(text: str) -> tuple[str, ...]:
    """Read the values of a cell; a lone backslash at the end stands for itself."""
    if "\\" not in text:
        return tuple(part for piece in text.split(",") if (part := piece.strip()))
    whole = f"{text}\\" if (len(text) - len(text.rstrip("\\"))) % 2 else text
    return tuple(_ESCAPED.sub(r"\1", part) for found in _PART.finditer(whole) if (part := found[0].strip()))
