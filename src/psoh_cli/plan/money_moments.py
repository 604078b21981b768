"""When the council decides on money, and from which quarter that money can be spent (afgeleid)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from psoh_cli.gemeente.means import Milestone, MomentKind
from psoh_cli.plan.action import PlannedCost
from psoh_cli.plan.funding import lasts_until
from psoh_cli.plan.quarters import index_of, next_quarter, quarter_at
from psoh_cli.plan.schedule import TIME_TO_PREPARE
from psoh_cli.practices.reference import FundingSource
from psoh_cli.vocabulary import MoneyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMoment:
    """A moment on which the council decides, and the first quarter in which that money can be spent."""

    milestone: Milestone
    spend_from: int

    @property
    def in_words(self) -> str:
        """Name the moment: `de kadernota van 18 mei 2027`."""
        name = self.milestone.name
        return f"de {name[:1].lower()}{name[1:]} van {self.milestone.day.in_words()}"


def needs_council(cost: PlannedCost, *, end: int, sources: Mapping[str, FundingSource]) -> bool:
    """Tell whether the council must decide on the money first: it returns every year, or nobody pays it yet."""
    if not cost.amount:
        return False
    source = sources.get(cost.source or "")
    paid = source is not None and lasts_until(source, end=quarter_at(end))
    return cost.kind is MoneyKind.STRUCTURAL or not paid


def moments_for(cost: PlannedCost, *, calendar: Iterable[Milestone], as_of: date) -> tuple[MoneyMoment, ...]:
    """Give the coming moments that decide on this money, in order of time.

    A kadernota and a begroting decide on the next year. A voorjaarsnota mends the year that runs: it decides on
    what is spent once, from the next quarter on, and not on what returns every year.
    """
    deciding = {MomentKind.FRAMEWORK, MomentKind.BUDGET}
    if cost.kind is not MoneyKind.STRUCTURAL:
        deciding.add(MomentKind.SPRING)
    return tuple(
        MoneyMoment(milestone=milestone, spend_from=_spend_from(milestone))
        for milestone in sorted(calendar, key=lambda item: (item.day.first_day(), item.name))
        if milestone.decides in deciding and milestone.day.first_day() >= as_of + TIME_TO_PREPARE
    )


def moment_before(start: int, *, moments: Iterable[MoneyMoment]) -> MoneyMoment | None:
    """Give the moment that a start in this quarter hangs on: of the last year that is in time, the first moment."""
    in_time = [moment for moment in moments if moment.spend_from <= start]
    latest = max((moment.spend_from for moment in in_time), default=0)
    return next((moment for moment in in_time if moment.spend_from == latest), None)


def _spend_from(milestone: Milestone) -> int:
    day = milestone.day.last_day()
    if milestone.decides is MomentKind.SPRING:
        return index_of(next_quarter(day))
    return index_of(f"{day.year + 1:04}-K1")
