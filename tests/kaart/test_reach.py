from __future__ import annotations

from typing import Any

import pytest
from tests.kaart.samples import service

from psoh_cli.kaart.reach import ORDER, Reach, language_code, reach_of, serves_age, serves_area
from psoh_cli.vocabulary import AgeGroup

CASES: list[tuple[str, dict[str, Any], Reach | None]] = [
    ("own language", {"talen": ["nl", "ti"]}, Reach.OWN_LANGUAGE),
    ("own language beats interpreter", {"talen": ["ti"], "tolkinzet": "vast"}, Reach.OWN_LANGUAGE),
    ("fixed interpreter for every language", {"talen": ["nl"], "tolkinzet": "vast"}, Reach.INTERPRETER),
    ("interpreter on request", {"tolkinzet": "op-aanvraag"}, Reach.INTERPRETER),
    (
        "interpreter by phone",
        {"talen": ["nl"], "tolkinzet": "telefonisch", "tolktalen": ["ti"]},
        Reach.INTERPRETER,
    ),
    (
        "interpreter for another language",
        {"talen": ["nl"], "tolkinzet": "vast", "tolktalen": ["ar"]},
        Reach.DUTCH_ENGLISH,
    ),
    ("informal interpreting is none", {"talen": ["nl"], "tolkinzet": "informeel"}, Reach.DUTCH_ENGLISH),
    ("English and a known no", {"talen": ["en"], "tolkinzet": "geen"}, Reach.DUTCH_ENGLISH),
    ("Dutch beside another language", {"talen": ["nl", "ar"], "tolkinzet": "geen"}, Reach.DUTCH_ENGLISH),
    ("whether there is an interpreter is unknown", {"talen": ["nl"]}, Reach.UNKNOWN),
    ("nothing filled in", {}, Reach.UNKNOWN),
    ("language unknown, informal", {"tolkinzet": "informeel"}, Reach.UNKNOWN),
    ("another language only", {"talen": ["ar"], "tolkinzet": "geen"}, None),
    ("stopped", {"talen": ["ti"], "status": "gestopt"}, None),
    ("closed for now", {"talen": ["ti"], "status": "tijdelijk-gesloten"}, None),
    ("perhaps stopped", {"talen": ["ti"], "status": "onbekend"}, Reach.UNKNOWN),
    ("for professionals only", {"talen": ["ti"], "doelgroepen": ["professionals"]}, None),
    (
        "for professionals too",
        {"talen": ["ti"], "doelgroepen": ["professionals", "ouders"]},
        Reach.OWN_LANGUAGE,
    ),
]


@pytest.mark.parametrize(
    ("fields", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_reach_of_one_service(fields: dict[str, Any], expected: Reach | None) -> None:
    assert reach_of(service(**fields), language="ti", fresh=True) is expected


@pytest.mark.parametrize(
    "fields", [{"talen": ["ti"]}, {"tolkinzet": "vast"}, {"talen": ["nl"], "tolkinzet": "geen"}]
)
def test_a_stale_service_is_not_confirmed_any_more(fields: dict[str, Any]) -> None:
    assert reach_of(service(**fields), language="ti", fresh=False) is Reach.NOT_CONFIRMED


def test_a_stale_service_of_unknown_language_is_unknown() -> None:
    assert reach_of(service(), language="ti", fresh=False) is Reach.UNKNOWN


def test_people_of_unknown_language_are_never_known_not_to_be_reached() -> None:
    assert reach_of(service(talen=["ar"], tolkinzet="geen"), language="onbekend", fresh=True) is Reach.UNKNOWN


def test_the_order_is_total_and_nothing_is_last() -> None:
    assert set(ORDER) == set(Reach)
    assert len(ORDER) == len(Reach)
    assert ORDER[-2:] == (Reach.UNKNOWN, Reach.NOTHING)


@pytest.mark.parametrize(
    ("fields", "age_group", "expected"),
    [
        ({}, AgeGroup.YOUTH, None),
        ({"leeftijd": {"van": "18"}}, AgeGroup.YOUTH, False),
        ({"leeftijd": {"van": "18"}}, AgeGroup.OLDER, True),
        ({"leeftijd": {"tot": "12"}}, AgeGroup.YOUTH, True),
        ({"leeftijd": {"tot": "0"}}, AgeGroup.CHILDREN, True),
        ({"leeftijd": {"tot": "0"}}, AgeGroup.YOUTH, False),
        ({"leeftijd": {}, "doelgroepen": ["kinderen"]}, AgeGroup.YOUTH, None),
        ({"leeftijd": {}, "doelgroepen": ["kinderen"]}, AgeGroup.OLDER, False),
        ({"leeftijd": {"van": "12"}, "doelgroepen": ["kinderen"]}, AgeGroup.ADULTS, True),
        ({"doelgroepen": ["iedereen"]}, AgeGroup.CHILDREN, True),
        ({"doelgroepen": ["gezinnen"]}, AgeGroup.OLDER, None),
        ({"doelgroepen": ["volwassenen"]}, AgeGroup.YOUTH, False),
        ({"doelgroepen": ["volwassenen", "vrouwen"]}, AgeGroup.YOUTH, None),
        ({"doelgroepen": ["jongeren"]}, AgeGroup.CHILDREN, False),
        ({"doelgroepen": ["vrouwen"]}, AgeGroup.ADULTS, True),
    ],
)
def test_ages(fields: dict[str, Any], age_group: AgeGroup, expected: bool | None) -> None:
    assert serves_age(service(**fields), age_group=age_group) is expected


@pytest.mark.parametrize(
    ("service_area", "expected"),
    [
        ([], None),
        (["GM0505"], True),
        (["GM0505", "Centrum"], True),
        (["centrum"], True),
        (["Oost"], False),
        (["GM0505", "Oost"], False),
        (["Drechtsteden"], True),
    ],
)
def test_areas(service_area: list[str], expected: bool | None) -> None:
    assert (
        serves_area(service(werkgebied=service_area), area="Centrum", areas=("Centrum", "Oost")) is expected
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [("ti", "ti"), ("Tigrinya", "ti"), ("OEKRAÏENS", "uk"), ("oekraiens", "uk"), ("Klingon", "klingon")],
)
def test_a_language_by_code_or_by_name(text: str, code: str) -> None:
    assert language_code(text) == code
