"""Fitting in: which measures fit in the hands, the money and the year of the council, and in which quarters.

One greedy rule (afgeleid). Measures take their turn: what people planned, then the heaviest first, and never
before what they wait for. Each takes the first quarters in which there are hands and money. What was left out
could not have been added afterwards either: places only fill up. Nothing is taken back, so a heavy measure may
keep two lighter ones out; that is the meaning of priority here, and not the largest number of measures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.gemeente.means import Holiday, Milestone
from psoh_cli.plan import holidays
from psoh_cli.plan.candidates import PHASE_ORDER
from psoh_cli.plan.limits import Block, Limits, Short, Taken
from psoh_cli.plan.measure import Measure
from psoh_cli.plan.money_moments import MoneyMoment, moment_before, moments_for, needs_council
from psoh_cli.plan.quarters import in_words, index_of, next_quarter
from psoh_cli.plan.schedule import SEARCHED, Slot, ready_after
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What measures are fitted into, beside the limits: the years, the council, the holidays, the money sources."""

    first: int
    last: int | None
    as_of: date
    calendar: tuple[Milestone, ...]
    holidays: tuple[Holiday, ...]
    catalogue: Catalogue

    @classmethod
    def of(cls, gemeente: Gemeente, *, as_of: date, catalogue: Catalogue) -> World:
        """Take the first quarter of the horizon, or the one after the peildatum when that is later."""
        coming, horizon = index_of(next_quarter(as_of)), gemeente.horizon
        return cls(
            first=max(coming, horizon.first * 4) if horizon else coming,
            last=horizon.last * 4 + 3 if horizon else None,
            as_of=as_of,
            calendar=gemeente.calendar,
            holidays=tuple(holiday for holiday in gemeente.holidays if holiday.is_in_order),
            catalogue=catalogue,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The first quarter that is allowed, and the measure that has to come first; None when only the plan does."""

    quarter: int
    waits_for: Measure | None = None
    still_runs: bool = False
    """Whether what is waited for is far enough then, but not done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A measure with its quarters; what it had to wait for and what was short before them."""

    measure: Measure
    slot: Slot
    bound: Bound
    blocks: tuple[Block, ...] = ()
    moment: MoneyMoment | None = None
    """The moment of the council that decides on its money."""
    lacks_moment: bool = False
    """Whether the council must decide and the calendar names no moment for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A measure that does not fit: for want of what it waits for, of time, or of what the blocks say."""

    measure: Measure
    bound: Bound
    blocks: tuple[Block, ...] = ()
    waits_in_vain: Measure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What has a place and what has none; each in the order of their turns."""

    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    overdrawn: tuple[str, ...] = ()


def fit(measures: tuple[Measure, ...], *, limits: Limits, world: World) -> Fitted:
    """Give every measure the first quarters in which it fits; `measures` come in turn, as `in_turn` puts them."""
    placed: dict[str, Placed] = {}
    left_out: dict[str, LeftOut] = {}
    explorers = tuple(measure for measure in measures if measure.explores)
    taken = Taken(limits, catalogue=world.catalogue)
    for measure in (item for item in measures if item.fixed is not None):
        start, end = measure.fixed or (0, 0)
        done = Placed(measure=measure, slot=Slot(start=start, end=end), bound=Bound(quarter=start))
        placed[measure.id] = done
        taken.take(measure, slot=done.slot)
    overdrawn = tuple(taken.overdrawn())
    for measure in (item for item in measures if item.fixed is None):
        in_vain = next((left_out[name].measure for name in measure.waits_for if name in left_out), None)
        bound = _bound(measure, explorers=explorers, placed=placed, world=world)
        if in_vain is not None and not measure.is_decided:
            left_out[measure.id] = LeftOut(measure=measure, bound=bound, waits_in_vain=in_vain)
            continue
        found = _place(measure, bound=bound, taken=taken, world=world)
        if isinstance(found, LeftOut):
            left_out[measure.id] = found
        else:
            placed[measure.id] = found
            taken.take(measure, slot=found.slot)
    told = tuple(_in_the_end(left, taken=taken) for left in left_out.values())
    return Fitted(placed=tuple(placed.values()), left_out=told, overdrawn=overdrawn)


def _in_the_end(left: LeftOut, *, taken: Taken) -> LeftOut:
    """Say of what was left out for want of money what there is in the end: the balance that the plan shows.

    What was too little at its turn still is: the measures after it only took more.
    """
    length = left.measure.length
    blocks = list(left.blocks)
    for place, block in enumerate(left.blocks):
        if block.short in (Short.MONEY, Short.SOURCE):
            start = left.bound.quarter + place
            slot = Slot(start=start, end=start + length - 1)
            blocks[place] = taken.money_short(left.measure, slot=slot, is_final=True) or block
    return replace(left, blocks=tuple(blocks))


def _bound(
    measure: Measure, *, explorers: tuple[Measure, ...], placed: dict[str, Placed], world: World
) -> Bound:
    """Give what allows a measure to begin last: the plan itself, what it waits for, or asking around.

    Asking around keeps its time even where it does not fit: the answers are needed all the same.
    """
    bounds = [Bound(quarter=world.first)]
    for name in measure.waits_for:
        if name in placed:
            slot = placed[name].slot
            quarter = ready_after(slot.start, end=slot.end)
            bounds.append(
                Bound(quarter=quarter, waits_for=placed[name].measure, still_runs=quarter <= slot.end)
            )
    if not measure.explores and _is_later(measure.phase):
        for other in explorers:
            end = placed[other.id].slot.end if other.id in placed else world.first + other.length - 1
            bounds.append(Bound(quarter=end + 1, waits_for=other))
    return max(bounds, key=lambda bound: bound.quarter)


def _is_later(phase: Phase | None) -> bool:
    return phase is not None and PHASE_ORDER[phase] > PHASE_ORDER[Phase.EXPLORE]


def _moments(measure: Measure, *, slot: Slot, world: World) -> tuple[MoneyMoment, ...] | None:
    """Give the moments that decide on the money of a measure; None when nobody has to decide on it."""
    sources = world.catalogue.funding_source
    if measure.is_decided or not needs_council(measure.cost, end=slot.end, sources=sources):
        return None
    return moments_for(measure.cost, calendar=world.calendar, as_of=world.as_of)


def _place(measure: Measure, *, bound: Bound, taken: Taken, world: World) -> Placed | LeftOut:
    """Find the first quarters that fit. What was decided is never left out: people chose it already."""
    last = bound.quarter + SEARCHED if world.last is None or measure.is_decided else world.last
    blocks: list[Block] = []
    for start in range(bound.quarter, last - measure.length + 2):
        slot = Slot(start=start, end=start + measure.length - 1)
        block = _block(measure, slot=slot, taken=taken, world=world)
        if block is None:
            return _placed(measure, slot=slot, bound=bound, blocks=blocks, world=world)
        blocks.append(block)
    if measure.is_decided:
        slot = Slot(start=bound.quarter, end=bound.quarter + measure.length - 1)
        return _placed(measure, slot=slot, bound=bound, blocks=[], world=world)
    return LeftOut(measure=measure, bound=bound, blocks=tuple(blocks))


def _block(measure: Measure, *, slot: Slot, taken: Taken, world: World) -> Block | None:
    if measure.is_group and holidays.is_mostly_holiday(slot.start, holidays=world.holidays):
        return Block(
            short=Short.HOLIDAY,
            because=f"{in_words(slot.start)} is voor meer dan een derde schoolvakantie; dan begint er geen groep.",
        )
    moments = _moments(measure, slot=slot, world=world)
    if moments and not any(moment.spend_from <= slot.start for moment in moments):
        return Block(
            short=Short.COUNCIL,
            because=f"Over het geld beslist de raad eerst: bij {moments[0].in_words}.",
        )
    money = None if measure.is_decided else taken.money_short(measure, slot=slot)
    return taken.hands_short(measure, slot=slot) or money


def _placed(measure: Measure, *, slot: Slot, bound: Bound, blocks: list[Block], world: World) -> Placed:
    moments = _moments(measure, slot=slot, world=world)
    return Placed(
        measure=measure,
        slot=slot,
        bound=bound,
        blocks=tuple(blocks),
        moment=moment_before(slot.start, moments=moments or ()),
        lacks_moment=moments == (),
    )
