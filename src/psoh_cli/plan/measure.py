"""A Measure: what is weighed when the plan is fitted in; a candidate or an entry, without its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from psoh_cli.plan.action import PlannedCost
from psoh_cli.plan.candidates import NO_RANK, PHASE_ORDER, Candidate
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.quarters import index_of
from psoh_cli.plan.schedule import DURATION
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import DecisionKind, Phase

_GROUP = "groepsinterventie"
"""The kind of intervention that brings the same people together a number of times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure with what decides on its place; `fixed` holds the quarters people chose, as numbers."""

    id: str
    title: str
    lead: str
    length: int
    phase: Phase | None = None
    waits_for: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    effort: int | None = None
    explores: bool = False
    """Whether it asks around or confirms the kaart: then every later phase waits for it."""
    is_group: bool = False
    cost: PlannedCost = field(default_factory=PlannedCost)
    score: float = 0.0
    rank: int = NO_RANK
    fixed: tuple[int, int] | None = None
    is_decided: bool = False
    is_postponed: bool = False

    @property
    def standing(self) -> int:
        """Give the turn: what has its quarters, what was decided, asking around, proposals, what was put off."""
        if self.fixed is not None:
            return 0
        if self.is_decided:
            return 1
        return 4 if self.is_postponed else 2 if self.explores else 3


def measures_of(
    candidates: Iterable[Candidate], *, entries: Iterable[Entry], catalogue: Catalogue
) -> tuple[Measure, ...]:
    """Make the measures of a plan: every candidate that is not rejected, and what people planned beside them.

    They come in the order in which they take their turn, and wait for each other in no circle.
    """
    standing = {entry.id: entry for entry in entries}
    wanted = tuple(item for item in candidates if not is_rejected(standing.get(item.id)))
    action_of = {practice: item.id for item in wanted for practice in item.practices}
    known = {item.id for item in wanted}
    found = (
        *(
            _of_candidate(item, entry=standing.get(item.id), action_of=action_of, catalogue=catalogue)
            for item in wanted
        ),
        *(
            _of_entry(entry)
            for entry in standing.values()
            if entry.id not in known and entry.decision and entry.is_current and _quarters(entry)
        ),
    )
    return in_turn(found)


def is_rejected(entry: Entry | None) -> bool:
    """Tell whether people said no to an entry."""
    return entry is not None and entry.decision is not None and entry.decision.kind is DecisionKind.REJECTED


def in_turn(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Put each measure after what it waits for, the heaviest first; a circle is broken at a link in it.

    What others wait for weighs at least as much as they do: else the heaviest would come last.
    """
    before = {measure.id: measure.waits_for for measure in measures}
    weight = _weights(measures, before=before)
    waiting = {
        measure.id: measure
        for measure in sorted(measures, key=lambda measure: (weight[measure.id], _own(measure)))
    }
    ordered: list[Measure] = []
    while waiting:
        ready = next((name for name in waiting if not any(other in waiting for other in before[name])), None)
        if ready is None:
            name, next_name = _link_in_circle(tuple(waiting), before=before)
            before[name] = tuple(other for other in before[name] if other != next_name)
            continue
        ordered.append(replace(waiting.pop(ready), waits_for=before[ready]))
    return tuple(ordered)


def _own(measure: Measure) -> tuple[int, int, str]:
    phase = PHASE_ORDER[measure.phase] if measure.phase else len(PHASE_ORDER)
    return (phase, measure.rank, measure.id)


def _weights(
    measures: tuple[Measure, ...], *, before: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[int, float]]:
    """Give each measure its turn, with its own score or that of the heaviest that waits for it, however far.

    What people put off is not pulled forward: its turn comes before any score.
    """
    score = {measure.id: measure.score for measure in measures}
    todo = sorted(score, key=lambda name: -score[name])
    while todo:
        name = todo.pop(0)
        for other in before[name]:
            if other in score and score[other] < score[name]:
                score[other] = score[name]
                todo.append(other)
    return {measure.id: (measure.standing, -score[measure.id]) for measure in measures}


def _link_in_circle(waiting: tuple[str, ...], *, before: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    name, seen = waiting[0], set[str]()
    while True:
        seen.add(name)
        following = next(other for other in before[name] if other in waiting)
        if following in seen:
            return name, following
        name = following


def _of_candidate(
    candidate: Candidate, *, entry: Entry | None, action_of: Mapping[str, str], catalogue: Catalogue
) -> Measure:
    decision = entry.decision if entry else None
    waits_for = (action_of[practice] for practice in candidate.after if practice in action_of)
    return Measure(
        id=candidate.id,
        title=entry.title if entry and decision else candidate.title,
        lead=candidate.lead,
        length=DURATION[candidate.effort],
        phase=candidate.phase,
        waits_for=tuple(dict.fromkeys(name for name in waits_for if name != candidate.id)),
        gaps=candidate.gaps,
        effort=candidate.effort,
        explores=not candidate.practices,
        is_group=candidate.phase is Phase.CARRY_OUT and any(_groups(candidate.practices, catalogue)),
        cost=entry.cost if entry else PlannedCost(),
        score=candidate.score,
        rank=candidate.rank,
        fixed=_quarters(entry) if entry else None,
        is_decided=decision is not None and decision.is_taken_over,
        is_postponed=decision is not None and decision.kind is DecisionKind.POSTPONED,
    )


def _of_entry(entry: Entry) -> Measure:
    start, end = _quarters(entry) or (0, 0)
    return Measure(
        id=entry.id,
        title=entry.title,
        lead=entry.proposal.lead if entry.proposal else "",
        length=end - start + 1,
        phase=entry.phase,
        gaps=entry.proposal.gaps if entry.proposal else (),
        effort=entry.proposal.effort if entry.proposal else None,
        cost=entry.cost,
        fixed=(start, end),
        is_decided=entry.decision is not None and entry.decision.is_taken_over,
    )


def _quarters(entry: Entry) -> tuple[int, int] | None:
    """Give the quarters that stand: as people wrote them, or as the proposal said when it was taken over."""
    decision = entry.decision
    if decision is None or entry.start is None or entry.end is None:
        return None
    if decision.is_taken_over or (decision.start and decision.end):
        return index_of(entry.start), index_of(entry.end)
    return None


def _groups(practices: tuple[str, ...], catalogue: Catalogue) -> Iterator[bool]:
    for name in practices:
        for link in catalogue.practice[name].interventions if name in catalogue.practice else ():
            yield link.id in catalogue.intervention and catalogue.intervention[link.id].kind == _GROUP
