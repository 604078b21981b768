"""When: each candidate gets its quarters from its dependencies, its phase and the hands there are.

All rules are our own reasoning (*afgeleid*): how long an effort takes, that within a pillar one phase follows
the other, that asking around comes before every later phase, and how many actions one role can lead at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.plan.candidates import PHASE_ORDER, Candidate
from psoh_cli.plan.quarters import index_of, quarter_at

DURATION = {1: 1, 2: 2, 3: 4}
"""Quarters per effort (afgeleid)."""

AT_ONCE = 3
"""How many actions one role leads in the same quarter (afgeleid)."""

HOW_PLANNED = (
    "De kwartalen in de voorstellen zijn onze eigen inschatting (afgeleid): inspanning 1, 2 of 3 duurt 1, 2 of 4 "
    "kwartalen, een maatregel begint na wat eraan voorafgaat, en één trekker leidt er hooguit 3 tegelijk."
)
"""What a reader is told about the dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The first and last quarter of an action, and the actions that come before it."""

    start: str
    end: str
    depends_on: tuple[str, ...] = ()


def schedule(
    candidates: tuple[Candidate, ...], *, first: str, fixed: Mapping[str, tuple[str, str]]
) -> dict[str, Slot]:
    """Give every candidate its quarters, none before `first`.

    `fixed` holds the start and end of actions that people took over; those stand, and the rest is fitted in.
    """
    before = _dependencies(candidates)
    slots: dict[str, Slot] = {}
    busy: dict[tuple[str, int], int] = {}
    for candidate in _in_order(candidates, before=before):
        depends_on = before[candidate.id]
        if candidate.id in fixed:
            start, end = (index_of(quarter) for quarter in fixed[candidate.id])
        else:
            start = max(
                index_of(first), _earliest(candidate, candidates=candidates, before=depends_on, slots=slots)
            )
            length = DURATION[candidate.effort]
            while not _has_hands(candidate.lead, start=start, length=length, busy=busy):
                start += 1
            end = start + length - 1
        for quarter in range(start, end + 1):
            busy[candidate.lead, quarter] = busy.get((candidate.lead, quarter), 0) + 1
        slots[candidate.id] = Slot(start=quarter_at(start), end=quarter_at(end), depends_on=depends_on)
    return slots


def _dependencies(candidates: tuple[Candidate, ...]) -> dict[str, tuple[str, ...]]:
    """Translate 'after this practice' into 'after this action', for what is proposed itself."""
    action_of = {practice: candidate.id for candidate in candidates for practice in candidate.practices}
    return {
        candidate.id: tuple(
            dict.fromkeys(
                action_of[practice]
                for practice in candidate.after
                if action_of.get(practice, candidate.id) != candidate.id
            )
        )
        for candidate in candidates
    }


def _in_order(candidates: tuple[Candidate, ...], *, before: dict[str, tuple[str, ...]]) -> list[Candidate]:
    """Put each candidate after what it depends on; a circle is broken and its link leaves `before`."""
    waiting = {candidate.id: candidate for candidate in sorted(candidates, key=Candidate.order)}
    ordered: list[Candidate] = []
    while waiting:
        ready = next((name for name in waiting if not any(other in waiting for other in before[name])), None)
        if ready is None:
            name, next_name = _link_in_circle(tuple(waiting), before=before)
            before[name] = tuple(other for other in before[name] if other != next_name)
            continue
        ordered.append(waiting.pop(ready))
    return ordered


def _link_in_circle(waiting: tuple[str, ...], *, before: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    name, seen = waiting[0], set[str]()
    while True:
        seen.add(name)
        following = next(other for other in before[name] if other in waiting)
        if following in seen:
            return name, following
        name = following


def _earliest(
    candidate: Candidate,
    *,
    candidates: tuple[Candidate, ...],
    before: tuple[str, ...],
    slots: Mapping[str, Slot],
) -> int:
    """Give the first quarter after what it depends on and after the earlier phases of its own pillar.

    Exploring, which is about no practice of its own, comes before the later phases of every pillar.
    """
    phase = PHASE_ORDER[candidate.phase]
    earlier = (
        other.id
        for other in candidates
        if PHASE_ORDER[other.phase] < phase and (other.pillar == candidate.pillar or not other.practices)
    )
    ends = [index_of(slots[name].end) + 1 for name in (*before, *earlier) if name in slots]
    return max(ends, default=0)


def _has_hands(lead: str, *, start: int, length: int, busy: Mapping[tuple[str, int], int]) -> bool:
    return all(busy.get((lead, quarter), 0) < AT_ONCE for quarter in range(start, start + length))
