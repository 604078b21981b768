"""Which questions count for one informant, and which comes next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interview.talk import answered, catalogue, question, questionnaire

from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue


def _ids(questions: object) -> list[str]:
    return [item.id for item in questions]  # type: ignore[attr-defined]


def test_only_questions_for_the_group_in_the_order_of_the_themes() -> None:
    assert _ids(questionnaire().questions) == [
        "beleid", "vervolg", "dieper", "soort", "partners", "wens", "datum",
    ]  # fmt: skip
    assert _ids(Questionnaire(catalogue(), "andere").questions) == ["elders"]
    assert Questionnaire(catalogue(), "bestaat-niet").questions == ()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["beleid", "soort"]),
        ({"beleid": "nee"}, ["beleid", "soort"]),
        ({"beleid": "weet-niet"}, ["beleid", "soort"]),
        ({"beleid": "ja"}, ["beleid", "vervolg", "soort"]),
        ({"beleid": "ja", "vervolg": "3"}, ["beleid", "vervolg", "soort"]),
        ({"beleid": "ja", "vervolg": "12"}, ["beleid", "vervolg", "dieper", "soort"]),
        # The follow-up of a hidden follow-up is hidden too, although its own condition holds.
        ({"beleid": "nee", "vervolg": "12"}, ["beleid", "soort"]),
        # A condition on a question that was never asked does not hold.
        ({"vervolg": "12"}, ["beleid", "soort"]),
    ],
)
def test_a_follow_up_counts_only_after_the_answer_that_calls_for_it(
    answers: dict[str, str], expected: list[str]
) -> None:
    applicable = questionnaire().applicable(answered(**answers))
    assert _ids(item for item in applicable if item.theme == "eerste") == expected


def test_next_open_starts_behind_a_question_and_can_pass_themes() -> None:
    asked, answers = questionnaire(), answered(beleid="nee", wens="rust")
    first, later, last = (
        asked.next_open(answers),
        asked.next_open(answers, "soort"),
        asked.next_open(answers, after="datum"),
    )
    assert (first and first.id, later and later.id, last) == ("soort", "partners", None)
    other = asked.next_open(answers, without_themes={"eerste"})
    assert other is not None
    assert other.id == "partners"


def test_position_and_progress_count_only_what_applies() -> None:
    asked, answers = questionnaire(), answered(beleid="nee", vervolg="12", wens="rust")
    assert asked.position("soort", answers) == (2, 5)
    assert asked.position("vervolg", answers) == (0, 5)
    assert [(item.theme.id, item.answered, item.total, item.open) for item in asked.progress(answers)] == [
        ("eerste", 1, 2, 1),
        ("tweede", 1, 3, 2),
    ]


def test_neighbours_are_only_questions_that_apply() -> None:
    asked, answers = questionnaire(), answered(beleid="nee")
    behind, before = asked.neighbour("beleid", answers, step=1), asked.neighbour("soort", answers, step=-1)
    assert (behind and behind.id, before and before.id) == ("soort", "beleid")
    assert asked.neighbour("beleid", answers, step=-1) is None
    assert asked.neighbour("datum", answers, step=1) is None


def test_a_circle_of_conditions_ends() -> None:
    looped = question("vervolg").model_copy(
        update={"ask_when": question("vervolg").ask_when.model_copy(update={"question": "vervolg"})}  # type: ignore[union-attr]
    )
    assert questionnaire().applies(looped, answered(vervolg="ja")) is False


@given(
    st.dictionaries(
        st.sampled_from(["beleid", "vervolg", "dieper", "soort", "partners", "wens"]),
        st.sampled_from(["ja", "nee", "12", "weet-niet"]),
    )
)
def test_open_and_answered_together_are_what_applies(values: dict[str, str]) -> None:
    asked, answers = questionnaire(), answered(**values)
    applicable, still_open = set(_ids(asked.applicable(answers))), set(_ids(asked.open(answers)))
    assert still_open == applicable - set(answers)
    assert sum(item.total for item in asked.progress(answers)) == len(applicable)


def test_every_group_of_the_knowledge_can_be_asked_something_and_reach_every_question() -> None:
    real, _ = read_catalogue()
    for group in real.groups:
        asked = Questionnaire(real, group.id)
        assert asked.applicable({}), group.id
        known = {item.id for item in asked.questions}
        orphans = [q.id for q in asked.questions if q.ask_when and q.ask_when.question not in known]
        assert not orphans, f"{group.id} can never be asked {orphans}"
