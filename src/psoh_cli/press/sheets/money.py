"""The sheets on money: per measure over the years, and per year what is covered, what is not and what nobody knows."""

from __future__ import annotations

from psoh_cli.dutch import listing, plural
from psoh_cli.plan.budget import BudgetLine
from psoh_cli.press.sheets.sheet import UNKNOWN, Cell, Field, Sheet, amount
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import paid_from
from psoh_cli.report.version import Version
from psoh_cli.vocabulary import MoneyKind

_STATED = "Opgegeven budget"
"""The column of what the stated budget pays; only where the gemeente states one, as in the chapter on the money."""

_FIRST = (
    Field(title="Nr", meaning="Het nummer van de maatregel.", width=6),
    Field(title="Maatregel", meaning="Wat er gebeurt.", width=44),
    Field(title="Stand", meaning="Voorstel, besloten of uitgesteld.", width=12),
    Field(title="Soort", meaning="Incidenteel (eenmalig) of structureel (elk jaar).", width=14),
    Field(title="Zekerheid", meaning="Offerte, raming, aanname of onbekend.", width=12),
    Field(title="Betaald uit", meaning="De geldbron, of waarom er nog geen is.", width=34),
    Field(title="Bedrag", meaning="Hele euro's: eenmalig, of per jaar als de soort structureel is.", kind="geld"),
)  # fmt: skip
_LAST = (
    Field(title="Gedekt", meaning="Wat een geldbron in deze jaren betaalt.", kind="geld", total=True),
    Field(title=_STATED, meaning="Wat geen geldbron betaalt en het budget dat de gemeente opgeeft wel kan betalen.",
          kind="geld", total=True, width=20),
    Field(title="Ongedekt", meaning="Wat in deze jaren niemand betaalt.", kind="geld", total=True),
    Field(title="Andere jaren", meaning="Bekende kosten vóór of na deze jaren. Ook ongedekt.", kind="geld",
          total=True),
    Field(title="Let op", meaning="Wat u bij dit geld moet weten.", width=44),
)  # fmt: skip


def budget_sheet(draft: Draft) -> Sheet | None:
    """Lay the cost of each measure over the years of the plan; None but for the council."""
    if draft.version is not Version.COUNCIL:
        return None
    found = draft.budget
    hidden = _without_budget(draft)
    years = tuple(
        Field(title=str(year), meaning=f"De bekende kosten in {year}.", kind="geld", total=True)
        for year in found.years
    )
    return Sheet(
        name="Begroting",
        table="Begroting",
        about="De kosten per maatregel en jaar. Onbekend is geen nul en telt in geen som mee.",
        fields=(*_FIRST, *years, *(field for field in _LAST if field.title not in hidden)),
        rows=tuple(_line(item, draft=draft) for item in found.lines),
        sum_label="Samen, van wat bekend is",
    )


def _without_budget(draft: Draft) -> frozenset[str]:
    """Name the columns that say nothing where the gemeente states no budget."""
    return frozenset() if draft.budget.stated else frozenset({_STATED})


def _line(item: BudgetLine, *, draft: Draft) -> tuple[Cell, ...]:
    known = bool(item.years)
    spread: tuple[Cell, ...] = tuple(year.total for year in item.years) or (UNKNOWN,) * len(
        draft.budget.years
    )
    return (
        draft.measures[item.id],
        item.title,
        item.standing.value,
        item.kind.value,
        item.certainty.value,
        paid_from(draft.material.plan.entry[item.id], draft=draft),
        amount(item.amount),
        *spread,
        sum(year.covered for year in item.years) if known else UNKNOWN,
        *((sum(year.stated for year in item.years) if known else UNKNOWN,) if draft.budget.stated else ()),
        sum(year.uncovered for year in item.years) if known else UNKNOWN,
        item.outside if known else UNKNOWN,
        listing([warning.value for warning in item.warnings]) or "niets",
    )


_COVER = (
    Field(title="Jaar", meaning="Het begrotingsjaar.", kind="tekst", width=10),
    Field(title="Waarover", meaning="Alleen kosten die bekend zijn en in een jaar vallen.", width=30),
    Field(title="Incidenteel", meaning="Eenmalige kosten in dat jaar.", kind="geld", total=True),
    Field(title="Structureel", meaning="Kosten die elk jaar terugkomen.", kind="geld", total=True),
    Field(title="Soort onbekend", meaning="Kosten waarvan niet bekend is of zij terugkomen.", kind="geld",
          total=True, width=16),
    Field(title="Gedekt", meaning="Wat een geldbron betaalt.", kind="geld", total=True),
    Field(title=_STATED, meaning="Wat geen geldbron betaalt en het budget dat de gemeente opgeeft wel kan betalen.",
          kind="geld", total=True, width=20),
    Field(title="Ongedekt", meaning="Wat niemand betaalt.", kind="geld", total=True),
    Field(title="Totaal", meaning="Alle bekende kosten: gedekt, uit het opgegeven budget (als dat er is) en ongedekt "
          "samen.", kind="geld", total=True),
    Field(title="Niet geteld", meaning="Maatregelen waarvan de kosten onbekend zijn.", width=30),
)  # fmt: skip


_PER_KIND = frozenset({"Incidenteel", "Structureel", "Soort onbekend"})
"""Columns of which no document for everybody prints the sums."""


def cover_sheet(draft: Draft) -> Sheet | None:
    """Lay out per year what is covered and what is not; None without a year, and for partners, who see no amount."""
    found = draft.budget
    if not found.years or draft.version is Version.PARTNERS:
        return None
    hidden = _without_budget(draft) | (_PER_KIND if draft.version is Version.PUBLIC else frozenset())
    shown = [place for place, field in enumerate(_COVER) if field.title not in hidden]
    columns = [
        found.totals(MoneyKind.TEMPORARY),
        found.totals(MoneyKind.STRUCTURAL),
        found.totals(MoneyKind.UNKNOWN),
    ]
    unknown = plural(len(found.unknown), "maatregel", "maatregelen")
    rows: list[tuple[Cell, ...]] = [
        (
            str(year.year),
            "wat bekend is",
            *(kind[place].total for kind in columns),
            year.covered,
            year.stated,
            year.uncovered,
            year.total,
            unknown if found.unknown else "geen",
        )
        for place, year in enumerate(found.totals())
    ]
    return Sheet(
        name="Dekking",
        table="Dekking",
        about="De bekende kosten per jaar: hoe vaak ze terugkomen en wie ze betaalt.",
        fields=tuple(_COVER[place] for place in shown),
        rows=tuple(tuple(row[place] for place in shown) for row in rows),
        sum_label="Samen, van wat bekend is",
    )
