"""Answers from a file: what is accepted, what is not, and where that stands."""

from __future__ import annotations

from typing import Any

import pytest
from tests.interview.talk import DAY, TODAY, catalogue

from psoh_cli.dutch import PartialDate
from psoh_cli.files import yaml_file
from psoh_cli.interview.answers import Answer, InterviewFile
from psoh_cli.interview.prefill import Filled, fill


def _fill(
    text: str,
    *,
    there: dict[str, Answer] | None = None,
    replace: bool = False,
    day: PartialDate | None = None,
) -> Filled:
    parsed = yaml_file.parse(text, name="antwoorden.yaml")
    interview = InterviewFile(
        format="1", knowledge_version="2026.1", group="proef", role="Proef", day=DAY, answers=there or {}
    )
    content: dict[str, Any] = parsed.plain()
    return fill(
        interview,
        content,
        catalogue=catalogue(),
        as_of=TODAY,
        day=day,
        replace=replace,
        file="antwoorden.yaml",
        place=lambda path: yaml_file.place_of(parsed, path),
    )


def test_bare_values_lists_and_full_answers_are_accepted() -> None:
    filled = _fill(
        "beleid: ja\npartners: [ggd, school]\nwens:\n  antwoord: rust\n  opmerking: soms\nvervolg: 0012\n"
    )
    assert dict(filled.accepted) == {
        "beleid": Answer(values="ja"),
        "partners": Answer(values=("ggd", "school")),
        "wens": Answer(values="rust", remark="soms"),
        "vervolg": Answer(values="0012"),
    }
    assert filled.problems == ()


def test_an_empty_value_is_a_question_left_open() -> None:
    filled = _fill("beleid:\npartners: []\nwens: ~\n")
    assert (dict(filled.accepted), filled.refused, filled.problems) == ({}, (), ())


@pytest.mark.parametrize(
    ("text", "place", "code", "says"),
    [
        ("beleid: ja\nvisie: ja\n", (2, 8), "INTERVIEW001", "'visie' bestaat niet"),
        ("beleid: jaa\n", (1, 9), "INTERVIEW003", "'jaa' is geen antwoord"),
        ("partners: [ggd, scool]\n", (1, 17), "INTERVIEW003", "'scool'"),
        ("partners:\n  antwoord: [ggd, geen]\n", (2, 19), "INTERVIEW007", "'geen' kan niet samen"),
        ("vervolg: veel\n", (1, 10), "INTERVIEW005", "geen heel getal"),
        ("datum: 2027\n", (1, 8), "INTERVIEW008", "toekomst"),
        ("wens:\n  antwoord: x\n  opmerkng: y\n", (3, 13), "INTERVIEW015", "'opmerkng' hoort niet"),
        ("wens:\n  opmerking: y\n", (2, 3), "INTERVIEW015", "ontbreekt het veld 'antwoord'"),
        ("wens:\n  antwoord: x\n  datum: ooit\n", (3, 10), "INTERVIEW015", "geen datum"),
        ("partners: [[ggd]]\n", (1, 11), "INTERVIEW015", "niet te lezen"),
    ],
)
def test_what_is_refused_is_told_with_its_place(
    text: str, place: tuple[int, int], code: str, says: str
) -> None:
    filled = _fill(text)
    assert len(filled.refused) == 1
    (problem,) = filled.problems
    assert (problem.code, (problem.line, problem.column)) == (code, place)
    assert says in problem.message


def test_one_bad_answer_does_not_stop_the_others() -> None:
    filled = _fill("beleid: jaa\nwens: rust\n")
    assert list(filled.accepted) == ["wens"]


def test_what_is_there_already_is_not_replaced_unless_asked() -> None:
    there = {"beleid": Answer(values="nee", remark="let op"), "partners": Answer(values=("ggd", "school"))}
    text = "beleid: ja\npartners: [school, ggd]\n"
    kept = _fill(text, there=there)
    assert (dict(kept.accepted), kept.unchanged, kept.refused) == ({}, ("partners",), ("beleid",))
    assert [problem.code for problem in kept.problems] == ["INTERVIEW016"]
    replaced = _fill(text, there=there, replace=True)
    assert (list(replaced.accepted), replaced.problems) == (["beleid"], ())


def test_a_new_remark_is_a_difference() -> None:
    there = {"beleid": Answer(values="ja", remark="oud")}
    assert _fill("beleid: ja\n", there=there).unchanged == ("beleid",)
    assert _fill("beleid:\n  antwoord: ja\n  opmerking: nieuw\n", there=there).refused == ("beleid",)


def test_the_day_is_put_with_answers_that_have_none() -> None:
    filled = _fill("beleid: ja\nwens:\n  antwoord: x\n  datum: 2025\n", day=PartialDate(2026, 11, 21))
    assert filled.accepted["beleid"].day == PartialDate(2026, 11, 21)
    assert filled.accepted["wens"].day == PartialDate(2025)
