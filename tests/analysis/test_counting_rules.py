"""Counting: members an informant lists are evidence; what a kaart does not list is unknown until it is complete."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.counting_rules import judge_coverage
from psoh_cli.analysis.finding import RuleResult
from psoh_cli.interview.answers import Informant
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.vocabulary import Verdict

MEMBERS = make.question("leden", soort="meerkeuze", opties=make.options("ggd", "ggz", "welzijn", "school"))
SPOKEN = make.question("talen", soort="meerkeuze", opties=make.options("ar", "ti", "so", "anders"))


def judge(*informants: Informant, on: Kaart | None = None, **rule: Any) -> RuleResult:
    known = {"soort": "dekking", "eenheid": "procent", "voldaan_vanaf": 75, "deels_vanaf": 40}
    knowledge = make.catalogue(questions=(MEMBERS, SPOKEN))
    return judge_coverage(
        CoverageCriterion.model_validate(known | rule), picture=make.picture(knowledge, *informants, on=on)
    )


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((), Verdict.UNKNOWN),
        (("weet-niet",), Verdict.UNKNOWN),
        ((["ggd", "ggz", "welzijn"],), Verdict.MET),
        ((["ggd", "ggz"],), Verdict.PARTLY),
        ((["ggd"],), Verdict.MISSING),
        ((["anders"],), Verdict.MISSING),
        ((["ggd", "ggz", "welzijn"], ["ggd", "ggz", "welzijn", "anders"]), Verdict.MET),
        ((["ggd", "ggz", "welzijn"], ["ggd", "ggz", "school"]), Verdict.PARTLY),
    ],
)
def test_members(answers: tuple[Any, ...], verdict: Verdict) -> None:
    rule: dict[str, Any] = {
        "over": "ketenpartners",
        "vraag": "leden",
        "verwacht": ["ggd", "ggz", "welzijn", "school"],
    }
    assert judge(*make.said("leden", *answers), **rule).verdict is verdict


def layered(*layers: str | None, **fields: Any) -> tuple[Service, ...]:
    return tuple(make.service(f"d{number}", iasc_laag=layer, **fields) for number, layer in enumerate(layers))


ALL_LAYERS = ("laag-1", "laag-2", "laag-3", "laag-4")


@pytest.mark.parametrize(
    ("services", "complete", "verdict"),
    [
        ((), {}, Verdict.UNKNOWN),
        (layered(None, None), {}, Verdict.UNKNOWN),
        (layered(*ALL_LAYERS), {}, Verdict.MET),
        (layered(*ALL_LAYERS, gecontroleerd_op=make.STALE), {}, Verdict.PARTLY),
        (layered("laag-1", "laag-2"), {}, Verdict.PARTLY),
        (layered("laag-1"), {}, Verdict.PARTLY),  # less than half, but what is not listed may exist
        (layered("laag-1"), {"alles": ""}, Verdict.MISSING),
        (layered("laag-1", None), {"alles": ""}, Verdict.PARTLY),  # one without a layer: not closed
        (layered("laag-1", status="gestopt"), {}, Verdict.UNKNOWN),
        ((), {"alles": ""}, Verdict.MISSING),
    ],
)
def test_layers(services: tuple[Service, ...], complete: dict[str, str], verdict: Verdict) -> None:
    rule: dict[str, Any] = {
        "over": "iasc-lagen",
        "verwacht": ALL_LAYERS,
        "eenheid": "aantal",
        "voldaan_vanaf": 4,
        "deels_vanaf": 2,
    }
    assert judge(on=make.kaart(*services, complete=complete), **rule).verdict is verdict


ARABIC = make.service("ar", talen=["ar"])
TIGRINYA = make.service("ti", talen=["nl"], tolkinzet="telefonisch", tolktalen=["ti"])
ANY_LANGUAGE = make.service("tolk", tolkinzet="vast")


@pytest.mark.parametrize(
    ("answers", "services", "complete", "verdict"),
    [
        ((), (ARABIC,), {}, Verdict.UNKNOWN),
        ((["ar", "ti"],), (), {}, Verdict.UNKNOWN),
        ((["ar"],), (ARABIC,), {}, Verdict.MET),
        ((["ar", "ti"],), (ARABIC,), {}, Verdict.PARTLY),
        ((["ar", "ti"],), (ARABIC, TIGRINYA), {}, Verdict.MET),
        ((["ar", "ti"],), (ANY_LANGUAGE,), {}, Verdict.MET),
        ((["ar", "anders"],), (ARABIC,), {}, Verdict.MET),
        ((["anders"],), (ARABIC,), {}, Verdict.UNKNOWN),
        ((["ti"],), (ARABIC,), {}, Verdict.UNKNOWN),
        ((["ti"],), (ARABIC,), {"taal": ""}, Verdict.MISSING),
        ((["ti"],), (ARABIC,), {"taal": "so"}, Verdict.UNKNOWN),
        ((["ar"], ["ar", "ti"]), (ARABIC, TIGRINYA), {}, Verdict.PARTLY),  # they differ on what is spoken
        ((["ar"],), (make.service("oud", talen=["ar"], gecontroleerd_op=make.STALE),), {}, Verdict.PARTLY),
    ],
)
def test_languages(
    answers: tuple[Any, ...], services: tuple[Service, ...], complete: dict[str, str], verdict: Verdict
) -> None:
    rule = {"over": "talen", "vraag": "talen", "voldaan_vanaf": 100, "deels_vanaf": 50}
    kaart = make.kaart(*services, complete=complete)
    assert judge(*make.said("talen", *answers), on=kaart, **rule).verdict is verdict


FILLED = make.service("vol", talen=["ar"], toegang=["vrij"])


@pytest.mark.parametrize(
    ("services", "complete", "verdict"),
    [
        ((), {}, Verdict.UNKNOWN),
        ((make.service("leeg"),), {}, Verdict.UNKNOWN),
        ((make.service("leeg"),), {"alles": ""}, Verdict.UNKNOWN),  # an empty field is never a no
        ((FILLED,), {}, Verdict.MET),
        ((FILLED, make.service("leeg")), {}, Verdict.UNKNOWN),
        ((FILLED, *(make.service(f"leeg{number}") for number in range(9))), {}, Verdict.UNKNOWN),
        ((FILLED, FILLED.model_copy(update={"id": "half", "access": ()})), {}, Verdict.MET),
    ],
)
def test_empty_fields_are_unknown_and_never_a_gap(
    services: tuple[Service, ...], complete: dict[str, str], verdict: Verdict
) -> None:
    kaart = make.kaart(*services, complete=complete)
    assert judge(on=kaart, over="velden", verwacht=["talen", "toegang"]).verdict is verdict


def test_a_percentage_is_never_rounded_up_to_its_threshold() -> None:
    services = [make.service(f"v{number}", talen=["ar"]) for number in range(74)]
    services += [make.service(f"l{number}") for number in range(25)]
    result = judge(on=make.kaart(*services), over="velden", verwacht=["talen"])
    assert result.verdict is Verdict.UNKNOWN
    assert "74%" in result.reason
    assert "Een leeg veld is onbekend en geen gemis. Vul aan: talen (bij 25 van 99)." in result.reason


def test_partners_that_are_not_confirmed_any_more_are_partly() -> None:
    own = (
        make.organization("ggd"),
        make.organization("ggz", ketenpartner="ggz", gecontroleerd_op=make.STALE),
    )
    result = judge(on=make.kaart(organizations=own), over="ketenpartners", verwacht=["ggd", "ggz"])
    assert result.verdict is Verdict.PARTLY
    assert "Niet meer bevestigd: ggz." in result.reason


@pytest.mark.parametrize(
    ("day", "verdict"), [("2025-11-21", Verdict.MISSING), ("2025-11-20", Verdict.UNKNOWN)]
)
def test_an_old_declaration_does_not_close_the_world(day: str, verdict: Verdict) -> None:
    declared = {"datum": day, "door": "de beheerder"}
    kaart = Kaart.model_validate(
        {"complete": [declared | {"onderwerp": "alles"}], "services": [make.service("s", iasc_laag="laag-1")]}
    )
    layers = judge(on=kaart, over="iasc-lagen", verwacht=["laag-2", "laag-3"])
    partners = judge(on=kaart, over="ketenpartners", verwacht=["ggd", "ggz"])
    said = judge(*make.said("talen", ["ti"]), on=kaart.model_copy(update={"services": (ARABIC,)}), over="talen",
                 vraag="talen")  # fmt: skip
    assert {layers.verdict, partners.verdict, said.verdict} == {verdict}
    old = "e verklaring van de beheerder (20 november 2025) is ouder dan 12 maanden (afgeleid)"
    for result in (layers, partners, said):
        assert (old in result.reason) is (verdict is Verdict.UNKNOWN)


@pytest.mark.parametrize(
    ("names", "complete", "verdict"),
    [
        ((), {}, Verdict.UNKNOWN),
        (("ggd", "ggz"), {}, Verdict.MET),
        (("ggd",), {}, Verdict.PARTLY),
        ((), {"ketenpartner": ""}, Verdict.MISSING),
    ],
)
def test_partners_on_the_kaart(names: tuple[str, ...], complete: dict[str, str], verdict: Verdict) -> None:
    own = tuple(make.organization(name, ketenpartner=name) for name in names)
    kaart = make.kaart(organizations=own, complete=complete)
    assert judge(on=kaart, over="ketenpartners", verwacht=["ggd", "ggz"]).verdict is verdict
