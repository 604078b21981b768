"""The law of our own spreadsheet: what goes out comes back the same, whatever somebody typed."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.made_up import KNOWN, kaarten, texts
from tests.kaart.exchange.reading_back import from_csv, from_xlsx, imported

from psoh_cli.kaart.exchange.sheet.cell_text import read, write
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, column_of, named
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.labelled_parts import read_line, write_line
from psoh_cli.kaart.exchange.sheet.several_values import join, split
from psoh_cli.kaart.exchange.sheet.shielding import kept_apart, shielded, unshielded
from psoh_cli.kaart.exchange.sheet.xlsx_file import write_xlsx
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.practices.practice_files import sound_catalogue

AS_OF = date(2026, 11, 21)
FEW = 14
"""Whole kaarten in the fast lane; the slow one tries many."""


def entries(kaart: KaartFile) -> tuple[dict[str, object], dict[str, object]]:
    return {item.id: item for item in kaart.organizations}, {item.id: item for item in kaart.services}


@settings(max_examples=FEW)
@given(kaarten(most=2))
def test_a_csv_gives_back_the_same_organizations_and_services(kaart: KaartFile) -> None:
    assert from_csv(write_csv(kaart, known=KNOWN), known=KNOWN) == entries(kaart)


@settings(max_examples=FEW // 2)
@given(kaarten(most=2))
def test_a_workbook_gives_back_the_same_organizations_and_services(kaart: KaartFile) -> None:
    assert from_xlsx(write_xlsx(kaart, known=KNOWN, as_of=AS_OF), known=KNOWN) == entries(kaart)


@settings(max_examples=FEW)
@given(kaarten(most=2))
def test_a_csv_is_imported_as_the_same_organizations_and_services(kaart: KaartFile) -> None:
    data = write_csv(kaart, known=KNOWN)
    assert imported(data, name="kaart.csv", known=KNOWN) == entries(kaart)


@settings(max_examples=FEW // 2)
@given(kaarten(most=2))
def test_a_workbook_is_imported_as_the_same_organizations_and_services(kaart: KaartFile) -> None:
    data = write_xlsx(kaart, known=KNOWN, as_of=AS_OF)
    assert imported(data, name="kaart.xlsx", known=KNOWN) == entries(kaart)


@pytest.mark.slow
@settings(max_examples=160)
@given(kaarten(most=5))
def test_both_give_back_the_same_for_many_kaarten(kaart: KaartFile) -> None:
    text, book = write_csv(kaart, known=KNOWN), write_xlsx(kaart, known=KNOWN, as_of=AS_OF)
    assert from_csv(text, known=KNOWN) == entries(kaart)
    assert from_xlsx(book, known=KNOWN) == entries(kaart)
    assert imported(text, name="kaart.csv", known=KNOWN) == entries(kaart)
    assert imported(book, name="kaart.xlsx", known=KNOWN) == entries(kaart)


@given(texts)
def test_no_text_is_lost_by_the_apostrophe_that_shields_it(text: str) -> None:
    assert unshielded(shielded(kept_apart(text))) == text
    assert unshielded(kept_apart(text)) == text


@given(st.lists(texts, max_size=4))
@example(["a, b", "c\\", "\\,"])
def test_several_values_in_one_cell_come_apart_again(values: list[str]) -> None:
    assert list(split(join(values))) == values


@given(texts, texts)
def test_labelled_parts_come_apart_again(first: str, second: str) -> None:
    line = write_line((("", "x"), ("een", first), ("twee", second)))
    assert "\n" not in line
    assert read_line(line, labels=("een", "twee")) == ("x", {"een": first, "twee": second})


@settings(max_examples=FEW)
@given(kaarten(most=2))
def test_no_cell_of_a_csv_begins_like_a_formula(kaart: KaartFile) -> None:
    text = write_csv(kaart, known=KNOWN).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for cell in row:
            assert not re.match(r"[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]", cell), cell


def test_a_shield_that_is_taken_off_breaks_the_law() -> None:
    """The guards above would see it: without the extra apostrophe a text loses its own."""
    assert unshielded("'=1+1") != "'=1+1"
    assert split("a, b") != ("a, b",)


def test_every_column_has_a_heading_of_its_own() -> None:
    headings = [column.heading.casefold() for column in COLUMNS]
    assert len(set(headings)) == len(headings)


def test_the_example_of_every_column_is_what_psoh_itself_reads() -> None:
    for column in named(COLUMNS, known=KnownIds.of(sound_catalogue())):
        assert read(column, column.example) is not None, column.heading


def test_an_empty_cell_is_unknown_and_never_no() -> None:
    assert read(column_of("dienst", "wachttijd.aanmeldstop"), "") is None
    assert write(column_of("dienst", "wachttijd.aanmeldstop"), None) == ""
    assert write(column_of("dienst", "gecontroleerd_op"), None) == "onbekend"
