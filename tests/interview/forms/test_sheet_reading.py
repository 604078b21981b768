"""A workbook as partners send it back: sorted, moved, typed in, renamed, with rows added, or half of it lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.interview.forms.lists import (
    DAY,
    blank,
    catalogue,
    filled,
    form,
    informant,
    question,
    sheets_with,
    told,
)

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.preview import compare
from psoh_cli.interview.forms.sheet import ALONE_PART, ANSWER, HEADINGS, QUESTION, REMARK, SURE, option_part
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.interview.forms.sheet_reading import is_sheet_of_ours, read_sheets
from psoh_cli.interview.values import all_options
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet, Unreckoned
from psoh_cli.workbooks.reading_file import read_workbook

YES_NO = question(AnswerKind.YES_NO_PARTLY).id
MANY = question(AnswerKind.MULTIPLE)
NUMBER = question(AnswerKind.NUMBER).id
YES = {YES_NO: Answer(values=("ja",))}
FIRST, SECOND = (option.value for option in MANY.choices()[:2])


def said(value: object, name: str = YES_NO) -> list[RawSheet]:
    return sheets_with({(name, "", ANSWER): value})


@pytest.mark.parametrize("text", ["Ja", "ja", "JA", " ja. ", "Ja!", True])
def test_words_may_be_typed_instead_of_chosen(text: object) -> None:
    assert told(said(text)).answers == YES


@pytest.mark.parametrize("text", ["ja hoor", "ja, maar niet altijd", "misschien", "2", "j"])
def test_words_that_say_something_else_are_told_with_their_place(text: str) -> None:
    found = told(said(text))
    assert found.answers == {}
    (strange,) = found.not_understood
    place = strange.place.in_words()
    assert place.startswith("lijst.xlsx, blad Vragen, rij ")
    assert place.endswith(", kolom Uw antwoord")
    assert strange.text == text
    assert "‘Ja’" in strange.remedy


@pytest.mark.parametrize("text", ["Weet ik niet", "weet niet", "weet-niet", "WEET IK NIET."])
@pytest.mark.parametrize("name", [YES_NO, MANY.id, NUMBER])
def test_not_knowing_is_an_answer_everywhere(text: str, name: str) -> None:
    assert told(said(text, name)).answers == {name: Answer(values=("weet-niet",))}


@pytest.mark.parametrize("text", ["n.v.t.", "nvt", "Niet van toepassing"])
def test_not_applicable_is_one_too(text: str) -> None:
    assert told(said(text, NUMBER)).answers == {NUMBER: Answer(values=("niet-van-toepassing",))}


@pytest.mark.parametrize("mark", ["x", "X", "ja", "✓", "v", True, 1.0])
def test_an_option_is_marked_in_the_way_people_do(mark: object) -> None:
    found = told(sheets_with({(MANY.id, option_part(SECOND), ANSWER): mark}))
    assert (found.answers, found.not_understood) == ({MANY.id: Answer(values=(SECOND,))}, ())


@pytest.mark.parametrize("mark", ["nee", "-", 0.0])
def test_and_left_out_in_the_way_people_do(mark: object) -> None:
    marks = {(MANY.id, option_part(FIRST), ANSWER): "x", (MANY.id, option_part(SECOND), ANSWER): mark}
    assert told(sheets_with(marks)).answers == {MANY.id: Answer(values=(FIRST,))}


def test_words_at_an_option_are_told() -> None:
    (strange,) = told(sheets_with({(MANY.id, option_part(FIRST), ANSWER): "soms"})).not_understood
    assert "past alleen een x" in strange.why


@pytest.mark.parametrize("sign", ["; ", ", ", "\n"])
def test_options_may_be_named_at_the_question_itself(sign: str) -> None:
    labels = sign.join(option.label for option in MANY.choices()[:2])
    assert told(said(labels, MANY.id)).answers == {MANY.id: Answer(values=(FIRST, SECOND))}


@pytest.mark.parametrize("value", [6, 6.0, "6", "6 weken"])
def test_a_number_may_be_a_text(value: object) -> None:
    assert told(said(value, NUMBER)).answers == {NUMBER: Answer(values=("6",))}


@pytest.mark.parametrize("value", [6.5, "6 à 8", "veel", -3])
def test_what_is_no_whole_number_is_told(value: object) -> None:
    found = told(said(value, NUMBER))
    assert (len(found.not_understood), found.answers) == (1, {})


def test_words_beside_the_crosses_cost_no_cross() -> None:
    cells: dict[tuple[str, str, int], object] = {
        (MANY.id, option_part(one), ANSWER): "x" for one in (FIRST, SECOND)
    }
    found = told(sheets_with(cells | {(MANY.id, "", ANSWER): "Zie de kruisjes hieronder"}))
    assert found.answers == {MANY.id: Answer(values=(FIRST, SECOND))}
    (strange,) = found.not_understood
    assert (strange.text, strange.about) == ("Zie de kruisjes hieronder", MANY.text)


def test_of_many_options_five_are_named_and_none_by_its_code() -> None:
    (strange,) = told(said("de buurman", MANY.id)).not_understood
    assert strange.remedy.count("‘") == 5
    assert f"{len(all_options(MANY)) - 5} andere" in strange.remedy
    both = {(MANY.id, option_part(one), ANSWER): "x" for one in (FIRST, SECOND)}
    (strange,) = told(sheets_with(both | {(MANY.id, ALONE_PART, ANSWER): "Weet ik niet"})).not_understood
    assert FIRST not in strange.why
    assert "‘Weet ik niet’" in strange.why


def test_certainty_and_remark_come_along() -> None:
    cells = {
        (YES_NO, "", ANSWER): "Deels",
        (YES_NO, "", SURE): "Redelijk zeker",
        (YES_NO, "", REMARK): "Sinds kort.",
    }
    assert told(sheets_with(cells)).answers == {
        YES_NO: Answer(values=("deels",), certainty=AnswerCertainty.FAIRLY_SURE, remark="Sinds kort.")
    }


def test_a_remark_without_an_answer_is_told_and_not_lost() -> None:
    found = told(sheets_with({(YES_NO, "", REMARK): "Hangt ervan af."}))
    nobody = compare(found, informant(), catalogue=catalogue(), day=DAY)
    assert [item.text for item in nobody.not_understood] == ["Hangt ervan af."]
    somebody = compare(found, informant(answers=YES), catalogue=catalogue(), day=DAY)
    assert somebody.answers == {YES_NO: Answer(values=("ja",), remark="Hangt ervan af.", day=DAY)}


def test_rows_may_be_sorted_columns_moved_and_the_sheet_renamed() -> None:
    page, hidden = said("Ja")
    moved = [[*row[-1:], *row[:-1]] for row in reversed(page.rows)]
    found = told([hidden, replace(page, name="Blad1", rows=moved)])
    assert (found.answers, found.not_understood) == (YES, ())


def test_rows_that_were_added_are_told_and_not_read() -> None:
    page, hidden = said("Ja")
    found = told([replace(page, rows=[*page.rows, [], ["", "", "", "Belt u mij even?"]]), hidden])
    (strange,) = found.not_understood
    assert (strange.text, strange.why) == ("Belt u mij even?", "deze rij hoort bij geen enkele vraag")
    assert found.answers == YES


def test_words_beside_the_list_are_told() -> None:
    page, hidden = blank()
    rows = [[*row, "", "zie mijn mail"] if row[0] == YES_NO else row for row in page.rows]
    assert [item.text for item in told([replace(page, rows=rows), hidden]).not_understood] == [
        "zie mijn mail"
    ]


def test_a_question_that_stands_there_twice_must_say_the_same() -> None:
    page, hidden = said("Ja")
    again = [YES_NO, "", "", "", "Nee", "", "", ""]
    found = told([replace(page, rows=[*page.rows, again]), hidden])
    assert found.answers == YES
    assert "staat er twee keer" in found.not_understood[0].why


def test_without_the_hidden_sheet_the_answers_are_there_and_the_informant_is_not() -> None:
    page, _ = said("Ja")
    assert is_sheet_of_ours([page])
    read = read_sheets([page], file="lijst.xlsx")
    assert (read.informant, read.code) == ("", "")
    assert any(answer.values == ("Ja",) for answer in read.answers)


@pytest.mark.parametrize(
    "value",
    [datetime(2026, 11, 19), date(2026, 11, 19), "19-11-2026", "19 november 2026"],  # noqa: DTZ001  (a cell has none)
)
def test_the_day_may_be_a_date_or_a_text(value: Cell) -> None:
    assert read_sheets(_with_day(value), file="lijst.xlsx").answered_on == date(2026, 11, 19)


def test_a_day_that_is_none_is_told() -> None:
    read = read_sheets(_with_day("vorige week"), file="lijst.xlsx")
    assert read.answered_on is None
    assert read.odd_day is not None
    assert "geen hele dag" in read.odd_day.why


def test_words_at_anders_mean_that_choice() -> None:
    other = next(
        item.question.id
        for item in form().questions
        if any(one.value == "anders" for one in item.question.choices())
    )
    found = told(sheets_with({(other, "anders", ANSWER): "de kapper"}))
    assert found.answers == {other: Answer(values=("anders",), other="de kapper")}


def test_a_formula_without_an_outcome_is_told() -> None:
    found = told(said(Unreckoned("=A1")))
    assert found.answers == {}
    assert "formule" in found.not_understood[0].why


def test_a_sheet_without_our_headings_is_none_of_ours() -> None:
    page, _ = blank()
    strange = replace(page, rows=[row for row in page.rows if HEADINGS[QUESTION] not in row])
    assert not is_sheet_of_ours([strange])
    assert not filled({}).not_understood


def test_what_psoh_filled_in_itself_is_known_as_such() -> None:
    sent = read_workbook(
        write_xlsx(form(answers={YES_NO: Answer(values=("nee",), remark="Nog niet.")})), "lijst.xlsx"
    )
    (untouched,) = (item for item in read_sheets(sent, file="lijst.xlsx").answers if not item.is_empty)
    assert (untouched.question, untouched.as_sent) == (YES_NO, True)
    for column, text in ((ANSWER, "Ja"), (REMARK, "Nu wel."), (SURE, "zeker")):
        touched = read_sheets(sheets_with({(YES_NO, "", column): text}, sent), file="lijst.xlsx")
        assert [item.as_sent for item in touched.answers if not item.is_empty] == [False]
    assert told(sent).untouched == {YES_NO}


def _with_day(value: Cell) -> list[RawSheet]:
    page, hidden = blank()
    rows = [
        [*row[:ANSWER], value, *row[ANSWER + 1 :]] if str(row[QUESTION]).startswith("Ingevuld op") else row
        for row in page.rows
    ]
    return [replace(page, rows=rows), hidden]
