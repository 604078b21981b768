"""The budget per year as a drawing, with the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator

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
        _table(years, stated=bool(found.stated)),
    )


def year_bars(found: Budget) -> tuple[YearBar, ...]:
    """Split the totals of each year by kind of money."""
    by_kind = [found.totals(kind) for kind in (MoneyKind.TEMPORARY, MoneyKind.STRUCTURAL, MoneyKind.UNKNOWN)]
    return tuple(
        YearBar(year, *(_amount(costs[number]) for costs in by_kind))
        for number, year in enumerate(found.years)
    )


def _amount(cost: YearCost) -> Amount:
    return Amount(covered=cost.covered, stated=cost.stated, uncovered=cost.uncovered)


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
        caption=_STATED_CAPTION if draft.budget.stated else _CAPTION,
        width=640,
    )


_CAPTION = "Vol betaalt een geldbron, schuin gestreept is ongedekt. Alleen bedragen die bekend zijn."
_STATED_CAPTION = (
    "Vol betaalt een geldbron, met liggende lijnen kan het opgegeven budget betalen, schuin gestreept is ongedekt. "
    "Alleen bedragen die bekend zijn."
)


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


def _table(years: tuple[YearBar, ...], *, stated: bool) -> Table:
    """Give a row for each kind and who pays; the last adds them up."""
    rows = list(_rows(years, stated=stated))
    rows.append(("Samen", [sum(amount.total for amount in year.amounts) for year in years]))
    return Table(
        caption="Geld per jaar en soort",
        columns=(
            Column(title="Soort en wie betaalt", width=9),
            *(Column(title=str(year.year), kind="geld", width=4) for year in years),
            Column(title="Samen", kind="geld", width=4),
        ),
        rows=tuple(lines(name, *(euros(amount) for amount in (*cells, sum(cells)))) for name, cells in rows),
        footer=True,
    )


def _rows(years: tuple[YearBar, ...], *, stated: bool) -> Iterator[tuple[str, list[int]]]:
    has_unknown = any(year.unknown.total for year in years)
    for kind, name in enumerate(("Incidenteel", "Structureel", "Soort onbekend")[: 3 if has_unknown else 2]):
        amounts = [year.amounts[kind] for year in years]
        yield f"{name}, uit een geldbron", [amount.covered for amount in amounts]
        if stated:
            yield f"{name}, uit opgegeven budget", [amount.stated for amount in amounts]
        yield f"{name}, ongedekt", [amount.uncovered for amount in amounts]
