"""Texts on a list that name somebody: each with its own cell, and they wait while the choice is taken."""

from __future__ import annotations

import pytest
from tests.interview.forms.lists import DAY, TODAY, catalogue, filled, informant, question

from psoh_cli.came_in import Place
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import FilledAnswer
from psoh_cli.interview.forms.people_named import named_in, without
from psoh_cli.interview.forms.preview import Preview, compare
from psoh_cli.interview.forms.sheet import ANSWER, OTHER_PART, REMARK, option_part
from psoh_cli.interview.forms.understanding import Understood, understand
from psoh_cli.interview.values import OTHER, all_options
from psoh_cli.vocabulary import AnswerKind

NAMED = "mevrouw A. de Groot (a.degroot@praktijk.example)"
OTHERS = ("Piet van Dam", NAMED, "bel 06-12345678", "BSN 111222333")
YES_NO = question(AnswerKind.YES_NO_PARTLY)
IN_WORDS = question(AnswerKind.TEXT)
WITH_OTHER = next(
    item
    for item in catalogue().questions
    if "huisarts" in item.groups and item.kind is AnswerKind.MULTIPLE and item.ask_when is None
    and any(option.value == OTHER for option in all_options(item))
)  # fmt: skip


def _read(cells: dict[tuple[str, str, int], str], *, has_read: bool = False) -> Understood:
    return understand(filled(cells), catalogue=catalogue(), as_of=TODAY, has_read=has_read)


def _against(found: Understood, before: dict[str, Answer] | None = None) -> Preview:
    return compare(found, informant(answers=before or {}), catalogue=catalogue(), day=DAY)


@pytest.mark.parametrize("text", OTHERS)
def test_the_choice_is_taken_and_the_remark_waits(text: str) -> None:
    cells = {(YES_NO.id, "", ANSWER): "Ja", (YES_NO.id, "", REMARK): text}
    preview = _against(_read(cells))
    (change,), (held,) = preview.changes, preview.held
    assert (change.after.values, change.after.remark) == (("ja",), None)
    assert (held.place.column, preview.warnings) == ("Opmerking", ())
    assert "--zelf-gelezen" in held.told.remedy
    assert text not in f"{held.told.why} {held.told.remedy} {held.told.text}"


def test_words_for_anders_wait_too_and_an_answer_in_words_waits_itself() -> None:
    cells = {
        (WITH_OTHER.id, option_part(OTHER), ANSWER): "x", (WITH_OTHER.id, OTHER_PART, ANSWER): NAMED,
        (IN_WORDS.id, "", ANSWER): NAMED, (IN_WORDS.id, "", REMARK): "Piet van Dam",
    }  # fmt: skip
    preview = _against(_read(cells))
    assert [(one.question.id, one.after.values, one.after.other) for one in preview.changes] == [
        (WITH_OTHER.id, (OTHER,), None)
    ]
    assert {(one.question, one.part, one.place.column) for one in preview.held} == {
        (WITH_OTHER.id, "anders", "Uw antwoord"), (IN_WORDS.id, "antwoord", "Uw antwoord"),
        (IN_WORDS.id, "opmerking", "Opmerking"),
    }  # fmt: skip
    rows = {one.part: one.place.row for one in preview.held}
    assert rows["anders"] != rows["antwoord"] == rows["opmerking"]


def test_what_is_said_of_a_choice_has_a_cell_of_its_own() -> None:
    here, there = Place(file="lijst.xlsx", row=4), Place(file="lijst.xlsx", row=9, column="Uw antwoord")
    said = Answer(values=("ggd",), details={"ggd": {"wie": NAMED, "hoe": "goed"}})
    item = FilledAnswer(question="q", place=here, places={"ggd/wie": there})
    held = named_in(said, item, YES_NO)
    assert [one.place for one in held] == [there]
    left = without(said, held)
    assert isinstance(left, Answer)
    assert left.details == {"ggd": {"hoe": "goed"}}


def test_who_read_it_takes_it_and_hears_how_it_may_stay() -> None:
    cells = {(YES_NO.id, "", ANSWER): "Ja", (YES_NO.id, "", REMARK): NAMED}
    preview = _against(_read(cells, has_read=True))
    assert (preview.changes[0].after.remark, preview.held) == (NAMED, ())
    (told,) = preview.warnings
    assert (told.place.column, "# psoh: negeer PRIVACY004, PRIVACY005 omdat" in told.text) == (
        "Opmerking",
        True,
    )


def test_a_text_that_stands_in_the_interview_waits_for_nobody() -> None:
    cells = {(YES_NO.id, "", ANSWER): "Ja", (YES_NO.id, "", REMARK): NAMED}
    preview = _against(_read(cells), {YES_NO.id: Answer(values="ja", remark=NAMED)})
    assert (preview.changes, preview.held, preview.same) == ((), (), (YES_NO.id,))


def test_a_remark_alone_that_waits_leaves_nothing() -> None:
    before = {YES_NO.id: Answer(values="ja", remark="soms")}
    preview = _against(_read({(YES_NO.id, "", REMARK): NAMED}), before)
    assert (preview.changes, len(preview.held)) == ((), 1)
