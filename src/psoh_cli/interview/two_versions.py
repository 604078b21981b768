"""What two versions of one file say of the same thing: what goes together, what does not, and what is kept of both.

Remarks are put side by side. Of two answers one counts; the other stays in the remark, so that nothing is lost and a
second merge sees that it has been settled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Generic, TypeVar

from psoh_cli.dutch import PartialDate

BESIDE = " | "
"""Stands between remarks of two versions, and between two texts that both hold."""

_START = "Andere versie van "
_AGAIN = ", keer "
_LONGEST_MARK = 60
"""A longer text is cut in the remark beside another; six digits of its checksum tell whether it changed."""

T = TypeVar("T")


class Side(StrEnum):
    """Which of two versions: the one in the own dossier, or the copy that is merged into it."""

    HERE = "hier"
    THERE = "daar"
    BOTH = "beide"
    """Both, one behind the other; only for a text that somebody wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Generic[T]):
    """Two versions that say something else, at one place in the file."""

    path: tuple[str, ...]
    here: T
    there: T
    day_here: PartialDate | None = None
    day_there: PartialDate | None = None

    @property
    def newest(self) -> Side | None:
        """The version that is surely of a later day; None when the days do not tell."""
        if self.day_here is None or self.day_there is None:
            return None
        if self.day_here.first_day() > self.day_there.last_day():
            return Side.HERE
        return Side.THERE if self.day_there.first_day() > self.day_here.last_day() else None


def parts_of(remark: str | None) -> tuple[str, ...]:
    """Give the remarks that stand beside each other in one field."""
    return tuple(part.strip() for part in (remark or "").split(BESIDE) if part.strip())


def beside(first: str | None, second: str | None) -> str | None:
    """Put two remarks side by side, each part once; the order does not depend on which comes first."""
    one, other = parts_of(first), parts_of(second)
    if set(other) <= set(one):
        return first
    return second if set(one) <= set(other) else joined(sorted({*one, *other}))


def behind(first: str | None, *more: str | None) -> str | None:
    """Put further remarks behind the first, each part once."""
    return joined(part for remark in (first, *more) for part in parts_of(remark))


def joined(parts: Iterable[str]) -> str | None:
    """Write remarks in one field; None when there are none."""
    return BESIDE.join(dict.fromkeys(parts)) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one version says of one thing."""

    said: str
    """All of it, on one line."""
    mark: str
    """What decides whether it is still the same; of an answer without its day."""
    remark: str | None
    """Where what was decided before is kept."""


def settled(what: str, *, here: Version, there: Version) -> Side | None:
    """Give the version that was decided to hold; None when nobody decided, or both sides did, each for its own.

    A decision holds only for the two that lay side by side: who changed one of them since, is asked again.
    """
    ours = _times(what, kept=here, lost=there)
    theirs = _times(what, kept=there, lost=here)
    if ours == theirs:
        return None
    return Side.HERE if ours > theirs else Side.THERE


def decided(what: str, *, kept: Version, lost: Version) -> str:
    """Say in a remark what the version said that does not count, and beside what; on one line, one part of a remark.

    A number tells which decision came last, where two people decided the same in opposite ways.
    """
    time = 1 + max(_times(what, kept=kept, lost=lost), _times(what, kept=lost, lost=kept))
    again = f"{_AGAIN}{time}" if time > 1 else ""
    return f"{_opening(what, kept)}{again}{_closing(lost)}"


def is_decision(part: str) -> bool:
    """Tell whether a part of a remark was written by `decided`."""
    return part.startswith(_START)


def _times(what: str, *, kept: Version, lost: Version) -> int:
    """Give the number of the last decision that the one holds beside the other; 0 when there is none."""
    opening, closing = _opening(what, kept), _closing(lost)
    found = 0
    for part in parts_of(kept.remark):
        if not (part.startswith(opening) and part.endswith(closing)):
            continue
        between = part[len(opening) : len(part) - len(closing)]
        if not between and len(part) == len(opening) + len(closing):
            found = max(found, 1)
        elif between.startswith(_AGAIN) and between.removeprefix(_AGAIN).isdecimal():
            found = max(found, int(between.removeprefix(_AGAIN)))
    return found


def _opening(what: str, kept: Version) -> str:
    mark = _flat(kept.mark)
    if len(mark) > _LONGEST_MARK:
        mark = f"{mark[:_LONGEST_MARK].rstrip()}… {sha256(mark.encode()).hexdigest()[:6]}"
    return f"{_START}{what} ({mark})"


def _closing(lost: Version) -> str:
    return f": {_flat(lost.said)}"


def _flat(text: str) -> str:
    return " ".join(text.split()).replace(BESIDE, ", ")
