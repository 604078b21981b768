"""What holds for every form of a list: days that can be, ends of lines, how long a text may be, and nothing dropped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from tests.interview.forms.lists import (
    TODAY,
    blank,
    catalogue,
    filled,
    form,
    question,
    sheets_with,
)
from tests.press.forms.lists import as_page_writes

from psoh_cli.errors import UnreadableError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.day_answered import day_in, with_day_by
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.page_reading import read_json
from psoh_cli.interview.forms.page_values import LONGEST_TEXT, shortened
from psoh_cli.interview.forms.reading_file import shape_of
from psoh_cli.interview.forms.sheet import ANSWER, REMARK
from psoh_cli.interview.forms.sheet_reading import read_sheets
from psoh_cli.interview.forms.text_lengths import long_texts
from psoh_cli.interview.forms.understanding import Understood, understand
from psoh_cli.line_ends import joined, mended
from psoh_cli.vocabulary import AnswerKind

YES = question(AnswerKind.YES_NO_PARTLY)
LONG = "woord " * 800


def of_page(**parts: Any) -> Filled:
    written = json.loads(as_page_writes(form(), {}))
    return read_json(json.dumps(written | parts).encode(), file="a.json")


def of_page_with(said: Mapping[str, Any]) -> Filled:
    return of_page(antwoorden={YES.id: said})


def of_sheet_with(remark: str) -> Filled:
    return filled({(YES.id, "", ANSWER): "Ja", (YES.id, "", REMARK): remark})


def told(read: Filled, stands: frozenset[str] = frozenset()) -> Understood:
    return understand(read, catalogue=catalogue(), as_of=TODAY, stands=stands)


@pytest.mark.parametrize(
    "day", ["gisteren", "0026-02-01", "0001-01-01", "1899-12-31", "2201-01-01", "2026-02-31"]
)
def test_a_day_that_cannot_be_is_no_day_on_any_list(day: str) -> None:
    read = of_page(ingevuld_op=day)
    assert read.answered_on is None
    assert read.odd_day is not None
    assert (read.odd_day.text, read.odd_day.place.column) == (day, "ingevuld_op")
    assert day_in(day) is None


def test_a_day_with_another_year_in_a_cell_is_none() -> None:
    assert day_in("1-2-0026") is None
    assert day_in("1-2-2026") == date(2026, 2, 1)


def test_nobody_fills_in_a_list_tomorrow() -> None:
    read = with_day_by(of_page(ingevuld_op="2026-11-23"), as_of=TODAY)
    assert read.answered_on is None
    assert read.odd_day is not None
    assert "moet nog komen" in read.odd_day.why
    assert with_day_by(of_page(ingevuld_op="2026-11-22"), as_of=TODAY).answered_on == TODAY


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "_x000D_\n", "_x000d_"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    remark = f"Eerst dit.{end}Dan dat."
    for read in (of_page_with({"antwoord": ["ja"], "opmerking": remark}), of_sheet_with(remark)):
        found = told(read)
        assert found.not_understood == ()
        assert found.answers[YES.id].remark == "Eerst dit.\nDan dat."


def test_lines_are_shown_behind_one_another() -> None:
    assert joined("een\r\n\r\n twee ") == "een / twee"
    assert shortened("een\ntwee") == "een / twee"
    assert mended("_x000A_") == "_x000A_"


def test_a_text_that_is_too_long_is_told_on_every_list_and_the_rest_counts() -> None:
    for read in (of_page_with({"antwoord": ["ja"], "opmerking": LONG}), of_sheet_with(LONG)):
        found = told(read)
        assert [f"{len(LONG.strip()):,}".replace(",", ".") in one.why for one in found.not_understood] == [
            True
        ]
        assert (found.answers[YES.id].values, found.answers[YES.id].remark) == (("ja",), None)
    just = "a" * LONGEST_TEXT
    assert told(of_sheet_with(just)).answers[YES.id].remark == just


def test_a_long_text_that_stands_in_the_interview_may_come_back() -> None:
    stands = long_texts({YES.id: Answer(values=("ja",), remark=LONG.strip())})
    found = told(of_page_with({"antwoord": ["nee"], "opmerking": LONG}), stands)
    assert (found.not_understood, found.answers[YES.id].remark) == ((), LONG.strip())
    untouched = of_page(antwoorden={YES.id: {"antwoord": ["ja"], "opmerking": LONG}}, ongewijzigd=[YES.id])
    assert (told(untouched).not_understood, told(untouched).untouched) == ((), frozenset({YES.id}))


def test_words_at_anders_of_a_question_without_it_are_told() -> None:
    found = told(of_page_with({"antwoord": [], "anders": "soms wel"}))
    assert [(one.text, one.place.column) for one in found.not_understood] == [
        ("soms wel", f"antwoorden.{YES.id}.anders")
    ]
    assert found.answers == {}


def test_a_list_without_its_numbers_is_refused_in_one_sentence() -> None:
    page, *others = sheets_with({(YES.id, "", ANSWER): "Ja"}, blank())
    without = type(page)(file=page.file, name=page.name, rows=[row[1:] for row in page.rows])
    with pytest.raises(UnreadableError, match="bij welke vraag een antwoord hoort"):
        read_sheets([without, *others], file="lijst.xlsx")


def test_half_a_word_file_is_called_what_it_is() -> None:
    with pytest.raises(UnreadableError, match=r"Word-bestand .* niet heel"):
        shape_of(b"PK\x03\x04" + bytes(26) + b"word/document.xml" + bytes(300), file="lijst.docx")
