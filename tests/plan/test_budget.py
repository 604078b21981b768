"""Totals never hide what nobody pays for or nobody knows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.world import decision, entry, gemeente, proposal, source

from psoh_cli.plan.budget import Budget, Warned, YearCost, budget, some_of, years_of
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.timeline import Standing, timeline
from psoh_cli.vocabulary import ActionStatus, CostCertainty, MoneyKind

YEARS = (2027, 2028, 2029)


def costing(name: str = "m-regie", **changes: Any) -> Entry:
    when = {key: changes.pop(key) for key in ("begin", "eind") if key in changes}
    cost = {"bedrag": 12000, "zekerheid": "raming", "soort": "incidenteel", **changes}
    return entry(name, besluit=decision(kosten=cost, **{"begin": "2027-K3", "eind": "2028-K2", **when}))


def laid_out(*entries: Entry, years: tuple[int, ...] = YEARS, **sources: dict[str, Any]) -> Budget:
    known = [source(name, **changes) for name, changes in sources.items()]
    return budget(Plan(entries=entries), sources=known, years=years)


def test_an_incidental_amount_is_spread_over_its_quarters() -> None:
    assert laid_out(costing()).totals() == (
        YearCost(year=2027, uncovered=6000),
        YearCost(year=2028, uncovered=6000),
        YearCost(year=2029),
    )


def test_a_structural_amount_comes_back_every_year() -> None:
    assert [total.total for total in laid_out(costing(soort="structureel")).totals()] == [6000, 12000, 12000]


def test_cost_with_money_is_covered_and_the_source_is_named() -> None:
    money = laid_out(costing(financiering="wmo"), wmo={})
    assert [total.covered for total in money.totals()] == [6000, 6000, 0]
    assert [total.uncovered for total in money.totals()] == [0, 0, 0]
    assert money.by_source() == {"wmo": 12000}
    assert money.lines[0].warnings == ()


def test_money_that_stops_leaves_the_rest_uncovered() -> None:
    money = laid_out(costing(financiering="gala"), gala={"loopt_tot": "2027-12-31", "structureel": "nee"})
    assert [(total.covered, total.uncovered) for total in money.totals()] == [(6000, 0), (0, 6000), (0, 0)]
    assert money.lines[0].warnings == (Warned.EXPIRED,)


def test_structural_cost_on_temporary_money_is_said() -> None:
    money = laid_out(costing(financiering="fonds", soort="structureel"), fonds={"structureel": "nee"})
    assert Warned.TEMPORARY in money.lines[0].warnings


def test_a_source_nobody_knows_covers_nothing() -> None:
    money = laid_out(costing(financiering="iets"))
    assert sum(total.covered for total in money.totals()) == 0
    assert money.lines[0].warnings == (Warned.UNKNOWN_SOURCE,)


def test_unknown_cost_is_counted_apart_and_never_as_zero() -> None:
    money = laid_out(entry("m-a"), costing("m-b"), entry("m-c"))
    assert [line.id for line in money.unknown] == ["m-a", "m-c"]
    assert all(line.years == () for line in money.unknown)
    assert sum(total.total for total in money.totals()) == 12000


def test_money_outside_the_years_is_kept_apart() -> None:
    money = laid_out(costing(), years=(2027,))
    assert [total.total for total in money.totals()] == [6000]
    assert money.outside == 6000
    assert Warned.OUTSIDE in money.lines[0].warnings


def test_an_amount_without_dates_is_not_lost() -> None:
    own = entry(voorstel=None, besluit=decision(kosten={"bedrag": 500, "soort": "incidenteel"}))
    money = laid_out(own)
    assert money.undated == 500
    assert money.lines[0].warnings == (Warned.UNKNOWN_CERTAINTY, Warned.NO_DATES)


def test_an_amount_that_nobody_vouches_for_counts_and_says_so() -> None:
    money = laid_out(costing(bedrag=400, zekerheid="onbekend"))
    assert sum(year.total for year in money.totals()) == 400
    assert money.lines[0].certainty is CostCertainty.UNKNOWN
    assert Warned.UNKNOWN_CERTAINTY in money.lines[0].warnings
    assert (
        Warned.UNKNOWN_CERTAINTY not in laid_out(costing(bedrag=None, zekerheid="onbekend")).lines[0].warnings
    )


def test_an_amount_of_unknown_kind_says_so() -> None:
    assert laid_out(costing(soort="onbekend")).lines[0].warnings == (Warned.UNKNOWN_KIND,)


def test_rejected_and_lapsed_actions_cost_nothing() -> None:
    rejected = entry("m-a", besluit=decision(soort="afgewezen", kosten={"bedrag": 5}))
    lapsed = entry("m-b", voorstel=proposal(vervallen="Geregeld.").model_dump(by_alias=True))
    assert laid_out(rejected, lapsed).lines == ()


def test_totals_can_be_asked_by_kind() -> None:
    money = laid_out(costing("m-a"), costing("m-b", soort="structureel"))
    assert [total.total for total in money.totals(MoneyKind.STRUCTURAL)] == [6000, 12000, 12000]
    assert [total.total for total in money.totals(MoneyKind.TEMPORARY)] == [6000, 6000, 0]


def test_without_a_horizon_the_years_are_those_of_the_plan() -> None:
    assert laid_out(costing(), years=()).years == (2027, 2028)
    assert years_of(gemeente()) == ()
    assert years_of(gemeente((2027, 2029))) == YEARS


@given(
    amount=st.integers(0, 10**7),
    start=st.integers(0, 19),
    length=st.integers(1, 20),
    kind=st.sampled_from(["incidenteel", "onbekend"]),
    until=st.sampled_from([None, "2027-02-01", "2028", "2031-12-31"]),
)
def test_every_euro_is_somewhere(amount: int, start: int, length: int, kind: str, until: str | None) -> None:
    first, last = 2026 * 4 + start, 2026 * 4 + start + length - 1
    item = costing(
        bedrag=amount,
        soort=kind,
        financiering="wmo",
        begin=f"{first // 4}-K{first % 4 + 1}",
        eind=f"{last // 4}-K{last % 4 + 1}",
    )
    money = laid_out(item, wmo={"loopt_tot": until})
    assert sum(total.total for total in money.totals()) + money.outside == amount


def test_a_row_of_the_timeline_counts_quarters() -> None:
    line = timeline(Plan(entries=(entry("m-a"), costing("m-b"))))
    assert line.quarters == ("2027-K1", "2027-K2", "2027-K3", "2027-K4", "2028-K1", "2028-K2")
    assert [(row.offset, row.length, row.standing) for row in line.rows] == [
        (0, 2, Standing.PROPOSED),
        (2, 4, Standing.DECIDED),
    ]


def test_what_was_postponed_stays_on_the_timeline_as_such() -> None:
    row = timeline(Plan(entries=(entry(besluit=decision(soort="uitgesteld", status="loopt")),))).rows[0]
    assert row.standing is Standing.POSTPONED
    assert row.status is ActionStatus.RUNNING


def test_an_action_without_dates_is_named_beside_the_timeline() -> None:
    own = entry("m-eigen", voorstel=None, besluit=decision(soort="uitgesteld"))
    assert timeline(Plan(entries=(own,))).without_dates == ("m-eigen",)
    assert timeline(Plan()).quarters == ()


@pytest.mark.parametrize("kind", ["overgenomen", "aangepast"])
def test_people_win_over_the_proposal(kind: str) -> None:
    row = timeline(
        Plan(entries=(entry(besluit=decision(soort=kind, titel="Anders", begin="2027-K2")),))
    ).rows[0]
    assert (row.title, row.start, row.end) == ("Anders", "2027-K2", "2027-K3")


@pytest.mark.parametrize(
    ("count", "whole", "words"),
    [
        (1, 1, "de enige maatregel"),
        (2, 2, "beide maatregelen"),
        (3, 3, "alle 3 maatregelen"),
        (1, 2, "1 van de 2 maatregelen"),
    ],
)
def test_how_many_of_the_measures_is_said_as_people_do(count: int, whole: int, words: str) -> None:
    assert some_of(count, whole=whole) == words
