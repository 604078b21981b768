"""The stated money: what a gemeente sets apart per year, and how much of it measures without a source need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.gemeente.means import Room
from psoh_cli.model import Frozen
from psoh_cli.vocabulary import MoneyKind


class StatedMoney(Frozen):
    """Whole euros that were stated for one year, for all kinds or for one, and how much of it is needed."""

    year: int
    word: str
    """`incidenteel`, `structureel`, or empty for money of all kinds."""
    amount: int
    needed: int = 0

    @property
    def left(self) -> int:
        """What no measure needs."""
        return self.amount - self.needed


class Purse:
    """The stated money while it is handed out; periods inside one year are added up."""

    def __init__(self, rooms: Iterable[Room]) -> None:
        self._stated: dict[tuple[int, str], int] = {}
        self._needed: dict[tuple[int, str], int] = {}
        for room in rooms:
            for amount, word in _parts_of(room):
                key = (room.year, word)
                self._stated[key] = self._stated.get(key, 0) + amount

    def give(self, wanted: int, *, year: int, kind: MoneyKind) -> int:
        """Hand out what there is of what is wanted; what nobody stated is nothing."""
        words = ("", _word(kind))
        limits = [(year, word) for word in words if (year, word) in self._stated]
        given = min([wanted, *(self._stated[key] - self._needed.get(key, 0) for key in limits)])
        if not limits or given <= 0:
            return 0
        for key in limits:
            self._needed[key] = self._needed.get(key, 0) + given
        return given

    def parts(self) -> tuple[StatedMoney, ...]:
        """Give what was stated, by year and kind, with what was handed out."""
        return tuple(
            StatedMoney(year=year, word=word, amount=amount, needed=self._needed.get((year, word), 0))
            for (year, word), amount in sorted(self._stated.items())
        )


def _parts_of(room: Room) -> Iterator[tuple[int, str]]:
    if room.amount is not None:
        yield room.amount, ""
    if room.incidental is not None:
        yield room.incidental, _word(MoneyKind.TEMPORARY)
    if room.structural is not None:
        yield room.structural, _word(MoneyKind.STRUCTURAL)


def _word(kind: MoneyKind) -> str:
    """Give the kind of money; what nobody knows is weighed as money that is spent once, as in the limits."""
    return MoneyKind.STRUCTURAL.value if kind is MoneyKind.STRUCTURAL else MoneyKind.TEMPORARY.value
