"""What comes nearest where nobody speaks the language, and what it lacks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.kaart.samples import declared, gemeente, kaart, many_services, service
from tests.kaart.views import view

from psoh_cli.kaart.coverage_alternatives import Alternative, AlternativeKind
from psoh_cli.kaart.coverage_columns import Per
from psoh_cli.kaart.coverage_words import alternative_line, no_alternative
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.reach import Reach

INTERPRETED = {"talen": ["nl"], "tolkinzet": "vast"}
DUTCH = {"talen": ["nl"], "tolkinzet": "geen"}
ARABIC = {"talen": ["ar"], "tolkinzet": "geen"}


def near(*services: Service, per: Per = Per.LANGUAGE, column: str = "ti") -> tuple[Alternative, ...]:
    return view(kaart(*services), per=per).near("preventie", column)


@pytest.mark.parametrize(
    ("fields", "kind", "missing"),
    [
        (
            {"talen": ["ti"], "gecontroleerd_op": "2024-11-12"},
            "niet meer bevestigd",
            "een bevestiging dat het nog klopt (laatst bevestigd: 12 november 2024); dan is het: eigen taal",
        ),
        (
            {"talen": ["ti"], "gecontroleerd_op": "onbekend"},
            "niet meer bevestigd",
            "een bevestiging dat het nog klopt (nog nooit bevestigd); dan is het: eigen taal",
        ),
        ({"talen": ["nl"]}, "niet alles is ingevuld", "een antwoord: of er een tolk is, is niet bekend"),
        (
            {"talen": ["ti"], "ketenstappen": ["overdracht"]},
            "in een stap ernaast",
            "hulp in deze stap zelf; deze dienst helpt bij ‘Overdracht’ (eigen taal)",
        ),
        (DUTCH, "alleen in het Nederlands of Engels", "een professionele tolk voor het Tigrinya"),
        (
            ARABIC,
            "voor anderen",
            "iemand die Tigrinya spreekt, of een professionele tolk; nu spreekt men er Arabisch",
        ),
        (
            {"talen": ["ti"], "ketenstappen": []},
            "zonder ketenstap",
            "een ketenstap: er staat niet bij in welke stap deze dienst helpt",
        ),
    ],
)
def test_each_way_of_being_near(fields: dict[str, Any], kind: str, missing: str) -> None:
    (found,) = near(service(**fields))
    assert (found.kind.value, found.missing) == (kind, missing)


@pytest.mark.parametrize(
    "fields",
    [
        {"talen": ["ti"]},
        {"talen": ["ti"], "status": "gestopt"},
        {"talen": ["ar"], "status": "gestopt"},
        {"talen": ["ar"], "tolkinzet": "geen", "doelgroepen": ["professionals"]},
    ],
)
def test_nothing_is_near_where_it_is_there_or_where_nobody_is_helped(fields: dict[str, Any]) -> None:
    assert near(service(**fields)) == ()


def test_a_step_further_away_is_not_near() -> None:
    found = view(kaart(service(talen=["ti"], ketenstappen=["toeleiden"])))
    assert found.near("overdracht", "ti") == ()
    assert "geen dienst die in de buurt komt" in no_alternative(found.matrix.cell["overdracht", "ti"])


def test_the_nearest_comes_first_and_at_most_three_do() -> None:
    found = near(
        service(id="a", naam="A", **ARABIC),
        service(id="b", naam="B", **DUTCH),
        service(id="c", naam="C", talen=["ti"], ketenstappen=["toeleiden"]),
        service(id="d", naam="D", talen=["ti"], gecontroleerd_op="2019"),
        service(id="e", naam="E", talen=["ti"], ketenstappen=["overdracht"]),
    )
    assert [(item.service, item.kind) for item in found] == [
        ("d", AlternativeKind.NOT_CONFIRMED),
        ("e", AlternativeKind.NEIGHBOUR),
        ("b", AlternativeKind.DUTCH_ENGLISH),
    ]


def test_of_two_steps_the_own_language_goes_first_and_then_the_step_before() -> None:
    before = service(id="a", naam="A", **INTERPRETED, ketenstappen=["overdracht"])
    after = service(id="b", naam="B", talen=["ti"], ketenstappen=["toeleiden"])
    assert [item.service for item in near(before, after)] == ["b"]
    earlier = service(id="c", naam="C", talen=["ti"], ketenstappen=["overdracht"])
    assert [item.service for item in near(before, after, earlier)] == ["c"]


def test_of_two_unconfirmed_the_one_that_would_reach_best_comes_first() -> None:
    (found,) = near(
        service(id="a", naam="A", **INTERPRETED, gecontroleerd_op="2019"),
        service(id="b", naam="B", talen=["ti"], gecontroleerd_op="2019"),
    )
    assert found.service == "b"


def test_where_an_interpreter_helps_only_the_own_language_is_better() -> None:
    found = near(
        service(id="a", naam="A", **INTERPRETED),
        service(id="b", naam="B", talen=["nl"]),
        service(id="c", naam="C", **INTERPRETED, ketenstappen=["overdracht"]),
        service(id="d", naam="D", talen=["ti"], ketenstappen=["toeleiden"]),
    )
    assert [item.service for item in found] == ["d"]  # "a" helps already


@pytest.mark.parametrize(
    ("per", "column", "fields", "missing"),
    [
        (Per.AGE, "12-17", {"leeftijd": {"van": "18"}}, "plek voor 12-17 jaar; deze dienst is er vanaf 18 jaar"),
        (
            Per.AGE, "65+", {"leeftijd": {"van": "12", "tot": "17"}, "doelgroepen": ["jongeren"]},
            "plek voor 65+ jaar; deze dienst is er voor jongeren, van 12 tot en met 17 jaar",
        ),
        (Per.AGE, "65+", {"leeftijd": {"tot": "11"}}, "plek voor 65+ jaar; deze dienst is er tot en met 11 jaar"),
        (Per.AREA, "Oost", {"werkgebied": ["Centrum"]}, "aanbod in Oost; deze dienst werkt in Centrum"),
        (Per.LAYER, "laag-1", {"iasc_laag": "laag-2"}, "een dienst in de laag ‘Basis’; deze hoort bij ‘Steun’"),
        (
            Per.TARGET_GROUP, "kinderen", {"doelgroepen": ["volwassenen"]},
            "plek voor kinderen; deze dienst is er voor volwassenen",
        ),
    ],
)  # fmt: skip
def test_for_another_age_area_layer_or_group(
    per: Per, column: str, fields: dict[str, Any], missing: str
) -> None:
    (found,) = near(service(talen=["ti"], **fields), per=per, column=column)
    assert (found.kind, found.missing) == (AlternativeKind.OTHERS, f"{missing} (eigen taal)")


@pytest.mark.parametrize(
    ("per", "column", "asks"),
    [
        (Per.AGE, "12-17", "is de dienst er voor 12-17 jaar?"),
        (Per.AREA, "Oost", "werkt de dienst ook in Oost?"),
        (Per.LAYER, "laag-1", "bij welke laag hoort de dienst?"),
        (Per.TARGET_GROUP, "vrouwen", "is de dienst er ook voor vrouwen?"),
    ],
)
def test_an_empty_field_asks_its_question(per: Per, column: str, asks: str) -> None:
    (found,) = near(service(talen=["ti"], werkgebied=[]), per=per, column=column)
    assert found.missing == f"een antwoord op de vraag: {asks}"


def test_a_line_names_the_organization_unless_the_service_does() -> None:
    here = view(kaart(service(naam="Groep", **DUTCH)))
    (found,) = here.near("preventie", "ti")
    assert alternative_line(found, view=here).startswith(
        "Groep (Huis): alleen in het Nederlands of Engels. Nodig is een"
    )
    own = view(kaart(service(naam="Groep van Huis", **DUTCH)))
    assert alternative_line(found, view=own).startswith("Groep van Huis: alleen")


@given(many_services())
def test_what_is_near_stands_on_the_kaart_in_whatever_order_and_never_where_the_language_is_spoken(
    found: tuple[Service, ...],
) -> None:
    home = gemeente(people={"ti": 120, "so": None})
    here = view(kaart(*found, complete=[declared()]), home=home)
    assert view(kaart(*reversed(found), complete=[declared()]), home=home).alternatives == here.alternatives
    for cell in here.matrix.cells:
        listed = here.near(cell.step, cell.column)
        assert {item.service for item in listed} <= set(here.kaart.service)
        assert len({item.kind for item in listed}) == len(listed) <= 3
        if cell.reach is Reach.OWN_LANGUAGE:
            assert listed == ()
