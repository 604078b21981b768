"""Quarters: nothing before what it waits for, the heaviest first, no role with too many things at once."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
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
from psoh_cli.plan.plan import Plan
from psoh_cli.plan.schedule import HOW_PLANNED, ready_after
from psoh_cli.vocabulary import Verdict


def why(plan: Plan, name: str) -> str:
    held = plan.entry[name].proposal
    return (held and held.why_now) or ""


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


def test_the_phases_of_a_pillar_overlap() -> None:
    known = catalogue(practice("bp-a", fase=phased("uitvoeren")), practice("bp-b", inspanning=graded(3)))
    seen = analysis(*(finding(item.id, Verdict.MISSING) for item in known.practices))
    assert plan_of(seen, known).entry["m-a"].start == "2027-K1"


def test_what_waits_for_something_long_begins_when_that_is_far_enough() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b", inspanning=graded(3)))
    plan = plan_of(analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING)), known)
    assert (plan.entry["m-b"].end, plan.entry["m-a"].start) == ("2027-K4", "2027-K3")
    assert "ver genoeg" in why(plan, "m-a")


@pytest.mark.parametrize(("length", "ready"), [(1, 1), (2, 2), (3, 2), (4, 2), (9, 2)])
def test_far_enough_is_the_end_or_two_quarters(length: int, ready: int) -> None:
    assert ready_after(100, end=100 + length - 1) == 100 + ready


def test_asking_around_comes_before_the_later_phases_of_every_pillar() -> None:
    known = catalogue(practice("bp-a", fase=phased("uitvoeren"), pijler="toeleiding"), practice("bp-b"))
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.UNKNOWN))
    plan = plan_of(seen, known)
    assert (plan.entry["m-nagaan"].start, plan.entry["m-nagaan"].end) == ("2027-K1", "2027-K1")
    assert plan.entry["m-a"].start == "2027-K2"


def test_what_people_planned_stands_and_the_rest_follows() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b"))
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING))
    plan = plan_of(seen, known, entry("m-b", besluit=decision(begin="2028-K1", eind="2028-K2")))
    assert plan.entry["m-a"].start == "2028-K3"
    assert (plan.entry["m-b"].start, plan.entry["m-b"].end) == ("2028-K1", "2028-K2")


def test_an_adopted_action_does_not_drift_when_time_goes_on() -> None:
    known, gap = catalogue(practice("bp-a")), finding("bp-a", Verdict.MISSING)
    first = plan_of(analysis(gap), known, horizon=None).entries[0]
    adopted = entry("m-a", voorstel=first.proposal, besluit=decision())
    later = analysis(gap, as_of=date(2027, 8, 1))
    assert plan_of(later, known, adopted, horizon=None).entries[0].start == "2027-K1"
    assert plan_of(later, known, first, horizon=None).entries[0].start == "2027-K4"


def test_one_role_leads_three_things_at_once_and_says_so() -> None:
    known = catalogue(*(practice(f"bp-{letter}") for letter in "abcd"), practice("bp-e", trekker="ggz"))
    seen = analysis(*(finding(item.id, Verdict.MISSING) for item in known.practices))
    starts = sorted(item.start or "" for item in plan_of(seen, known).entries)
    assert starts == ["2027-K1"] * 4 + ["2027-K2"]
    assert "hooguit 3 tegelijk" in HOW_PLANNED


def test_a_circle_in_the_knowledge_loses_one_link() -> None:
    known = catalogue(practice("bp-a", na=after("bp-b")), practice("bp-b", na=after("bp-a")))
    plan = plan_of(analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING)), known)
    waits = [item.proposal.depends_on for item in plan.entries if item.proposal]
    assert sorted(map(len, waits)) == [0, 1]


def test_what_others_wait_for_is_as_urgent_as_they_are() -> None:
    """Four things for three hands: the first step of the heaviest one goes before what is heavier than itself."""
    known = catalogue(practice("bp-eerst"), practice("bp-doel", na=after("bp-eerst"), trekker="ggz"), *(
        practice(f"bp-{letter}") for letter in "abc"
    ))  # fmt: skip
    seen = analysis(
        finding("bp-doel", Verdict.MISSING, rank=1),
        *(finding(f"bp-{letter}", Verdict.MISSING, rank=2) for letter in "abc"),
        finding("bp-eerst", Verdict.MISSING, rank=9),
    )
    plan = plan_of(seen, known)
    assert (plan.entry["m-eerst"].start, plan.entry["m-doel"].start) == ("2027-K1", "2027-K2")
    assert sorted(plan.entry[f"m-{letter}"].start or "" for letter in "abc") == [
        "2027-K1",
        "2027-K1",
        "2027-K2",
    ]
    assert "Hierop wacht ‘Doe doel’, en dat weegt zwaarder." in why(plan, "m-eerst")


def test_a_heavy_measure_of_a_later_phase_goes_before_a_light_one_of_an_earlier_phase() -> None:
    known = catalogue(
        practice("bp-zwaar", fase=phased("uitvoeren")), *(practice(f"bp-{letter}") for letter in "abc")
    )
    seen = analysis(
        finding("bp-zwaar", Verdict.MISSING, rank=1),
        *(finding(f"bp-{letter}", Verdict.MISSING, rank=5) for letter in "abc"),
    )
    plan = plan_of(seen, known)
    assert plan.entry["m-zwaar"].start == "2027-K1"
    assert "prioriteit 1 (afgeleid)" in why(plan, "m-zwaar")


def test_what_was_put_off_comes_last_and_what_waits_for_it_does_not_pull() -> None:
    known = catalogue(
        *(practice(f"bp-{letter}") for letter in "abcd"), practice("bp-e", na=after("bp-a"), trekker="ggz")
    )
    seen = analysis(
        *(finding(f"bp-{letter}", Verdict.MISSING, rank=rank) for rank, letter in enumerate("eabcd", start=1))
    )
    plan = plan_of(seen, known, entry("m-a", besluit=decision(soort="uitgesteld")))
    assert plan.entry["m-a"].proposal is not None
    assert (plan.entry["m-a"].proposal.start, plan.entry["m-e"].start) == ("2027-K2", "2027-K3")


def test_a_decision_without_quarters_gets_a_place_and_keeps_it() -> None:
    known = catalogue(practice("bp-a"))
    bare = entry("m-a", voorstel=None, besluit=decision(begin=None, eind=None))
    once = plan_of(analysis(finding("bp-a", Verdict.MISSING)), known, bare)
    assert once.entry["m-a"].start == "2027-K1"
    assert "besloten" in why(once, "m-a")
    assert plan_of(analysis(finding("bp-a", Verdict.MISSING)), known, *once.entries) == once


def test_what_does_not_fit_before_the_last_year_ends_has_no_quarters() -> None:
    known = catalogue(
        practice("bp-a", inspanning=graded(3)), practice("bp-b", inspanning=graded(3), na=after("bp-a"))
    )
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING))
    plan = plan_of(seen, known, horizon=(2027, 2027))
    left = plan.entry["m-b"].proposal
    assert left is not None
    assert (plan.entry["m-a"].end, left.start, left.end, left.why_now) == ("2027-K4", None, None, None)
    assert left.not_fitting is not None
    assert (
        "pas beginnen in K3 2027, na ‘Doe a’, en is dan niet klaar voor het einde van 2027"
        in left.not_fitting
    )
