"""Contradictions: both directions of each pair, and silence where both may be right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.clashes import (
    LANGUAGE_TABLE,
    LANGUAGES_QUESTION,
    MEMBERS_QUESTION,
    PROGRAMMES_QUESTION,
    TABLE,
)
from psoh_cli.analysis.filters import FIELDS
from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.kaart.entries import Service
from psoh_cli.practices.practice_files import read_catalogue

CATALOGUE, _ = read_catalogue()
WALK_IN = make.service("inloop", soort_aanbod=["inloop"], toegang=["vrij"])
GROUP = make.service("groep", soort_aanbod=["groep"], toegang=["aanmelding"])


def clashes(
    answers: dict[str, Any],
    *services: Service,
    complete: dict[str, str] | None = None,
    people: dict[str, int | None] | None = None,
) -> tuple[Finding, ...]:
    kaart = make.kaart(*services, complete=complete)
    found = make.analysis(CATALOGUE, make.informant("i", answers), on=kaart, of=make.gemeente(people))
    return found.of_kind(FindingKind.CONTRADICTION)


@pytest.mark.parametrize(
    ("answer", "services", "complete", "clash"),
    [
        ("nee", (WALK_IN,), {}, True),
        ("nee", (GROUP,), {}, False),
        (
            "nee",
            (make.service("oud", soort_aanbod=["inloop"], toegang=["vrij"], gecontroleerd_op=make.STALE),),
            {},
            False,
        ),
        ("deels", (WALK_IN,), {}, False),
        ("weet-niet", (WALK_IN,), {}, False),
        ("ja", (WALK_IN,), {}, False),
        ("ja", (GROUP,), {}, False),
        ("ja", (GROUP,), {"soort_aanbod": "inloop"}, True),
        ("ja", (make.service("half", soort_aanbod=["inloop"]),), {"soort_aanbod": "inloop"}, False),
    ],
)
def test_walk_in(answer: str, services: tuple[Service, ...], complete: dict[str, str], clash: bool) -> None:
    found = clashes({"aanbod-inloop": answer}, *services, complete=complete)
    assert [finding.id for finding in found] == (["gap-tegenspraak-aanbod-inloop"] if clash else [])


def test_a_programme_that_a_complete_kaart_does_not_have() -> None:
    found = clashes(
        {"programmas-nu": ["mind-spring", "maatje"]}, GROUP, complete={"interventie": "mind-spring"}
    )
    assert [finding.about for finding in found] == ["programmas-nu-mind-spring"]
    assert "Mind-Spring" in found[0].title
    assert len(found[0].evidence) == 2
    assert clashes({"programmas-nu": ["mind-spring"]}, GROUP) == ()


def test_no_programmes_beside_one_on_the_kaart() -> None:
    runs = make.service("ms", interventies=["mind-spring"])
    assert [finding.about for finding in clashes({"programmas-nu": ["geen"]}, runs)] == ["programmas-nu-geen"]
    assert clashes({"programmas-nu": ["maatje"]}, runs) == ()


def test_the_own_language_that_no_service_lists() -> None:
    dutch, unfilled = make.service("nl", talen=["nl"]), make.service("leeg")
    found = clashes({"taboe-bijeenkomsten": "ja"}, dutch, unfilled, people={"ti": 20})
    assert [finding.about for finding in found] == ["taboe-bijeenkomsten-taal"]
    assert "Tigrinya" in found[0].title
    assert "niet ingevuld" in found[0].reason
    assert clashes({"taboe-bijeenkomsten": "ja"}, unfilled, people={"ti": 20}) == ()
    assert clashes({"taboe-bijeenkomsten": "ja"}, dutch) == ()  # it is not known which languages are spoken
    assert (
        clashes({"taboe-bijeenkomsten": "ja"}, dutch, make.service("ti", talen=["ti"]), people={"ti": 20})
        == ()
    )


def test_a_member_of_the_board_whom_nobody_lists() -> None:
    answers = {"klankbordgroep-aanwezig": "ja", "klankbordgroep-leden": ["ggz"]}
    ggd = make.organization("de-ggd", ketenpartner="ggd", in_klankbordgroep="ja")
    found = make.analysis(CATALOGUE, make.informant("i", answers), on=make.kaart(organizations=(ggd,)))
    assert [finding.about for finding in found.of_kind(FindingKind.CONTRADICTION)] == [
        "klankbordgroep-leden-de-ggd"
    ]


def test_a_contradiction_shows_both_sides_and_whom_to_ask() -> None:
    finding = clashes({"aanbod-inloop": "nee"}, WALK_IN)[0]
    assert finding.evidence[0].question == "aanbod-inloop"
    assert finding.evidence[1].entry == "inloop"
    assert finding.ask == ("gemeente",)


def test_the_table_speaks_of_things_that_exist() -> None:
    for clash in TABLE:
        question = CATALOGUE.question[clash.question]
        assert {*clash.there, *clash.not_there} <= {option.value for option in question.choices()}
        assert clash.wanted.keys() <= FIELDS.keys()
    asked = {LANGUAGES_QUESTION, PROGRAMMES_QUESTION, MEMBERS_QUESTION, *(name for name, _ in LANGUAGE_TABLE)}
    assert asked <= CATALOGUE.question.keys()
    known = {field.field: field.values for field in CATALOGUE.kaart_fields}
    ids: dict[str, Iterable[str]] = {
        "ketenpartner": CATALOGUE.partner_type, "interventies": CATALOGUE.intervention, "pijlers": CATALOGUE.pillar,
    }  # fmt: skip
    for clash in TABLE:
        for field, values in clash.wanted.items():
            assert set(values) <= set(known.get(field) or ids[field])
