"""Fitting in, held against a checker of its own and against trying everything, on small cases."""

from __future__ import annotations

from datetime import date
from itertools import combinations, permutations
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.world import AS_OF, catalogue

from psoh_cli.gemeente.means import Room
from psoh_cli.plan.action import PlannedCost
from psoh_cli.plan.fitting import Fitted, World, fit
from psoh_cli.plan.limits import Limits
from psoh_cli.plan.measure import Measure, in_turn
from psoh_cli.vocabulary import MoneyKind, Phase

FIRST = 2027 * 4
YEARS = (2027, 2028)
LAST = FIRST + 7
LEADS = ("ggz", "beleid")


def world(as_of: date = AS_OF) -> World:
    return World(first=FIRST, last=LAST, as_of=as_of, calendar=(), holidays=(), catalogue=catalogue())


class Case(NamedTuple):
    """Measures as they come and in turn, and what there is for them; money per year and kind."""

    given: tuple[Measure, ...]
    measures: tuple[Measure, ...]
    per_lead: int
    at_once: int
    money: dict[tuple[int, MoneyKind], int]

    @property
    def limits(self) -> Limits:
        rooms = tuple(
            Room(
                year=year,
                incidental=self.money[year, MoneyKind.TEMPORARY],
                structural=self.money[year, MoneyKind.STRUCTURAL],
            )
            for year in YEARS
        )
        return Limits(per_lead=self.per_lead, at_once=self.at_once, rooms=rooms, years=YEARS)

    def fitted(self) -> Fitted:
        return fit(self.measures, limits=self.limits, world=world())


@st.composite
def cases(draw: st.DrawFn) -> Case:
    names = [f"m-{number}" for number in range(draw(st.integers(1, 6)))]
    money = [0, 12, 24, 48]
    cost = st.one_of(
        st.none(),
        st.tuples(st.sampled_from(money), st.sampled_from([MoneyKind.TEMPORARY, MoneyKind.STRUCTURAL])),
    )
    found = []
    for name in names:
        amount = draw(cost)
        found.append(
            Measure(
                id=name,
                title=name,
                lead=draw(st.sampled_from(LEADS)),
                length=draw(st.sampled_from([1, 2, 3, 4])),
                phase=Phase.PREPARE,
                waits_for=tuple(
                    draw(st.lists(st.sampled_from([n for n in names if n != name]), max_size=2, unique=True))
                    if len(names) > 1
                    else ()
                ),
                cost=PlannedCost(amount=amount[0], kind=amount[1]) if amount else PlannedCost(),
                score=float(draw(st.integers(0, 4))),
            )
        )
    rooms = {
        (year, kind): draw(st.sampled_from(money))
        for year in YEARS
        for kind in (MoneyKind.TEMPORARY, MoneyKind.STRUCTURAL)
    }
    return Case(tuple(found), in_turn(tuple(found)), draw(st.integers(0, 2)), draw(st.integers(0, 3)), rooms)


