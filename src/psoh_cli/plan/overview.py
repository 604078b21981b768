"""The plan in words, rows and JSON: what the command shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from psoh_cli.dutch import date_in_words, euros, listing, plural
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.plan.budget import Budget, BudgetLine, Warned, YearCost, some_of
from psoh_cli.plan.changes import Changes
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.quarters import year_of
from psoh_cli.plan.scenario import Scenario
from psoh_cli.plan.schedule import HOW_PLANNED
from psoh_cli.plan.timeline import timeline
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.reference import FundingSource
from psoh_cli.vocabulary import DecisionKind, Phase

HEADERS = ("Maatregel", "Trekker", "Wanneer", "Stand")

SOON = timedelta(days=365)
"""Money that ends within this time is warned of (afgeleid)."""

_PHASES = {
    Phase.EXPLORE: "Verkennen",
    Phase.PREPARE: "Voorbereiden",
    Phase.CARRY_OUT: "Uitvoeren",
    Phase.SUSTAIN: "Borgen",
    None: "Zonder fase",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTable:
    """The actions of one phase, in the order of the plan."""

    title: str
    rows: tuple[tuple[str, str, str, str], ...]


def day_in_words(day: date) -> str:
    """Write the peildatum out."""
    return date_in_words(day)


def summary(changes: Changes) -> str:
    """Say in a sentence what this run changed."""
    parts = [
        plural(len(changes.new), "nieuw voorstel", "nieuwe voorstellen"),
        f"{len(changes.renewed)} vernieuwd",
        f"{len(changes.lapsed)} vervallen",
        f"{len(changes.unchanged)} onveranderd",
    ]
    decided = {
        0: "Er zijn nog geen besluiten.",
        1: "Er is 1 besluit; daaraan is niets veranderd.",
    }.get(changes.decided, f"Er zijn {changes.decided} besluiten; daaraan is niets veranderd.")
    return f"{listing(parts).capitalize()}. {decided}"


def tables(plan: Plan, *, catalogue: Catalogue) -> Iterator[PhaseTable]:
    """Give a table for each phase that has actions."""
    for phase, title in _PHASES.items():
        rows = tuple(_row(entry, catalogue=catalogue) for entry in plan.current if entry.phase is phase)
        if rows:
            yield PhaseTable(title=title, rows=rows)


def notes(
    plan: Plan, *, money: Budget, gemeente: Gemeente, sources: Iterable[FundingSource], as_of: date
) -> Iterator[str]:
    """Say what a reader must not miss: what it costs, what nobody pays for, what no longer applies."""
    if not plan.current:
        yield "Er zijn geen maatregelen: de analyse vond niets dat ontbreekt en niets dat nog onbekend is."
        return
    yield from _cost_notes(money)
    yield from _ending(plan, sources=sources, as_of=as_of)
    last = gemeente.horizon.last if gemeente.horizon else None
    late = sum(1 for entry in plan.current if last and entry.end and year_of(entry.end) > last)
    if late:
        yield f"{plural(late, 'maatregel loopt', 'maatregelen lopen')} door na {last}, het laatste jaar van het plan."
    left_out = sum(
        entry.cost.amount is not None and entry.proposal.not_fitting is not None
        for entry in plan.current
        if entry.proposal
    )
    if left_out:
        yield (
            f"{plural(left_out, 'maatregel past', 'maatregelen passen')} niet in de middelen en "
            f"{'staat' if left_out == 1 else 'staan'} met een bekend bedrag in geen enkel totaal."
        )
    if any(entry.proposal for entry in plan.current):
        yield HOW_PLANNED
    standing = [entry for entry in plan.entries if entry.proposal and entry.proposal.lapsed]
    if standing:
        yield (
            f"{plural(len(standing), 'voorstel geldt', 'voorstellen gelden')} niet meer; de reden staat in plan.yaml: "
            f"{listing([entry.id for entry in standing])}."
        )
    rejected = sum(
        entry.decision is not None and entry.decision.kind is DecisionKind.REJECTED for entry in plan.entries
    )
    if rejected:
        yield f"{plural(rejected, 'voorstel is', 'voorstellen zijn')} afgewezen en hier niet getoond."


def as_json(
    plan: Plan,
    *,
    changes: Changes,
    money: Budget,
    as_of: date,
    gemeente: Gemeente,
    weighed: tuple[Scenario, ...] = (),
) -> str:
    """Write the whole plan as JSON, stable for the same input."""
    content: dict[str, Any] = {
        "gemeentecode": gemeente.code,
        "gemeente": gemeente.name,
        "peildatum": as_of.isoformat(),
        "maatregelen": [
            entry.model_dump(mode="json", by_alias=True, exclude_none=True) for entry in plan.entries
        ],
        "veranderd": {
            "nieuw": list(changes.new),
            "vernieuwd": list(changes.renewed),
            "vervallen": list(changes.lapsed),
            "onveranderd": list(changes.unchanged),
            "besluiten": changes.decided,
        },
        "scenarios": [scenario.model_dump(mode="json", by_alias=True) for scenario in weighed],
        "tijdlijn": timeline(plan).model_dump(mode="json", by_alias=True),
        "begroting": {
            "jaren": [_year(total) for total in money.totals()],
            "kosten_onbekend": [line.id for line in money.unknown],
            "buiten_looptijd": money.outside,
            "zonder_kwartalen": money.undated,
            "per_bron": money.by_source(),
            "regels": [_line(line) for line in money.lines],
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _row(entry: Entry, *, catalogue: Catalogue) -> tuple[str, str, str, str]:
    lead = entry.proposal.lead if entry.proposal else ""
    partner = catalogue.partner_type.get(lead)
    owner = entry.decision.owner if entry.decision else None
    return (
        entry.title,
        owner or (partner.name if partner else lead) or "onbekend",
        _when(entry),
        _standing(entry),
    )


def _when(entry: Entry) -> str:
    if not (entry.start and entry.end):
        return "past niet" if entry.proposal and entry.proposal.not_fitting else "onbekend"
    return entry.start if entry.start == entry.end else f"{entry.start} t/m {entry.end}"


def _standing(entry: Entry) -> str:
    if entry.decision is None:
        return "voorstel"
    status = entry.decision.status
    return f"{entry.decision.kind.value}, {status.value}" if status else entry.decision.kind.value


def _ending(plan: Plan, *, sources: Iterable[FundingSource], as_of: date) -> Iterator[str]:
    """Say which money that a proposal may count on ends within a year; what ended already is never offered."""
    offered = {name for entry in plan.current if entry.proposal for name in entry.proposal.possible_funding}
    for source in sources:
        if source.id in offered and source.runs_until and source.runs_until.last_day() < as_of + SOON:
            yield f"Let op: {source.name} loopt tot en met {source.runs_until.in_words()}."


def _cost_notes(money: Budget) -> Iterator[str]:
    unknown = len(money.unknown)
    if unknown:
        of_all = some_of(unknown, whole=len(money.lines))
        yield f"Van {of_all} zijn de kosten onbekend. Die tellen in geen enkel totaal mee."
    totals = money.totals()
    known = sum(total.total for total in totals) + money.outside + money.undated
    stated = sum(total.stated for total in totals)
    uncovered = known - stated - sum(total.covered for total in totals)
    if known:
        tail = f"Daarvan is {euros(uncovered)} ongedekt." if uncovered else "Dat is gedekt."
        if stated:
            tail = (
                f"Voor {euros(stated)} is geen geldbron; dat past in het opgegeven budget. "
                f"Ongedekt is {euros(uncovered)}."
            )
        yield f"Bekend is {euros(known)}. {tail}"
    for line in money.lines:
        for warning in (item for item in line.warnings if item is not Warned.NOT_FITTING):
            yield f"Let op bij '{line.title}': {warning.value}."


def _year(total: YearCost) -> dict[str, int]:
    return {
        "jaar": total.year,
        "bekend": total.total,
        "gedekt": total.covered,
        "uit_opgegeven_budget": total.stated,
        "ongedekt": total.uncovered,
    }


def _line(line: BudgetLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "stand": line.standing.value,
        "bedrag": line.amount,
        "zekerheid": line.certainty.value,
        "soort": line.kind.value,
        "financiering": line.source,
        "jaren": [_year(year) for year in line.years],
        "buiten_looptijd": line.outside,
        "let_op": [warning.value for warning in line.warnings],
    }
