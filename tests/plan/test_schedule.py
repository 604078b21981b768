"""Quarters: nothing before what it waits for, nothing before its phase, no role with too many things at once."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.world import (
    after,
    analysis,
    catalogue,
    decision,
    entry,
    finding,
    graded,
    phased,
    plan_of,
    practice,
)

from psoh_cli.plan import quarters
from psoh_cli.plan.candidates import Candidate
from psoh_cli.plan.schedule import AT_ONCE, DURATION, HOW_PLANNED, schedule
from psoh_cli.vocabulary import Phase, Verdict


def test_quarters_count_on() -> None:
    year = ["2026-K4", "2027-K1", "2027-K2", "2027-K3", "2027-K4", "2028-K1"]
    assert all(quarters.index_of(later) - quarters.index_of(one) == 1 for one, later in pairwise(year))
    assert [quarters.quarter_at(quarters.index_of(quarter)) for quarter in year] == year


@pytest.mark.parametrize(
    ("day", "quarter", "following"),
    [
        (date(2026, 1, 1), "2026-K1", "2026-K2"),
        (date(2026, 3, 31), "2026-K1", "2026-K2"),
        (date(2026, 12, 31), "2026-K4", "2027-K1"),
    ],
)
def test_a_day_has_a_quarter(day: date, quarter: str, following: str) -> None:
    assert quarters.quarter_of(day) == quarter
    assert quarters.next_quarter(day) == following
    assert quarters.first_day(quarter) <= day <= quarters.last_day(quarter)


@pytest.mark.parametrize(
    ("horizon", "start"), [((2028, 2030), "2028-K1"), ((2020, 2030), "2027-K1"), (None, "2027-K1")]
)
def test_the_plan_starts_in_the_horizon_and_never_in_the_past(
    horizon: tuple[int, int] | None, start: str
) -> None:
    plan = plan_of(analysis(finding("bp-a", Verdict.MISSING)), catalogue(practice("bp-a")), horizon=horizon)
    assert plan.entries[0].start == start


@pytest.mark.parametrize(("effort", "end"), [(1, "2027-K1"), (2, "2027-K2"), (3, "2027-K4")])
def test_effort_takes_time(effort: int, end: str) -> None:
    known = catalogue(practice("bp-a", inspanning=graded(effort)))
    assert plan_of(analysis(finding("bp-a", Verdict.MISSING)), known).entries[0].end == end


def test_an_action_starts_after_what_it_waits_for() -> None:
    known = catalogue(
        practice("bp-a", na=after("bp-b")), practice("bp-b", inspanning=graded(2), pijler="toeleiding")
    )
    plan = plan_of(analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.PARTLY)), known)
    held = plan.entry["m-a"].proposal
    assert held is not None
    assert held.depends_on == ("m-b",)
    assert held.start == "2027-K3"


def test_what_is_in_place_is_not_waited_for() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b"))
    held = (
        plan_of(analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MET)), known)
        .entries[0]
        .proposal
    )
    assert held is not None
    assert held.depends_on == ()


def test_what_was_rejected_is_not_waited_for() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b"))
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING))
    plan = plan_of(seen, known, entry("m-b", besluit=decision(soort="afgewezen")))
    assert plan.entry["m-a"].proposal is not None
    assert plan.entry["m-a"].proposal.depends_on == ()
    assert "m-b" in plan.entry


def test_within_a_pillar_one_phase_follows_the_other() -> None:
    known = catalogue(
        practice("bp-a", fase=phased("uitvoeren")),
        practice("bp-b", inspanning=graded(3)),
        practice("bp-c", fase=phased("uitvoeren"), pijler="toeleiding"),
    )
    seen = analysis(*(finding(item.id, Verdict.MISSING) for item in known.practices))
    plan = plan_of(seen, known)
    assert plan.entry["m-a"].start == "2028-K1"
    assert plan.entry["m-c"].start == "2027-K1"


def test_asking_around_comes_before_the_later_phases_of_every_pillar() -> None:
    known = catalogue(practice("bp-a", fase=phased("uitvoeren"), pijler="toeleiding"), practice("bp-b"))
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.UNKNOWN))
    plan = plan_of(seen, known)
    assert (plan.entry["m-nagaan"].start, plan.entry["m-nagaan"].end) == ("2027-K1", "2027-K1")
    assert plan.entry["m-a"].start == "2027-K2"


def test_what_people_planned_stands_and_the_rest_follows() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b"))
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING))
    plan = plan_of(seen, known, entry("m-b", besluit=decision(begin="2028-K1", eind="2028-K3")))
    assert plan.entry["m-a"].start == "2028-K4"


def test_an_adopted_action_does_not_drift_when_time_goes_on() -> None:
    known, gap = catalogue(practice("bp-a")), finding("bp-a", Verdict.MISSING)
    first = plan_of(analysis(gap), known, horizon=None).entries[0]
    adopted = entry("m-a", voorstel=first.proposal, besluit=decision())
    later = analysis(gap, as_of=date(2027, 8, 1))
    assert plan_of(later, known, adopted, horizon=None).entries[0].start == "2027-K1"
    assert plan_of(later, known, first, horizon=None).entries[0].start == "2027-K4"


def _candidates() -> st.SearchStrategy[tuple[Candidate, ...]]:
    names = [f"p{number}" for number in range(8)]
    one = st.builds(
        lambda phase, effort, pillar, lead, waits: (phase, effort, pillar, lead, tuple(waits)),
        st.sampled_from(Phase),
        st.sampled_from([1, 2, 3]),
        st.sampled_from(["fundament", "toeleiding"]),
        st.sampled_from(["ggz", "beleid"]),
        st.lists(st.sampled_from(names), max_size=3),
    )
    return st.lists(one, min_size=1, max_size=8).map(
        lambda rows: tuple(
            Candidate(
                id=f"m-{name}", title=name, reason=name, pillar=pillar, practices=(name,), gaps=(), lead=lead,
                phase=phase, effort=effort, after=waits,
            )
            for name, (phase, effort, pillar, lead, waits) in zip(names, rows, strict=False)
        )
    )  # fmt: skip


@given(_candidates())
def test_every_candidate_gets_a_place_that_keeps_the_rules(candidates: tuple[Candidate, ...]) -> None:
    slots = schedule(candidates, first="2027-K1", fixed={})
    assert slots.keys() == {candidate.id for candidate in candidates}
    running: dict[tuple[str, int], int] = {}
    for candidate in candidates:
        slot = slots[candidate.id]
        assert slot.start >= "2027-K1"
        assert quarters.count(slot.start, end=slot.end) == DURATION[candidate.effort]
        assert all(slots[other].end < slot.start for other in slot.depends_on)
        for quarter in range(quarters.index_of(slot.start), quarters.index_of(slot.end) + 1):
            running[candidate.lead, quarter] = running.get((candidate.lead, quarter), 0) + 1
    assert max(running.values()) <= AT_ONCE


def test_one_role_leads_three_things_at_once_and_says_so() -> None:
    known = catalogue(*(practice(f"bp-{letter}") for letter in "abcd"), practice("bp-e", trekker="ggz"))
    seen = analysis(*(finding(item.id, Verdict.MISSING) for item in known.practices))
    starts = sorted(item.start or "" for item in plan_of(seen, known).entries)
    assert starts == ["2027-K1"] * 4 + ["2027-K2"]
    assert "hooguit 3 tegelijk" in HOW_PLANNED


@given(_candidates())
def test_the_order_of_the_candidates_does_not_matter(candidates: tuple[Candidate, ...]) -> None:
    assert schedule(tuple(reversed(candidates)), first="2027-K1", fixed={}) == schedule(
        candidates, first="2027-K1", fixed={}
    )


def test_a_circle_in_the_knowledge_loses_one_link() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b", na=after("bp-a")))
    plan = plan_of(analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING)), known)
    waits = [item.proposal.depends_on for item in plan.entries if item.proposal]
    assert sorted(map(len, waits)) == [0, 1]
