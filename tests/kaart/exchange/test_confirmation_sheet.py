"""The confirmation sheet as a workbook: filled in, saved by another program, moved about, and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.kaart.exchange.full_kaart import FULL
from tests.kaart.exchange.replies import ANSWERED, batch_of, form_of
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.confirmation.incoming_answers import Answered
from psoh_cli.kaart.exchange.confirmation.reading_file import is_ours, read_told
from psoh_cli.kaart.exchange.confirmation.sheet import SHEET
from psoh_cli.kaart.exchange.confirmation.told import Told
from psoh_cli.kaart.exchange.confirmation.xlsx_file import write_xlsx
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.kaart import KaartFile

KAART = kaart_file(
    service(
        talen=["nl", "ar"], tolkinzet="geen", wachttijd={"weken": 6, "gemeten_op": "2026-01"}, aanbod="=1+1"
    )
)
DAY = PartialDate(2026, 11, 25)
Filled = Mapping[tuple[str, str], tuple[str | None, Any]]


def page_of(data: bytes) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book[SHEET]
    assert isinstance(page, Worksheet)
    return book, page


def filled(data: bytes, answers: Filled, *, on: Any = None) -> bytes:
    """Fill in a choice and a new value behind questions, by reference and key."""
    book, page = page_of(data)
    for row in page.iter_rows():
        entry, key, question = (str(cell.value or "") for cell in row[:3])
        if question.startswith("Ingevuld op"):
            row[3].value = on
        if (entry, key) in answers:
            holds, now = answers[entry, key]
            row[4].value, row[5].value = holds or None, now
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def read(data: bytes) -> Told:
    return read_told(data, "terug.xlsx")


def came_in(data: bytes, kaart: KaartFile = KAART, *, when: Answered = ANSWERED) -> Batch:
    return batch_of(read(data), kaart, when=when)


SHEET_BYTES = write_xlsx(form_of(KAART))


def test_an_empty_sheet_says_nothing() -> None:
    batch = came_in(SHEET_BYTES)
    assert (batch.entries, batch.not_understood) == ((), ())
    assert {part.made_on for part in read(SHEET_BYTES).parts} == {date(2026, 11, 21)}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({("d:dienst", "talen"): ("wijzigen", "Tigrinya, Dari")}, {"talen": ["ti", "prs"]}),
        ({("d:dienst", "talen"): ("", "ook Somalisch")}, {"talen": ["nl", "ar", "so"]}),
        ({("d:dienst", "wachttijd"): ("wijzigen", 8)}, {"wachttijd": {"weken": 8, "gemeten_op": DAY}}),
        ({("d:dienst", "wachttijd"): ("weg", None)}, {"wachttijd": None}),
        ({("d:dienst", "contact.telefoon"): ("wijzigen", 781234567)}, {"contact": {"telefoon": "0781234567"}}),
        ({("d:dienst", "status"): ("wijzigen", "gestopt")}, {"status": "gestopt"}),
        ({("d:dienst", "talen"): ("weet niet", None)}, None),
    ],
)  # fmt: skip
def test_what_is_filled_in_is_read(answers: Filled, expected: dict[str, Any] | None) -> None:
    batch = came_in(filled(SHEET_BYTES, answers))
    assert [dict(item.values) for item in batch.entries] == ([] if expected is None else [expected])
    assert batch.not_understood == ()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (("wijzigen", None), "niet wat het nu is"),
        (("klopt", "Turks"), "'klopt', en ook een nieuwe waarde"),
        (("wijzigen", "Tigrynia"), "geen taal"),
        (("wijzigen", "=1+1"), "formule"),
    ],
)
def test_what_is_not_clear_is_told_with_its_row(answer: tuple[str, Any], why: str) -> None:
    (found,) = came_in(filled(SHEET_BYTES, {("d:dienst", "talen"): answer})).not_understood
    assert why in found.why
    _, page = page_of(SHEET_BYTES)
    assert page.cell(found.place.row, 2).value == "talen"
    assert found.place.sheet == SHEET


def test_one_choice_confirms_all_of_an_entry_on_the_day_filled_in() -> None:
    data = filled(SHEET_BYTES, {("o:huis", "alles"): ("klopt", None)}, on=date(2026, 11, 23))
    told = read(data)
    assert told.answered_on == date(2026, 11, 23)
    batch = came_in(data, when=Answered(day=date(2026, 11, 23), role=None, is_told=True))
    assert {item.id: dict(item.values) for item in batch.entries} == {
        "huis": {"gecontroleerd_op": PartialDate(2026, 11, 23), "gecontroleerd_door": "opgave van Huis"}
    }


@pytest.mark.parametrize("on", ["23-11-2026", "23 november 2026", "23/11/2026"])
def test_the_day_may_be_text(on: str) -> None:
    assert read(filled(SHEET_BYTES, {}, on=on)).answered_on == date(2026, 11, 23)


def test_rows_and_columns_may_move() -> None:
    book, page = page_of(filled(SHEET_BYTES, {("d:dienst", "talen"): ("wijzigen", "Turks")}))
    page.insert_rows(12, amount=3)
    page.insert_cols(3)
    batch = came_in(saved(book))
    assert [dict(item.values) for item in batch.entries] == [{"talen": ["tr"]}]


def test_only_what_may_be_filled_in_is_open() -> None:
    book, page = page_of(SHEET_BYTES)
    assert page.protection.sheet
    assert book["psoh"].sheet_state == "veryHidden"
    assert (page.column_dimensions["A"].hidden, page.column_dimensions["A"].max) == (True, 2)
    row = next(row for row in page.iter_rows() if row[1].value == "talen")
    assert [cell.protection.locked for cell in row[2:6]] == [True, True, False, False]
    lists = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert any(
        str(row[4].coordinate) in str(rule.sqref) and "wijzigen" in str(rule.formula1) for rule in lists
    )


def test_nothing_in_it_is_a_formula() -> None:
    _, page = page_of(SHEET_BYTES)
    cells = [cell for row in page.iter_rows() for cell in row if str(cell.value or "").startswith("=")]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_xlsx(form_of(FULL)) == write_xlsx(form_of(FULL))


def test_our_own_is_known_from_another_workbook() -> None:
    book = openpyxl.Workbook()
    assert is_ours(SHEET_BYTES, "a.xlsx")
    assert not is_ours(saved(book), "b.xlsx")
    assert not is_ours(b"niets", "c.txt")
    assert not is_ours(b"", "d.txt")


def test_an_organization_and_a_service_may_have_one_id() -> None:
    kaart = kaart_file(service(id="huis", naam="Dienst")).model_copy(
        update={"organizations": (organization(),)}
    )
    data = filled(write_xlsx(form_of(kaart)), {("d:huis", "naam"): ("wijzigen", "Samen eten")})
    assert [(item.kind, dict(item.values)) for item in came_in(data, kaart).entries] == [
        ("dienst", {"naam": "Samen eten"})
    ]


def test_a_service_that_stopped_and_a_day_that_is_none_are_told() -> None:
    batch = came_in(filled(SHEET_BYTES, {("d:dienst", "alles"): (None, "gestopt")}))
    assert [dict(item.values) for item in batch.entries] == [{"status": "gestopt"}]
    other = came_in(filled(SHEET_BYTES, {("d:dienst", "alles"): (None, "alleen de dinsdag")}))
    assert other.not_understood[0].remedy == "Zet wat er anders is in de rij van die vraag."
    book = filled(SHEET_BYTES, {}, on="vorige week")
    assert "'vorige week'. Dat is geen dag" in " ".join(read(book).remarks)
