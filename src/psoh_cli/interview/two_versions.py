"""What two versions of one file say of the same thing: what goes together, what does not, and what is kept of both.

Remarks are put side by side. Of two answers one counts; the other stays in the remark, so that nothing is lost and a
second merge sees that it has been settled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from psoh_cli.dutch import PartialDate

BESIDE = " | "
"""Stands between remarks of two versions."""

T = TypeVar("T")


class Side(StrEnum):
    """Which of two versions: the one in the own dossier, or the copy that is merged into it."""

    HERE = "hier"
    THERE = "daar"


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


def note(what: str, said: str) -> str:
    """Say in a remark what the version said that does not count; on one line, and never more than one part."""
    flat = " ".join(said.split()).replace(BESIDE, ", ")
    return f"Andere versie van {what}: {flat}"


def is_noted(said: str, *, remark: str | None) -> bool:
    """Tell whether a remark holds this already."""
    return said in parts_of(remark)
