"""What makes the order of a plan trustworthy: who waits for whom, and when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from psoh_cli.dutch import listing
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.schedule import begins_too_early
from psoh_cli.plan.subject import Subject
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem


def depends_on_what_exists(subject: Subject) -> Iterator[Problem]:
    """PLAN005: what an action waits for stands in the plan."""
    for path, entry in subject.entries():
        for number, name in enumerate(_waits_for(entry)):
            if name not in subject.entry:
                yield subject.problem(
                    "PLAN005",
                    (*path, "voorstel", "na", number),
                    f"'{entry.title}' wacht op '{name}', en die maatregel staat niet in het plan",
                    hint=partial(did_you_mean, name, subject.entry),
                )


def starts_after_what_it_waits_for(subject: Subject) -> Iterator[Problem]:
    """PLAN006: an action people planned starts when what it waits for is done, or well on its way."""
    for path, entry in subject.entries():
        for name in _waits_for(entry):
            other = subject.entry.get(name)
            if (
                other is None
                or not (entry.is_current and other.is_current)
                or not (entry.start and other.start and other.end)
            ):
                continue
            early = begins_too_early(entry.start, other_start=other.start, other_end=other.end)
            if early and (entry.decision or other.decision):
                yield subject.problem(
                    "PLAN006",
                    (*path, "besluit", "begin") if entry.decision else path,
                    f"'{entry.title}' begint in {entry.start}, en '{other.title}' is pas klaar in {other.end}",
                )


def no_circle(subject: Subject) -> Iterator[Problem]:
    """PLAN007: actions do not wait for each other in a circle."""
    for path, entry in subject.entries():
        circle = _circle_from(entry.id, subject=subject)
        if circle and entry.id == min(circle):
            yield subject.problem(
                "PLAN007", (*path, "voorstel", "na"), f"deze maatregelen wachten op elkaar: {listing(circle)}"
            )


RULES = (depends_on_what_exists, starts_after_what_it_waits_for, no_circle)


def _waits_for(entry: Entry) -> tuple[str, ...]:
    return entry.proposal.depends_on if entry.proposal and not entry.proposal.lapsed else ()


def _circle_from(name: str, *, subject: Subject) -> tuple[str, ...]:
    """Give the actions that lie on a way from an action back to itself; empty when there is none."""
    behind = _reached(name, subject=subject)
    return (
        tuple(sorted(other for other in behind if name in _reached(other, subject=subject)))
        if name in behind
        else ()
    )


def _reached(name: str, *, subject: Subject) -> set[str]:
    reached: set[str] = set()
    todo = [name]
    while todo:
        entry = subject.entry.get(todo.pop())
        fresh = set(_waits_for(entry)) - reached if entry else set()
        reached |= fresh
        todo.extend(fresh)
    return reached
