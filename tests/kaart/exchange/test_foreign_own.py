from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import load_workbook
from tests.kaart.exchange.foreign import KNOWN, told
from tests.kaart.samples import AS_OF, kaart_file, organization, service

from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken, take_sheets
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.kaart.exchange.sheet.xlsx_file import write_xlsx

OWN = kaart_file(
    service(talen=["ar", "ti"], wachttijd={"weken": 6, "gemeten_op": "2026-05"}, contact={"telefoon": "0201234567"},
            openingstijden=[{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}]),
    service(id="eten", naam="Samen eten", toelichting="- begint met een streepje"),
).model_copy(
    update={"organizations": (
        organization(kvk="01234567", locaties=[{"id": "zaal", "naam": "Zaal", "adres": {"plaats": "Voorbeeldstad"}}]),
        organization(id="thuis", naam="Thuis"),
    )}
)  # fmt: skip


def back(data: bytes, name: str) -> SheetsTaken:
    return take_sheets(read_sheets(data, name), known=KNOWN)


def edited_csv(
    edit: Callable[[list[list[str]]], None], *, encoding: str = "utf-8-sig", sign: str = ";"
) -> SheetsTaken:
    rows = list(
        csv.reader(io.StringIO(write_csv(OWN, known=KNOWN).decode("utf-8-sig"), newline=""), delimiter=";")
    )
    edit(rows)
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=sign).writerows(rows)
    return back(target.getvalue().encode(encoding), "kaart.csv")


def put(rows: list[list[str]], *, row: int, heading: str, cell: str) -> None:
    rows[row][rows[0].index(heading)] = cell


def of(came: SheetsTaken, key: str) -> Incoming:
    return next(item for item in came.batch.entries if item.id == key)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_we_exported_comes_back_unchanged(kind: str) -> None:
    data = write_csv(OWN, known=KNOWN) if kind == "csv" else write_xlsx(OWN, known=KNOWN, as_of=AS_OF)
    came = back(data, f"kaart.{kind}")
    preview = compare(came.batch, own=OWN, known=KNOWN)
    assert (came.is_own, came.batch.is_complete, came.batch.not_understood, came.batch.remarks) == (
        True,
        True,
        (),
        (),
    )
    assert (preview.new, preview.changed, preview.missing, preview.not_understood) == ((), (), (), ())
    assert len(preview.unchanged) == 4


@pytest.mark.parametrize(("encoding", "sign"), [("utf-8", ","), ("cp1252", ";"), ("utf-16", "\t")])
def test_our_own_csv_may_be_saved_in_another_way(encoding: str, sign: str) -> None:
    came = edited_csv(lambda rows: None, encoding=encoding, sign=sign)
    assert not compare(came.batch, own=OWN, known=KNOWN).writes


def test_an_emptied_cell_takes_away_and_a_filled_one_changes() -> None:
    def edit(rows: list[list[str]]) -> None:
        put(rows, row=1, heading="Talen van medewerkers", cell="")
        put(rows, row=1, heading="Wachttijd in weken", cell="8")

    came = edited_csv(edit)
    (changed,) = compare(came.batch, own=OWN, known=KNOWN).changed
    assert [field.key for field in changed.fields] == ["talen", "wachttijd"]
    assert of(came, "dienst").values["talen"] is None
    assert of(came, "dienst").values["wachttijd"] == {"weken": 8, "gemeten_op": "2026-05"}


def test_what_people_write_in_our_own_file_is_understood_as_well() -> None:
    def edit(rows: list[list[str]]) -> None:
        put(rows, row=1, heading="Talen van medewerkers", cell="arabisch / dari")
        put(rows, row=1, heading="Nagevraagd op", cell="1-2-24")
        put(rows, row=1, heading="Kosten voor de cliënt", cell="kleine bijdrage?")

    came = edited_csv(edit)
    values = of(came, "dienst").values
    assert (values["talen"], values["gecontroleerd_op"]) == (["ar", "prs"], "2024-02-01")
    assert "kosten_client" not in values
    assert list(told(came)) == [(2, "Kosten voor de cliënt")]


def test_a_new_row_without_id_says_nothing_of_its_empty_cells() -> None:
    came = edited_csv(lambda rows: rows.append(["Fietsles", "Huis", *[""] * (len(rows[0]) - 2)]))
    (new,) = [item for item in came.batch.entries if item.name == "Fietsles"]
    assert (new.id, new.organization_name) == ("", "Huis")
    assert {key: value for key, value in new.values.items() if key != "gecontroleerd_op"} == {
        "naam": "Fietsles"
    }


def test_another_organization_chosen_from_the_list_is_meant() -> None:
    book = load_workbook(io.BytesIO(write_xlsx(OWN, known=KNOWN, as_of=AS_OF)))
    sheet = book["Diensten"]
    headings = [cell.value for cell in sheet[1]]
    assert headings[1].startswith("Organisatie")
    sheet.cell(row=3, column=2, value="Thuis")
    target = io.BytesIO()
    book.save(target)
    came = back(target.getvalue(), "kaart.xlsx")
    assert "organisatie" not in of(came, "eten").values
    (changed,) = compare(came.batch, own=OWN, known=KNOWN).changed
    assert [field.key for field in changed.fields] == ["organisatie"]


def test_columns_that_were_added_are_told() -> None:
    def edit(rows: list[list[str]]) -> None:
        for row in rows:
            row.append("Mijn kolom" if row is rows[0] else "x")

    assert edited_csv(edit).batch.remarks == (
        "Er zijn kolommen bij gekomen in kaart.csv die psoh niet leest: 'Mijn kolom'.",
    )


def test_zeros_and_days_that_excel_made_its_own_come_back_right() -> None:
    book = load_workbook(io.BytesIO(write_xlsx(OWN, known=KNOWN, as_of=AS_OF)))
    sheet = book["Organisaties"]
    headings = [str(cell.value) for cell in sheet[1]]
    sheet.cell(row=2, column=headings.index("KvK-nummer") + 1, value=1234567)
    sheet.cell(row=2, column=headings.index("Organisatie nagevraagd op *") + 1, value=date(2026, 6, 1))
    target = io.BytesIO()
    book.save(target)
    assert not compare(back(target.getvalue(), "kaart.xlsx").batch, own=OWN, known=KNOWN).writes
