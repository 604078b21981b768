"""The CSV for Dutch Excel: its signs, what it shields, and what nobody may lose."""

from __future__ import annotations

import csv
import io

import pytest
from tests.kaart.exchange.made_up import KNOWN
from tests.kaart.exchange.reading_back import from_csv
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.kaart.exchange.sheet.cell_text import read, write
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, column_of, in_csv, named
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.hours_text import read_hours
from psoh_cli.kaart.exchange.sheet.records_text import read_locations
from psoh_cli.kaart.exchange.sheet.shielding import shielded, unshielded
from psoh_cli.kaart.kaart import KaartFile


def rows(kaart: KaartFile) -> list[dict[str, str]]:
    text = write_csv(kaart, known=KNOWN).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_it_is_as_dutch_excel_opens_it() -> None:
    data = write_csv(kaart_file(service(aanbod="één; twee")), known=KNOWN)
    assert data.startswith(b"\xef\xbb\xbfDienst;Organisatie;")
    assert data.count(b"\r\n") == 2
    assert '"één; twee"'.encode() in data


def test_an_organization_without_services_has_a_row_of_its_own() -> None:
    kaart = kaart_file(service(), organisaties=[organization(), organization(id="stil", naam="Stil")])
    found = rows(kaart)
    assert [(row["Dienst"], row["Organisatie"]) for row in found] == [("Dienst", "Huis"), ("", "Stil")]


def test_a_service_of_an_organization_that_is_not_there_keeps_its_link() -> None:
    (row,) = rows(kaart_file(service(organisatie="elders"), organisaties=[]))
    assert (row["Organisatie"], row["Id organisatie"]) == ("", "elders")


def test_of_two_organizations_with_one_id_none_is_lost() -> None:
    kaart = kaart_file(service(), organisaties=[organization(), organization(naam="Dubbel")])
    assert [row["Organisatie"] for row in rows(kaart)] == ["Huis", "Dubbel"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+31612345678", "-1", "@x", "\uff1d1", "\ufe621", " =1", "\u200b=1", "0612345678", "01234567", "3.4",
        "8.10", "12-17",
        "2e5", "1-2", "3-apr", "mei 2026", "2026-03-15", "1/2", "50%", "123456789012", "TRUE", "onwaar", "9:30", "9 am",
        "€ 5", "#N/A", "0800-1234",
    ],
)  # fmt: skip
def test_what_a_program_would_run_or_spoil_is_shielded(text: str) -> None:
    assert shielded(text) == f"'{text}"
    assert unshielded(shielded(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "020-1234567", "06 12345678", "GM0505", "1234 AB", "12345678", "0", "18", "taalcafe-oost", "'s avonds",
        "maandag",
        "in maart 2026", "mei", "Januari", "Truus", "https://x.example", "3 dagen", "a=b", "groep, inloop", "5e etage",
        "jan",
    ],
)  # fmt: skip
def test_plain_text_is_left_alone(text: str) -> None:
    assert shielded(text) == text


def test_a_telephone_number_that_lost_its_zero_as_a_number_gets_it_back() -> None:
    assert read(column_of("dienst", "contact.telefoon"), 612345678.0) == "0612345678"
    assert read(column_of("organisatie", "kvk"), 1234567) == "01234567"


@pytest.mark.parametrize("text", ["15-3-2026", "15-03-2026", "2026-03-15", "15 maart 2026"])
def test_a_day_is_read_as_excel_saves_it(text: str) -> None:
    assert read(column_of("dienst", "gecontroleerd_op"), text) == "2026-03-15"


def test_a_day_that_can_be_two_days_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="geen datum"):
        read(column_of("dienst", "gecontroleerd_op"), "1-2-24")


@pytest.mark.parametrize(
    ("who", "key", "text"),
    [
        ("dienst", "talen", "Klingon"),
        ("dienst", "soort_aanbod", "groep, feest"),
        ("dienst", "leeftijd.van", "achttien"),
        ("dienst", "wachttijd.aanmeldstop", "misschien"),
        ("dienst", "openingstijden", "altijd open"),
        ("dienst", "openingstijden", "vrijdag t/m dinsdag"),
        ("organisatie", "locaties", "Buurthuis Oost"),
        ("organisatie", "locaties", "oost: Oost | kleur: blauw"),
        ("organisatie", "locaties", "oost: Oost | wijk: a | wijk: b"),
    ],
)
def test_what_is_not_ours_is_refused_in_dutch(who: str, key: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"^'.*[^.]$"):
        read(column_of(who, key), text)  # type: ignore[arg-type]


def test_hours_and_locations_read_like_a_sentence() -> None:
    days = ["maandag", "dinsdag", "woensdag", "vrijdag"]
    kaart = kaart_file(
        service(
            openingstijden=[{"dagen": days, "van": "09:00", "tot": "12:30"}, {"toelichting": "op afspraak"}]
        ),
        organisaties=[
            organization(
                locaties=[
                    {
                        "id": "oost",
                        "naam": "Buurthuis",
                        "adres": {"straat": "Laan 1"},
                        "openingstijden": [{"van": "9:00"}],
                    },
                    {"id": "west", "naam": "Kerk", "adres": {}},
                ]
            )
        ],
    )
    (row,) = rows(kaart)
    assert row["Openingstijden"] == "maandag t/m woensdag, vrijdag 09:00-12:30; (op afspraak)"
    assert (
        row["Locaties"]
        == "oost: Buurthuis | straat: Laan 1 | open: vanaf 09:00\nwest: Kerk | adres: onbekend"
    )
    assert read_hours(row["Openingstijden"])[0]["dagen"] == days
    assert read_locations(row["Locaties"])[1] == {"id": "west", "naam": "Kerk", "adres": {}}
    assert from_csv(write_csv(kaart, known=KNOWN), known=KNOWN)[1]["dienst"] == kaart.services[0]


def test_a_name_that_could_mean_two_ids_is_written_as_the_id() -> None:
    (column,) = named([column_of("dienst", "ketenstappen")], known=KNOWN)
    assert write(column, ("crisis", "dubbel")) == "crisis, dubbel"
    assert write(column, ("landen", "preventie", "nieuw")) == "Landen\\, en basis op orde, preventie, nieuw"


def test_every_column_is_in_a_csv_once() -> None:
    assert sorted(item.heading for item in in_csv()) == sorted(item.heading for item in COLUMNS)
