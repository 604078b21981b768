"""Limits: the hands and the money there are, what has been taken of them, and why something is too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from psoh_cli.dutch import euros, number
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.gemeente.means import Room
from psoh_cli.plan.budget import pays, spread, years_of
from psoh_cli.plan.measure import Measure
from psoh_cli.plan.quarters import in_words, index_of, quarter_at, year_of
from psoh_cli.plan.schedule import AT_ONCE, Slot
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import MoneyKind

_AT_ITS_TURN = "toen deze maatregel aan de beurt was"
"""A balance during the fitting: what came after may have taken of it too."""


class Short(StrEnum):
    """What there is too little of."""

    LEAD = "trekker"
    HANDS = "handen"
    MONEY = "geld"
    SOURCE = "financieringsbron"
    HOLIDAY = "vakantie"
    COUNCIL = "raad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Why a measure cannot run from some quarter on; `because` is a sentence."""

    short: Short
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What there is: hands per lead and together, money per period. None is without limit."""

    per_lead: int | None
    leads: Mapping[str, int] = field(default_factory=dict)
    at_once: int | None = None
    in_quarter: Mapping[int, int] = field(default_factory=dict)
    rooms: tuple[Room, ...] = ()
    """Stated money; empty when none was stated, and then money limits nothing."""
    has_money_limit: bool = True
    """Whether money counts at all: a source that ends counts even where no money was stated."""
    years: tuple[int, ...] = ()

    @classmethod
    def stated_by(cls, gemeente: Gemeente) -> Limits:
        """Take what the gemeente states; where it says nothing about hands, ours (afgeleid)."""
        means = gemeente.means
        years = years_of(gemeente)
        if means is None:
            return cls(per_lead=AT_ONCE, years=years)
        stated = {room.year for room in means.budget}
        return cls(
            per_lead=AT_ONCE,
            leads={item.lead: item.at_once for item in means.capacity.leads},
            at_once=means.capacity.at_once,
            in_quarter={
                index_of(f"{item.year:04}-K{item.quarter}"): item.at_once for item in means.capacity.quarters
            },
            rooms=means.budget,
            years=years or (tuple(range(min(stated), max(stated) + 1)) if stated else ()),
        )

    @classmethod
    def none(cls, gemeente: Gemeente) -> Limits:
        """Give all hands and all money."""
        return cls(per_lead=None, has_money_limit=False, years=years_of(gemeente))

    def hands_of(self, lead: str) -> int | None:
        """Tell how many measures a lead can lead at once."""
        return self.leads.get(lead, self.per_lead) if lead and self.per_lead is not None else None

    def hands_in(self, quarter: int) -> int | None:
        """Tell how many measures can run at once in a quarter."""
        return self.in_quarter.get(quarter, self.at_once)


class Taken:
    """What measures took of the limits so far; the one thing in the fitting that changes."""

    def __init__(self, limits: Limits, *, catalogue: Catalogue) -> None:
        self.limits = limits
        self._sources = catalogue.funding_source
        self._lead_names = {item.id: item.name for item in catalogue.partner_types}
        self._led: Counter[tuple[str, int]] = Counter()
        self._running: Counter[int] = Counter()
        self._spent: Counter[tuple[int, MoneyKind]] = Counter()

    def take(self, measure: Measure, *, slot: Slot) -> None:
        """Write down what a measure takes."""
        for quarter in slot.quarters:
            self._led[measure.lead, quarter] += 1
            self._running[quarter] += 1
        for quarter, amount in self.unpaid(measure, slot=slot).items():
            self._spent[quarter, _kind(measure)] += amount

    def unpaid(self, measure: Measure, *, slot: Slot) -> dict[int, int]:
        """Give the euros per quarter that no funding source pays."""
        source = self._sources.get(measure.cost.source or "")
        parts = spread(measure.cost, start=slot.start, end=slot.end, years=self.limits.years)
        return {
            index_of(quarter): amount
            for quarter, amount in parts.items()
            if amount and not pays(source, quarter=quarter)
        }

    def hands_short(self, measure: Measure, *, slot: Slot) -> Block | None:
        """Say where hands are missing; None when there are enough."""
        most = self.limits.hands_of(measure.lead)
        for quarter in slot.quarters:
            if most is not None and self._led[measure.lead, quarter] >= most:
                name = self._lead_names.get(measure.lead, measure.lead)
                return Block(
                    short=Short.LEAD,
                    because=f"In {in_words(quarter)} leidt {name} {_already(most)}.",
                )
            together = self.limits.hands_in(quarter)
            if together is not None and self._running[quarter] >= together:
                return Block(
                    short=Short.HANDS,
                    because=f"In {in_words(quarter)} {_running(together)}: meer kan hier niet tegelijk.",
                )
        return None

    def money_short(self, measure: Measure, *, slot: Slot, is_final: bool = False) -> Block | None:
        """Say where money is missing; None when there is enough, or when nobody knows the cost.

        `is_final` says that everything has been taken: what is left now is what the plan leaves in the end.
        """
        unpaid = self.unpaid(measure, slot=slot) if self.limits.has_money_limit else {}
        if not unpaid:
            return None
        ended = self._ended(measure)
        if not self.limits.rooms:
            if not ended:
                return None
            return Block(short=Short.SOURCE, because=f"{ended} en ander geld is niet opgegeven.")
        first = next(self._too_little(measure, unpaid=unpaid, is_final=is_final), None)
        if first is None:
            return None
        return Block(
            short=Short.SOURCE if ended else Short.MONEY, because=f"{ended}. {first}" if ended else first
        )

    def overdrawn(self) -> Iterator[str]:
        """Say in which periods what was taken is more than what was stated."""
        for room in self.limits.rooms:
            for most, kinds, word in _parts_of(room):
                spent = sum(self._spent_in(room, kinds=kinds).values())
                if spent > most:
                    yield (
                        f"Wat vaststaat kost in {room.in_words} {euros(spent - most)} meer dan het opgegeven "
                        f"{word}budget van {euros(most)}."
                    )

    def _ended(self, measure: Measure) -> str:
        source = self._sources.get(measure.cost.source or "")
        return (
            f"{source.name} loopt tot en met {source.runs_until.in_words()}"
            if source and source.runs_until
            else ""
        )

    def _too_little(self, measure: Measure, *, unpaid: Mapping[int, int], is_final: bool) -> Iterator[str]:
        kind = _kind(measure)
        for year in sorted({year_of(quarter_at(quarter)) for quarter in unpaid}):
            quarters = [quarter for quarter in unpaid if quarter // 4 == year]
            missing = [quarter for quarter in quarters if not self._is_stated(quarter, kind=kind)]
            if missing and (kind is not MoneyKind.STRUCTURAL or year == min(unpaid) // 4):
                yield f"Voor {year} is geen {_kind_word(kind)} geld opgegeven."
        for room in self.limits.rooms:
            for most, kinds, word in _parts_of(room):
                wanted = sum(amount for quarter, amount in unpaid.items() if _is_in(room, quarter=quarter))
                spent = sum(self._spent_in(room, kinds=kinds).values())
                if kind in kinds and wanted and spent + wanted > most:
                    left = euros(most - spent) if most > spent else "niets"
                    yield (
                        f"Deze maatregel kost {euros(wanted)} in {room.in_words} en van het {word}budget "
                        + (f"is dan {left} over." if is_final else f"was {left} over {_AT_ITS_TURN}.")
                    )

    def _is_stated(self, quarter: int, *, kind: MoneyKind) -> bool:
        return any(
            kind in kinds
            for room in self.limits.rooms
            if _is_in(room, quarter=quarter)
            for _, kinds, _ in _parts_of(room)
        )

    def _spent_in(self, room: Room, *, kinds: tuple[MoneyKind, ...]) -> dict[tuple[int, MoneyKind], int]:
        return {
            (quarter, kind): amount
            for (quarter, kind), amount in self._spent.items()
            if kind in kinds and _is_in(room, quarter=quarter)
        }


def _kind(measure: Measure) -> MoneyKind:
    """Give the kind of money; what nobody knows is spread and weighed as money that is spent once."""
    structural = measure.cost.kind is MoneyKind.STRUCTURAL
    return MoneyKind.STRUCTURAL if structural else MoneyKind.TEMPORARY


def _parts_of(room: Room) -> Iterator[tuple[int, tuple[MoneyKind, ...], str]]:
    """Give the limits of a period: the euros, the kinds they are for, and the word for them."""
    both = (MoneyKind.TEMPORARY, MoneyKind.STRUCTURAL)
    if room.amount is not None:
        yield room.amount, both, ""
    if room.incidental is not None:
        yield room.incidental, (MoneyKind.TEMPORARY,), _word(MoneyKind.TEMPORARY)
    if room.structural is not None:
        yield room.structural, (MoneyKind.STRUCTURAL,), _word(MoneyKind.STRUCTURAL)


def _kind_word(kind: MoneyKind) -> str:
    return "incidenteel" if kind is MoneyKind.TEMPORARY else "structureel"


def _word(kind: MoneyKind) -> str:
    return "incidentele " if kind is MoneyKind.TEMPORARY else "structurele "


def _is_in(room: Room, *, quarter: int) -> bool:
    return room.year == quarter // 4 and room.quarter in (None, quarter % 4 + 1)


def _already(most: int) -> str:
    if most == 0:
        return "volgens de gemeente niets"
    return f"al {number(most)} {'maatregel' if most == 1 else 'maatregelen'}"


def _running(most: int) -> str:
    if most == 0:
        return "loopt er niets"
    return f"loopt al {number(most)} maatregel" if most == 1 else f"lopen al {number(most)} maatregelen"
