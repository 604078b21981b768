"""What makes a decision fit to be carried out: it can be measured, has its time, and waits for nothing that is off."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.plan.plan import Entry
from psoh_cli.plan.quarters import first_day, last_day
from psoh_cli.plan.subject import Subject
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ActionStatus, DecisionKind


def decision_can_be_measured(subject: Subject) -> Iterator[Problem]:
    """PLAN021: what is taken over has an indicator, of the decision or of the proposal."""
    for path, entry, decision in subject.decisions():
        proposed = entry.proposal.indicators if entry.proposal else ()
        if decision.is_taken_over and not decision.indicators and not proposed:
            yield subject.problem(
                "PLAN021", path, f"'{entry.title}' is {decision.kind.value} zonder indicator"
            )


def decision_has_its_time(subject: Subject) -> Iterator[Problem]:
    """PLAN022: what is taken over begins and ends in a quarter that somebody named."""
    for path, entry, decision in subject.decisions():
        missing = [name for name, quarter in (("begin", entry.start), ("eind", entry.end)) if quarter is None]
        if decision.is_taken_over and missing:
            yield subject.problem(
                "PLAN022",
                path,
                f"'{entry.title}' is {decision.kind.value} zonder {' en '.join(missing)}",
            )


def waits_for_what_goes_on(subject: Subject) -> Iterator[Problem]:
    """PLAN023: what is taken over waits for nothing that people rejected."""
    for path, entry, decision in subject.decisions():
        if not decision.is_taken_over or decision.status is ActionStatus.DONE:
            continue
        for number, name in enumerate(_waits_for(entry)):
            other = subject.entry.get(name)
            if other and other.decision and other.decision.kind is DecisionKind.REJECTED:
                yield subject.problem(
                    "PLAN023",
                    (*path[:-1], "voorstel", "na", number),
                    f"'{entry.title}' wacht op '{other.title}', en die is afgewezen",
                )


def indicators_are_named_once(subject: Subject) -> Iterator[Problem]:
    """PLAN024: a decision names an indicator once."""
    for path, entry, decision in subject.decisions():
        seen: set[str] = set()
        for number, baseline in enumerate(decision.indicators):
            if baseline.indicator in seen:
                yield subject.problem(
                    "PLAN024",
                    (*path, "indicatoren", number, "indicator"),
                    f"de indicator '{baseline.indicator}' staat bij '{entry.title}' twee keer",
                )
            seen.add(baseline.indicator)


def done_after_it_began(subject: Subject) -> Iterator[Problem]:
    """PLAN025: what is done has begun."""
    for path, entry, decision in subject.decisions():
        if subject.as_of is None or decision.status is not ActionStatus.DONE or entry.start is None:
            continue
        if first_day(entry.start) > subject.as_of:
            yield subject.problem(
                "PLAN025",
                (*path, "status"),
                f"'{entry.title}' is afgerond, en begint volgens het plan pas in {entry.start}",
            )


def begun_when_its_time_came(subject: Subject) -> Iterator[Problem]:
    """PLAN026: an action whose first quarter has passed is under way; one that had to be done is PLAN016."""
    for path, entry, decision in subject.decisions():
        if subject.as_of is None or not decision.is_taken_over or entry.start is None:
            continue
        over = entry.end is not None and last_day(entry.end) < subject.as_of
        if decision.status is ActionStatus.NOT_STARTED and last_day(entry.start) < subject.as_of and not over:
            yield subject.problem(
                "PLAN026",
                (*path, "status"),
                f"'{entry.title}' zou beginnen in {entry.start} en is niet begonnen",
            )


RULES = (
    decision_can_be_measured,
    decision_has_its_time,
    waits_for_what_goes_on,
    indicators_are_named_once,
    done_after_it_began,
    begun_when_its_time_came,
)


def _waits_for(entry: Entry) -> tuple[str, ...]:
    return entry.proposal.depends_on if entry.proposal and not entry.proposal.lapsed else ()
