"""Answers: every known one judged by itself, differing ones never *voldaan*, silence never a no."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.answer_rules import judge_answer
from psoh_cli.analysis.finding import RuleResult
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import Verdict

SHAKY_YES = {"antwoord": "ja", "zekerheid": "onzeker"}
SHAKY_NO = {"antwoord": "nee", "zekerheid": "onzeker"}
YES_NO = make.question("regie")
CHOICE = make.question(
    "verdeling", soort="keuze", opties=make.options("lokaal", "regionaal", "bezig", "niet")
)
MANY = make.question(
    "momenten", soort="meerkeuze", opties=make.options("intake", "les", "school", "huisarts", "geen")
)


def judge(question: Question, *answers: Any, **criterion: Any) -> RuleResult:
    rule = AnswerCriterion.model_validate(make.answered(question.id, **criterion))
    return judge_answer(
        rule, picture=make.picture(make.catalogue(questions=(question,)), *make.said(question.id, *answers))
    )


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((), Verdict.UNKNOWN),
        (("weet-niet",), Verdict.UNKNOWN),
        (("weet-niet", "weet-niet"), Verdict.UNKNOWN),
        (("ja",), Verdict.MET),
        (("deels",), Verdict.PARTLY),
        (("nee",), Verdict.MISSING),
        (("ja", "ja"), Verdict.MET),
        (("ja", "weet-niet"), Verdict.MET),
        (("nee", "weet-niet"), Verdict.MISSING),
        (("ja", "nee"), Verdict.PARTLY),
        (("ja", "ja", "nee"), Verdict.PARTLY),
        (("deels", "nee"), Verdict.PARTLY),
        (("ja", "deels"), Verdict.PARTLY),
        (("nee", "nee"), Verdict.MISSING),
        (("niet-van-toepassing",), Verdict.NOT_APPLICABLE),
        (("niet-van-toepassing", "niet-van-toepassing"), Verdict.NOT_APPLICABLE),
        (("niet-van-toepassing", "weet-niet"), Verdict.UNKNOWN),
        (("niet-van-toepassing", "ja"), Verdict.MET),
        ((SHAKY_YES,), Verdict.PARTLY),
        ((SHAKY_YES, "weet-niet"), Verdict.PARTLY),
        ((SHAKY_YES, "ja"), Verdict.PARTLY),
        ((SHAKY_YES, "nee"), Verdict.PARTLY),
        (({"antwoord": "ja", "zekerheid": "redelijk-zeker"},), Verdict.MET),
        (({"antwoord": "deels", "zekerheid": "onzeker"},), Verdict.PARTLY),
        ((SHAKY_NO,), Verdict.PARTLY),
        ((SHAKY_NO, "weet-niet"), Verdict.PARTLY),
        ((SHAKY_NO, "nee"), Verdict.MISSING),  # who doubts takes nothing from who is sure
        ((SHAKY_NO, "ja"), Verdict.PARTLY),
        ((SHAKY_NO, SHAKY_YES), Verdict.PARTLY),
    ],
)
def test_yes_no_partly(answers: tuple[Any, ...], verdict: Verdict) -> None:
    assert judge(YES_NO, *answers).verdict is verdict


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (("lokaal",), Verdict.MET),
        (("bezig",), Verdict.PARTLY),
        (("niet",), Verdict.MISSING),
        (("lokaal", "lokaal"), Verdict.MET),
        (("lokaal", "regionaal"), Verdict.PARTLY),  # both good, but they cannot both be right
        (("lokaal", "niet"), Verdict.PARTLY),
    ],
)
def test_choice(answers: tuple[str, ...], verdict: Verdict) -> None:
    assert judge(CHOICE, *answers, met=("lokaal", "regionaal"), partly=("bezig",)).verdict is verdict


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((["intake", "les", "school"],), Verdict.MET),
        ((["intake", "les"],), Verdict.PARTLY),
        ((["intake"],), Verdict.PARTLY),
        ((["huisarts"],), Verdict.MISSING),
        ((["geen"],), Verdict.MISSING),
        ((["intake", "les", "school"], ["school", "les", "intake"]), Verdict.MET),
        (
            (["intake", "les", "school"], ["intake", "les", "school", "huisarts"]),
            Verdict.MET,
        ),  # differs on nothing asked
        ((["intake", "les", "school"], ["intake", "les"]), Verdict.PARTLY),
        ((["weet-niet"],), Verdict.UNKNOWN),
    ],
)
def test_several_choices_are_counted(answers: tuple[list[str], ...], verdict: Verdict) -> None:
    rule = {"met": ("intake", "les", "school"), "partly": (), "minimaal": 3, "deels_minimaal": 1}
    assert judge(MANY, *answers, **rule).verdict is verdict


def test_each_answer_stands_beside_its_role() -> None:
    result = judge(
        YES_NO,
        {"antwoord": "ja", "datum": "2026-03-02"},
        {"antwoord": "nee", "opmerking": "Kees zegt van niet."},
    )
    assert [(piece.role, piece.verdict) for piece in result.evidence] == [
        ("Rol i0", Verdict.MET),
        ("Rol i1", Verdict.MISSING),
    ]
    assert result.disputed
    assert "Informanten verschillen" in result.reason
    assert "ja zegt rol i0" in result.reason
    assert "2 maart 2026" in result.evidence[0].text
    assert result.evidence[1].remark == "Kees zegt van niet."
    assert "Kees" not in result.evidence[1].text + result.reason


def test_who_is_not_sure_is_marked_in_the_reason() -> None:
    result = judge(YES_NO, SHAKY_YES)
    assert "antwoordt rol i0 (onzeker): ja" in result.reason
    assert result.evidence[0].verdict is Verdict.PARTLY
    assert "Een onzeker antwoord telt hoogstens als deels." in result.rule
    assert "onzeker" not in judge(YES_NO, "ja", "weet-niet").reason


def given(value: str, day: str | None) -> dict[str, str]:
    return {"antwoord": value} | ({"datum": day} if day else {})


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((("ja", "2024-12-01"),), Verdict.MET),
        ((("ja", "2024-11-30"),), Verdict.PARTLY),  # a document knows only the month, so the month decides
        ((("ja", "2024-12"),), Verdict.MET),
        ((("ja", "2024"),), Verdict.PARTLY),  # a rough date counts from its first day
        ((("ja", None),), Verdict.MET),  # nobody can tell how old it is; the reason says so
        ((("nee", "2019"),), Verdict.MISSING),
        ((("deels", "2019"),), Verdict.PARTLY),
        ((("ja", "2019"), ("ja", "2026-10")), Verdict.PARTLY),
    ],
)
def test_an_old_answer_is_partly_at_most(
    answers: tuple[tuple[str, str | None], ...], verdict: Verdict
) -> None:
    assert judge(YES_NO, *(given(*answer) for answer in answers)).verdict is verdict


def test_the_reason_says_how_old_an_answer_is() -> None:
    old = judge(YES_NO, given("ja", "2024-04-21"))
    assert old.reason == (
        "Op ‘Is er regie?’ antwoordt rol i0: ja (21 april 2024). Het antwoord van rol i0 is 31 maanden oud; "
        "na 24 maanden telt een antwoord hoogstens als deels (afgeleid)."
    )
    assert "Een antwoord van meer dan 24 maanden oud ook." in old.rule
    both = judge(YES_NO, given("ja", "2024-04-21"), given("nee", "2023-04-21"))
    assert "De antwoorden van rol i0 en rol i1 zijn 31 tot 43 maanden oud" in both.reason
    assert "maanden oud" not in judge(YES_NO, given("ja", "2026-10-01")).reason


def test_the_reason_says_that_a_date_is_not_known() -> None:
    assert judge(YES_NO, "ja").reason == "Op ‘Is er regie?’ antwoordt rol i0: ja (datum onbekend)."
    mixed = judge(YES_NO, given("ja", "2026-10-01"), "ja").reason
    assert "ja (1 oktober 2026; 1 zonder datum)." in mixed


PEOPLE = make.question("hoeveel", soort="getal", eenheid="personen")


@pytest.mark.parametrize(("count", "shown"), [("4", "minder dan 5"), ("0", "minder dan 5"), ("5", "5")])
def test_a_few_people_are_never_a_number(count: str, shown: str) -> None:
    result = judge(PEOPLE, count, "1200", met=("5",))
    assert f"{shown} personen" in result.reason
    assert "1.200 personen" in result.reason
    assert result.evidence[0].text.endswith(f": {shown} personen.")
    assert [piece.values for piece in result.evidence] == [(shown,), ("1200",)]


def test_every_rule_says_it_is_our_own() -> None:
    assert "afgeleid" in judge(YES_NO, "ja").rule
    assert "minstens 3" in judge(MANY, ["les"], met=("intake", "les", "school"), minimaal=3).rule


PARENT, CHILD = make.question("plan"), make.question("volledig", stel_als={"vraag": "plan", "is": "ja"})


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ([{"plan": "nee"}], Verdict.NOT_APPLICABLE),
        ([{"plan": "nee"}, {"plan": "deels"}], Verdict.NOT_APPLICABLE),
        ([{"plan": "niet-van-toepassing"}], Verdict.NOT_APPLICABLE),
        ([{"plan": "weet-niet"}], Verdict.UNKNOWN),
        ([{"plan": "ja"}], Verdict.UNKNOWN),
        ([{"plan": "ja", "volledig": "ja"}], Verdict.MET),
        ([{"plan": "ja", "volledig": "ja"}, {"plan": "nee"}], Verdict.MET),
        ([{"plan": "nee", "volledig": "nee"}], Verdict.NOT_APPLICABLE),  # an answer left over from before
        ([{"plan": "ja", "volledig": "weet-niet"}, {"plan": "nee"}], Verdict.UNKNOWN),
    ],
)
def test_a_condition_that_fails_makes_it_not_applicable(
    answers: list[dict[str, str]], verdict: Verdict
) -> None:
    rule = AnswerCriterion.model_validate(make.answered("volledig"))
    voices = [make.informant(f"i{number}", given) for number, given in enumerate(answers)]
    result = judge_answer(rule, picture=make.picture(make.catalogue(questions=(PARENT, CHILD)), *voices))
    assert result.verdict is verdict
