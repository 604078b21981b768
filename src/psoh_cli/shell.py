"""What somebody types: a path as one word of a command, in every shell."""

from __future__ import annotations

import re
from pathlib import Path

_BARE = re.compile(r"[\w./:~\\+@%,=-]+")


def quoted(path: Path) -> str:
    """Write a path with forward slashes as one word of a command, between quotes where a shell needs them."""
    text = path.as_posix()
    return text if _BARE.fullmatch(text) else f'"{text}"'
