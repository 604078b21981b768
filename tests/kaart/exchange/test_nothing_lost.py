"""No row and no cell of somebody else's sheet falls away without a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.foreign import KNOWN, services, sheet, taken, told
from tests.kaart.samples import kaart_file, service

from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.outcome import Preview
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken
from psoh_cli.kaart.exchange.sheet.short_names import LONGEST_NAME
from psoh_cli.kaart.exchange.sheet.stray_cells import letters
from psoh_cli.workbooks.raw_sheet import RawSheet

START = "Inloop en ontmoeting voor nieuwkomers in de wijk, met koffie, taal en hulp bij formulieren op de"
HEADINGS = ("Organisatie", "Dienst", "Omschrijving")
OWN = kaart_file(service())


def judged(came: SheetsTaken) -> Preview:
    answers = Answers(
        source="opgave", partner_types={"Org": "welzijn", "Org 2": "welzijn", "Huis": "welzijn"}
    )
    return compare(came.batch, own=OWN, known=KNOWN, answers=answers)


def kept_rows(preview: Preview) -> list[int]:
    """Give the rows of which a service comes on the kaart, changes or stays as it is."""
    kept = [(item.kind, item.place.row) for item in preview.new]
    kept += [(item.kind, item.place.row) for item in preview.changed]
    kept += [(item.kind, item.place.row) for item in preview.unchanged]
    kept += [(item.kind, item.place.row) for item in preview.waiting]
    return [row for kind, row in kept if kind == "dienst"]


def test_long_names_that_differ_at_their_end_are_services_of_their_own() -> None:
    ends = ("maandagochtend", "dinsdagmiddag", "vrijdagavond")
    came = taken(sheet(HEADINGS, *(["Org", f"{START} {end}", "a"] for end in ends)))
    names = list(services(came))
    assert [name.rpartition(" ")[2] for name in names] == list(ends)
    assert max(map(len, names)) <= LONGEST_NAME
    assert sorted(kept_rows(judged(came))) == [2, 3, 4]
    assert told(came)[2, "Dienst"] == "een naam heeft hoogstens 90 tekens; psoh kort hem in"


def test_names_that_differ_in_their_middle_only_get_a_number() -> None:
    names = [f"{'a' * 60} {day} {'b' * 60}" for day in ("ma", "di")]
    came = taken(sheet(HEADINGS, *(["Org", name, "a"] for name in names)))
    assert sorted(kept_rows(judged(came))) == [2, 3]


def test_a_head_that_two_names_share_does_not_stand_for_both() -> None:
    whole = "elke week opnieuw in het buurthuis aan de markt, met koffie, thee en hulp bij het huiswerk"
    came = taken(sheet(HEADINGS, ["Org", f"Taalles: {whole} voor A", "x"], ["Org", f"Taalles: {whole} voor B", "x"],
                       ["Org 2", f"Taalles: {whole} voor A", "x"]))  # fmt: skip
    assert (
        len({(item.organization_name, item.name) for item in came.batch.entries if item.kind == "dienst"})
        == 3
    )
    assert "Taalles" in services(came)


def test_a_short_name_is_the_same_whatever_the_order_of_the_rows() -> None:
    rows = [["Org", f"{START} {end}", "a"] for end in ("maandag", "dinsdag")]
    one, other = services(taken(sheet(HEADINGS, *rows))), services(taken(sheet(HEADINGS, *rows[::-1])))
    assert {name: item.whole_name for name, item in one.items()} == {
        name: item.whole_name for name, item in other.items()
    }


def test_a_service_that_is_on_the_kaart_under_its_whole_name_is_found() -> None:
    whole = f"{START} maandag"
    own = kaart_file(service(naam=whole))
    name = own.organizations[0].name
    preview = compare(taken(sheet(HEADINGS, [name, whole, "koffie"])).batch, own=own, known=KNOWN)
    assert [item.kind for item in preview.new] == []
    assert kept_rows(preview) == [2]


def test_a_row_that_stands_there_twice_is_told() -> None:
    came = taken(sheet(HEADINGS, ["Org", "Koor", "zingen"], ["Org", "Koor", "zingen"]))
    preview = judged(came)
    assert kept_rows(preview) == [2]
    assert [(item.place.row, item.why) for item in preview.not_understood] == [
        (3, "deze dienst staat er al precies zo in; psoh neemt hem één keer")
    ]


NAMES = st.sampled_from(
    ["Koor", "koor!", "Taalles", "نادي", "مقهى", "مقهى 1", f"{START} ma", f"{START} di", f"Koor: {START} wo"]
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["Org", "Huis", ""]), NAMES, st.sampled_from(["", "a", "b"]))))
def test_every_row_with_a_name_is_kept_or_told(rows: list[tuple[str, str, str]]) -> None:
    came = taken(sheet(HEADINGS, *rows))
    preview = judged(came)
    kept = kept_rows(preview)
    said = {item.place.row for item in preview.not_understood}
    assert len(kept) == len(set(kept))
    assert set(range(2, len(rows) + 2)) - set(kept) <= said


CELL = st.sampled_from(["", "", "w", "Koor", " "])


@settings(max_examples=60)
@given(st.integers(0, 2), st.lists(st.lists(CELL, max_size=14), max_size=9))
def test_every_cell_is_taken_or_told(gap: int, body: list[list[str]]) -> None:
    """Each cell holds what no other holds; it comes in, or it is told by itself, with its row or by number."""
    headings = ["Organisatie", "Dienst", *[""] * gap, "Omschrijving", "Toelichting", "Rare kolom"]
    rows = [
        [f"{cell} q{at}k{column}q" if cell.strip() else cell for column, cell in enumerate(row)]
        for at, row in enumerate(body, start=2)
    ]
    came = taken(RawSheet(file="aanbod.csv", rows=[headings, *rows]))
    inside = repr([(item.name, item.values, item.whole_name) for item in came.batch.entries])
    alone = {(item.place.row, item.place.column) for item in came.batch.not_understood}
    whole_rows = {row for row, column in alone if not column}
    counted = sum(int(found[1]) for item in came.batch.not_understood
                  if (found := re.search(r"(\d+) cel(?:len)? niet overgenomen", item.why)))  # fmt: skip
    left = [
        (row, column)
        for row, cells in enumerate(rows, start=2)
        for column, cell in enumerate(cells)
        if cell.strip() and f"q{row}k{column}q" not in inside and row not in whole_rows
        and not (column < len(headings) and headings[column] == "Rare kolom")
        and (row, letters(column)) not in alone
        and not (column < len(headings) and headings[column] and (row, headings[column]) in alone)
    ]  # fmt: skip
    assert len(left) <= counted
    assert all(column >= len(headings) or not headings[column] for _, column in left)


def test_cells_without_a_heading_are_told_where_they_stand_and_without_a_person() -> None:
    came = taken(
        sheet([*HEADINGS[:2], "", "Omschrijving"], ["Org", "Koor", "tussen", "om", "x", "BSN 111222333"])
    )
    assert [(item.place.in_words(), item.text) for item in came.batch.not_understood] == [
        ("aanbod.xlsx, blad Blad1, rij 2, kolom C", "tussen"),
        ("aanbod.xlsx, blad Blad1, rij 2, kolom E", "x"),
        ("aanbod.xlsx, blad Blad1, rij 2, kolom F", "BSN •••"),
    ]


def test_many_cells_without_a_heading_are_counted() -> None:
    rows = [["Org", f"Dienst {at}", "om", "x"] for at in range(12)]
    came = taken(sheet(HEADINGS, *rows))
    assert [item.why for item in came.batch.not_understood] == [
        "deze kolom heeft geen kop: 12 cellen niet overgenomen"
    ]
    wide = taken(sheet(HEADINGS, ["Org", "Koor", "om", *["x"] * 5000]))
    assert [item.why for item in wide.batch.not_understood][-1] == (
        "nog 4.992 kolommen zonder kop: 4.992 cellen niet overgenomen"
    )
    assert len(wide.batch.not_understood) == 9


def test_what_stands_above_the_headings_is_told() -> None:
    came = taken(sheet(["Aanbod 2026"], HEADINGS, ["Org", "Koor", "zingen"]))
    assert came.batch.remarks == (
        "Boven de kopjes op blad Blad1 van aanbod.xlsx staat tekst die psoh niet overneemt: 'Aanbod 2026' (rij 1).",
    )


def test_two_columns_that_contradict_each_other_are_told() -> None:
    came = taken(sheet([*HEADINGS, "Kosten", "Gratis"], ["Org", "Koor", "zingen", "€ 5", "ja"]))
    assert told(came)[2, "Gratis"] == "een andere kolom van deze rij zegt over hetzelfde iets anders"


def test_a_refused_offer_is_not_replaced_without_a_word() -> None:
    came = taken(sheet(HEADINGS, ["Org", "Koor", "bel Jan Jansen op 06-12345678"]))
    assert (2, "Omschrijving") in told(came)
    assert any(
        "een nieuwe dienst krijgt daar zijn naam als aanbod" in remark for remark in came.batch.remarks
    )


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


def test_what_two_rows_say_otherwise_of_one_place_is_told() -> None:
    headings = ["Organisatie", "Dienst", "Adres", "Plaats", "Wijk"]
    came = taken(
        sheet(
            headings, ["Org", "Koor", "Markt 1", "Stad", "Noord"], ["Org", "Les", "Markt 1", "Stad", "Zuid"]
        )
    )
    assert told(came)[3, ""] == "van dezelfde plek staat eerder iets anders"
