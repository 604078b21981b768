"""The 4Ws overview: one row per activity, unknown stays empty, and nobody's own address is in it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from tests.kaart.exchange.full_kaart import FULL, KNOWN
from tests.kaart.exchange.hsds_worlds import SETTING
from tests.kaart.samples import gemeente, kaart_file, organization, service

from psoh_cli.kaart.exchange.four_ws.columns import COLUMNS
from psoh_cli.kaart.exchange.four_ws.rows import Row, hours_a_week, overview
from psoh_cli.kaart.exchange.four_ws.table_file import CSV_NAME, XLSX_NAME, write_csv, write_xlsx
from psoh_cli.kaart.kaart import KaartFile

AS_OF = date(2026, 11, 21)
AROUND = replace(SETTING, known=KNOWN)


def rows(kaart: KaartFile = FULL, *, only_public: bool = False) -> tuple[Row, ...]:
    return overview(kaart, replace(AROUND, only_public=only_public)).rows


def cells(kaart: KaartFile) -> list[list[str]]:
    data = write_csv(kaart, AROUND, AS_OF).files[CSV_NAME]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_columns_are_those_of_the_overview() -> None:
    assert [letter for letter, _ in COLUMNS] == list("ABCDEFGHIJKLMNOPQRSTUV")


def test_a_service_has_a_row_for_each_activity() -> None:
    first, second, *_ = rows()
    assert (first["J"], first["K"], second["J"], second["K"]) == ("3", "3.4", "8", "8.2")
    shared = {letter: text for letter, text in first.items() if letter not in "JK"}
    assert shared == {letter: text for letter, text in second.items() if letter not in "JK"}
    assert shared == {
        "A": "2026-06-01",
        "B": "Buurthuis",
        "D": "verwijslijn",
        "E": "0611112222",
        "F": "groep@huis.example",
        "G": "Zuid-Holland",
        "H": "Dordrecht; Centrum",
        "I": "GM0505",
        "L": "Samen praten",
        "M": "vrouwen, ouders",
        "S": "cultuursensitief werken (een deel)",
        "U": "Op de hoek",
        "V": "ja",
    }


def test_what_is_unknown_stays_empty() -> None:
    bare = kaart_file(service(werkgebied=[], gecontroleerd_op="onbekend"))
    assert rows(bare) == ({"B": "Huis", "L": "een inloop", "O": "1"},)
    assert [cell for cell in cells(bare)[1] if cell] == ["Huis", "een inloop", "1"]


def test_a_service_without_a_code_has_its_row_and_is_told() -> None:
    found = overview(FULL, AROUND)
    assert [row.get("K") for row in found.rows] == ["3.4", "8.2", None]
    assert found.left_out == (
        "1 dienst die gestopt is, gaat niet mee.",
        "1 dienst heeft nog geen 4Ws-code; daar blijft de code leeg. Vul codes_4w in op de kaart.",
    )


@pytest.mark.parametrize("status", ["tijdelijk-gesloten", "onbekend"])
def test_only_what_runs_is_being_done(status: str) -> None:
    assert rows(kaart_file(service()))[0]["O"] == "1"
    assert "O" not in rows(kaart_file(service(status=status)))[0]


def test_no_address_of_one_person_goes_out() -> None:
    home = organization(contact={"functie": "coördinator", "email": "jan.de.vries@huis.example"})
    (row,) = rows(kaart_file(service(), organisaties=[home]))
    assert row["D"] == "coördinator"
    assert "F" not in row


def test_a_contact_for_professionals_stays_out_of_what_is_public() -> None:
    assert rows()[0]["D"] == "verwijslijn"
    assert "D" not in rows(only_public=True)[0]


@pytest.mark.parametrize(
    ("schedules", "told"),
    [
        ([], ""),
        ([{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}], "3"),
        ([{"dagen": ["maandag", "vrijdag"], "van": "09:00", "tot": "11:45"}], "5,5"),
        ([{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}] * 2, "3"),
        ([{"dagen": ["maandag"], "van": "22:00", "tot": "00:00"}], "2"),
        ([{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}, {"toelichting": "op afspraak"}], ""),
        ([{"dagen": ["maandag"]}], ""),
    ],
)
def test_hours_a_week_are_counted_only_when_all_are_known(schedules: list[dict[str, Any]], told: str) -> None:
    assert hours_a_week(service(openingstijden=schedules).schedules) == told


def test_the_csv_keeps_codes_and_runs_nothing() -> None:
    evil = kaart_file(service(aanbod="=HYPERLINK(1)", codes_4w=["8.1"]))
    row = dict(zip("ABCDEFGHIJKLMNOPQRSTUV", cells(evil)[1], strict=True))
    assert (row["A"], row["K"], row["L"]) == ("2026-06-01", "'8.1", "'=HYPERLINK(1)")


def test_the_workbook_holds_text_and_the_list_of_codes() -> None:
    evil = kaart_file(service(aanbod="=HYPERLINK(1)", codes_4w=["8.1"]))
    data = write_xlsx(evil, AROUND, AS_OF).files[XLSX_NAME]
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["4Ws", "Codes"]
    sheet, codes = book["4Ws"], book["Codes"]
    assert [sheet.cell(2, column).value for column in (10, 11, 12)] == ["8", "8.1", "=HYPERLINK(1)"]
    assert {sheet.cell(2, column).data_type for column in (10, 11, 12)} == {"s"}
    lines = {row[0]: row[1:] for row in codes.iter_rows(values_only=True)}
    assert lines["8.4"] == (
        "Psychotherapie",
        "Psychologische interventie",
        "persoon",
        "laag-4",
        "geverifieerd",
    )
    assert lines["11.2"][2:] == ("algemeen", "geen", "uit-geheugen")
    assert write_xlsx(evil, AROUND, AS_OF).files[XLSX_NAME] == data


def test_a_province_is_that_of_the_gemeente() -> None:
    plain = replace(AROUND, gemeente=gemeente())
    assert "G" not in overview(FULL, plain).rows[0]
