"""The share of people who are understood: exact for the groups that are shown, and silent about the others."""

from __future__ import annotations

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.samples import AS_OF, STEPS, gemeente, kaart, many_services, service
from tests.kaart.views import view

from psoh_cli.commands.kaart_verouderd_json import as_json
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.coverage_data import as_data
from psoh_cli.kaart.coverage_matrix import UNDERSTOOD, Row
from psoh_cli.kaart.coverage_view import CoverageView
from psoh_cli.kaart.coverage_words import weighing
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.freshness import look_ahead
from psoh_cli.kaart.reach import Reach

ARABIC = service(talen=["ar"], ketenstappen=["preventie"])


def home(*, few: int, next_to_it: int) -> Gemeente:
    """Give a gemeente in which a group stays out so that the small one beside it cannot be worked out."""
    talen = [
        {"taal": code, "aantal": count}
        for code, count in {"ar": 310, "prs": 60, "ti": next_to_it, "so": few}.items()
    ]
    return gemeente(statushouders={"talen": talen, "totaal": 370 + next_to_it + few})


def row(found: CoverageView, step: str = "preventie") -> Row:
    return found.matrix.row[step]


def everything(found: CoverageView) -> str:
    from psoh_cli.press.coverage_page import page
    from psoh_cli.report.coverage_figure import drawing_of

    return json.dumps(as_data(found), sort_keys=True) + page(found) + drawing_of(found)


@pytest.mark.slow
@settings(max_examples=10)
@given(many_services(), st.integers(0, 4), st.integers(5, 59))
def test_no_number_that_is_hidden_changes_anything(
    found: tuple[Service, ...], few: int, next_to_it: int
) -> None:
    one, other = home(few=3, next_to_it=55), home(few=few, next_to_it=next_to_it)
    gone = frozenset(item.id for item in found[:1])
    given_out = [
        everything(view(kaart(*found), home=at, without=without))
        for at in (one, other)
        for without in (frozenset[str](), gone)
    ]
    assert given_out[:2] == given_out[2:]
    opened = SimpleNamespace(name="Dordrecht", gemeente=one)
    assert len(
        {
            as_json(
                opened,  # type: ignore[arg-type]  # all that is written of it
                look_ahead(
                    kaart(*found), gemeente=at, steps=STEPS, as_of=AS_OF, ahead=timedelta(days=400)
                ),
            )
            for at in (one, other)
        }
    ) == 1  # fmt: skip


@given(many_services(), st.dictionaries(st.sampled_from(("ar", "ti", "so")), st.none() | st.integers(0, 400)))
def test_a_share_is_exact_for_the_groups_that_are_shown(
    found: tuple[Service, ...], people: dict[str, int | None]
) -> None:
    matrix = view(kaart(*found), home=gemeente(people=people)).matrix
    shown = {column.id: column.people for column in matrix.columns if isinstance(column.people, int)}
    whole = sum(shown.values())
    for item in matrix.rows:
        if not whole:
            assert item.share is None
            continue
        reached = sum(
            count for code, count in shown.items() if matrix.cell[item.id, code].reach in UNDERSTOOD
        )
        assert item.share is not None
        off = item.share - 100 * reached / whole
        assert -1 < off <= 0 if item.open_share else abs(off) <= (0.5 if 0 < item.share < 99 else 1)
        assert (item.share == 100) is (reached == whole)


@given(many_services(), st.integers(0, 4), st.integers(5, 59))
def test_without_a_star_a_share_holds_for_everybody_counted(
    found: tuple[Service, ...], few: int, next_to_it: int
) -> None:
    real = {"ar": 310, "prs": 60, "ti": next_to_it, "so": few}
    matrix = view(kaart(*found), home=home(few=few, next_to_it=next_to_it)).matrix
    for item in matrix.rows:
        reached = sum(count for code, count in real.items() if matrix.cell[item.id, code].is_understood)
        if not item.is_of_shown:
            assert item.share == 100 * reached / sum(real.values())


@pytest.mark.parametrize(("few", "next_to_it"), [(3, 55), (0, 6)])
def test_a_hidden_group_is_no_part_of_a_share_and_the_legend_says_so(few: int, next_to_it: int) -> None:
    found = view(kaart(ARABIC), home=home(few=few, next_to_it=next_to_it))
    assert row(found).share_in_words == "≥83%*"
    assert "met * alleen van de groepen met een getal" in weighing(found.matrix)
    assert as_data(found)["delen"] == {"van": "de getoonde groepen", "niet_meegeteld": ["so", "ti"]}


def test_where_all_are_reached_alike_there_is_no_star() -> None:
    everybody = service(talen=["ar", "prs", "ti", "so"])
    found = view(kaart(everybody), home=home(few=3, next_to_it=55))
    assert row(found).share_in_words == "100%"
    assert row(found, "overdracht").share_in_words == "?"
    assert "*" not in weighing(found.matrix)


def test_without_a_single_number_no_share_can_be_reckoned() -> None:
    found = view(kaart(ARABIC), home=gemeente(people={"ar": 3, "ti": 4}))
    assert row(found).share is None
    assert weighing(found.matrix) == (
        "Bereikt is niet te berekenen: van geen enkele groep staat er een getal."
    )


def test_at_least_is_never_rounded_up() -> None:
    found = view(kaart(ARABIC), home=gemeente(people={"ar": 676, "ti": 324}))
    assert row(found).share_in_words == "≥67%"


def test_a_question_mark_stands_only_where_all_is_open() -> None:
    dutch = service(talen=["nl"], tolkinzet="geen")
    matrix = view(
        kaart(dutch, service(id="b", talen=["ti"], gecontroleerd_op="2019")),
        home=gemeente(people={"ar": 300, "ti": 100}),
    ).matrix
    assert [matrix.cell["preventie", code].reach for code in ("ar", "ti")] == [
        Reach.DUTCH_ENGLISH, Reach.DUTCH_ENGLISH
    ]  # fmt: skip
    assert matrix.row["preventie"].share_in_words == "0%"
    assert Row(id="x", name="X", share=0, open_share=25).share_in_words == "≥0%"
    assert Row(id="x", name="X", share=0, open_share=100).share_in_words == "?"
