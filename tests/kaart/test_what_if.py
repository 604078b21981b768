"""What closes when a service stops, and what opens when a proposed one starts."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from tests.kaart.samples import declared, gemeente, kaart, many_services, organization, service
from tests.kaart.views import view

from psoh_cli.kaart.coverage_columns import Per
from psoh_cli.kaart.coverage_view import CoverageView
from psoh_cli.kaart.coverage_words import change_line, what_if_words
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.reach import Reach
from psoh_cli.kaart.what_if import WhatIf

TIGRINYA = {"talen": ["ti"], "tolkinzet": "geen"}


def what(found: Kaart, **asked: Any) -> tuple[CoverageView, WhatIf]:
    shown = view(found, **asked)
    assert shown.what_if is not None
    return shown, shown.what_if


def test_without_the_only_one_the_cell_closes() -> None:
    mine = kaart(service(**TIGRINYA, pijlers=["kennis"], interventies=["mind-spring"]))
    shown, found = what(mine, without=frozenset({"dienst"}))
    (change,) = found.closes
    assert (change.step, change.column, change.before, change.after, change.people, change.gone) == (
        "preventie", "ti", Reach.OWN_LANGUAGE, Reach.UNKNOWN, 120, ("dienst",)
    )  # fmt: skip
    assert (found.opens, found.without, found.proposed) == ((), ("dienst",), ())
    assert (found.lost_pillars, found.lost_interventions) == (("kennis",), ("mind-spring",))
    assert (
        change_line(change, view=shown) == "Preventie × Tigrinya (120 statushouders): eigen taal → onbekend"
    )
    assert what_if_words(shown) == (
        "Wat als: zonder Dienst (Huis).",
        "Dan wordt 1 vak slechter bereikt.",
        (
            "De kaart is voor ‘Preventie’ niet volledig verklaard: er kan meer zijn dan erop staat. Daarom is het dan "
            "onbekend."
        ),
        "Geen dienst meer voor pijler: Kennis.",
        "Geen dienst meer met interventie: Mind-Spring.",
    )


def test_where_the_kaart_is_complete_nothing_is_left() -> None:
    mine = kaart(service(**TIGRINYA), complete=[declared()])
    _, found = what(mine, without=frozenset({"dienst"}))
    assert [change.after for change in found.changes] == [Reach.NOTHING]


def test_a_proposal_counts_as_confirmed_and_opens_cells() -> None:
    proposed = service(
        **TIGRINYA, gecontroleerd_op="onbekend", pijlers=["kennis"], interventies=["mind-spring"]
    )
    shown, found = what(kaart(), services=(proposed,))
    assert [(change.before, change.after, change.added) for change in found.opens] == [
        (Reach.UNKNOWN, Reach.OWN_LANGUAGE, ("dienst",))
    ]
    assert (found.won_pillars, found.won_interventions) == (("kennis",), ("mind-spring",))
    assert "telt alsof het loopt en vandaag bevestigd is" in " ".join(what_if_words(shown))
    assert shown.asked.kaart.services == ()


def test_a_proposal_with_a_known_id_takes_its_place() -> None:
    mine = kaart(service(talen=["ar"], tolkinzet="geen"))
    shown, found = what(mine, services=(service(talen=["ar", "ti"], tolkinzet="geen"),))
    assert found.replaced == ("dienst",)
    assert [(change.column, change.after) for change in found.changes] == [("ti", Reach.OWN_LANGUAGE)]
    assert "Vervangt wat er nu op de kaart staat: dienst." in what_if_words(shown)


def test_both_together_and_a_new_organization() -> None:
    proposed = service(id="nieuw", naam="Nieuw", organisatie="elders", **TIGRINYA)
    partner = organization(id="elders", naam="Elders")
    mine = kaart(service(talen=["ar"]))
    shown, found = what(mine, without=frozenset({"dienst"}), services=(proposed,), organizations=(partner,))
    assert [(change.column, change.is_better) for change in found.changes] == [("ar", False), ("ti", True)]
    assert what_if_words(shown)[0] == "Wat als: zonder Dienst (Huis) en met Nieuw (Elders)."


def test_a_cell_that_keeps_one_of_two_becomes_vulnerable() -> None:
    mine = kaart(service(**TIGRINYA), service(id="b", naam="B", **TIGRINYA))
    shown, found = what(mine, without=frozenset({"b"}))
    assert (found.changes, found.newly_single) == ((), (("preventie", "ti"),))
    assert what_if_words(shown)[1:] == (
        "Geen enkel vak wordt daardoor anders bereikt.",
        "Rust daarna op één dienst: Preventie × Tigrinya.",
    )


def test_any_kind_of_column() -> None:
    mine = kaart(service(**TIGRINYA, leeftijd={"van": "12", "tot": "17"}))
    _, found = what(mine, per=Per.AGE, without=frozenset({"dienst"}))
    assert [change.column for change in found.changes] == ["12-17"]


def test_a_language_that_only_a_proposal_speaks_is_a_column_too() -> None:
    mine, proposed = kaart(service(talen=["ar"])), service(id="n", naam="N", talen=["so"])
    shown, found = what(mine, home=gemeente(), services=(proposed,))
    assert [column.id for column in shown.matrix.columns] == ["ar", "onbekend", "so"]
    assert [(change.column, change.after) for change in found.changes if change.column == "so"] == [
        ("so", Reach.OWN_LANGUAGE)
    ]


@given(many_services())
def test_taking_away_never_opens_and_putting_back_undoes_it(found: tuple[Service, ...]) -> None:
    whole = kaart(*found)
    for gone in found[:2]:
        _, change = what(whole, without=frozenset({gone.id}))
        assert not change.opens
        kept = kaart(*(item for item in found if item.id != gone.id))
        assert view(kept).matrix == view(whole, without=frozenset({gone.id})).matrix
