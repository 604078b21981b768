"""Counts of people so small that they may point at a person: never written, and not to be worked out either."""

from __future__ import annotations

from collections.abc import Sequence

from psoh_cli.dutch import FEWEST, number, people

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
