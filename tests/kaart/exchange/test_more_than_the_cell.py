"""Nothing is taken over that a cell does not say, and what it says beside is told."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from tests.kaart.exchange.foreign import KNOWN, services, sheet, taken, told
from tests.kaart.samples import AS_OF, kaart_file, service

from psoh_cli.came_in import Place
from psoh_cli.kaart.exchange.hsds.gathering import gather
from psoh_cli.kaart.exchange.incoming import Batch, Incoming
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.refusing import LONGEST_VALUE
from psoh_cli.kaart.exchange.sheet import cell_bounds
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, named
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.explanation import explained, lists
from psoh_cli.kaart.exchange.sheet.incoming_rows import take_sheets
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.kaart.exchange.sheet.xlsx_file import write_xlsx
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.workbooks.raw_sheet import Unreckoned

OWN = kaart_file(service(toelichting="koffie"), service(id="eten", naam="Samen eten"))


def cell(heading: str, text: str) -> tuple[dict[str, object], str]:
    """Give what a cell under a heading says, and what is told of it."""
    came = taken(sheet(["Organisatie", "Dienst", "Omschrijving", heading], ["Org", "Koor", "zingen", text]))
    values = {
        key: value for key, value in services(came)["Koor"].values.items() if key not in {"naam", "aanbod"}
    }
    return values, told(came).get((2, heading), "")


@pytest.mark.parametrize("text", ["Engels (een beetje)", "Engels een beetje", "Engels (basis"])
def test_what_stands_beside_a_language_is_told(text: str) -> None:
    assert cell("Talen", text) == ({"talen": ["en"]}, "psoh neemt de taal over, maar niet wat erbij staat")


@pytest.mark.parametrize("text", ["Engels, Arabisch via tolk", "Engels en met tolk Dari", "Engels, tolk"])
def test_a_language_by_a_tolk_is_none_of_the_staff(text: str) -> None:
    values, why = cell("Talen", text)
    assert values == {"talen": ["en"]}
    assert why.startswith("hier staat een tolk bij")


@pytest.mark.parametrize("text", ["ook Engels", "de Engelse taal", "Engelssprekend", "Engels."])
def test_words_that_say_nothing_more_are_not_told(text: str) -> None:
    assert cell("Talen", text)[1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "gratis of eigen bijdrage",
        "gratis of € 5",
        "eigen bijdrage of eigen risico",
        "soms een bijdrage",
        "vrijwillige bijdrage",
    ],
)
def test_a_cost_that_can_be_two_things_is_not_taken(text: str) -> None:
    assert cell("Kosten", text) == ({}, "dit zegt niet wat de cliënt betaalt")


def test_what_stands_beside_a_cost_is_told() -> None:
    assert cell("Kosten", "eigen bijdrage") == ({"kosten_client": "eigen-bijdrage"}, "")
    values, why = cell("Kosten", "eigen bijdrage voor koffie")
    assert (values, why) == (
        {"kosten_client": "eigen-bijdrage"},
        "psoh neemt over wat voor kosten het zijn, maar niet wat erbij staat",
    )


@pytest.mark.parametrize("text", ["geen verwijzing nodig", "niet nodig", "zonder verwijzing"])
def test_without_referral_is_not_yet_walking_in(text: str) -> None:
    came = taken(sheet(["Organisatie", "Dienst", "Toegang"], ["Org", "Koor", text]))
    assert "toegang" not in services(came)["Koor"].values
    (item,) = came.batch.not_understood
    assert item.remedy.startswith("Kan iedereen binnenlopen, schrijf dan 'vrij'.")
    assert [question.text for question in came.questions.words] == [text]


def test_what_stands_between_brackets_beside_a_choice_is_told() -> None:
    values, why = cell("Doelgroep", "vrouwen (alleen op maandag), mannen")
    assert (values, why) == (
        {"doelgroepen": ["vrouwen", "mannen"]},
        "psoh neemt de keuze over, maar niet wat er tussen haakjes staat",
    )


def test_what_stands_between_brackets_beside_an_age_is_told() -> None:
    came = taken(sheet(["Organisatie", "Dienst", "Leeftijd"], ["Org", "Koor", "18+ (of in overleg)"]))
    assert any(
        "van '18+ (of in overleg)' is alleen de leeftijd gelezen" in said for said in came.batch.remarks
    )


@pytest.mark.parametrize(
    ("heading", "text"), [("Talen", "Engels?"), ("Doelgroep", "vrouwen?"), ("Doelgroep", "v? (ma)")]
)
def test_what_is_asked_is_not_taken(heading: str, text: str) -> None:
    values, why = cell(heading, text)
    assert (values, bool(why)) == ({}, True)


def test_not_free_is_told() -> None:
    assert cell("Gratis", "nee") == ({}, "dit zegt alleen dat het niet gratis is")


def test_what_stands_beside_a_mail_address_is_told() -> None:
    cells = {
        "Koor": "info@a.example (alleen ma)",
        "Les": "Balie <info@a.example>",
        "Eten": "e-mail: info@a.example",
    }
    came = taken(sheet(["Organisatie", "Dienst", "E-mail"], *(["Org", *item] for item in cells.items())))
    assert {item.values["contact"]["email"] for item in services(came).values()} == {"info@a.example"}
    assert told(came) == {(2, "E-mail"): "psoh neemt het adres over, maar niet wat erbij staat"}


def test_two_postcodes_are_no_place() -> None:
    came = taken(sheet(["Organisatie", "Dienst", "Postcode"], ["Org", "Koor", "1234AB of 1235AB"]))
    assert told(came) == {(2, "Postcode"): "hier staat meer dan één postcode"}


def test_a_waiting_time_of_about_so_many_weeks_is_told() -> None:
    came = taken(sheet(["Organisatie", "Dienst", "Wachttijd"], ["Org", "Koor", "ca 3 weken"]))
    assert services(came)["Koor"].values["wachttijd"] == {"weken": 3}
    assert any("zonder 'ongeveer'" in said for said in came.batch.remarks)


def test_a_sign_without_content_is_told() -> None:
    (found,) = read_sheets(b"Organisatie;Dienst;Omschrijving\r\nOrg\x00A;Koor;zingen\r\n", "a.csv")
    assert found.remarks[0].startswith("In regel 2 van de tekst stonden tekens zonder inhoud (U+0000)")
    (at_end,) = read_sheets(b"Organisatie;Dienst\nOrgA;Koor\n\0\0\0", "a.csv")
    assert at_end.remarks == ()


def test_what_our_own_sheet_can_hold_comes_back_from_it() -> None:
    own = kaart_file(service(toelichting="é" * cell_bounds.LONGEST), service(id="eten", naam="Samen eten"))
    assert LONGEST_VALUE >= cell_bounds.LONGEST
    came = take_sheets(read_sheets(write_csv(own, known=KNOWN), "kaart.csv"), known=KNOWN)
    preview = compare(came.batch, own=own, known=KNOWN)
    assert (preview.not_understood, preview.changed) == ((), ())


def test_what_the_kaart_holds_already_is_never_too_long() -> None:
    own = kaart_file(service(toelichting="e" * (LONGEST_VALUE + 1)))
    given = Incoming(kind="dienst", id="dienst", name="Dienst", place=Place(file="a.json"),
                     values={"naam": "Dienst", "toelichting": own.services[0].remark})  # fmt: skip
    assert compare(Batch(entries=(given,)), own=own, known=KNOWN).not_understood == ()
    other = replace(given, values={"naam": "Dienst", "toelichting": "f" * (LONGEST_VALUE + 1)})
    assert len(compare(Batch(entries=(other,)), own=own, known=KNOWN).not_understood) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("null", "hier hoort een object te staan"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "te veel lagen in elkaar"),
        ('{"id":NaN}', "in dit bestand staat NaN"),
        ('{"id":"a","id":"b"}', "in dit bestand staat 'id' twee keer in hetzelfde object"),
        ('{"id":\n x}', "geen geldige JSON: het gaat mis in regel 2"),
        ('{"id":' + "9" * 10_000 + "}", "een getal met te veel cijfers"),
    ],
)
def test_it_is_told_why_json_cannot_be_read(text: str, says: str) -> None:
    (item,) = gather({"a.json": text.encode()}).told
    assert says in item.why


def test_json_that_is_nothing_has_dutch_words() -> None:
    found = gather({"a.json": json.dumps([None, [], {}, True, 1.5, [None]]).encode()})
    texts = [item.text for item in found.told if item.why.startswith("hier hoort")]
    assert texts == ["niets (null)", "een lege lijst", "waar", "1,5", "niets (null)"]


def test_a_path_is_a_place_and_no_column() -> None:
    assert Place(file="a.json", column="languages[0].code").in_words() == "a.json, plek languages[0].code"
    assert Place(file="a.csv", row=2, column="D").in_words() == "a.csv, rij 2, kolom D"
    assert Place(file="a.xlsx", sheet="B", column="D").in_words() == "a.xlsx, blad B, kolom D"


def edited(*, heading: str, row: int, text: str) -> bytes:
    """Give our own workbook with a text in a row under a heading, as a program without a screen writes it."""
    workbook = load_workbook(io.BytesIO(write_xlsx(OWN, known=KNOWN, as_of=AS_OF)))
    page = workbook["Diensten"]
    found = next(item for line in page.iter_rows(max_row=6) for item in line if item.value == heading)
    page.cell(found.row + row, found.column).value = text
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def test_a_formula_without_an_outcome_empties_nothing() -> None:
    book = edited(heading="Toelichting", row=1, text='="a"&"b"')
    came = take_sheets(read_sheets(book, "kaart.xlsx"), known=KNOWN)
    preview = compare(came.batch, own=OWN, known=KNOWN)
    assert preview.changed == ()
    assert [(item.place.column, item.text, item.why) for item in preview.not_understood] == [
        ("Toelichting", '="a"&"b"', "hier staat een formule zonder uitkomst")
    ]


def test_a_row_with_an_organization_alone_is_told() -> None:
    book = edited(heading="Organisatie *", row=5, text="Huis")
    came = take_sheets(read_sheets(book, "kaart.xlsx"), known=KNOWN)
    assert [item.why for item in came.batch.not_understood] == [
        "in deze rij staat een organisatie, en geen dienst"
    ]


def test_a_formula_without_an_outcome_is_told_in_a_sheet_of_others() -> None:
    came = taken(sheet(["Organisatie", "Dienst", "Omschrijving"], ["Org", "Koor", Unreckoned("=1+1")]))
    assert told(came)[2, "Omschrijving"] == "hier staat een formule zonder uitkomst"


def ods(content: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return target.getvalue()


def test_a_tab_and_a_new_line_in_an_ods_stay() -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    (found,) = read_sheets(ods(
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        '<table:table table:name="Blad1"><table:table-row><table:table-cell office:value-type="string">'
        "<text:p>een<text:tab/>twee<text:line-break/>drie</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    ), "a.ods")  # fmt: skip
    assert found.rows[0][0] == "een\ttwee\ndrie"


def test_what_stands_beside_our_own_table_is_told() -> None:
    workbook = load_workbook(io.BytesIO(write_xlsx(OWN, known=KNOWN, as_of=AS_OF)))
    page = workbook["Diensten"]
    page.cell(page.max_row, page.max_column + 2).value = "let op: stopt in mei"
    workbook.create_sheet("Kladblok")["A1"] = "nog bellen"
    target = io.BytesIO()
    workbook.save(target)
    came = take_sheets(read_sheets(target.getvalue(), "kaart.xlsx"), known=KNOWN)
    (item,) = came.batch.not_understood
    assert (item.text, item.why) == (
        "let op: stopt in mei",
        "deze kolom heeft geen kop; psoh neemt de cel niet over",
    )
    assert came.batch.remarks == ("Blad Kladblok is niet van psoh en is niet gelezen.",)


def test_the_explanation_needs_no_known_ids() -> None:
    rows = list(explained(known=KnownIds()))
    assert ("Organisaties", "een id dat psoh kent; laat het anders leeg") in {
        (row[0], row[4]) for row in rows
    }
    assert all(
        words != ("ja", "nee") or named_yes_no(heading) for heading, words in lists(known=KnownIds()).items()
    )
    assert write_xlsx(kaart_file(service()), known=KnownIds(), as_of=AS_OF)


def named_yes_no(heading: str) -> bool:
    return any(
        column.heading == heading and column.kind == "ja-nee" for column in named(COLUMNS, known=KnownIds())
    )
