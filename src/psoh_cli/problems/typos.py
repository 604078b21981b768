"""Which known word a mistyped one must be, and how sure that is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from psoh_cli.problems.meant import bare, closest

_LONGEST = 60
_MOST_KNOWN = 500
_COUNTED = 5


class Sureness(IntEnum):
    """How sure it is that a word was meant, from a guess up."""

    GUESS = 0
    """The only known word that looks like it."""
    TYPO = 1
    """One or two letters away, and no other word near."""
    SPELLING = 2
    """The same letters: only capitals, accents, spaces, hyphens or underscores differ."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A known word, and how sure it is that this one was meant."""

    word: str
    sureness: Sureness


def meant_by(word: str, known: Collection[str]) -> Meant | None:
    """Find the one known word that was meant; None when there is none, or more than one it may be."""
    if not word or len(word) > _LONGEST or len(known) > _MOST_KNOWN:
        return None
    same = [other for other in known if bare(other) == bare(word)]
    if same:
        return Meant(same[0], Sureness.SPELLING) if len(same) == 1 else None
    far = {other: distance(bare(word), bare(other), most=_COUNTED) for other in known}
    least = min(far.values(), default=_COUNTED)
    near = [other for other, steps in far.items() if steps <= min(least, _typing_errors(other)) + 1]
    if len(near) == 1 and far[near[0]] <= _typing_errors(near[0]):
        return Meant(near[0], Sureness.TYPO)
    alike = closest(word, known, most=2)
    return Meant(alike[0], Sureness.GUESS) if len(alike) == 1 else None


def distance(one: str, other: str, *, most: int) -> int:
    """Count the letters to add, drop, replace or swap with a neighbour; never more than `most` is counted."""
    if abs(len(one) - len(other)) >= most:
        return most
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        this = [row]
        for column, sign in enumerate(other, start=1):
            steps = min(last[column] + 1, this[-1] + 1, last[column - 1] + (letter != sign))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign
            this.append(min(steps, before[column - 2] + 1) if swapped else steps)
        before, last = last, this
    return min(last[-1], most)


def _typing_errors(word: str) -> int:
    """Give how many letters of a word may be wrong; with one more it is still near, so that nobody knows."""
    return 2 if len(word) >= 9 else 1 if len(word) >= 4 else 0
