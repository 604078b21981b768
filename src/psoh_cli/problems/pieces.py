"""Several values written as one text: with commas, bullets, or `en` between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

_BULLETS = "–—•·▪●○*-"
_IN_FRONT = re.compile(rf"^\s*(?:[{_BULLETS}]\s*|\d{{1,2}}[.)]\s+)")
_BETWEEN = (
    re.compile(rf"\s*\n\s*|\s+[{_BULLETS}]\s+|\s*[•▪●○·]\s*"),
    re.compile(r"\s*[,;|/+\n]\s*"),
    re.compile(rf"\s*[,;|/+&\n]\s*|\s+[{_BULLETS}]\s+|\s+(?:en|of|and)\s+"),
    re.compile(r"\s*[,;|/+&\n]\s*|\s+(?:en|of|and)\s+|\s+"),
)
_MOST = 40
_LONGEST = 1_000


def ways_to_take_apart(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the pieces of a text in every way it may have been meant, the surest first; two pieces or more."""
    if len(text) > _LONGEST:
        return
    bare = _IN_FRONT.sub("", text).strip(" []")
    seen: set[tuple[str, ...]] = set()
    for between in _BETWEEN:
        found = tuple(
            piece for part in between.split(bare) if (piece := _IN_FRONT.sub("", part).strip(" \"'[]"))
        )
        if 2 <= len(found) <= _MOST and found not in seen:
            seen.add(found)
            yield found


def valid_pieces(text: str, known: Callable[[str], str]) -> tuple[str, ...]:
    """Give the known values that a text names one after another; none unless every piece is one.

    `known` gives the value that a piece is, or nothing.
    """
    for pieces in ways_to_take_apart(text):
        values = tuple(dict.fromkeys(known(piece) for piece in pieces))
        if len(values) > 1 and all(values):
            return values
    return ()


def loses(text: str, written: Collection[str], known: Callable[[str], str]) -> bool:
    """Tell whether what would be written leaves out a word of the text that is valid by itself."""
    named = {value for pieces in ways_to_take_apart(text) for piece in pieces if (value := known(piece))}
    return bool(named - set(written))