def broken(case: Case, starts: dict[str, int]) -> list[str]:
    """Reckon by hand what a set of starts breaks; amounts are chosen so that they divide without a rest."""
    faults: list[str] = []
    chosen = {measure.id: measure for measure in case.measures if measure.id in starts}
    for name, measure in chosen.items():
        start, end = starts[name], starts[name] + measure.length - 1
        if start < FIRST or end > LAST:
            faults.append(f"{name} outside")
        for other in measure.waits_for:
            if other not in starts:
                faults.append(f"{name} without {other}")
            elif start <= min(starts[other] + chosen[other].length - 1, starts[other] + 1):
                faults.append(f"{name} before {other}")
    for quarter in range(FIRST, LAST + 1):
        running = [m for n, m in chosen.items() if starts[n] <= quarter < starts[n] + m.length]
        if len(running) > case.at_once:
            faults.append(f"hands {quarter}")
        faults.extend(
            f"{lead} {quarter}" for lead in LEADS if sum(m.lead == lead for m in running) > case.per_lead
        )
    for (year, kind), most in case.money.items():
        spent = 0.0
        for name, measure in chosen.items():
            if measure.cost.kind is kind and measure.cost.amount:
                once = kind is MoneyKind.TEMPORARY
                end = starts[name] + measure.length - 1 if once else LAST
                quarters = sum(year == quarter // 4 for quarter in range(starts[name], end + 1))
                spent += measure.cost.amount / (measure.length if once else 4) * quarters
        if spent > most:
            faults.append(f"money {year} {kind}")
    return faults


def starts_of(fitted: Fitted) -> dict[str, int]:
    return {placed.measure.id: placed.slot.start for placed in fitted.placed}


@settings(max_examples=120, deadline=None)
@given(cases())
def test_it_breaks_no_limit_and_nothing_left_out_could_be_added(case: Case) -> None:
    fitted = case.fitted()
    starts = starts_of(fitted)
    assert broken(case, starts) == []
    assert {*starts, *(left.measure.id for left in fitted.left_out)} == {item.id for item in case.measures}
    for left in fitted.left_out:
        for start in range(FIRST, LAST + 1):
            assert broken(case, {**starts, left.measure.id: start}) != [], (left.measure.id, start)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_no_measure_could_begin_sooner_where_the_others_are(case: Case) -> None:
    """Each took the first quarters that were free in its turn, and later turns only fill up."""
    starts = starts_of(case.fitted())
    for name, start in starts.items():
        for sooner in range(FIRST, start):
            assert broken(case, {**starts, name: sooner}) != [], (name, sooner)


@settings(max_examples=60, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_measures_come_does_not_matter(case: Case, random: Random) -> None:
    shuffled = list(case.given)
    random.shuffle(shuffled)
    assert in_turn(tuple(shuffled)) == case.measures


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.integers(0, 2))
def test_of_equal_length_and_without_links_the_heaviest_together_are_chosen(
    scores: list[int], hands: int
) -> None:
    """Here the rule is the best there is: no other choice weighs more."""
    measures = in_turn(
        tuple(
            Measure(id=f"m-{number}", title="-", lead="ggz", length=4, score=float(score))
            for number, score in enumerate(scores)
        )
    )
    fitted = fit(measures, limits=Limits(per_lead=None, at_once=hands), world=world())
    places = 2 * hands
    best = max(
        sum(chosen) for size in range(min(places, len(scores)) + 1) for chosen in combinations(scores, size)
    )
    assert sum(placed.measure.score for placed in fitted.placed) == best


def test_the_heaviest_wins_from_two_that_are_lighter() -> None:
    """What the rule does not promise: two light measures together may weigh more than the heavy one."""
    heavy = Measure(id="m-a", title="-", lead="ggz", length=1, score=3, cost=PlannedCost(amount=20))
    light = (
        Measure(id=f"m-{name}", title="-", lead="ggz", length=1, score=2, cost=PlannedCost(amount=10))
        for name in "bc"
    )
    rooms = (Room(year=2027, amount=20), Room(year=2028, amount=0))
    fitted = fit(
        in_turn((*light, heavy)), limits=Limits(per_lead=None, rooms=rooms, years=YEARS), world=world()
    )
    assert list(starts_of(fitted)) == ["m-a"]


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(cases())
def test_without_limits_everything_that_can_be_in_time_is_placed(case: Case) -> None:
    free = fit(case.measures, limits=Limits(per_lead=None, has_money_limit=False), world=world())
    bound = starts_of(case.fitted())
    assert set(bound) <= set(starts_of(free))
    assert all(starts_of(free)[name] <= start for name, start in bound.items())


def test_circles_of_every_shape_are_broken() -> None:
    names = ("m-a", "m-b", "m-c")
    for order in permutations(names):
        circle = tuple(
            Measure(id=name, title=name, lead="", length=1, waits_for=(order[(order.index(name) + 1) % 3],))
            for name in names
        )
        fitted = fit(in_turn(circle), limits=Limits(per_lead=None), world=world())
        assert len(fitted.placed) == 3
        assert sum(len(placed.measure.waits_for) for placed in fitted.placed) == 2
