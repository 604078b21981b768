"""The workbook that goes out: what can be written in, what is locked, what is out of sight, and what can be chosen."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.interview.forms.lists import form, opened

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.form import FORMAT
from psoh_cli.interview.forms.sheet import (
    ALONE_PART,
    ANSWER,
    ID,
    NUMBER,
    OURS,
    PART,
    QUESTION,
    REMARK,
    SURE,
    WHY,
    rows,
)
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.interview.values import all_options
from psoh_cli.vocabulary import AnswerKind


@cache
def book() -> Any:
    return opened(write_xlsx(form()))


@cache
def lines() -> dict[tuple[str, str], int]:
    page = book()["Vragen"]
    found = {}
    for row in range(1, page.max_row + 1):
        name = page.cell(row, ID + 1).value
        if name not in (None, OURS, "id"):
            found[name, page.cell(row, PART + 1).value or ""] = row
    return found


def choices(row: int, column: int) -> str | None:
    page = book()["Vragen"]
    place = page.cell(row, column + 1).coordinate
    return next(
        (str(rule.formula1) for rule in page.data_validations.dataValidation if place in rule.sqref), None
    )


def test_only_what_is_asked_can_be_written_in() -> None:
    page = book()["Vragen"]
    assert page.protection.sheet
    many = {item.question.id for item in form().questions if item.question.kind is AnswerKind.MULTIPLE}
    for (name, part), row in lines().items():
        open_here = {column for column in range(WHY + 1) if not page.cell(row, column + 1).protection.locked}
        beside_crosses = {SURE, REMARK} if name in many else {ANSWER, SURE, REMARK}
        assert open_here == ({ANSWER} if part else beside_crosses)


def test_the_cell_beside_the_crosses_is_grey_and_shut() -> None:
    page = book()["Vragen"]
    many = next(item.question.id for item in form().questions if item.question.kind is AnswerKind.MULTIPLE)
    shut, cross = page.cell(lines()[many, ""], ANSWER + 1), page.cell(lines()[many, ALONE_PART], ANSWER + 1)
    assert shut.protection.locked
    assert shut.fill.fgColor.rgb != cross.fill.fgColor.rgb
    assert choices(lines()[many, ALONE_PART], ANSWER) == '"Weet ik niet,Niet van toepassing"'


def test_ids_are_out_of_sight_and_the_rest_is_not() -> None:
    page, hidden = book()["Vragen"], book()["psoh"]
    first = page.column_dimensions["A"]
    assert (first.hidden, first.min, first.max) == (True, ID + 1, PART + 1)
    assert not any(page.column_dimensions[letter].hidden for letter in "CDEFGH")
    assert hidden.sheet_state == "veryHidden"
    assert hidden["A1"].value == FORMAT
    assert [hidden.cell(row, 2).value for row in range(2, 7)] == [
        "GM9999", "huisarts-linde", "huisarts", form().knowledge_version, "2026-11-22",
    ]  # fmt: skip


def test_every_choice_can_be_chosen() -> None:
    for item in form().questions:
        row = lines()[item.question.id, ""]
        if item.question.kind is AnswerKind.YES_NO_PARTLY:
            assert choices(row, ANSWER) == '"Ja,Deels,Nee,Weet ik niet,Niet van toepassing"'
        assert choices(row, SURE) == '"zeker,redelijk zeker,onzeker"'


def test_a_list_that_holds_commas_stands_on_the_hidden_sheet() -> None:
    whole = form("ggz")
    item = next(
        item.question
        for item in whole.questions
        if item.question.kind is AnswerKind.CHOICE
        and any("," in option.label for option in item.question.choices())
    )
    both = opened(write_xlsx(whole))
    page, hidden = both["Vragen"], both["psoh"]
    row = next(row for row in range(1, page.max_row + 1) if page.cell(row, ID + 1).value == item.id)
    place = page.cell(row, ANSWER + 1).coordinate
    rule = next(rule for rule in page.data_validations.dataValidation if place in rule.sqref)
    cells = hidden[str(rule.formula1).partition("!")[2].replace("$", "")]
    assert [cell[0].value for cell in cells] == [option.label for option in all_options(item)]


def test_it_prints_on_lying_a4_and_says_what_matters_first() -> None:
    page = book()["Vragen"]
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight) == (
        "landscape", 9, 0,
    )  # fmt: skip
    assert (page.freeze_panes, page.print_title_rows) == ("E2", "$1:$1")
    said = " ".join(str(page.cell(row, NUMBER + 1).value) for row in range(1, 9))
    for words in ("vrijwillig", "geen namen", "stuur het terug", "Huisarts, Praktijk De Linde"):
        assert words in said


def test_what_was_answered_stands_there() -> None:
    many = next(item.question for item in form().questions if item.question.kind is AnswerKind.MULTIPLE)
    chosen = many.choices()[1].value
    found = [row for row in rows(form(answers={many.id: Answer(values=(chosen,))})) if row.answer]
    assert [(row.part, row.answer) for row in found] == [(f"optie/{chosen}", "x")]


def test_a_follow_up_says_when_it_counts() -> None:
    whole = form("gemeente")
    item = next(item for item in whole.questions if item.condition)
    page = opened(write_xlsx(whole))["Vragen"]
    row = next(row for row in range(1, page.max_row + 1) if page.cell(row, ID + 1).value == item.question.id)
    assert page.cell(row, QUESTION + 1).value.startswith(item.condition)
