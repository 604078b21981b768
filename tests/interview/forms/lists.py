"""Question lists to test with: made from the real knowledge, filled in as a partner does, and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.interview.details import as_question, choices_to_tell_of
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.form import Form, make_form
from psoh_cli.interview.forms.preview import Preview, compare
from psoh_cli.interview.forms.reading_file import read_sheet
from psoh_cli.interview.forms.sheet import ANSWER, HEADINGS, ID, PART, REMARK, SURE, rows
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.interview.forms.sheet_reading import read_sheets
from psoh_cli.interview.forms.understanding import Understood, understand
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import OTHER, all_options, divided_answers, has_choices, stands_alone
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import sound_catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerCertainty, AnswerKind
from psoh_cli.workbooks.raw_sheet import RawSheet
from psoh_cli.workbooks.reading_file import read_workbook

TODAY = date(2026, 11, 22)
DAY = PartialDate(2026, 11, 22)
CODE = "GM9999"

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp", "Zs")) | st.just(" "), min_size=1, max_size=40
).map(lambda text: text.strip()) .filter(bool)  # fmt: skip


@cache
def catalogue() -> Catalogue:
    return sound_catalogue()


def informant(group: str = "huisarts", answers: Mapping[str, Answer] | None = None) -> Informant:
    return Informant(
        id="huisarts-linde",
        file="interviews/huisarts-linde.yaml",
        interview=InterviewFile(
            format="1",
            knowledge_version=catalogue().version,
            group=group,
            role="Huisarts",
            organization="Praktijk De Linde",
            day=DAY,
            answers=dict(answers or {}),
        ),
    )


def form(group: str = "huisarts", answers: Mapping[str, Answer] | None = None) -> Form:
    return make_form(
        informant(group, answers), catalogue=catalogue(), gemeente="Voorbeeldstad", code=CODE, made_on=TODAY
    )


def question(kind: AnswerKind, group: str = "huisarts") -> Question:
    """Give the first question of a kind that is asked without a condition."""
    return next(
        item
        for item in Questionnaire(catalogue(), group).questions
        if item.kind is kind and item.ask_when is None
    )


def opened(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


Cells = Mapping[tuple[str, str, int], Any]
"""What to write in, by question, part and column."""


@cache
def blank() -> tuple[RawSheet, ...]:
    return read_workbook(write_xlsx(form()), "lijst.xlsx")


def sheets_with(cells: Cells, sheets: tuple[RawSheet, ...] | None = None) -> list[RawSheet]:
    """Fill in cells of a blank list as it comes out of a workbook; the first sheet holds the questions."""
    page, *others = sheets or blank()
    grid = [[*row, *[""] * (len(HEADINGS) - len(row))] for row in page.rows]
    at = {(row[ID], row[PART]): row for row in grid}
    for (name, part, column), value in cells.items():
        at[name, part][column] = value
    return [replace(page, rows=grid), *others]


def filled(cells: Cells) -> Filled:
    return read_sheets(sheets_with(cells), file="lijst.xlsx")


def told(sheets: Sequence[RawSheet]) -> Understood:
    return understand(read_sheets(sheets, file="lijst.xlsx"), catalogue=catalogue(), as_of=TODAY)


def filled_in(answers: Mapping[str, Answer], group: str = "huisarts") -> bytes:
    """Fill a blank list in with answers, each cell as psoh itself would have filled it in."""
    book = opened(write_xlsx(form(group)))
    page = book["Vragen"]
    at = {
        (page.cell(row, ID + 1).value, page.cell(row, PART + 1).value or ""): row
        for row in range(1, page.max_row + 1)
    }
    for row in rows(form(group, answers)):
        for column, text in zip((ANSWER, SURE, REMARK), row.said, strict=True):
            if text:
                there = page.cell(at[row.id, row.part], column + 1)
                there.value = text
                there.data_type = "s"  # a text that begins with = is no formula here
    return saved(book)


def read(data: bytes) -> Filled:
    return read_sheet(data, file="lijst.xlsx")


def understood(data: bytes) -> Understood:
    return understand(read(data), catalogue=catalogue(), as_of=TODAY)


def previewed(data: bytes, group: str = "huisarts", answers: Mapping[str, Answer] | None = None) -> Preview:
    return compare(understood(data), informant(group, answers), catalogue=catalogue(), day=DAY)


@st.composite
def interviews(draw: st.DrawFn, group: str) -> dict[str, Answer]:
    """Make up answers to some of the questions that a group is asked."""
    answers: dict[str, Answer] = {}
    questionnaire = Questionnaire(catalogue(), group)
    for item in questionnaire.questions:
        if questionnaire.applies(item, answers) and draw(st.integers(0, 2)):
            answers[item.id] = draw(answer(item))
    return answers


@st.composite
def answer(draw: st.DrawFn, item: Question) -> Answer:
    values = draw(_values(item))
    told = {
        choice: {
            detail.id: draw(_values(as_question(detail, item)))[0]
            for detail in item.details
            if draw(st.booleans())
        }
        for choice in choices_to_tell_of(item, values)
    }
    return Answer(
        values=values,
        other=draw(st.none() | TEXT) if OTHER in values else None,
        certainty=draw(st.none() | st.sampled_from(AnswerCertainty)),
        remark=draw(st.none() | TEXT),
        details={choice: said for choice, said in told.items() if said},
    )


def _values(item: Question) -> st.SearchStrategy[tuple[str, ...]]:
    anywhere = st.sampled_from([(DONT_KNOW,), (NOT_APPLICABLE,)])
    if item.kind is AnswerKind.MULTIPLE:
        own = [option.value for option in item.choices()]
        alone = [value for value in own if value in stands_alone(item)]
        several = st.lists(
            st.sampled_from([value for value in own if value not in alone]), min_size=1, unique=True
        )
        return anywhere | several.map(lambda chosen: tuple(sorted(chosen, key=own.index)))
    if has_choices(item):
        return st.sampled_from([*((option.value,) for option in all_options(item)), *_divided(item)])
    if item.kind is AnswerKind.NUMBER:
        return anywhere | st.integers(item.minimum or 0, 10**9).map(lambda number: (str(number),))
    if item.kind is AnswerKind.DATE:
        return anywhere | st.sampled_from([("2024",), ("2025-03",), ("2026-03-31",)])
    return anywhere | TEXT.filter(_is_said).map(lambda text: (text,))


def _divided(item: Question) -> list[tuple[str, ...]]:
    own = [option.value for option in item.choices()]
    return [tuple(sorted(values, key=own.index)) for values in divided_answers(item)]


def _is_said(text: str) -> bool:
    """Leave out words that say of themselves that there is no answer."""
    return text.casefold() not in ("weet ik niet", "n.v.t.", "nvt")
