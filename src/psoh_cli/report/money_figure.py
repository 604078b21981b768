"""The budget per year as a drawing, with the table that says the same."""

from __future__ import annotations

from psoh_cli.dutch import euros, listing, plural
from psoh_cli.plan.budget import Budget, YearCost
from psoh_cli.report.document import Block, Column, Figure, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures_money import Amount, YearBar, money_bars
from psoh_cli.report.spans import lines
from psoh_cli.vocabulary import MoneyKind

MOST_YEARS = 8
"""Years whose bars keep a readable width."""


def money_blocks(draft: Draft) -> tuple[Block, ...]:
    """Draw the known money per year and kind; nothing when no amount is known."""
    found = draft.budget
    years = year_bars(found)
    if not any(amount.total for year in years for amount in year.amounts):
        return ()
    sheets = [years[start : start + MOST_YEARS] for start in range(0, len(years), MOST_YEARS)]
    return (
        *(
            _figure(part, place=place, of=len(sheets), draft=draft)
            for place, part in enumerate(sheets, start=1)
        ),
        _table(years),
    )


def year_bars(found: Budget) -> tuple[YearBar, ...]:
    """Split the totals of each year by kind of money."""
    by_kind = [found.totals(kind) for kind in (MoneyKind.TEMPORARY, MoneyKind.STRUCTURAL, MoneyKind.UNKNOWN)]
    return tuple(
        YearBar(year, *(_amount(costs[number]) for costs in by_kind))
        for number, year in enumerate(found.years)
    )


def _amount(cost: YearCost) -> Amount:
    return Amount(covered=cost.covered, uncovered=cost.without_source)


def _figure(years: tuple[YearBar, ...], *, place: int, of: int, draft: Draft) -> Figure:
    title = f"Geld per jaar{f' ({place} van {of})' if of > 1 else ''}"
    return Figure(
        svg=money_bars(
            years,
            notes=_outside(draft),
            title=title,
            description="De tabel ‘Geld per jaar en soort’ zegt hetzelfde in cijfers.",
        ),
        title=title,
        caption=_CAPTION,
        width=640,
    )


_CAPTION = "Vol betaalt een geldbron, gestreept heeft geen geldbron. Alleen bedragen die bekend zijn."


def _outside(draft: Draft) -> tuple[str, ...]:
    """Say what the bars do not show."""
    found = draft.budget
    said = []
    if found.unknown:
        names = [draft.measures[item.id] for item in found.unknown]
        shown = listing(names) if len(names) <= 8 else f"{', '.join(names[:8])} en andere"
        verb = "zijn" if len(names) > 1 else "is"
        said.append(
            f"Niet getekend: van {plural(len(names), 'maatregel', 'maatregelen')} {verb} de kosten onbekend "
            f"({shown}). Onbekend is geen nul."
        )
    loose = found.outside + found.undated
    if loose:
        said.append(f"Ook niet getekend: {euros(loose)} buiten deze jaren of zonder planning.")
    return tuple(said)


def _table(years: tuple[YearBar, ...]) -> Table:
    has_unknown = any(year.unknown.total for year in years)
    heads = [
        "Incidenteel, uit een geldbron", "Incidenteel, zonder geldbron",
        "Structureel, uit een geldbron", "Structureel, zonder geldbron",
    ]  # fmt: skip
    heads += ["Soort onbekend, uit een geldbron", "Soort onbekend, zonder geldbron"] if has_unknown else []
    rows = [(str(year.year), _cells(year, has_unknown=has_unknown)) for year in years]
    sums = [sum(column) for column in zip(*(cells for _, cells in rows), strict=True)]
    return Table(
        caption="Geld per jaar en soort",
        columns=(
            Column(title="Jaar", width=3),
            *(Column(title=head, kind="geld", width=4) for head in (*heads, "Samen")),
        ),
        rows=tuple(
            lines(name, *(euros(amount) for amount in cells)) for name, cells in (*rows, ("Samen", sums))
        ),
        footer=True,
    )


def _cells(year: YearBar, *, has_unknown: bool) -> list[int]:
    kinds = year.amounts if has_unknown else year.amounts[:2]
    amounts = [part for amount in kinds for part in (amount.covered, amount.uncovered)]
    return [*amounts, sum(amounts)]
