"""The workbook for partners: what Excel and LibreOffice find in it."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from tests.kaart.exchange.made_up import KNOWN
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.errors import WrongUseError
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, REQUIRED_MARK, on_sheet
from psoh_cli.kaart.exchange.sheet.xlsx_file import NEW_ROWS, write_xlsx
from psoh_cli.kaart.kaart import KaartFile

AS_OF = date(2026, 11, 21)
KAART = kaart_file(
    service(
        id="taalcafe",
        naam="=HYPERLINK(1)",
        aanbod="+31 6 12345678",
        talen=["ar", "ti"],
        tolkinzet="op-aanvraag",
        leeftijd={"van": 18},
        kosten_bedrag=25,
        wachttijd={"weken": 0, "gemeten_op": "2026-03"},
        contact={"telefoon": "0612345678"},
        codes_4w=["3.4", "8.1"],
        gecontroleerd_op="2026-03-15",
    ),
    organisaties=[
        organization(kvk="01234567", ketenpartner="welzijn"),
        organization(id="stil", naam="Stil", gecontroleerd_op="onbekend"),
    ],
)


def opened(kaart: KaartFile = KAART) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(kaart, known=KNOWN, as_of=AS_OF)))


@pytest.fixture(scope="module")
def book() -> Any:
    return opened()


def cells(book: Any, sheet: str, *, row: int = 2) -> dict[str, Any]:
    page = book[sheet]
    return {
        str(head.value).removesuffix(REQUIRED_MARK): cell
        for head, cell in zip(page[1], page[row], strict=True)
    }


def column_of(page: Any, cell: Any) -> Any:
    """Give the form of a whole column; openpyxl keeps one for columns in a row that are the same."""
    return next(item for item in page.column_dimensions.values() if item.min <= cell.column <= item.max)


def check_on(page: Any, cell: Any) -> Any:
    return next(
        (item for item in page.data_validations.dataValidation if cell.coordinate in item.sqref), None
    )


def test_the_sheets_a_title_and_a_language(book: Any) -> None:
    assert {page.title: page.sheet_state for page in book} == {
        "Diensten": "visible",
        "Organisaties": "visible",
        "Toelichting": "visible",
        "psoh": "veryHidden",
    }
    assert book.properties.title == "Sociale kaart · Eigen kaart"
    assert book.properties.language == "nl-NL"


@pytest.mark.parametrize("sheet", ["Diensten", "Organisaties"])
def test_a_table_with_a_frozen_heading_and_a_mark_on_what_is_required(book: Any, sheet: str) -> None:
    page = book[sheet]
    assert page.freeze_panes == "B2"
    (table,) = page.tables.values()
    assert table.displayName == sheet
    assert table.headerRowCount == 1
    assert table.ref == f"A1:{page.cell(page.max_row, page.max_column).coordinate}"
    assert [cell.value for cell in page[1]] == [
        item.heading + (REQUIRED_MARK if item.required else "") for item in on_sheet(sheet)
    ]


def test_text_stays_text_whatever_it_looks_like(book: Any) -> None:
    found = cells(book, "Diensten")
    for heading, text in {
        "Dienst": "=HYPERLINK(1)",
        "Wat de dienst biedt": "+31 6 12345678",
        "Contact: telefoon": "0612345678",
        "4W-codes": "3.4, 8.1",
        "Werkgebied": "GM0505",
    }.items():
        assert (found[heading].value, found[heading].data_type) == (text, "s")
        assert found[heading].number_format == "@"
    assert cells(book, "Organisaties")["KvK-nummer"].value == "01234567"


def test_a_known_day_is_a_date_and_a_month_is_text(book: Any) -> None:
    found = cells(book, "Diensten")
    assert found["Nagevraagd op"].value == datetime(2026, 3, 15)  # noqa: DTZ001
    assert found["Nagevraagd op"].is_date
    assert found["Wachttijd gemeten op"].value == "in maart 2026"
    assert cells(book, "Organisaties", row=3)["Organisatie nagevraagd op"].value == "onbekend"


def test_words_and_numbers_a_person_reads(book: Any) -> None:
    found = {heading: cell.value for heading, cell in cells(book, "Diensten").items()}
    assert found["Talen van medewerkers"] == "Arabisch, Tigrinya"
    assert found["Tolk"] == "Tolk op aanvraag"
    assert found["Organisatie"] == "Huis"
    assert (found["Leeftijd vanaf"], found["Wachttijd in weken"], found["Bedrag in euro's"]) == (18, 0, 25)
    assert found["Kosten voor de cliënt"] is None


def test_an_organization_without_services_is_there(book: Any) -> None:
    assert [cell.value for cell in book["Organisaties"]["A"]][1:] == ["Huis", "Stil"]


def test_a_drop_down_points_to_its_words_also_for_new_rows(book: Any) -> None:
    page = book["Diensten"]
    cell = cells(book, "Diensten")["Tolk"]
    check = check_on(page, cell)
    assert check.type == "list"
    sheet, place = check.formula1.split("!")
    words = [row[0].value for row in book[sheet][place.replace("$", "")]]
    assert "Tolk op aanvraag" in words
    assert check_on(page, page.cell(2 + NEW_ROWS, cell.column)) is check
    assert column_of(page, cells(book, "Diensten")["Contact: telefoon"]).number_format == "@"


def test_whole_numbers_are_checked_with_their_bounds(book: Any) -> None:
    check = check_on(book["Diensten"], cells(book, "Diensten")["Leeftijd vanaf"])
    assert (check.type, check.formula1, check.formula2) == ("whole", "0", "120")


def test_ids_are_out_of_sight_and_refuse_typing(book: Any) -> None:
    for sheet, headings in {
        "Diensten": ("Id dienst", "Id organisatie", "Geschiedenis"),
        "Organisaties": ("Id organisatie", "Geschiedenis van de organisatie"),
    }.items():
        page, found = book[sheet], cells(book, sheet)
        for heading in headings:
            assert column_of(page, found[heading]).hidden
            check = check_on(page, found[heading])
            assert (check.type, check.formula1, check.errorStyle) == ("custom", "FALSE", None)
    assert cells(book, "Diensten")["Id dienst"].value == "taalcafe"


def test_the_explanation_tells_of_every_column_and_its_words(book: Any) -> None:
    rows = [[cell.value for cell in row] for row in book["Toelichting"].iter_rows()]
    top = next(number for number, row in enumerate(rows) if row[0] == "Blad")
    told = {(row[0], row[1]): row for row in rows[top + 1 :]}
    for column in COLUMNS:
        sheet = "Diensten" if column.who == "dienst" else "Organisaties"
        assert told[sheet, column.heading][3] == column.meaning
    assert "Tolk op aanvraag" in told["Diensten", "Tolk"][4]
    assert all(row[5] for row in told.values())


def test_no_link_formula_or_macro_is_in_it() -> None:
    data = write_xlsx(KAART, known=KNOWN, as_of=AS_OF)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = "".join(archive.read(name).decode() for name in archive.namelist() if "sheet" in name)
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name.casefold()]
    assert "<f>" not in sheets
    assert "hyperlink" not in sheets


def test_the_same_kaart_gives_the_same_bytes() -> None:
    assert write_xlsx(KAART, known=KNOWN, as_of=AS_OF) == write_xlsx(KAART, known=KNOWN, as_of=AS_OF)


def test_an_empty_kaart_gives_a_workbook_to_fill_in() -> None:
    page = opened(kaart_file(organisaties=[]))["Diensten"]
    assert page.tables["Diensten"].ref == "A1:AU2"


@pytest.mark.parametrize("text", ["x" * 32_768, "\N{GRINNING FACE}" * 16_384, "een \uffff"])
def test_what_no_cell_can_hold_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        write_xlsx(kaart_file(service(toelichting=text)), known=KNOWN, as_of=AS_OF)
    assert "dienst 'dienst', kolom 'Toelichting'" in caught.value.message
    assert caught.value.remedy


def test_the_longest_text_that_fits_is_written() -> None:
    book = opened(kaart_file(service(toelichting="x" * 32_767)))
    assert len(cells(book, "Diensten")["Toelichting"].value) == 32_767
