"""Services: a fit is enough, a lapsed one is *deels*, and only a closed world knows that there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.filters import FIELDS
from psoh_cli.analysis.finding import EvidenceKind, RuleResult
from psoh_cli.analysis.service_rules import judge_service
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.practice import ServiceCriterion
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.vocabulary import Verdict

WANTED = {"soort_aanbod": ("inloop",), "toegang": ("vrij",)}
WALK_IN = {"soort_aanbod": ["inloop"], "toegang": ["vrij"]}
FITS = make.service("a", **WALK_IN)
LAPSED = make.service("b", **WALK_IN, gecontroleerd_op=make.STALE)
NEVER = make.service("c", **WALK_IN, gecontroleerd_op="onbekend")
CLOSED = make.service("d", **WALK_IN, status="gestopt")
HALF_FILLED = make.service("e", soort_aanbod=["inloop"])
OTHER = make.service("f", soort_aanbod=["groep"], toegang=["aanmelding"])
NOT_SURE = make.service("g", **WALK_IN, status="onbekend")
EMPTY = make.service("h")
WALK_IN_COMPLETE = {"soort_aanbod": "inloop"}


def judge(kaart: Kaart, minimum: int = 1, wanted: Mapping[str, tuple[str, ...]] = WANTED) -> RuleResult:
    rule = ServiceCriterion.model_validate(make.present(minimum, **wanted))
    return judge_service(rule, picture=make.picture(make.catalogue(), on=kaart))


@pytest.mark.parametrize(
    ("services", "complete", "verdict"),
    [
        ((), {}, Verdict.UNKNOWN),
        ((OTHER,), {}, Verdict.UNKNOWN),
        ((EMPTY,), {}, Verdict.UNKNOWN),
        ((FITS,), {}, Verdict.MET),
        ((FITS, LAPSED), {}, Verdict.MET),
        ((LAPSED,), {}, Verdict.PARTLY),
        ((NEVER,), {}, Verdict.PARTLY),
        ((LAPSED,), WALK_IN_COMPLETE, Verdict.PARTLY),
        ((CLOSED,), {}, Verdict.UNKNOWN),
        ((), WALK_IN_COMPLETE, Verdict.MISSING),
        ((OTHER,), WALK_IN_COMPLETE, Verdict.MISSING),
        ((OTHER,), {"soort_aanbod": ""}, Verdict.MISSING),
        ((OTHER,), {"alles": ""}, Verdict.MISSING),
        ((CLOSED,), WALK_IN_COMPLETE, Verdict.MISSING),
        ((EMPTY,), WALK_IN_COMPLETE, Verdict.MISSING),  # declared: all walk-ins are on the kaart as walk-ins
        ((HALF_FILLED,), WALK_IN_COMPLETE, Verdict.UNKNOWN),  # a walk-in of which the access is not filled in
        ((NOT_SURE,), WALK_IN_COMPLETE, Verdict.UNKNOWN),
        ((OTHER,), {"soort_aanbod": "groep"}, Verdict.UNKNOWN),
        ((OTHER,), {"taal": "ar"}, Verdict.UNKNOWN),
    ],
)
def test_verdicts(services: tuple[Service, ...], complete: dict[str, str], verdict: Verdict) -> None:
    assert judge(make.kaart(*services, complete=complete)).verdict is verdict


@pytest.mark.parametrize(
    ("services", "verdict"),
    [
        ((FITS,), Verdict.PARTLY),
        ((FITS, LAPSED), Verdict.PARTLY),
        ((FITS, make.service("a2", **WALK_IN)), Verdict.MET),
    ],
)
def test_a_minimum_counts_what_is_confirmed(services: tuple[Service, ...], verdict: Verdict) -> None:
    assert judge(make.kaart(*services), minimum=2).verdict is verdict


def test_any_value_of_a_list_must_be_declared() -> None:
    wanted = {"soort_aanbod": ("maatje", "sport")}
    assert (
        judge(make.kaart(OTHER, complete={"soort_aanbod": "maatje"}), wanted=wanted).verdict
        is Verdict.UNKNOWN
    )
    assert judge(make.kaart(OTHER, complete={"soort_aanbod": ""}), wanted=wanted).verdict is Verdict.MISSING


def test_the_partner_type_comes_from_the_organization() -> None:
    ggz = make.organization("ggz-huis", ketenpartner="ggz")
    trained = make.service("t", organisatie="ggz-huis", cultuursensitief_getraind="ja")
    wanted = {"ketenpartner": ("ggz",), "cultuursensitief_getraind": ("ja",)}
    assert judge(make.kaart(trained, organizations=(ggz,)), wanted=wanted).verdict is Verdict.MET
    assert (
        judge(make.kaart(trained, organizations=(make.organization("ggz-huis"),)), wanted=wanted).verdict
        is Verdict.UNKNOWN
    )


def test_the_evidence_tells_what_was_looked_for_and_who_declared_it() -> None:
    kinds = [piece.kind for piece in judge(make.kaart(OTHER, complete=WALK_IN_COMPLETE)).evidence]
    assert kinds == [EvidenceKind.SEARCHED, EvidenceKind.DECLARATION]
    found = judge(make.kaart(LAPSED, FITS))
    assert [piece.entry for piece in found.evidence] == ["a", "b"]  # what is confirmed stands first
    assert "niet meer bevestigd" in judge(make.kaart(LAPSED)).reason


@pytest.mark.parametrize(
    ("field", "fields", "values"),
    [
        ("toegang", {"toegang": ["onbekend"]}, ()),
        ("toegang", {"toegang": ["vrij", "onbekend"]}, ("vrij",)),
        ("tolkinzet", {}, ()),
        ("tolkinzet", {"tolkinzet": "geen"}, ("geen",)),
        ("cultuursensitief_getraind", {"cultuursensitief_getraind": "onbekend"}, ()),
        ("kosten_client", {"kosten_client": "gratis"}, ("gratis",)),
        ("wachttijd_weken", {"wachttijd": {"weken": 0}}, ("0",)),
        ("wachttijd_weken", {}, ()),
        ("leeftijd", {"leeftijd": {"van": 12}}, ("12-",)),
    ],
)
def test_unknown_is_no_value(field: str, fields: dict[str, Any], values: tuple[str, ...]) -> None:
    assert FIELDS[field](make.service(**fields), Kaart()) == values


def test_every_field_of_the_knowledge_can_be_read() -> None:
    catalogue, _ = read_catalogue()
    assert {item.field for item in catalogue.kaart_fields} <= FIELDS.keys()
    wanted = {
        field
        for practice in catalogue.practices
        for rule in practice.criteria
        if isinstance(rule, ServiceCriterion)
        for field in rule.filter
    }
    assert wanted <= FIELDS.keys()


@pytest.mark.parametrize(
    ("subject", "day", "verdict"),
    [
        ("soort_aanbod", "2025-11-21", Verdict.MISSING),
        ("soort_aanbod", "2025-11-20", Verdict.UNKNOWN),
        ("alles", "2025-11-20", Verdict.UNKNOWN),
    ],
)
def test_an_old_declaration_leaves_the_world_open(subject: str, day: str, verdict: Verdict) -> None:
    declared = {"onderwerp": subject, "datum": day, "door": "beheerder"}
    result = judge(Kaart.model_validate({"services": (OTHER,), "complete": [declared]}))
    assert result.verdict is verdict
    old = "maar de verklaring van beheerder (20 november 2025) is ouder dan 12 maanden (afgeleid)."
    assert (old in result.reason) is (verdict is Verdict.UNKNOWN)
    assert any(piece.kind is EvidenceKind.DECLARATION for piece in result.evidence) is (
        verdict is Verdict.MISSING
    )
