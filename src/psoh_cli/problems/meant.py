"""What somebody probably meant: the known word that looks most like the one they wrote."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeAlias

Known: TypeAlias = Iterable[str] | Mapping[str, object]
"""Words, or ids; of a mapping from id to name the name counts too."""

_ALIKE = 0.6
_LONGEST = 100
_MOST_KNOWN = 5_000


def closest(word: str, known: Known, *, most: int = 3, alike: float = _ALIKE) -> tuple[str, ...]:
    """Find the words, or the ids, that look most like what was written, the best first.

    Capitals, accents, spaces and punctuation do not matter; an id goes before a name, and the first before the rest.
    Nothing is found for a word that nobody types, or among more words than anybody waits for.
    """
    if len(word) > _LONGEST:
        return ()
    known = known if isinstance(known, Mapping) else tuple(known)
    if len(known) > _MOST_KNOWN:
        return ()
    by_bare: dict[str, str] = {}
    for key in known:
        by_bare.setdefault(bare(key), key)
    for key, name in known.items() if isinstance(known, Mapping) else ():
        if isinstance(name, str):
            by_bare.setdefault(bare(name), key)
    found = difflib.get_close_matches(bare(word), by_bare, n=most, cutoff=alike)
    return tuple(dict.fromkeys(by_bare[one] for one in found))


def nearest(word: str, known: Known) -> str:
    """Find what was meant; empty when nothing is near."""
    return next(iter(closest(word, known, most=1)), "")


def did_you_mean(word: str, known: Known) -> str:
    """Ask `Bedoelt u …?`, or give nothing when nothing is near."""
    meant = nearest(word, known)
    return f"Bedoelt u '{meant}'?" if meant else ""


def bare(word: str) -> str:
    """Strip a word to what counts: small letters without accents, and one hyphen for all that stands between them."""
    flat = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(char for char in flat if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
