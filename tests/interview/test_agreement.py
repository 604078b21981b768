"""How answers relate: who counts, what contradicts, and what only adds up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests import builders as make

from psoh_cli.interview.agreement import Agreement, agreement
from psoh_cli.interview.heard import hear
from psoh_cli.interview.portrait import combine
from psoh_cli.interview.values import faults
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import NOT_APPLICABLE, AnswerKind

YES_NO = make.question("v")
OWN = make.question("v", gaat_over="eigen-werk")
NUMBER = make.question("v", soort="getal")
WAITING = make.question("v", soort="getal", gaat_over="eigen-werk")
DAY = make.question("v", soort="datum")
SEVERAL = make.question(
    "v", soort="meerkeuze", opties=make.options("taal", "geld", "geen", "niemand", "geen-vertrouwen")
)
CHOICE = make.question("v", soort="keuze", opties=make.options("een", "twee", "anders"))
OPEN = make.question("v", soort="tekst")
OF_STATUSHOUDERS = make.question("v", informanten=["statushouders"])
SURE = {"antwoord": "ja", "zekerheid": "zeker"}
UNSURE = {"antwoord": "nee", "zekerheid": "onzeker"}


def relation(question: Question, *answers: Any) -> Agreement:
    portrait = combine(make.said("v", *answers))
    return agreement(question, heard=hear("v", portrait=portrait, questions={"v": question}))


@pytest.mark.parametrize(
    ("question", "answers", "expected"),
    [
        (YES_NO, (), Agreement.NOT_ASKED),
        (YES_NO, ("weet-niet", "weet-niet"), Agreement.NOBODY_KNOWS),
        (YES_NO, ("weet-niet", "niet-van-toepassing"), Agreement.NOBODY_KNOWS),
        (YES_NO, ("niet-van-toepassing",), Agreement.NOT_APPLICABLE),
        (YES_NO, ("ja",), Agreement.ONE_VOICE),
        (YES_NO, ("ja", "niet-van-toepassing"), Agreement.ONE_KNOWS),
        (YES_NO, ("ja", "weet-niet"), Agreement.ONE_KNOWS),
        (YES_NO, ("ja", "ja"), Agreement.AGREE),
        (YES_NO, ("ja", "ja", "weet-niet"), Agreement.AGREE),
        (YES_NO, ("ja", "weet-niet", "ja"), Agreement.ONE_KNOWS),
        (YES_NO, ("ja", "deels"), Agreement.DIFFER),
        (YES_NO, (SURE, UNSURE), Agreement.DIFFER),
        (YES_NO, ("ja", {"antwoord": "nee", "datum": "2019"}), Agreement.DIFFER),
        (OWN, ("ja", "nee"), Agreement.PER_ORGANIZATION),
        (OWN, ("ja", "ja"), Agreement.OWN_ALIKE),
        (OF_STATUSHOUDERS, ("ja", "ja"), Agreement.OWN_ALIKE),
        (OWN, ("ja", "weet-niet"), Agreement.ONE_VOICE),
        (OF_STATUSHOUDERS, ("ja", "nee"), Agreement.PER_ORGANIZATION),
        (NUMBER, ("7", "07"), Agreement.AGREE),
        (NUMBER, ("640", "655"), Agreement.DIFFER),
        (WAITING, ("18", "22"), Agreement.PER_ORGANIZATION),
        (DAY, ("2026-05", "2026-05-03"), Agreement.AGREE),
        (DAY, ("2026", "2026-05-03"), Agreement.AGREE),
        (DAY, ("2026", "2026-05", "2026-06"), Agreement.DIFFER),
        (SEVERAL, (["taal", "geld"], ["geld", "taal"]), Agreement.AGREE),
        (SEVERAL, (["taal"], ["geld"]), Agreement.ADD_UP),
        (SEVERAL, (["taal"], ["geen"]), Agreement.DIFFER),
        (SEVERAL, (["taal"], ["niemand"]), Agreement.DIFFER),
        (SEVERAL, (["geen"], ["niemand"]), Agreement.ADD_UP),
        (SEVERAL, (["taal"], ["geen-vertrouwen"]), Agreement.ADD_UP),
        (CHOICE, ("een", "twee"), Agreement.DIFFER),
        (CHOICE, ("anders", "anders"), Agreement.ADD_UP),
        (OPEN, ("Meer tijd.", "Meer tolken."), Agreement.ADD_UP),
        (OPEN, ("in eigen woorden", "in eigen woorden"), Agreement.ADD_UP),  # what a document knows of both
    ],
)  # fmt: skip
def test_each_relation(question: Question, answers: tuple[Any, ...], expected: Agreement) -> None:
    assert relation(question, *answers) is expected


def follow_ups() -> dict[str, Question]:
    when = {"vraag": "eerst", "is": "ja"}
    return {
        "eerst": make.question("eerst"),
        "dan": make.question("dan", stel_als=when),
        "dan-nog": make.question("dan-nog", stel_als={"vraag": "dan", "is": "ja"}),
    }


def test_who_is_not_asked_a_follow_up_contradicts_nobody() -> None:
    questions = follow_ups()
    portrait = combine(
        (
            make.informant("a", {"eerst": "ja", "dan": "ja"}),
            make.informant("b", {"eerst": "nee", "dan": "nee"}, group="ggd"),
        )
    )
    heard = hear("dan", portrait=portrait, questions=questions)
    assert [voice.informant for voice in heard.known] == ["a"]
    assert agreement(questions["dan"], heard=heard) is Agreement.ONE_VOICE


def test_a_follow_up_of_a_follow_up_falls_away_with_the_first_condition() -> None:
    questions = follow_ups()
    told = {"eerst": "nee", "dan": "ja", "dan-nog": "ja"}
    portrait = combine((make.informant("a", told),))
    heard = hear("dan-nog", portrait=portrait, questions=questions)
    assert not heard.known
    assert [voice.answer.values for voice in heard.conditioned] == [("nee",)]


def test_every_choice_that_names_nothing_says_so() -> None:
    named_things = {"geen-vertrouwen"}
    offered = {
        (question.id, option.value)
        for question in read_catalogue()[0].questions
        if question.kind is AnswerKind.MULTIPLE
        for option in question.choices()
        if option.value.partition("-")[0] in ("geen", "niemand", "niet", "niets", "nergens", "nooit", "nee")
        and option.value not in {*named_things, NOT_APPLICABLE}
        and not option.excludes
    }
    assert not offered, "is this nothing, or something that is named?"


def test_of_the_knowledge_nobody_is_named_contradicts_who_is_named() -> None:
    asked = read_catalogue()[0].question
    for name, nothing, named in (
        ("scholing-wie", "niemand", "docenten"),
        ("statushouders-rollen", "niet", "geraadpleegd"),
    ):
        portrait = combine(make.said(name, [nothing], [named]))
        heard = hear(name, portrait=portrait, questions=asked)
        assert agreement(asked[name], heard=heard) is Agreement.DIFFER
    found = [
        each.code for each in faults(asked["sh-bij-wie"], ("familie", "niemand"), as_of=date(2026, 9, 1))
    ]
    assert "INTERVIEW007" in found


def test_two_of_one_group_agree_with_nobody() -> None:
    def of(**said: str) -> Agreement:
        portrait = combine(
            tuple(make.informant(name, {"v": value}, group=name.rstrip("12")) for name, value in said.items())
        )
        return agreement(YES_NO, heard=hear("v", portrait=portrait, questions={"v": YES_NO}))

    assert of(ggd1="ja", ggd2="ja") is Agreement.ONE_GROUP
    assert of(ggd1="ja", ggd2="weet-niet") is Agreement.ONE_GROUP
    assert of(ggd1="ja", ggd2="ja", huisarts="weet-niet") is Agreement.ONE_KNOWS
    assert of(ggd1="ja", ggd2="ja", huisarts="ja") is Agreement.AGREE
