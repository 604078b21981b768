"""What an import tells and asks of itself: what is no longer right, and what a list leaves open."""

from __future__ import annotations

from typing import Any

import pytest
from tests.kaart.exchange.arrivals import batch, incoming
from tests.kaart.samples import kaart_file, service

from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.likely_partners import likely_partners
from psoh_cli.kaart.exchange.outcome import Changed
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.guessing import fields_by_values
from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken, take_sheets
from psoh_cli.kaart.exchange.sheet.text_encoding import decode
from psoh_cli.kaart.exchange.sheet.values_dates import date_reader
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet

KINDS = {"welzijn": "Welzijnsorganisatie", "onderwijs": "Onderwijs en ISK", "ggd": "GGD", "coa": "COA"}


def changed(role: str | None = None, **values: Any) -> Changed:
    own = kaart_file(
        service(id="les", gecontroleerd_op="2026-01-01", gecontroleerd_door="consulent",
                wachttijd={"weken": "3", "gemeten_op": "2026-01-01"})
    )  # fmt: skip
    (found,) = compare(batch(incoming(id="les", **values)), own=own, role=role).changed
    return found


def test_a_waiting_time_that_was_not_measured_anew_is_told() -> None:
    (note,) = changed(wachttijd={"weken": "6"}).notes
    assert "meetdatum (1 januari 2026) is van vóór deze wijziging" in note
    assert not changed(wachttijd={"weken": "6", "gemeten_op": "2026-05-01"}).notes


@pytest.mark.parametrize(("role", "assurer", "notes"), [(None, None, 1), ("beheerder", "beheerder", 0)])
def test_nobody_is_said_to_have_confirmed_what_another_did(
    role: str | None, assurer: str | None, notes: int
) -> None:
    found = changed(role, gecontroleerd_op="2026-05-01")
    assert found.after.assurer == assurer
    assert len(found.notes) == notes


def test_who_the_file_names_stays() -> None:
    assert (
        changed("beheerder", gecontroleerd_op="2026-05-01", gecontroleerd_door="coach").after.assurer
        == "coach"
    )


def test_what_is_told_to_be_left_out_is_left_out_with_its_services() -> None:
    rows = batch(
        incoming("organisatie", name="Legenda", naam="Legenda"),
        incoming(name="Koor", organization="legenda", row=3),
    )
    found = compare(rows, own=kaart_file(), answers=Answers(partner_types={"Legenda": "overslaan"}))
    assert (found.new, found.waiting, found.questions, found.not_understood) == ((), (), (), ())


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("1-2-2024", "maart 2024", ""), "gecontroleerd_op"), (("a@b.example", "c@d.example"), "email"),
        (("www.x.example",), "website"), (("020-1234567", "085-1234567"), "telefoon"), (("gratis", "€ 5"), "kosten"),
        (("Arabisch", "Dari en Farsi"), "talen"), (("ma 10.00-12.00", "di 9.00"), "openingstijden"),
    ],
)  # fmt: skip
def test_a_column_is_guessed_by_what_stands_in_it(cells: tuple[Cell, ...], field: str) -> None:
    assert fields_by_values(cells)[0] == field


def test_colours_are_no_field() -> None:
    assert fields_by_values(("groen", "rood", "oranje")) == ()


def test_dates_that_begin_with_the_month_are_told() -> None:
    cells = ("1/2/2024", "12/31/2023")
    reading = date_reader("gecontroleerd_op", cells)("1/2/2024")
    assert reading.values == {"gecontroleerd_op": "2024-01-02"}
    assert reading.note == "gelezen als maand/dag/jaar, omdat '12/31/2023' anders niet kan."
    assert not date_reader("gecontroleerd_op", ("31/12/2023", "1/2/2024"))("1/2/2024").note


def test_likely_kinds_come_from_the_name_and_then_from_the_kaart() -> None:
    assert next(iter(likely_partners("Welzijnswerk Oost", KINDS))) == "welzijn"
    assert next(iter(likely_partners("ISK De Brug", KINDS))) == "onderwijs"
    assert list(likely_partners("De Brug", KINDS, used=["coa", "ggd", "ggd"])) == ["ggd", "coa"]


def taken(*rows: tuple[Cell, ...]) -> SheetsTaken:
    return take_sheets([RawSheet(file="lijst.csv", rows=rows)])


def test_a_bare_name_is_asked_about_on_a_list_of_services() -> None:
    found = taken(("Naam", "Omschrijving", "Verantwoordelijke"), ("Inloop", "koffie", "Welzijn Oost"))
    name, other = found.questions.columns
    assert name.question == "Is 'Naam' de naam van de dienst of van de organisatie?"
    assert list(name.candidates) == ["dienst", "organisatie"]
    assert list(other.candidates) == ["organisatie"]
    assert not taken(
        ("Naam", "Telefoon", "Website"), ("Huis", "020-1234567", "huis.example")
    ).questions.columns
    assert not taken(("Organisatie", "Naam", "Omschrijving"), ("Huis", "Inloop", "koffie")).questions.columns


def test_the_area_is_open_where_no_column_tells_it() -> None:
    row = ("Huis", "Inloop", "koffie")
    assert taken(("Organisatie", "Activiteit", "Omschrijving"), row).questions.area
    assert not taken(("Organisatie", "Activiteit", "Werkgebied"), row).questions.area
    assert not taken(
        ("Organisatie", "Telefoon", "Website"), ("Huis", "020-1234567", "huis.example")
    ).questions.area


def test_yes_and_no_to_a_referral_are_asked_for_what_they_mean() -> None:
    heads = ("Organisatie", "Activiteit", "Verwijzing nodig")
    words = taken(heads, ("Huis", "Inloop", "nee"), ("Huis", "Koor", "ja")).questions.words
    likely = {word.text: list(word.candidates) for word in words}
    assert likely["nee"] == ["vrij", "aanmelding"]
    assert likely["ja"] == ["verwijzing-huisarts", "verwijzing-gemeente", "indicatie-wmo", "indicatie-jeugd"]


def test_a_slip_in_a_language_is_asked_about_and_the_rest_of_the_cell_stays() -> None:
    (word,) = taken(("Organisatie", "Activiteit", "Talen"), ("Huis", "Koor", "Dari, arabich")).questions.words
    assert (word.part, dict(word.candidates)) == ("arabich", {"Dari, Arabisch": "Arabisch"})


def test_letters_of_a_mac_are_told_and_those_of_windows_are_not() -> None:
    assert any("'cafŽ'" in remark for remark in decode("café;türen".encode("mac_roman")).remarks)
    assert len(decode("café;türen — één • Škoda".encode("cp1252")).remarks) == 1
