"""Each rule of an interview on a good and a bad example."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.interview.talk import TODAY, catalogue

from psoh_cli.interview import rules
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.interview.values import faults
from psoh_cli.problems.codes_interview import CODES
from psoh_cli.problems.problem import Problem
from psoh_cli.terms import ANSWER_TERM_MONTHS, ASK_AGAIN_MONTHS

GOOD: dict[str, Any] = {
    "formaat": "1",
    "kennisversie": "2026.1",
    "groep": "proef",
    "rol": "Beleidsadviseur",
    "afgenomen_op": "2026-11-20",
    "antwoorden": {
        "beleid": {"antwoord": "ja", "opmerking": "Overleg was op 3-4-2026."},
        "vervolg": {"antwoord": "12", "datum": "2026-11"},
        "dieper": {"antwoord": "2025"},
        "soort": {"antwoord": "anders", "anders": "via de GGD"},
        "partners": {"antwoord": ["ggd", "school"]},
        "wens": {"antwoord": "rust"},
        "datum": {"antwoord": "weet-niet"},
    },
}


def _check(changes: dict[str, Any], *, name: str = "adviseur", as_of: date | None = TODAY) -> list[Problem]:
    merged = {**GOOD["antwoorden"], **changes.pop("antwoorden", {})}
    answers = {name: answer for name, answer in merged.items() if answer is not None}
    data = {**GOOD, "kennisversie": catalogue().version, **changes, "antwoorden": answers}
    interview = InterviewFile.model_validate(data)
    paths: list[Any] = []

    def place(path: tuple[str | int, ...]) -> tuple[int, int]:
        paths.append(path)
        return len(paths), 1

    found = list(
        rules.check(
            interview,
            name=name,
            catalogue=catalogue(),
            as_of=as_of,
            file="interviews/adviseur.yaml",
            place=place,
        )
    )
    _check.paths = paths  # type: ignore[attr-defined]
    return found


def test_a_good_interview_has_no_problems() -> None:
    assert _check({}) == []


BAD: list[tuple[str, dict[str, Any], tuple[str | int, ...], str]] = [
    (
        "INTERVIEW001",
        {"antwoorden": {"beleidd": {"antwoord": "ja"}}},
        ("antwoorden", "beleidd"),
        "Bedoelt u 'beleid'?",
    ),
    ("INTERVIEW002", {"groep": "proeff"}, ("groep",), "Bedoelt u 'proef'?"),
    (
        "INTERVIEW003",
        {"antwoorden": {"soort": {"antwoord": "lokaaal"}}},
        ("antwoorden", "soort", "antwoord"),
        "'lokaal'",
    ),
    (
        "INTERVIEW003",
        {"antwoorden": {"partners": {"antwoord": ["ggd", "shcool"]}}},
        ("antwoorden", "partners", "antwoord", 1),
        "Bedoelt u 'school'?",
    ),
    (
        "INTERVIEW004",
        {"antwoorden": {"soort": {"antwoord": ["lokaal", "regionaal"]}}},
        ("antwoorden", "soort", "antwoord"),
        "Kies er één",
    ),
    (
        "INTERVIEW005",
        {"antwoorden": {"vervolg": {"antwoord": "een jaar"}, "dieper": None}},
        ("antwoorden", "vervolg", "antwoord"),
        "cijfers",
    ),
    (
        "INTERVIEW006",
        {"antwoorden": {"datum": {"antwoord": "ooit"}}},
        ("antwoorden", "datum", "antwoord"),
        "2026-03",
    ),
    (
        "INTERVIEW007",
        {"antwoorden": {"partners": {"antwoord": ["ggd", "weet-niet"]}}},
        ("antwoorden", "partners", "antwoord", 1),
        "alleen 'weet-niet'",
    ),
    (
        "INTERVIEW008",
        {"antwoorden": {"datum": {"antwoord": "2027"}}},
        ("antwoorden", "datum", "antwoord"),
        "waarop het was",
    ),
    ("INTERVIEW008", {"afgenomen_op": "2026-12-01"}, ("afgenomen_op",), "waarop het was"),
    (
        "INTERVIEW008",
        {"antwoorden": {"wens": {"antwoord": "x", "datum": "2027-01"}}},
        ("antwoorden", "wens", "datum"),
        "",
    ),
    (
        "INTERVIEW010",
        {"antwoorden": {"elders": {"antwoord": "ja"}}},
        ("antwoorden", "elders"),
        "Andere groep",
    ),
    (
        "INTERVIEW011",
        {"antwoorden": {"vervolg": {"antwoord": "3"}}},
        ("antwoorden", "dieper"),
        "eerdere antwoord",
    ),
    ("INTERVIEW012", {"kennisversie": "1900.1"}, ("kennisversie",), "psoh interview"),
    (
        "INTERVIEW013",
        {"antwoorden": {"soort": {"antwoord": "anders"}}},
        ("antwoorden", "soort", "antwoord"),
        "anders:",
    ),
    ("INTERVIEW018", {"afgenomen_op": "2025-11-20"}, ("afgenomen_op",), "Vraag na"),
    ("INTERVIEW019", {"afgenomen_op": "2024-11-20"}, ("afgenomen_op",), "opnieuw"),
    (
        "INTERVIEW019",
        {"antwoorden": {"wens": {"antwoord": "x", "datum": "2020"}}},
        ("antwoorden", "wens", "datum"),
        "",
    ),
    ("INTERVIEW020", {"afgenomen_op": None}, ("antwoorden", "beleid"), "afgenomen_op:"),
]


@pytest.mark.parametrize(
    ("code", "changes", "path", "hint"), BAD, ids=[f"{bad[0]}-{bad[2][-1]}" for bad in BAD]
)
def test_each_rule_on_a_bad_example(
    code: str, changes: dict[str, Any], path: tuple[str | int, ...], hint: str
) -> None:
    found = _check(dict(changes))
    assert [problem.code for problem in found] == [code]
    assert _check.paths == [path]  # type: ignore[attr-defined]
    assert hint in found[0].hint
    assert found[0].severity is next(item.severity for item in CODES if item.code == code)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Beleidsadviseur", "beleidsadviseur"),
        ("beleids adviseur", "beleids-adviseur"),
        ("café", "cafe"),
        ("een--twee", "een-twee"),
        ("con", "con-informant"),
        ("lpt1", "lpt1-informant"),
        ("---", "bijvoorbeeld"),
    ],
)
def test_a_file_name_that_cannot_be_typed_everywhere(name: str, hint: str) -> None:
    found = _check({}, name=name)
    assert [problem.code for problem in found] == ["INTERVIEW009"]
    assert hint in found[0].hint


def test_the_two_terms_are_told_as_they_are() -> None:
    for code, months in (("INTERVIEW018", ASK_AGAIN_MONTHS), ("INTERVIEW019", ANSWER_TERM_MONTHS)):
        (page,) = (item for item in CODES if item.code == code)
        assert f"ouder dan {months} maanden" in page.what
        assert f"Na {ASK_AGAIN_MONTHS} maanden" in page.why
        assert f"Na {ANSWER_TERM_MONTHS} maanden" in page.why


def test_old_answers_are_told_once_per_interview_and_what_nobody_knew_never() -> None:
    old = {"antwoord": "x", "datum": "2020"}
    (found,) = _check({"antwoorden": {"wens": old, "dieper": {**old, "antwoord": "2019"}}})
    assert (
        found.message == "2 antwoorden zijn ouder dan 24 maanden; het eerste is van 2020, ruim 6 jaar geleden"
    )
    assert _check({"antwoorden": {"wens": {"antwoord": "weet-niet", "datum": "2020"}}}) == []


def test_on_the_last_day_of_its_term_an_answer_is_not_old() -> None:
    assert _check({"afgenomen_op": "2025-11-21"}) == []
    assert [problem.code for problem in _check({"afgenomen_op": "2024-11-21"})] == ["INTERVIEW018"]


@pytest.mark.parametrize(
    ("question", "typed", "mended", "is_safe"),
    [
        ("beleid", "Ja", "ja", True),
        ("beleid", "true", "ja", True),
        ("beleid", "x", "ja", False),
        ("soort", "lokaaal", "lokaal", False),
        ("vervolg", "ongeveer 12", "12", False),
        ("datum", "31-3-2026", "2026-03-31", True),
        ("datum", "3/4/2026", "2026-04-03", False),
        ("datum", "31-2-2026", None, True),
        ("vervolg", "veel", None, True),
    ],
)
def test_an_answer_that_was_meant_well_can_be_mended(
    question: str, typed: str, mended: str | None, is_safe: bool
) -> None:
    asked = catalogue().question[question]
    (fault,) = faults(asked, (typed,), as_of=TODAY)
    meant = fault.mend if fault.mend and fault.mend.text else None
    assert (meant.text if meant else None) == mended
    assert meant is None or meant.is_safe is is_safe


def test_without_a_day_no_date_is_in_the_future() -> None:
    assert _check({"afgenomen_op": "2099"}, as_of=None) == []


def test_with_an_unknown_group_the_answers_are_not_all_called_misplaced() -> None:
    assert [problem.code for problem in _check({"groep": "zzz"})] == ["INTERVIEW002"]


def test_every_code_of_the_room_is_used_and_explained_in_full() -> None:
    shown = {bad[0] for bad in BAD} | {"INTERVIEW009", "INTERVIEW015", "INTERVIEW016", "INTERVIEW017"}
    shown |= {"INTERVIEW021", "INTERVIEW022"}  # see test_changed_questions.py
    assert {item.code for item in CODES} == shown
    for item in CODES:
        assert all((item.title, item.what, item.why, item.remedy)), item.code
