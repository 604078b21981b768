"""Every rule of the plan with what it accepts and what it does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.plan.world import AS_OF, catalogue, decision, practice, proposal, source

from psoh_cli.plan.action import Quarter
from psoh_cli.plan.plan import Entry, PlanFile
from psoh_cli.plan.rules import RULES, check
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.codes_plan import CODES
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.refused import RefusedError

KNOWN = catalogue(
    practice("bp-regie"),
    practice("bp-visie"),
    funding_sources=(
        source("gemeente-wmo"),
        source("fonds", structureel="nee"),
        source("tot-de-laatste-dag", loopt_tot="2027-06-30"),
        source("spuk-gala", loopt_tot="2026-12-31", structureel="nee"),
        source("voorbij", loopt_tot="2026-11-20", structureel="nee"),
    ),
)
Case = tuple[Entry, ...]


def proposed(name: str = "m-regie", **changes: Any) -> Entry:
    return Entry(id=name, proposal=proposal(**changes))


def decided(name: str = "m-regie", *, voorstel: dict[str, Any] | None = None, **changes: Any) -> Entry:
    return Entry.model_validate(
        {"id": name, "voorstel": proposal(**(voorstel or {})), "besluit": decision(**changes)}
    )


def costing(**cost: Any) -> Entry:
    return decided(kosten={"bedrag": 10, "zekerheid": "raming", "soort": "incidenteel", **cost})


def estimated(**cost: Any) -> Entry:
    return Entry.model_validate(
        {
            "id": "m-regie",
            "voorstel": proposal(),
            "eigen_inschatting": {"waarom": "Zo.", "kosten": cost},
        }
    )


PAST_MONEY = {"bedrag": 10, "zekerheid": "raming", "soort": "incidenteel", "financiering": "voorbij"}

GOOD: Case = (
    decided(
        kosten={"bedrag": 10, "zekerheid": "raming", "soort": "structureel", "financiering": "gemeente-wmo"},
        indicatoren=[{"indicator": "bereik"}],
    ),
    proposed("m-b"),
)

CASES: dict[str, tuple[Case, Case, tuple[str | int, ...]]] = {
    "PLAN001": (
        (proposed("m-a"), proposed("m-b")),
        (proposed("m-a"), proposed("m-a")),
        ("maatregelen", 1, "id"),
    ),
    "PLAN002": ((decided(),), (decided(eigenaar=None),), ("maatregelen", 0, "besluit")),
    "PLAN003": (
        (decided(begin="2027-K2", eind="2027-K2"),),
        (decided(begin="2027-K2", eind="2027-K1"),),
        ("maatregelen", 0, "besluit", "eind"),
    ),
    "PLAN004": (
        (decided(datum="2026-11"), decided("m-b", datum="2026-11-21")),
        (decided(datum="2026-11-22"),),
        ("maatregelen", 0, "besluit", "datum"),
    ),
    "PLAN005": (
        (proposed("m-a", na=["m-b"]), proposed("m-b")),
        (proposed("m-a", na=["m-regi"]), proposed("m-regie")),
        ("maatregelen", 0, "voorstel", "na", 0),
    ),
    "PLAN006": (
        (decided("m-a", voorstel={"na": ["m-b"]}, begin="2027-K3", eind="2027-K3"), proposed("m-b")),
        (decided("m-a", voorstel={"na": ["m-b"]}, begin="2027-K2", eind="2027-K3"), proposed("m-b")),
        ("maatregelen", 0, "besluit", "begin"),
    ),
    "PLAN007": (
        (proposed("m-a", na=["m-b"]), proposed("m-b")),
        (proposed("m-a", na=["m-b"]), proposed("m-b", na=["m-a"]), proposed("m-c", na=["m-a"])),
        ("maatregelen", 0, "voorstel", "na"),
    ),
    "PLAN008": (
        (costing(financiering="gemeente-wmo"),),
        (costing(financiering="gemeente-wm"),),
        ("maatregelen", 0, "besluit", "kosten", "financiering"),
    ),
    "PLAN009": (
        (costing(financiering="fonds"), costing(financiering="tot-de-laatste-dag")),
        (costing(financiering="spuk-gala"),),
        ("maatregelen", 0, "besluit", "kosten", "financiering"),
    ),
    "PLAN010": (
        (costing(financiering="fonds"), costing(soort="structureel", financiering="gemeente-wmo")),
        (costing(soort="structureel", financiering="fonds"),),
        ("maatregelen", 0, "besluit", "kosten", "financiering"),
    ),
    "PLAN011": (
        (decided(gekozen_praktijk="bp-regie"),),
        (decided(gekozen_praktijk="bp-regi"),),
        ("maatregelen", 0, "besluit", "gekozen_praktijk"),
    ),
    "PLAN012": (
        (decided(gekozen_praktijk="bp-regie"),),
        (decided(gekozen_praktijk="bp-visie"),),
        ("maatregelen", 0, "besluit", "gekozen_praktijk"),
    ),
    "PLAN013": (
        (decided(indicatoren=[{"indicator": "bereik"}]),),
        (decided(indicatoren=[{"indicator": "berijk"}]),),
        ("maatregelen", 0, "besluit", "indicatoren", 0, "indicator"),
    ),
    "PLAN014": (
        (proposed(), proposed("m-b", praktijken=["bp-weg"], vervallen="Geregeld.")),
        (proposed(praktijken=["bp-weg"]),),
        ("maatregelen", 0, "voorstel", "praktijken"),
    ),
    "PLAN015": (
        (decided(), decided("m-b", voorstel={"vervallen": "Geregeld."}, status="afgerond")),
        (decided(voorstel={"vervallen": "Geregeld."}),),
        ("maatregelen", 0, "besluit"),
    ),
    "PLAN016": (
        (
            decided(begin="2026-K3", eind="2026-K4"),
            decided("m-b", begin="2026-K1", eind="2026-K1", status="afgerond"),
        ),
        (decided(begin="2026-K2", eind="2026-K3", status="loopt"),),
        ("maatregelen", 0, "besluit", "status"),
    ),
    "PLAN017": ((decided(),), (decided(besloten_op=None),), ("maatregelen", 0, "besluit")),
    "PLAN018": (
        (decided(soort="afgewezen", waarom="Te duur."), decided("m-b")),
        (decided(soort="afgewezen"),),
        ("maatregelen", 0, "besluit"),
    ),
    "PLAN019": (
        (costing(zekerheid="aanname"), costing(bedrag=None, zekerheid="onbekend")),
        (costing(zekerheid="onbekend"),),
        ("maatregelen", 0, "besluit", "kosten", "bedrag"),
    ),
    "PLAN020": (
        (
            costing(financiering="spuk-gala"),
            decided("m-b", status="afgerond", kosten=PAST_MONEY),
            decided("m-c", soort="afgewezen", waarom="Te duur.", kosten=PAST_MONEY),
            decided("m-d", begin="2026-K2", eind="2026-K3", status="afgerond", kosten=PAST_MONEY),
        ),
        (estimated(**PAST_MONEY),),
        ("maatregelen", 0, "eigen_inschatting", "kosten", "financiering"),
    ),
    "PLAN021": (
        (
            decided(indicatoren=[{"indicator": "bereik"}]),
            decided("m-b", voorstel={"indicatoren": ["bereik"]}),
            decided("m-c", soort="afgewezen", waarom="Te duur."),
        ),
        (decided(),),
        ("maatregelen", 0, "besluit"),
    ),
    "PLAN022": (
        (
            decided(),
            decided("m-b", voorstel={"begin": None, "eind": None}, soort="uitgesteld", waarom="Later."),
        ),
        (decided(voorstel={"begin": None, "eind": None}, begin="2027-K1"),),
        ("maatregelen", 0, "besluit"),
    ),
    "PLAN023": (
        (
            decided("m-a", voorstel={"na": ["m-b"]}),
            decided("m-b", soort="uitgesteld", waarom="Later."),
            decided("m-c", voorstel={"na": ["m-d"]}, status="afgerond"),
            decided("m-d", soort="afgewezen", waarom="Te duur."),
        ),
        (decided("m-a", voorstel={"na": ["m-b"]}), decided("m-b", soort="afgewezen", waarom="Te duur.")),
        ("maatregelen", 0, "voorstel", "na", 0),
    ),
    "PLAN024": (
        (decided(indicatoren=[{"indicator": "bereik"}]),),
        (decided(indicatoren=[{"indicator": "bereik"}, {"indicator": "bereik"}]),),
        ("maatregelen", 0, "besluit", "indicatoren", 1, "indicator"),
    ),
    "PLAN025": (
        (decided(begin="2026-K4", eind="2027-K1", status="afgerond"), decided("m-b", status="niet-begonnen")),
        (decided(begin="2027-K1", eind="2027-K1", status="afgerond"),),
        ("maatregelen", 0, "besluit", "status"),
    ),
    "PLAN026": (
        (
            decided(begin="2026-K4", eind="2027-K1", status="niet-begonnen"),
            decided("m-b", begin="2026-K3", eind="2027-K1", status="gestart"),
            decided("m-c", begin="2026-K2", eind="2026-K3", status="niet-begonnen"),
        ),
        (decided(begin="2026-K3", eind="2026-K4", status="niet-begonnen"),),
        ("maatregelen", 0, "besluit", "status"),
    ),
}


def found(entries: Case, *, known: Catalogue = KNOWN, as_of: date | None = AS_OF) -> dict[str, Problem]:
    plan = PlanFile(format="1", knowledge_version="t1", entries=entries)
    places: dict[tuple[int, int], tuple[str | int, ...]] = {}

    def place(path: tuple[str | int, ...]) -> tuple[int, int]:
        where = (len(places) + 1, 1)
        places[where] = path
        return where

    problems = list(check(plan, catalogue=known, as_of=as_of, file="plan.yaml", place=place))
    for problem in problems:
        object.__setattr__(problem, "hint", f"{problem.hint}\n{places[problem.line, problem.column]}")
    return {problem.code: problem for problem in problems}


def test_every_code_has_a_rule_and_a_case() -> None:
    assert [code.code for code in CODES] == sorted(CASES)
    own = [rule for rule in RULES if (rule.__doc__ or "").startswith("PLAN")]
    assert [(rule.__doc__ or "").partition(":")[0] for rule in own] == [code.code for code in CODES]


def test_a_good_plan_has_no_problem() -> None:
    assert found(GOOD) == {}


@pytest.mark.parametrize("code", CASES)
def test_what_is_good_passes(code: str) -> None:
    assert code not in found(CASES[code][0])


@pytest.mark.parametrize("code", CASES)
def test_what_is_bad_is_found_in_its_place(code: str) -> None:
    _, bad, path = CASES[code]
    problem = found(bad)[code]
    severities = {item.code: item.severity for item in CODES}
    assert problem.severity is severities[code]
    assert problem.file == "plan.yaml"
    assert problem.hint.endswith(str(path))


@pytest.mark.parametrize(
    ("code", "meant"),
    [("PLAN005", "m-regie"), ("PLAN008", "gemeente-wmo"), ("PLAN011", "bp-regie"), ("PLAN013", "bereik")],
)
def test_a_typing_error_gets_a_suggestion(code: str, meant: str) -> None:
    assert f"Bedoelt u '{meant}'?" in found(CASES[code][1])[code].hint


@pytest.mark.parametrize("code", ["PLAN004", "PLAN016"])
def test_without_a_day_nothing_is_judged_on_its_date(code: str) -> None:
    assert code not in found(CASES[code][1], as_of=None)


def test_a_circle_is_reported_once() -> None:
    entries = CASES["PLAN007"][1]
    plan = PlanFile(format="1", knowledge_version="t1", entries=entries)
    problems = check(plan, catalogue=KNOWN, as_of=AS_OF, file="plan.yaml", place=lambda path: (1, 1))
    assert [problem.message for problem in problems if problem.code == "PLAN007"] == [
        "deze maatregelen wachten op elkaar: m-a en m-b"
    ]


def test_a_rejected_decision_needs_no_money_and_no_proposal() -> None:
    cost = {"bedrag": 10, "soort": "incidenteel", "financiering": "weg"}
    rejected = decided(soort="afgewezen", waarom="Nee.", voorstel={"vervallen": "Geregeld."}, kosten=cost)
    assert found((rejected,)) == {}


def test_an_estimate_is_judged_as_a_decision_is() -> None:
    assert "PLAN008" in found((estimated(bedrag=10, zekerheid="raming", financiering="weg"),))
    assert "PLAN019" in found((estimated(bedrag=10),))


def test_money_that_ended_is_told_once_as_ended() -> None:
    said = found((costing(financiering="voorbij"),))
    assert "PLAN020" in said
    assert "PLAN009" not in said
    assert "liep tot en met 20 november 2026" in said["PLAN020"].message


def test_what_is_well_on_its_way_may_be_followed() -> None:
    long = decided("m-b", begin="2027-K1", eind="2027-K4")
    follows: dict[str, Any] = {"voorstel": {"na": ["m-b"]}, "eind": "2027-K4"}
    assert "PLAN006" in found((decided("m-a", begin="2027-K2", **follows), long))
    assert "PLAN006" not in found((decided("m-a", begin="2027-K3", **follows), long))


@pytest.mark.parametrize(
    ("quarters", "expected"),
    [
        ({"begin": "2027-K3"}, ("2027-K3", "2027-K4")),
        ({"begin": "2027-K4"}, ("2027-K4", "2028-K1")),
        ({"eind": "2027-K4"}, ("2027-K1", "2027-K4")),
        ({"eind": "2026-K4"}, ("2026-K3", "2026-K4")),
        ({"begin": "2027-K3", "eind": "2027-K3"}, ("2027-K3", "2027-K3")),
        ({}, ("2027-K1", "2027-K2")),
    ],
)
def test_who_decides_on_one_quarter_keeps_the_time_it_takes(
    quarters: dict[str, Any], expected: tuple[str, str]
) -> None:
    entry = decided(
        voorstel={"begin": "2027-K1", "eind": "2027-K2"}, **({"begin": None, "eind": None} | quarters)
    )
    assert (entry.start, entry.end) == expected
    assert "PLAN003" not in found((entry,))


def test_the_line_of_the_first_of_two_is_named() -> None:
    entries = (proposed("m-a"), proposed("m-b"), proposed("m-a"))
    plan = PlanFile(format="1", knowledge_version="1", entries=entries)
    found = check(
        plan, catalogue=KNOWN, as_of=AS_OF, file="plan.yaml", place=lambda path: (int(path[1]) + 7, 1)
    )
    assert [problem.message for problem in found if problem.code == "PLAN001"] == [
        "maatregel 'm-a' staat er twee keer; de eerste staat op regel 7"
    ]


@pytest.mark.parametrize(
    ("typed", "meant", "is_safe"),
    [
        ("K1 2027", "2027-K1", True),
        ("q3-2027", "2027-K3", True),
        ("1e kwartaal 2027", "2027-K1", True),
        ("vierde kwartaal van 2027", "2027-K4", True),
        ("2027 kwartaal 2", "2027-K2", True),
        ("januari 2027", "2027-K1", False),
        ("2027-06", "2027-K2", False),
        ("15-10-2027", "2027-K4", False),
        ("voorjaar 2027", "", False),
        ("2027", "", False),
        ("K5 2027", "", False),
    ],
)
def test_a_quarter_in_another_form_can_be_mended(typed: str, meant: str, is_safe: bool) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Quarter).validate_python(typed)
    raised = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(raised, RefusedError)
    assert (raised.mend, raised.is_safe) == (meant, is_safe)
    assert (meant or "2027-K1") in str(raised)


@pytest.mark.parametrize("typed", ["2027-K1", "2027K1", "2027-Q1", "2027 q1", " 2027-k1 "])
def test_a_quarter_is_kept_in_one_form(typed: str) -> None:
    assert TypeAdapter(Quarter).validate_python(typed) == "2027-K1"


@pytest.mark.parametrize(
    ("typed", "meant"), [("laag", "1"), ("Hoog", "3"), ("120", ""), ("0", ""), ("4", ""), ("1,5", "")]
)
@pytest.mark.parametrize("where", ["voorstel", "eigen_inschatting"])
@pytest.mark.parametrize("field", ["inspanning", "opbrengst"])
def test_effort_and_benefit_stand_on_a_scale(typed: str, meant: str, where: str, field: str) -> None:
    proposed_as = proposal().model_dump(mode="json", by_alias=True)
    content: dict[str, Any] = {"id": "m", "voorstel": proposed_as, "eigen_inschatting": {"waarom": "x"}}
    content[where] = {**content[where], field: typed}
    with pytest.raises(ValidationError) as caught:
        Entry.model_validate(content)
    (error,) = caught.value.errors()
    raised = error["ctx"]["error"]
    assert isinstance(raised, RefusedError)
    assert "op de schaal van 1 tot en met 3" in str(raised)
    assert "120" not in str(raised) or typed == "120"
    assert (raised.mend, raised.is_safe) == (meant, False)
