"""What the plan costs per year, what pays for it, and what nobody pays for or nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from psoh_cli.dutch import number
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.gemeente.means import Room
from psoh_cli.model import Frozen
from psoh_cli.plan.action import PlannedCost
from psoh_cli.plan.funding import lasts_until
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.quarters import index_of, quarter_at, year_of
from psoh_cli.plan.stated import Purse, StatedMoney
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.practices.reference import FundingSource
from psoh_cli.vocabulary import CostCertainty, MoneyKind


class Warned(StrEnum):
    """What a reader must know about the money of one action; the value is what is printed."""

    EXPIRED = "de financiering loopt eerder af dan de kosten"
    ENDED = "de financiering is al afgelopen als de kosten beginnen"
    TEMPORARY = "tijdelijk geld voor structurele kosten"
    UNKNOWN_SOURCE = "de financieringsbron staat niet in de kennis"
    UNKNOWN_CERTAINTY = "hoe zeker het bedrag is, is niet bekend"
    UNKNOWN_KIND = "niet bekend of de kosten incidenteel of structureel zijn"
    OUTSIDE = "een deel van de kosten valt buiten de looptijd van het plan"
    NOT_FITTING = "past niet in de middelen, dus niet over de jaren verdeeld"
    NO_DATES = "geen begin en eind, dus niet over de jaren verdeeld"


class YearCost(Frozen):
    """Whole euros in one year: from a funding source, from the stated budget, and from neither."""

    year: int
    covered: int = 0
    stated: int = 0
    """What no source pays and the budget that the gemeente states can pay."""
    uncovered: int = 0

    @property
    def total(self) -> int:
        """All known money of this year."""
        return self.covered + self.stated + self.uncovered

    @property
    def without_source(self) -> int:
        """What no funding source pays."""
        return self.stated + self.uncovered


class BudgetLine(Frozen):
    """The money of one action; `amount` None is unknown and stands in no total."""

    id: str
    title: str
    standing: Standing
    amount: int | None
    certainty: CostCertainty
    kind: MoneyKind
    source: str | None
    years: tuple[YearCost, ...] = ()
    """One per year of the budget; empty when the amount or the dates are unknown."""
    outside: int = 0
    """Euros that fall before or after the years of the budget."""
    warnings: tuple[Warned, ...] = ()


class Budget(Frozen):
    """The years of the plan with every action that stands; what is unknown is counted apart."""

    years: tuple[int, ...] = ()
    lines: tuple[BudgetLine, ...] = ()
    stated: tuple[StatedMoney, ...] = ()
    """What the gemeente states per year, with how much of it these actions need; empty when it states none."""

    @property
    def unknown(self) -> tuple[BudgetLine, ...]:
        """The actions whose cost nobody knows: part of no total."""
        return tuple(line for line in self.lines if line.amount is None)

    @property
    def outside(self) -> int:
        """Known euros that fall in no year of the budget."""
        return sum(line.outside for line in self.lines)

    @property
    def undated(self) -> int:
        """Known euros of actions without a begin and an end."""
        return sum(line.amount or 0 for line in self.lines if Warned.NO_DATES in line.warnings)

    def totals(self, *kinds: MoneyKind) -> tuple[YearCost, ...]:
        """Add up the known money per year, of all kinds or of some."""
        chosen = [line for line in self.lines if line.years and (not kinds or line.kind in kinds)]
        return tuple(
            YearCost(
                year=year,
                covered=sum(line.years[number].covered for line in chosen),
                stated=sum(line.years[number].stated for line in chosen),
                uncovered=sum(line.years[number].uncovered for line in chosen),
            )
            for number, year in enumerate(self.years)
        )

    def by_source(self) -> dict[str, int]:
        """Add up the covered euros per funding source, in the order of the plan."""
        found: Counter[str] = Counter()
        for line in self.lines:
            if line.source and line.years:
                found[line.source] += sum(year.covered for year in line.years)
        return dict(found)


def budget(
    plan: Plan,
    *,
    sources: Iterable[FundingSource],
    years: tuple[int, ...] = (),
    rooms: Iterable[Room] = (),
) -> Budget:
    """Lay the cost of the actions that stand over the years; without years, those of the plan itself.

    An incidental amount is spread evenly over the quarters from begin to end. A structural amount is per
    year: it starts in its first quarter and goes on to the end of the budget, whatever the end of the action.
    What no source pays comes from the stated money (`rooms`) as far as that goes: first what was decided, then the
    proposals in the order of the plan.
    """
    known = {source.id: source for source in sources}
    columns = years or _years_of(plan.current)
    purse = Purse(rooms)
    lines = [_line(entry, known=known, years=columns) for entry in plan.current]
    for place, line in sorted(enumerate(lines), key=lambda pair: pair[1].standing is not Standing.DECIDED):
        lines[place] = _with_stated(line, purse=purse)
    return Budget(years=columns, lines=tuple(lines), stated=purse.parts())


def rooms_of(gemeente: Gemeente) -> tuple[Room, ...]:
    """Give the money that the gemeente states for the plan; empty when it states none."""
    return gemeente.means.budget if gemeente.means else ()


def _with_stated(line: BudgetLine, *, purse: Purse) -> BudgetLine:
    """Let the stated money pay what no source pays, as far as it goes."""
    given = [purse.give(cost.uncovered, year=cost.year, kind=line.kind) for cost in line.years]
    years = (
        cost.model_copy(update={"stated": amount, "uncovered": cost.uncovered - amount})
        for cost, amount in zip(line.years, given, strict=True)
    )
    return line.model_copy(update={"years": tuple(years)})


def some_of(count: int, *, whole: int) -> str:
    """Say how many of the measures: `de enige maatregel`, `beide maatregelen`, `3 van de 8 maatregelen`."""
    if count < whole:
        return f"{number(count)} van de {number(whole)} maatregelen"
    every = {1: "de enige maatregel", 2: "beide maatregelen"}
    return every.get(whole, f"alle {number(whole)} maatregelen")


def years_of(gemeente: Gemeente) -> tuple[int, ...]:
    """Give the years of the horizon; empty when the gemeente names none."""
    return tuple(range(gemeente.horizon.first, gemeente.horizon.last + 1)) if gemeente.horizon else ()


def _years_of(entries: tuple[Entry, ...]) -> tuple[int, ...]:
    quarters = [quarter for entry in entries for quarter in (entry.start, entry.end) if quarter]
    return tuple(range(year_of(min(quarters)), year_of(max(quarters)) + 1)) if quarters else ()


def _line(entry: Entry, *, known: dict[str, FundingSource], years: tuple[int, ...]) -> BudgetLine:
    cost = entry.cost
    source = known.get(cost.source) if cost.source else None
    parts = _spread(entry, years=years)
    per_year = {year: [0, 0] for year in years}
    outside = 0
    for quarter, euros in parts.items():
        if year_of(quarter) not in per_year:
            outside += euros
        else:
            per_year[year_of(quarter)][0 if pays(source, quarter=quarter) else 1] += euros
    return BudgetLine(
        id=entry.id,
        title=entry.title,
        standing=standing_of(entry),
        amount=cost.amount,
        certainty=cost.certainty,
        kind=cost.kind,
        source=cost.source,
        years=tuple(
            YearCost(year=year, covered=paid, uncovered=not_paid)
            for year, (paid, not_paid) in per_year.items()
        )
        if parts
        else (),
        outside=outside,
        warnings=tuple(_warnings(entry, source=source, parts=parts, outside=outside)),
    )


def spread(cost: PlannedCost, *, start: int, end: int, years: tuple[int, ...]) -> dict[str, int]:
    """Spread an amount over quarters, given as numbers, so that the parts add up to exactly the amount.

    What is structural goes on to the last of the years; an unknown amount gives nothing.
    """
    if cost.amount is None or end < start:
        return {}
    if cost.kind is MoneyKind.STRUCTURAL:
        last = max([end, *(year * 4 + 3 for year in years)])
        return {
            quarter_at(number): _part(cost.amount, number=number % 4, of=4)
            for number in range(start, last + 1)
        }
    length = end - start + 1
    return {
        quarter_at(start + number): _part(cost.amount, number=number, of=length) for number in range(length)
    }


def _spread(entry: Entry, *, years: tuple[int, ...]) -> dict[str, int]:
    if entry.start is None or entry.end is None:
        return {}
    return spread(entry.cost, start=index_of(entry.start), end=index_of(entry.end), years=years)


def _part(amount: int, *, number: int, of: int) -> int:
    return amount * (number + 1) // of - amount * number // of


def pays(source: FundingSource | None, *, quarter: str) -> bool:
    """Tell whether a source pays what is spent in a quarter; no source pays nothing."""
    return source is not None and lasts_until(source, end=quarter)


def _warnings(
    entry: Entry, *, source: FundingSource | None, parts: dict[str, int], outside: int
) -> Iterable[Warned]:
    cost = entry.cost
    if cost.amount is None:
        return
    if cost.source and source is None:
        yield Warned.UNKNOWN_SOURCE
    spent = [quarter for quarter, euros in parts.items() if euros]
    unpaid = [quarter for quarter in spent if not pays(source, quarter=quarter)]
    if source is not None and unpaid:
        yield Warned.ENDED if unpaid == spent else Warned.EXPIRED
    if source is not None and cost.kind is MoneyKind.STRUCTURAL and source.structural == "nee":
        yield Warned.TEMPORARY
    if cost.certainty is CostCertainty.UNKNOWN:
        yield Warned.UNKNOWN_CERTAINTY
    if cost.kind is MoneyKind.UNKNOWN:
        yield Warned.UNKNOWN_KIND
    if outside:
        yield Warned.OUTSIDE
    if not parts:
        left_out = entry.proposal is not None and entry.proposal.not_fitting is not None
        yield Warned.NOT_FITTING if left_out and entry.start is None else Warned.NO_DATES
