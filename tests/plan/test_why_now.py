"""Why now: hands, money, the council, holidays, and the money that ended; said in plain words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plan.world import (
    after,
    analysis,
    catalogue,
    decision,
    entry,
    finding,
    graded,
    intervention,
    phased,
    plan_of,
    practice,
    source,
    to_ask,
)

from psoh_cli.gemeente.means import Milestone, MomentKind
from psoh_cli.plan.action import Proposal
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.vocabulary import Verdict

CALENDAR = [
    {"naam": "Voorjaarsnota", "datum": "2027-05-11"},
    {"naam": "Kadernota", "datum": "2027-05-18"},
    {"naam": "Programmabegroting", "datum": "2027-11-02"},
]
SUMMER = [{"naam": "zomervakantie", "van": "2027-07-10", "tot": "2027-08-22"}]
GAP = finding("bp-a", Verdict.MISSING)


def estimate(name: str = "m-a", **cost: Any) -> Entry:
    """Someone says what a measure will cost; what stands beside it is renewed."""
    return entry(name, eigen_inschatting={"waarom": "Zo.", "kosten": {"soort": "incidenteel", **cost}})


def held(plan: Plan, name: str = "m-a") -> Proposal:
    found = plan.entry[name].proposal
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kadernota 2028", "kadernota"),
        ("Perspectiefnota", "kadernota"),
        ("voorjaarsnota", "voorjaarsnota"),
        ("Programmabegroting", "begroting"),
        ("Jaarrekening", "anders"),
    ],
)
def test_a_name_tells_what_the_council_decides(name: str, kind: str) -> None:
    assert Milestone.model_validate({"naam": name, "datum": "2027"}).decides is MomentKind(kind)
    stated = Milestone.model_validate({"naam": name, "datum": "2027", "soort": "begroting"})
    assert stated.decides is MomentKind.BUDGET


def test_the_first_waits_for_nothing_and_says_how_much_it_weighs() -> None:
    told = held(plan_of(analysis(GAP), catalogue(practice("bp-a"))))
    assert told.why_now == "Dit hoeft op niets te wachten. Het is prioriteit 1 (afgeleid)."


def test_a_weight_nobody_knows_is_said() -> None:
    gap = finding("bp-a", Verdict.MISSING, prioriteit=None)
    told = held(plan_of(analysis(gap), catalogue(practice("bp-a"))))
    assert "Hoe zwaar dit weegt, is niet bekend." in (told.why_now or "")


def test_hands_that_are_full_are_named() -> None:
    known = catalogue(*(practice(f"bp-{letter}") for letter in "ab"))
    seen = analysis(*(finding(f"bp-{letter}", Verdict.MISSING) for letter in "ab"))
    stated = {"capaciteit": {"per_trekker": [{"trekker": "beleid", "tegelijk": 1}]}}
    told = held(plan_of(seen, known, middelen=stated), "m-b")
    assert told.start == "2027-K2"
    assert "In K1 2027 leidt Partner beleid al 1 maatregel." in (told.why_now or "")
    together = held(plan_of(seen, known, middelen={"capaciteit": {"tegelijk": 1}}), "m-b")
    assert "In K1 2027 loopt al 1 maatregel: meer kan hier niet tegelijk." in (together.why_now or "")


def test_a_quarter_with_fewer_hands_is_minded() -> None:
    stated = {"capaciteit": {"per_kwartaal": [{"jaar": 2027, "kwartaal": 1, "tegelijk": 0}]}}
    told = held(plan_of(analysis(GAP), catalogue(practice("bp-a")), middelen=stated))
    assert told.start == "2027-K2"


def test_asking_around_comes_first_and_says_so() -> None:
    known = catalogue(practice("bp-a", fase=phased("uitvoeren")), practice("bp-b"))
    seen = analysis(GAP, finding("bp-b", Verdict.UNKNOWN), ask=(to_ask("ggd"),))
    plan = plan_of(seen, known)
    assert "Vragen komt eerst" in (held(plan, "m-nagaan").why_now or "")
    assert "Eerst gebeurt ‘Vraag na wat nog niet bekend is’" in (held(plan).why_now or "")


@pytest.mark.parametrize(
    ("kind", "start", "moment"),
    [
        ("incidenteel", "2027-K3", "de voorjaarsnota van 11 mei 2027"),
        ("structureel", "2028-K1", "de kadernota van 18 mei 2027"),
    ],
)
def test_money_nobody_pays_waits_for_the_council(kind: str, start: str, moment: str) -> None:
    told = held(
        plan_of(
            analysis(GAP),
            catalogue(practice("bp-a")),
            estimate(bedrag=100, soort=kind),
            raadskalender=CALENDAR,
        )
    )
    assert (told.start, told.ready_for) == (start, moment)
    assert f"maak het beslisklaar voor {moment}" in (told.why_now or "")


def test_a_kadernota_goes_before_the_begroting_of_its_year() -> None:
    told = held(
        plan_of(
            analysis(GAP),
            catalogue(practice("bp-a")),
            estimate(bedrag=100),
            raadskalender=CALENDAR[1:],
        )
    )
    assert (told.start, told.ready_for) == ("2028-K1", "de kadernota van 18 mei 2027")


def test_a_moment_too_near_to_prepare_for_is_passed_over() -> None:
    near = [{"naam": "begroting", "datum": "2027-01-01"}, {"naam": "begroting", "datum": "2027-11-02"}]
    plan = plan_of(analysis(GAP), catalogue(practice("bp-a")), estimate(bedrag=100), raadskalender=near)
    assert held(plan).ready_for == "de begroting van 2 november 2027"


@pytest.mark.parametrize("cost", [{"bedrag": 0}, {"bedrag": 100, "financiering": "fonds"}, {}])
def test_what_is_paid_or_unknown_does_not_wait_for_the_council(cost: dict[str, Any]) -> None:
    known = catalogue(practice("bp-a"), funding_sources=(source("fonds"),))
    told = held(plan_of(analysis(GAP), known, estimate(**cost), raadskalender=CALENDAR))
    assert (told.start, told.ready_for) == ("2027-K1", None)


def test_what_returns_every_year_waits_for_the_council_though_somebody_pays() -> None:
    known = catalogue(practice("bp-a"), funding_sources=(source("fonds"),))
    paid = estimate(bedrag=100, soort="structureel", financiering="fonds")
    told = held(plan_of(analysis(GAP), known, paid, raadskalender=CALENDAR))
    assert told.ready_for == "de kadernota van 18 mei 2027"


@pytest.mark.parametrize(("amount", "start"), [(100, "2027-K1"), (101, None)])
def test_exactly_enough_is_enough(amount: int, start: str | None) -> None:
    stated = {"budget": [{"jaar": 2027, "bedrag": 100}]}
    told = held(
        plan_of(
            analysis(GAP),
            catalogue(practice("bp-a")),
            estimate(bedrag=amount),
            horizon=(2027, 2027),
            middelen=stated,
        )
    )
    assert told.start == start


def test_a_calendar_without_a_moment_is_said_and_stops_nothing() -> None:
    told = held(plan_of(analysis(GAP), catalogue(practice("bp-a")), estimate(bedrag=100)))
    assert told.start == "2027-K1"
    assert "noemt daar geen moment voor" in (told.why_now or "")


def test_what_was_decided_waits_for_no_council() -> None:
    decided = entry("m-a", voorstel=None, besluit=decision(kosten={"bedrag": 9, "soort": "structureel"}))
    told = plan_of(analysis(GAP), catalogue(practice("bp-a")), decided, raadskalender=CALENDAR)
    assert held(told).start == "2027-K1"
    assert "besloten" in (held(told).why_now or "")


def test_too_little_money_leaves_a_measure_out_with_the_sum() -> None:
    stated = {"budget": [{"jaar": 2027, "bedrag": 60}, {"jaar": 2028, "bedrag": 40}]}
    told = held(
        plan_of(
            analysis(GAP),
            catalogue(practice("bp-a")),
            estimate(bedrag=100),
            horizon=(2027, 2028),
            middelen=stated,
        )
    )
    assert told.start is None
    assert told.not_fitting == (
        "Er is geen geld voor. Deze maatregel kost €\N{NO-BREAK SPACE}100 in 2027 en van het budget is dan "
        "€\N{NO-BREAK SPACE}60 over."
    )


def test_what_is_over_is_what_the_plan_leaves_in_the_end() -> None:
    known = catalogue(practice("bp-a", opbrengst=graded(3)), practice("bp-b"))
    seen = analysis(GAP, finding("bp-b", Verdict.MISSING))
    stated = {"budget": [{"jaar": 2027, "bedrag": 60}]}
    plan = plan_of(
        seen,
        known,
        estimate(bedrag=100),
        estimate("m-b", bedrag=45),
        horizon=(2027, 2027),
        middelen=stated,
    )
    assert plan.entry["m-b"].start == "2027-K1", "what comes after it takes of the same money"
    assert (held(plan).not_fitting or "").endswith("van het budget is dan €\N{NO-BREAK SPACE}15 over.")


def test_a_balance_at_the_turn_of_what_has_a_place_says_that_it_is_one() -> None:
    stated = {"budget": [{"jaar": 2027, "bedrag": 60}, {"jaar": 2028, "bedrag": 140}]}
    told = held(
        plan_of(
            analysis(GAP),
            catalogue(practice("bp-a")),
            estimate(bedrag=100),
            horizon=(2027, 2028),
            middelen=stated,
        )
    )
    assert told.start == "2028-K1"
    assert "was €\N{NO-BREAK SPACE}60 over toen deze maatregel aan de beurt was" in (told.why_now or "")


def test_a_year_without_a_stated_budget_is_not_taken_for_a_full_one() -> None:
    stated = {"budget": [{"jaar": 2027, "incidenteel": 10}]}
    told = held(
        plan_of(
            analysis(GAP),
            catalogue(practice("bp-a")),
            estimate(bedrag=100),
            horizon=(2028, 2029),
            middelen=stated,
        )
    )
    assert "Voor 2028 is geen incidenteel geld opgegeven." in (told.not_fitting or "")


def test_what_was_decided_takes_the_money_first_and_may_overdraw_it() -> None:
    known = catalogue(practice("bp-a"), practice("bp-b"))
    seen = analysis(GAP, finding("bp-b", Verdict.MISSING))
    decided = entry(
        "m-b",
        voorstel=None,
        besluit=decision(begin="2027-K1", eind="2027-K1", kosten={"bedrag": 50, "soort": "incidenteel"}),
    )
    stated = {"budget": [{"jaar": 2027, "incidenteel": 40}]}
    plan = plan_of(seen, known, decided, estimate(bedrag=1), horizon=(2027, 2027), middelen=stated)
    assert plan.entry["m-b"].start == "2027-K1"
    assert "niets over" in (held(plan).not_fitting or "")


def test_an_unknown_cost_is_not_weighed_on_money() -> None:
    stated = {"budget": [{"jaar": 2027, "bedrag": 0}]}
    assert held(plan_of(analysis(GAP), catalogue(practice("bp-a")), middelen=stated)).start == "2027-K1"


def test_a_source_that_ended_pays_nothing() -> None:
    known = catalogue(practice("bp-a"), funding_sources=(source("gala", loopt_tot="2026-12-31"),))
    told = held(plan_of(analysis(GAP), known, estimate(bedrag=100, financiering="gala")))
    assert told.not_fitting == (
        "Er is geen geld voor. gala loopt tot en met 31 december 2026 en ander geld is niet opgegeven."
    )


def test_what_waits_for_something_left_out_is_left_out_too() -> None:
    known = catalogue(practice("bp-a"), practice("bp-b", na=after("bp-a")))
    seen = analysis(GAP, finding("bp-b", Verdict.MISSING))
    plan = plan_of(seen, known, estimate(bedrag=100), middelen={"budget": [{"jaar": 2027, "bedrag": 1}]})
    assert held(plan, "m-b").not_fitting == "Dit wacht op ‘Doe a’, en die maatregel past niet."


def _group(**changes: Any) -> Any:
    held_in = intervention("cursus").model_copy(update={"kind": "groepsinterventie"})
    link = {"id": "cursus", "herkomst": "afgeleid"}
    return catalogue(
        practice("bp-a", fase=phased("uitvoeren"), interventies=[link], **changes), interventions=(held_in,)
    )


@pytest.mark.parametrize(("kind", "start"), [("uitvoeren", "2027-K4"), ("voorbereiden", "2027-K3")])
def test_a_group_does_not_begin_in_the_summer_and_choosing_one_may(kind: str, start: str) -> None:
    known = _group() if kind == "uitvoeren" else catalogue(practice("bp-a", fase=phased(kind)))
    busy = {"capaciteit": {"per_kwartaal": [{"jaar": 2027, "kwartaal": n, "tegelijk": 0} for n in (1, 2)]}}
    told = held(plan_of(analysis(GAP), known, schoolvakanties=SUMMER, middelen=busy))
    assert told.start == start


def test_a_group_is_told_which_weeks_to_skip() -> None:
    told = held(plan_of(analysis(GAP), _group(inspanning=graded(3)), schoolvakanties=SUMMER))
    assert (told.start, told.end) == ("2027-K1", "2027-K4")
    assert "Sla bij de bijeenkomsten over: zomervakantie (10 juli tot en met 22 augustus 2027)." in (
        told.why_now or ""
    )


@pytest.mark.parametrize(("last", "start"), [("2027-01-30", "2027-K1"), ("2027-01-31", "2027-K2")])
def test_more_than_a_third_is_counted_in_days(last: str, start: str) -> None:
    holiday = [{"naam": "vakantie", "van": "2027-01-01", "tot": last}]
    twice = [*holiday, {"naam": "nog eens", "van": "2027-01-01", "tot": "2027-01-20"}]
    assert held(plan_of(analysis(GAP), _group(), schoolvakanties=twice)).start == start


def test_the_first_and_the_second_run_say_the_same() -> None:
    stated = {
        "budget": [{"jaar": 2027, "incidenteel": 10, "structureel": 10}],
        "capaciteit": {"tegelijk": 2},
    }
    known = catalogue(practice("bp-a"), practice("bp-b", na=after("bp-a")), practice("bp-c"))
    seen = analysis(*(finding(f"bp-{letter}", Verdict.MISSING) for letter in "abc"))
    more: dict[str, Any] = {"middelen": stated, "schoolvakanties": SUMMER, "raadskalender": CALENDAR}
    once = plan_of(seen, known, estimate("m-c", bedrag=12), **more)
    assert plan_of(seen, known, *once.entries, **more) == once
