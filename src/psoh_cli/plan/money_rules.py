"""What makes the money people state trustworthy: a known source that lasts as long as the cost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from psoh_cli.dutch import euros
from psoh_cli.plan.action import PlannedCost
from psoh_cli.plan.funding import lasts_until
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.subject import Subject
from psoh_cli.practices.reference import FundingSource
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ActionStatus, CostCertainty, DecisionKind, MoneyKind


def funding_is_known(subject: Subject) -> Iterator[Problem]:
    """PLAN008: a funding source is one of the knowledge."""
    for path, _, cost in _stated_costs(subject):
        if cost.source and cost.source not in subject.catalogue.funding_source:
            yield subject.problem(
                "PLAN008",
                (*path, "financiering"),
                f"de financieringsbron '{cost.source}' is niet bekend",
                hint=partial(did_you_mean, cost.source, subject.catalogue.funding_source),
            )


def funding_lasts(subject: Subject) -> Iterator[Problem]:
    """PLAN009: the money does not end before the action does; what ended already is PLAN020."""
    for path, entry, cost in _stated_costs(subject):
        source = subject.catalogue.funding_source.get(cost.source or "")
        if source is None or source.runs_until is None or entry.end is None:
            continue
        ended = subject.as_of is not None and source.runs_until.last_day() < subject.as_of
        if not ended and not lasts_until(source, end=entry.end):
            yield subject.problem(
                "PLAN009",
                (*path, "financiering"),
                f"{source.name} loopt tot en met {source.runs_until.in_words()}, de maatregel tot en met {entry.end}",
            )


def structural_money_for_structural_cost(subject: Subject) -> Iterator[Problem]:
    """PLAN010: what costs money every year is not paid from money that stops."""
    for path, _, cost in _stated_costs(subject):
        source = subject.catalogue.funding_source.get(cost.source or "")
        if cost.kind is MoneyKind.STRUCTURAL and source is not None and source.structural == "nee":
            yield subject.problem(
                "PLAN010",
                (*path, "financiering"),
                f"de kosten zijn structureel en {source.name} is tijdelijk",
            )


def amount_says_how_certain(subject: Subject) -> Iterator[Problem]:
    """PLAN019: who names an amount says how certain it is."""
    for path, _, cost in _stated_costs(subject):
        if cost.amount is not None and cost.certainty is CostCertainty.UNKNOWN:
            yield subject.problem(
                "PLAN019",
                (*path, "bedrag"),
                f"bij het bedrag van {euros(cost.amount)} staat niet hoe zeker het is",
            )


def funding_has_not_ended(subject: Subject) -> Iterator[Problem]:
    """PLAN020: money that ended before the day we look from pays nothing any more."""
    for path, entry, cost in _stated_costs(subject):
        source = subject.catalogue.funding_source.get(cost.source or "")
        if source is None or source.runs_until is None or subject.as_of is None:
            continue
        done = entry.decision is not None and entry.decision.status is ActionStatus.DONE
        if source.runs_until.last_day() < subject.as_of and not done and not _ends_before(entry, source):
            yield subject.problem(
                "PLAN020",
                (*path, "financiering"),
                f"{source.name} liep tot en met {source.runs_until.in_words()}",
            )


RULES = (funding_is_known, funding_lasts, structural_money_for_structural_cost)


def _ends_before(entry: Entry, source: FundingSource) -> bool:
    """Tell whether the work was over before the money was."""
    return entry.end is not None and lasts_until(source, end=entry.end)


def _stated_costs(subject: Subject) -> Iterator[tuple[Path, Entry, PlannedCost]]:
    """Yield the cost people state: in the decision, else in their own estimate; not of what was rejected."""
    for path, entry in subject.entries():
        decision = entry.decision
        if decision is not None and decision.kind is DecisionKind.REJECTED:
            continue
        if decision is not None and decision.cost is not None:
            yield (*path, "besluit", "kosten"), entry, decision.cost
        elif entry.override is not None and entry.override.cost is not None:
            yield (*path, "eigen_inschatting", "kosten"), entry, entry.override.cost
