"""Counts of people so small that they may point at a person: never written, and not to be worked out either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from psoh_cli.dutch import FEWEST, number, people
from psoh_cli.near_misses import MONTHS

SMALL = people(0)
"""How a group smaller than that is written."""

NOT_SHOWN = "niet getoond"
"""How a larger group is written that would tell by subtraction how small another one is."""

UNKNOWN = "onbekend"
"""How a group is written that nobody counted."""


def shown_counts(counts: Sequence[int | None], *, total: int | None) -> tuple[str, ...]:
    """Write the counts of one table, so that no small one follows from the others and the total.

    Where the total stands beside them and the small ones follow from what is left, the next smallest is not
    shown either. `total` None says that no reader sees a total.
    """
    small = [place for place, count in enumerate(counts) if count is not None and count < FEWEST]
    hidden = set(small)
    if total is not None and total >= FEWEST and _follows([counts[place] for place in small]):
        others = [
            (count, place) for place, count in enumerate(counts) if count is not None and count >= FEWEST
        ]
        hidden.update(place for _, place in sorted(others)[:1])
    return tuple(_written(count, hidden=place in hidden) for place, count in enumerate(counts))


_WORDS = {"nul": 0, "één": 1, "twee": 2, "drie": 3, "vier": 4}
"""Number words below FEWEST; `een` without accents is an article, unless it stands alone."""

_COUNT = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d+|{'|'.join(_WORDS)})"
_AMOUNT = rf"{_COUNT}(?:,\d+)?"
_UNITS = (
    r"%|procent\w*|promille|euro|jaar|jaren|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|uur|uren|keer|maal|km"
    r"|op (?:de )?\d+"
)
_NO_COUNT = re.compile(
    rf"(?<!\w)(?:"
    rf"€\s*{_AMOUNT}"
    r"|\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}-\d{1,2}-\d{4}"
    rf"|\d{{1,2}} (?:{'|'.join(MONTHS)})"
    r"|(?:artikel|lid|bijlage|hoofdstuk|paragraaf|tabel|figuur|fase|stap|niveau|versie|nummer|kwartaal) \d+"
    rf"|{_AMOUNT}(?:\s*(?:-|–|tot(?: en met)?|t/m)\s*{_AMOUNT})?\s*(?:{_UNITS})(?!\w)"
    r"|\d+(?:e|de|ste)\b"
    r"|\d+,\d+"
    r")"
)
"""Numbers that are no count of people: money, dates, places in a text, shares, measures of time, ranks, decimals."""

_COUNTED = re.compile(rf"(?<!\w){_COUNT}(?!\w)")

RULE = (
    f"Kan een waarde minder dan {FEWEST} mensen tellen, dan staat het getal er niet. Alleen van een bedrag, datum, "
    "deel, duur of rangnummer is zeker dat het geen mensen telt (afgeleid)."
)
"""How a value in words is judged, as a reader may know it."""


def may_count_few(text: str) -> bool:
    """Tell whether a value in words may count a few people: what is not surely something else may."""
    return bool(_few_of(text))


def shown_text(text: str) -> str:
    """Write a value in words; one that may count a few people gives way as a whole: what is beside it may tell."""
    few = _few_of(text)
    if not few:
        return text
    return SMALL if few[0] else NOT_SHOWN


def _few_of(text: str) -> list[bool]:
    """Tell of each number that may count people whether it is small; empty when none is."""
    plain = text.strip().casefold()
    if plain == "een":
        return [True]
    counts = [match.group() for match in _COUNTED.finditer(_NO_COUNT.sub(" ", plain))]
    few = [(_WORDS[count] if count in _WORDS else int(count.replace(".", ""))) < FEWEST for count in counts]
    return few if any(few) else []


def _follows(small: Sequence[int | None]) -> bool:
    """Tell whether what is left for the small groups together is small itself, or leaves one way to divide it."""
    left = sum(count or 0 for count in small)
    return bool(small) and (left < FEWEST or left == len(small) * (FEWEST - 1))


def _written(count: int | None, *, hidden: bool) -> str:
    if count is None:
        return UNKNOWN
    if count < FEWEST:
        return SMALL
    return NOT_SHOWN if hidden else number(count)
