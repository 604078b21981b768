"""What makes a plan trustworthy; yields Problems. Each rule is one small function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from psoh_cli.plan import decision_rules, link_rules, money_rules, order_rules, rules_privacy
from psoh_cli.plan.plan import PlanFile
from psoh_cli.plan.quarters import last_day
from psoh_cli.plan.subject import Subject
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ActionStatus, DecisionKind


def check(
    plan: PlanFile,
    *,
    catalogue: Catalogue,
    as_of: date | None,
    file: str,
    place: Callable[[Path], tuple[int, int]],
) -> Iterator[Problem]:
    """Run every rule; without `as_of` nothing is judged on its date."""
    subject = Subject(plan=plan, catalogue=catalogue, as_of=as_of, file=file, place=place)
    yield from judge(subject)


def judge(subject: Subject) -> Iterator[Problem]:
    """Run every rule on a file with its surroundings."""
    for rule in RULES:
        yield from rule(subject)


def ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """PLAN001: no two actions have the same id."""
    first: dict[str, Path] = {}
    for path, entry in subject.entries():
        earlier = first.setdefault(entry.id, path)
        if earlier != path:
            line = subject.place((*earlier, "id"))[0]
            yield subject.problem(
                "PLAN001",
                (*path, "id"),
                f"maatregel '{entry.id}' staat er twee keer; de eerste staat op regel {line}",
            )


def decision_has_owner(subject: Subject) -> Iterator[Problem]:
    """PLAN002: who takes an action over also says who sees to it."""
    for path, entry, decision in subject.decisions():
        if decision.is_taken_over and decision.owner is None:
            yield subject.problem(
                "PLAN002", path, f"'{entry.title}' is {decision.kind.value} en heeft geen eigenaar"
            )


def ends_after_start(subject: Subject) -> Iterator[Problem]:
    """PLAN003: an action does not end before it starts."""
    for path, entry, decision in subject.decisions():
        if decision.end and entry.start and entry.end and entry.end < entry.start:
            yield subject.problem(
                "PLAN003", (*path, "eind"), f"het eind ({entry.end}) ligt voor het begin ({entry.start})"
            )


def decided_in_the_past(subject: Subject) -> Iterator[Problem]:
    """PLAN004: nobody decided anything tomorrow."""
    for path, _, decision in subject.decisions():
        if subject.as_of is not None and decision.day.first_day() > subject.as_of:
            yield subject.problem(
                "PLAN004",
                (*path, "datum"),
                f"het besluit is van {decision.day.in_words()}: dat moet nog komen",
            )


def decision_still_has_a_proposal(subject: Subject) -> Iterator[Problem]:
    """PLAN015: what people decided upon is still proposed."""
    for path, entry, decision in subject.decisions():
        gone = entry.proposal.lapsed if entry.proposal else decision.decided_on and "het voorstel is weg"
        if gone and decision.kind is not DecisionKind.REJECTED and decision.status is not ActionStatus.DONE:
            yield subject.problem(
                "PLAN015",
                path,
                f"het besluit over '{entry.title}' hoort bij een voorstel dat niet meer geldt: {gone}",
            )


def overdue_is_done(subject: Subject) -> Iterator[Problem]:
    """PLAN016: an action whose time has passed is done."""
    for path, entry, decision in subject.decisions():
        if subject.as_of is None or not decision.is_taken_over or entry.end is None:
            continue
        if last_day(entry.end) < subject.as_of and decision.status is not ActionStatus.DONE:
            yield subject.problem(
                "PLAN016",
                (*path, "status"),
                f"'{entry.title}' zou klaar zijn in {entry.end} en is niet afgerond",
            )


def decision_says_upon_what(subject: Subject) -> Iterator[Problem]:
    """PLAN017: a decision keeps the proposal it was taken on."""
    for path, entry, decision in subject.decisions():
        if entry.proposal is not None and decision.decided_on is None:
            yield subject.problem(
                "PLAN017", path, f"het besluit over '{entry.title}' zegt niet op welk voorstel het is genomen"
            )


def departure_has_a_reason(subject: Subject) -> Iterator[Problem]:
    """PLAN018: who adapts, postpones or rejects a proposal says why."""
    for path, entry, decision in subject.decisions():
        if decision.kind is not DecisionKind.ADOPTED and decision.why is None:
            yield subject.problem("PLAN018", path, f"'{entry.title}' is {decision.kind.value} zonder reden")


RULES = (
    ids_are_unique,
    decision_has_owner,
    ends_after_start,
    decided_in_the_past,
    *order_rules.RULES,
    *money_rules.RULES,
    *link_rules.RULES,
    decision_still_has_a_proposal,
    overdue_is_done,
    decision_says_upon_what,
    departure_has_a_reason,
    money_rules.amount_says_how_certain,
    money_rules.funding_has_not_ended,
    *decision_rules.RULES,
    *rules_privacy.RULES,
)
