"""The workbook read back: typed cells, filters, sums, and text that stays text, whatever it begins with."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import openpyxl
import pytest
from tests.report.worlds import decided, example, replanned

from psoh_cli.plan.action import Proposal
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.press import workbook
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

MEASURE = {
    "titel": "Doe iets", "reden": "Iemand zei iets.", "pijler": "fundament", "praktijken": (), "sluit": ("gap-x",),
    "trekker": "ggd", "fase": "verkennen", "begin": "2027-K1", "eind": "2027-K2", "herkomst": "afgeleid",
    "peildatum": "2026-11", "kennisversie": "1",
}  # fmt: skip


def entry(name: str = "m-x", **fields: Any) -> Entry:
    return Entry(id=name, proposal=Proposal.model_validate(MEASURE | fields))


def world(*entries: Entry) -> Material:
    return replanned(example("voorbeeldstad"), entries=entries or (entry(),))


def opened(material: Material, *, version: Version = Version.COUNCIL) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook.render(material, version=version)))


@cache
def full(version: Version = Version.COUNCIL) -> Any:
    return opened(example("voorbeeldstad"), version=version)


def column(book: Any, sheet: str, title: str) -> list[Any]:
    page = book[sheet]
    place = next(cell.column for cell in page[1] if cell.value == title)
    return [row[place - 1] for row in page.iter_rows(min_row=2)]


def titles(book: Any, sheet: str) -> list[str]:
    return [cell.value for cell in book[sheet][1]]


def test_the_same_material_gives_the_same_bytes() -> None:
    assert workbook.render(world()) == workbook.render(world())


def test_every_sheet_is_a_named_table_with_a_fixed_heading_and_filters() -> None:
    book = full()
    assert book.sheetnames[0] == "Uitleg"
    assert {"Maatregelen", "Begroting", "Dekking", "Indicatoren", "Besluiten", "Kolommen"} <= set(
        book.sheetnames
    )
    for page in book:
        (table,) = page.tables.values()
        assert table.autoFilter is not None
        assert page.freeze_panes
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$1"


def test_every_sheet_prints_one_page_wide_and_readable() -> None:
    for version in Version:
        for page in full(version):
            setup = page.page_setup
            assert (setup.orientation, page.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
            assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0), "not stated is one"
            last = page.print_area.split("$")[-2] if page.print_area else None
            width = 0.0
            for letter in page.column_dimensions:
                width += page.column_dimensions[letter].width
                if letter == last:
                    break
            assert width <= {9: 216, 8: 318}[setup.paperSize], (page.title, width)


def test_what_paper_leaves_out_is_said() -> None:
    page = full()["Maatregelen"]
    assert page.print_area.startswith("'Maatregelen'!$A$1:")
    assert "op papier de kolommen tot en met Betaald uit" in page.oddHeader.left.text
    rules = {row[0].value: row[1].value for row in full()["Uitleg"].iter_rows(min_row=2)}
    assert "A3" in rules["Afdrukken"]


def test_numbers_keep_away_from_the_text_beside_them() -> None:
    for cell in (*column(full(), "Maatregelen", "Kosten"), *column(full(), "Begroting", "2027")):
        assert (cell.alignment.horizontal, cell.alignment.indent) == ("right", 1), cell.value
    for cell in column(full(), "Maatregelen", "Inspanning"):
        assert cell.alignment.horizontal == "center", cell.value


def test_cells_have_a_type() -> None:
    book = full()
    costs = column(book, "Maatregelen", "Kosten")
    assert {cell.data_type for cell in costs} == {"n", "s"}
    assert {cell.value for cell in costs if cell.data_type == "s"} == {"onbekend"}
    assert all("€" in cell.number_format for cell in costs if cell.data_type == "n")
    days = [cell for cell in column(book, "Besluiten", "Datum") if cell.is_date]
    assert days
    assert all(isinstance(cell.value, datetime) for cell in days)
    assert all(cell.data_type == "s" for cell in column(book, "Maatregelen", "Begin"))


def test_no_cell_is_empty_and_none_an_error() -> None:
    for page in full():
        (table,) = page.tables.values()
        last = page.max_row - (table.totalsRowCount or 0)
        for row in page.iter_rows(max_row=last):
            assert all(cell.value not in (None, "") for cell in row), (page.title, row[0].row)
            assert all(cell.data_type != "e" for cell in row)


def test_sums_follow_the_filter_and_leave_the_unknown_out() -> None:
    book = full()
    page = book["Begroting"]
    year = next(cell.column for cell in page[1] if cell.value == "2027")
    total = page.cell(page.max_row, year)
    letter = total.column_letter
    assert total.value == f"=SUBTOTAL(109,{letter}2:{letter}{page.max_row - 1})"
    assert page.cell(page.max_row, 2).value == "Samen, van wat bekend is"
    values = openpyxl.load_workbook(io.BytesIO(workbook.render(example("voorbeeldstad"))), data_only=True)[
        "Begroting"
    ]
    known = [cell.value for cell in column(book, "Begroting", "2027") if cell.data_type == "n"]
    assert values.cell(page.max_row, year).value == sum(known) > 0


def _sum_of(book: Any, sheet: str, title: str) -> int:
    return sum(cell.value for cell in column(book, sheet, title) if cell.data_type == "n")


def test_the_money_adds_up_as_in_the_chapter_on_the_money() -> None:
    totals = Draft(example("voorbeeldstad")).budget.totals()
    paid = [sum(getattr(year, part) for year in totals) for part in ("covered", "stated", "uncovered")]
    assert paid == [168_000, 204_500, 0]
    for sheet in ("Begroting", "Dekking"):
        assert [_sum_of(full(), sheet, title) for title in PAID] == paid, sheet
    for row in full()["Dekking"].iter_rows(min_row=2, max_row=1 + len(totals)):
        cells = dict(zip(titles(full(), "Dekking"), (cell.value for cell in row), strict=True))
        assert sum(cells[title] for title in PAID) == cells["Totaal"] > 0


PAID = ("Gedekt", "Opgegeven budget", "Ongedekt")


def test_without_a_stated_budget_its_column_is_left_out() -> None:
    material = example("voorbeeldstad")
    book = opened(replace(material, gemeente=material.gemeente.model_copy(update={"means": None})))
    for sheet in ("Begroting", "Dekking"):
        assert "Opgegeven budget" not in titles(book, sheet)
    assert _sum_of(book, "Dekking", "Ongedekt") == 204_500


def test_every_column_is_explained() -> None:
    book = full()
    explained = {(row[0].value, row[1].value) for row in book["Kolommen"].iter_rows(min_row=2)}
    for page in book:
        if page.title not in {"Uitleg", "Kolommen"}:
            assert {(page.title, title) for title in titles(book, page.title)} <= explained


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "=HYPERLINK(\"https://example.org\";\"klik\")", "+31 6", "-doe dit", "@SUM(A1)", "=cmd|' /C calc'!A0",
        "'=1+1", "https://example.org", "mailto:a@example.org", "1234", "2027-01-01", "WAAR", "#N/A", "{=1}",
    ],
)  # fmt: skip
def test_a_text_stays_a_text(text: str) -> None:
    cell = column(opened(world(entry(titel=text))), "Maatregelen", "Maatregel")[0]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None
    assert bool(cell.quotePrefix) == (text[0] in "=+-@'")


def test_no_formula_but_our_sums_and_no_link_stands_in_the_file() -> None:
    content = workbook.render(world(entry(titel="=1+1", reden="=2+2", sluit=("=3+3",))))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        text = "".join(archive.read(name).decode() for name in names if name.startswith("xl/worksheets/"))
    assert not [name for name in names if "externalLink" in name or "vba" in name.lower()]
    assert "hyperlink" not in text
    assert text.count("<f>") == text.count("<f>SUBTOTAL(109,")


@pytest.mark.parametrize("text", ["a" * 40_000, "\U0001d4b3" * 20_000])
def test_what_is_too_long_is_cut_and_says_so(text: str) -> None:
    cell = column(opened(world(entry(reden=text))), "Maatregelen", "Reden")[0]
    assert cell.value.endswith("(ingekort: een cel houdt niet meer)")
    assert len(cell.value.encode("utf-16-le")) // 2 <= workbook.LONGEST


@pytest.mark.parametrize("text", ["ትግርኛ عربي", "a\x0bb", "_x0041_", "<b>&amp;</b>", "half \ud800"])
def test_odd_characters_do_not_break_the_file(text: str) -> None:
    cell = column(
        opened(world(entry(), _titled(text))),
        "Maatregelen",
        "Maatregel",
    )[1]
    assert cell.data_type == "s"


def _titled(text: str) -> Entry:
    plain = entry("m-y")
    assert plain.proposal is not None
    return plain.model_copy(update={"proposal": plain.proposal.model_copy(update={"title": text})})


def test_unknown_is_a_word() -> None:
    book = opened(world())
    for title in ("Kosten", "Inspanning", "Opbrengst"):
        assert column(book, "Maatregelen", title)[0].value == "onbekend"
    assert column(book, "Begroting", "2027")[0].value == "onbekend"


def test_a_month_is_no_day() -> None:
    cell = column(opened(world()), "Maatregelen", "Voorstel van")[0]
    assert (cell.value, cell.data_type) == ("november 2026", "s")


def test_without_measures_the_sheets_say_so() -> None:
    book = opened(replanned(example("voorbeeldstad"), entries=()))
    assert book["Maatregelen"]["A2"].value == "Hier staat nog niets."
    assert "Besluiten" not in book.sheetnames


INTERNAL = ("GEHEIME-OPMERKING", "DE-EIGENAAR", "DE-TOELICHTING", "Iemand zei iets", "DE-WAAROM")


def _everything(version: Version) -> str:
    taken = decided(
        entry(), opmerking=INTERNAL[0], eigenaar=INTERNAL[1], waarom=INTERNAL[4],
        kosten={"bedrag": "100", "zekerheid": "raming", "soort": "incidenteel", "toelichting": INTERNAL[2]},
        indicatoren=({"indicator": "statushouders-gehuisvest", "nulmeting": "3", "doel": "118"},),
    )  # fmt: skip
    book = opened(world(taken), version=version)
    return "\n".join(str(cell.value) for page in book for row in page.iter_rows() for cell in row)


def test_each_version_shows_what_its_readers_may_see() -> None:
    council, partners, public = (_everything(version) for version in Version)
    assert [text in council for text in INTERNAL] == [False, True, True, True, True]
    assert [text in partners for text in INTERNAL] == [False, True, False, False, False], (
        "no note beside an amount, and no reason that may name one"
    )
    assert not any(text in public for text in (*INTERNAL, "gap-x", "m-x"))
    assert "gap-x" in partners


def test_how_much_is_left_is_for_the_council_alone() -> None:
    told = world(entry(waarom_nu="Het geld was bijna op.", past_niet="Er is nog geld voor één."))
    for version in Version:
        seen = {cell.value for row in opened(told, version=version)["Maatregelen"] for cell in row}
        expected = version is Version.COUNCIL
        assert ("Het geld was bijna op." in seen, "Er is nog geld voor één." in seen) == (expected, expected)


def test_what_psoh_counts_itself_is_a_baseline() -> None:
    book = full()
    names = [cell.value for cell in column(book, "Indicatoren", "Indicator")]
    found = column(book, "Indicatoren", "Nulmeting")[names.index("Actuele sociale kaart")].value
    assert found == "30 van de 33 (91%) op 21 november 2026; geteld door psoh"


def test_where_a_figure_stands_is_not_for_everybody() -> None:
    council, public = titles(full(), "Indicatoren"), titles(full(Version.PUBLIC), "Indicatoren")
    assert set(council) - set(public) == {"Nulmeting", "Doel", "Kenmerk"}
    assert {"Besluiten", "Scenario's", "Past niet"} & set(full(Version.PUBLIC).sheetnames) == set()


def test_scenarios_stand_side_by_side() -> None:
    scenario = Scenario.model_validate(
        {"naam": "zuinig", "omschrijving": "Alleen wat past.", "maatregelen": ("m-x",), "begin": "2027-K1",
         "eind": "2027-K2", "incidenteel": 100, "gesloten": ("gap-x",), "open": ("gap-y", "gap-z"),
         "past_niet": ({"id": "m-y", "titel": "Later", "reden": "Het geld is op."},)}
    )  # fmt: skip
    material = replace(world(), scenarios=(), uncovered=())
    loose = Uncovered.model_validate({"id": "m-z", "titel": "Ook later", "reden": "Geen mensen."})
    book = opened(replace(material, scenarios=(scenario,), uncovered=(loose,)))
    assert [cell.value for cell in book["Scenario's"][2]][:4] == ["zuinig", "Alleen wat past.", "M1", 1]
    assert column(book, "Scenario's", "Gaten open")[0].value == 2
    assert [row[0].value for row in book["Past niet"].iter_rows(min_row=2)] == ["plan", "zuinig"]
    assert "Scenario's" not in opened(material).sheetnames


def test_an_example_says_that_it_is_one() -> None:
    rows = {row[0].value: row[1].value for row in full()["Uitleg"].iter_rows(min_row=2)}
    assert "verzonnen" in rows["Voorbeeld"]
    assert "csv" in rows["Bewaren als csv"]
    assert full().properties.creator == "psoh"
    assert "2026-11-21" in full().properties.keywords
