"""The list of a talk: a group may be divided, how many took part, what is said first and last, and no certainty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import question as built
from tests.interview.forms import lists
from tests.interview.forms.lists import TODAY, blank, catalogue, form, informant, opened, sheets_with, told

from psoh_cli.came_in import Place
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import Filled, FilledAnswer
from psoh_cli.interview.forms.form import make_form
from psoh_cli.interview.forms.participants import participants_in
from psoh_cli.interview.forms.sheet import ANSWER, CROSS, NUMBER, QUESTION, SURE
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.interview.forms.sheet_reading import read_sheets
from psoh_cli.interview.forms.understanding import understand
from psoh_cli.interview.replies import Given, read_reply
from psoh_cli.interview.values import divided_answers, divided_label, faults, may_be_divided
from psoh_cli.interview.wording import answer_text
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind
from psoh_cli.workbooks.reading_file import read_workbook

TALK = "statushouders"
ASKED = lists.question(AnswerKind.YES_NO_PARTLY, TALK)
BOTH = Answer(values=("ja", "nee"))
PLACE = Place(file="a.docx", column="vraag 1")


def sheets(**fields: object) -> tuple[object, ...]:
    return read_workbook(write_xlsx(replace(form(TALK), **fields)), "lijst.xlsx")  # type: ignore[arg-type]


def test_a_group_that_says_both_is_not_voted_down() -> None:
    filled = Filled(
        file="a.docx", informant="gesprek", code="GM9999", group=TALK, knowledge_version=catalogue().version,
        made_on=TODAY, answers=(FilledAnswer(question=ASKED.id, values=("ja", "nee"), place=PLACE),),
    )  # fmt: skip
    found = understand(filled, catalogue=catalogue(), as_of=TODAY)
    assert (found.answers, found.not_understood) == ({ASKED.id: BOTH}, ())
    assert answer_text(ASKED, BOTH) == "Ja en nee (de groep was verdeeld)"


@pytest.mark.parametrize("values", divided_answers(ASKED))
def test_every_way_to_be_divided_can_be_chosen_in_the_workbook_and_typed(values: tuple[str, ...]) -> None:
    label = divided_label(ASKED, values)
    page = sheets_with({(ASKED.id, "", ANSWER): label}, sheets())  # type: ignore[arg-type]
    assert told(page).answers == {ASKED.id: Answer(values=values)}
    sent = read_workbook(write_xlsx(form(TALK, {ASKED.id: Answer(values=values)})), "lijst.xlsx")
    assert told(sent).untouched == {ASKED.id}
    reply = read_reply(ASKED, ",".join(values), as_of=TODAY)
    assert isinstance(reply, Given)
    assert reply.values == values


def test_nobody_else_and_no_other_answer_may_be_divided() -> None:
    assert not may_be_divided(lists.question(AnswerKind.YES_NO_PARTLY))
    assert [one.code for one in faults(ASKED, ("ja", "weet-niet"), as_of=TODAY)] == ["INTERVIEW007"]
    other = built("plan", informanten=["gemeente"])
    assert [one.code for one in faults(other, ("ja", "nee"), as_of=TODAY)] == ["INTERVIEW004"]


def test_how_many_took_part_comes_back_from_the_workbook() -> None:
    page, hidden = sheets(participants=7)
    assert read_sheets([page, hidden], file="lijst.xlsx").participants == 7  # type: ignore[list-item]
    assert read_sheets(list(blank()), file="lijst.xlsx").participants is None


@pytest.mark.parametrize(("text", "count"), [("6", 6), (" 12 deelnemers", 12), ("8 mensen", 8), ("", None)])
def test_a_count_is_read_as_people_write_it(text: str, count: int | None) -> None:
    assert participants_in(text, place=PLACE) == (count, ())


@pytest.mark.parametrize("text", ["een stuk of zes", "0", "6-8", "1000", "٦"])
def test_what_is_no_count_is_told(text: str) -> None:
    count, (strange,) = participants_in(text, place=PLACE)
    assert (count, strange.text) == (None, text)
    assert strange.remedy


def test_the_workbook_says_what_is_said_first_and_last_and_asks_no_group_how_sure_it_is() -> None:
    page = opened(write_xlsx(replace(form(TALK), opening="Welkom allemaal.", closing="Dank u wel.")))[
        "Vragen"
    ]
    said = [str(page.cell(row, NUMBER + 1).value) for row in range(1, page.max_row + 1)]
    assert any(text == "Zeg eerst: Welkom allemaal." for text in said[:9])
    assert said[-1] == "Dank u wel."
    asked = [str(page.cell(row, QUESTION + 1).value) for row in range(1, page.max_row + 1)]
    assert any("Aantal deelnemers" in text for text in asked)
    assert page.column_dimensions[chr(ord("A") + SURE)].hidden
    sure = Answer(values=("ja",), certainty=AnswerCertainty.SURE)
    kept = opened(write_xlsx(form(TALK, {ASKED.id: sure})))["Vragen"]
    assert not kept.column_dimensions[chr(ord("A") + SURE)].hidden


def test_what_whoever_leads_a_talk_must_know_stands_at_the_question() -> None:
    item = next(one.question for one in form(TALK).questions if one.question.caution)
    page = opened(write_xlsx(form(TALK)))["Vragen"]
    texts = " ".join(str(page.cell(row, QUESTION + 1).value) for row in range(1, page.max_row + 1))
    assert f"Tip: {item.caution}" in texts
    assert f"Zet hieronder een {CROSS}" in texts


def test_opening_and_closing_come_from_the_knowledge() -> None:
    group = catalogue().group[TALK]
    made = make_form(
        informant(TALK), catalogue=catalogue(), gemeente="V", code="GM9999", made_on=TODAY, participants=5
    )
    assert (made.opening, made.closing, made.participants, made.is_talk) == (
        group.opening or "", group.closing or "", 5, True,
    )  # fmt: skip
