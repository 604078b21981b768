"""What somebody probably meant: the known word that looks most like the one they wrote."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

_ALIKE = 0.6


def nearest(word: str, known: Iterable[str] | Mapping[str, str], *, alike: float = _ALIKE) -> str:
    """Find what was meant among words, or among ids with their names; empty when nothing is near.

    Capitals, accents, spaces and punctuation do not matter; an id goes before a name, and the first before the rest.
    """
    by_bare: dict[str, str] = {}
    for key in known:
        by_bare.setdefault(_bare(key), key)
    if isinstance(known, Mapping):
        for key, name in known.items():
            by_bare.setdefault(_bare(name), key)
    close = difflib.get_close_matches(_bare(word), by_bare, n=1, cutoff=alike)
    return by_bare[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """Ask `Bedoelt u …?`, or give nothing when nothing is near."""
    meant = nearest(word, known)
    return f"Bedoelt u '{meant}'?" if meant else ""


def _bare(word: str) -> str:
    flat = unicodedata.normalize("NFD", word.casefold())
    return re.sub(r"[\W_]+", "-", "".join(char for char in flat if not unicodedata.combining(char))).strip(
        "-"
    )
