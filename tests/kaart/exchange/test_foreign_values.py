from __future__ import annotations

from datetime import date, datetime
from time import process_time
from typing import Any

import pytest
from tests.kaart.exchange.foreign import KNOWN

from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading
from psoh_cli.kaart.exchange.sheet.sheet_fields import field_named, fields
from psoh_cli.kaart.exchange.sheet.values import LONGEST, Reader
from psoh_cli.workbooks.raw_sheet import Cell


def read(name: str, cell: Cell, *, among: tuple[Cell, ...] = (), may_be_personal: bool = False) -> Reading:
    field = field_named(name)
    assert field is not None
    return Reader(known=KNOWN, may_be_personal=may_be_personal).of(field, cells=(cell, *among))(cell)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (45323.0, "2024-02-01"),
        ("45323", "2024-02-01"),
        (2024.0, "2024"),
        ("2024", "2024"),
        (date(2024, 2, 1), "2024-02-01"),
        (datetime(2024, 2, 1, 13, 30), "2024-02-01"),  # noqa: DTZ001 a spreadsheet knows no zones
        ("1-2-24", "2024-02-01"),
        ("01-02-2024", "2024-02-01"),
        ("1 februari 2024", "2024-02-01"),
        ("1 feb. 24", "2024-02-01"),
        ("feb 2024", "2024-02"),
        ("2024-02", "2024-02"),
        ("eind februari 2024", "2024-02"),
        ("laatst bijgewerkt op 1-2-2024", "2024-02-01"),
        ("5/5/2024", "2024-05-05"),
        ("31/1/2024", "2024-01-31"),
    ],
)
def test_a_date_is_read_as_dutch_people_write_it(cell: Cell, day: str) -> None:
    assert read("gecontroleerd_op", cell).values == {"gecontroleerd_op": day}


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("2/3/2024", "dit kan 2 maart of 3 februari zijn"),
        ("01-02-03", "deze datum kan op meer dan één manier worden gelezen"),
        ("31-2-2024", "2024-02-31 bestaat niet: februari 2024 heeft 29 dagen"),
        ("binnenkort", "dit is geen datum"),
        (7.0, "dit getal is geen datum"),
        (True, "dit is geen datum"),
    ],
)
def test_a_date_that_is_not_sure_is_not_guessed(cell: Cell, why: str) -> None:
    reading = read("gecontroleerd_op", cell)
    assert (dict(reading.values), reading.why) == ({}, why)
    assert reading.remedy


def test_another_date_in_the_column_tells_what_comes_first() -> None:
    assert read("gecontroleerd_op", "2/3/2024", among=("25/3/2024",)).values == {
        "gecontroleerd_op": "2024-03-02"
    }
    assert read("gecontroleerd_op", "2/3/2024", among=("3/25/2024",)).values == {
        "gecontroleerd_op": "2024-02-03"
    }
    assert read("gecontroleerd_op", "2/3/2024", among=("25/3/2024", "3/25/2024")).why


@pytest.mark.parametrize("cell", ["", "-", "?", "n.v.t.", "onbekend", "nnb", "#N/A"])
@pytest.mark.parametrize(
    "name", ["gecontroleerd_op", "talen", "leeftijd", "kosten", "telefoon", "wachttijd", "toelichting"]
)
def test_what_says_that_nobody_knows_says_nothing(name: str, cell: str) -> None:
    assert read(name, cell) == EMPTY


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("arabisch, tigrinya", ["ar", "ti"]),
        ("arabisch, tigrinya / Dari en Farsi", ["ar", "ti", "prs", "fa"]),
        ("Arabisch/ Dari", ["ar", "prs"]),
        ("Arabisch\nTigrinja;Oekraiens", ["ar", "ti", "uk"]),
        ("o.a. Engels & Somalisch", ["en", "so"]),
        ("ar", ["ar"]),
        ("- Koerdisch\n- Turks", ["ku", "tr"]),
    ],
)
def test_languages_come_in_by_their_dutch_name(cell: str, codes: list[str]) -> None:
    assert read("talen", cell) == Reading(values={"talen": codes})


def test_a_language_that_is_not_known_leaves_the_others() -> None:
    reading = read("talen", "Arabisch, Klingon")
    assert reading.values == {"talen": ["ar"]}
    assert (reading.part, reading.why) == ("Klingon", "'Klingon' is geen taal die psoh kent")
    assert read("talen", "Afghaans").why == "'Afghaans' kan meer dan één taal zijn"
    assert read("talen", "alle talen").why == "dit noemt geen taal"


@pytest.mark.parametrize(
    ("name", "cell", "values"),
    [
        ("leeftijd", "18+", {"leeftijd.van": 18}),
        ("leeftijd", "12 t/m 17 jaar", {"leeftijd.van": 12, "leeftijd.tot": 17}),
        ("leeftijd", "vanaf 16 jaar", {"leeftijd.van": 16}),
        ("leeftijd", "65 en ouder", {"leeftijd.van": 65}),
        ("leeftijd", "0-4", {"leeftijd.van": 0, "leeftijd.tot": 4}),
        ("leeftijd", "tot 18 jaar", {"leeftijd.tot": 17}),
        ("leeftijd", "12 tot 18 jaar", {"leeftijd.van": 12, "leeftijd.tot": 17}),
        ("leeftijd", "volwassenen", {"doelgroepen": ["volwassenen"]}),
        ("leeftijd", "alle leeftijden", {"doelgroepen": ["iedereen"]}),
        ("doelgroepen", "vrouwen 18+", {"doelgroepen": ["vrouwen"], "leeftijd.van": 18}),
        ("doelgroepen", "Jongeren (12-18 jaar); ouders", {"doelgroepen": ["jongeren", "ouders"],
            "leeftijd.van": 12, "leeftijd.tot": 18}),
        ("doelgroepen", "mannen/vrouwen", {"doelgroepen": ["mannen", "vrouwen"]}),
        ("kosten", "gratis", {"kosten_client": "gratis"}),
        ("kosten", 0.0, {"kosten_client": "gratis"}),
        ("kosten", "€ 5,-", {"kosten_client": "eigen-bijdrage", "kosten_bedrag": 5}),
        ("kosten", 12.0, {"kosten_client": "eigen-bijdrage", "kosten_bedrag": 12}),
        ("kosten", "eigen risico", {"kosten_client": "eigen-risico"}),
        ("kosten", "kleine bijdrage", {"kosten_client": "eigen-bijdrage"}),
        ("gratis", "x", {"kosten_client": "gratis"}),
        ("wachttijd", "6 weken", {"wachttijd.weken": 6}),
        ("wachttijd", 6.0, {"wachttijd.weken": 6}),
        ("wachttijd", "geen", {"wachttijd.weken": 0}),
        ("wachttijd.aanmeldstop", "x", {"wachttijd.aanmeldstop": "ja"}),
        ("organisatie.in_klankbordgroep", "✓", {"in_klankbordgroep": "ja"}),
        ("organisatie.in_klankbordgroep", True, {"in_klankbordgroep": "ja"}),
        ("capaciteit", "12 plaatsen per kwartaal", {"capaciteit.plaatsen": 12, "capaciteit.per": "kwartaal"}),
        ("groepsgrootte", "max. 10 deelnemers", {"capaciteit.plaatsen": 10, "capaciteit.per": "groep"}),
        ("tolkinzet", "tolkentelefoon", {"tolkinzet": "telefonisch"}),
        ("tolkinzet", "nee", {"tolkinzet": "geen"}),
        ("tolkinzet", "ja, op aanvraag", {"tolkinzet": "op-aanvraag"}),
        ("aanmelden", "via de website", {"verwijsroute": "via de website", "toegang": ["aanmelding"]}),
        ("locatie", "Buurthuis Oost", {"locatie": "Buurthuis Oost"}),
        ("locatie", "Lindelaan 1, 1234AB Voorbeeldstad",
         {"adres.straat": "Lindelaan 1", "adres.postcode": "1234 AB", "adres.plaats": "Voorbeeldstad"}),
        ("toegang", "via de huisarts of het wijkteam", {"toegang": ["verwijzing-huisarts", "verwijzing-gemeente"]}),
        ("toegang", "huisarts, wijkteam", {"toegang": ["verwijzing-huisarts", "verwijzing-gemeente"]}),
        ("aanmelden", "vrije inloop", {"verwijsroute": "vrije inloop", "toegang": ["vrij"]}),
        ("aanmelden", "Vraag naar de balie op dinsdag", {"verwijsroute": "Vraag naar de balie op dinsdag"}),
        ("ketenpartner", "Welzijnsorganisatie", {"ketenpartner": "welzijn"}),
        ("status", "loopt", {"status": "actief"}),
        ("soort_aanbod", "1-op-1, cursus", {"soort_aanbod": ["individueel", "training"]}),
        ("werkgebied", "Oost; GM0505, West", {"werkgebied": ["Oost", "GM0505", "West"]}),
        ("telefoon", 612345678.0, None),
        ("telefoon", 781234567.0, {"contact.telefoon": "0781234567"}),
        ("telefoon", "Tel: 020 - 123 45 67", {"contact.telefoon": "020 - 123 45 67"}),
        ("telefoon", "+31 (0)20 1234567", {"contact.telefoon": "+31 20 1234567"}),
        ("telefoon", '="0201234567"', {"contact.telefoon": "0201234567"}),
        ("email", "mailto:info@huis.example", {"contact.email": "info@huis.example"}),
        ("email", "Receptie <info@huis.example>", {"contact.email": "info@huis.example"}),
        ("website", "www.huis.example", {"website": "https://www.huis.example"}),
        ("website", "huis.example/aanbod", {"website": "https://huis.example/aanbod"}),
        ("website", "http://huis.example", {"website": "http://huis.example"}),
        ("contact", "coördinator", {"contact.functie": "coördinator"}),
        ("postcode", "1234ab Voorbeeldstad", {"adres.postcode": "1234 AB", "adres.plaats": "Voorbeeldstad"}),
        ("adres", "Dorpsstraat 1, 1234 AB Voorbeeldstad",
         {"adres.straat": "Dorpsstraat 1", "adres.postcode": "1234 AB", "adres.plaats": "Voorbeeldstad"}),
        ("organisatie.kvk", 1234567.0, {"kvk": "01234567"}),
        ("taal:ti", "x", {"talen": ["ti"]}),
        ("taal:ti", "nee", {}),
        ("dag:maandag", "9-12", {"openingstijden": [{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}]}),
        ("dag:maandag", "x", {"openingstijden": [{"dagen": ["maandag"]}]}),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_people_write(name: str, cell: Cell, values: dict[str, Any] | None) -> None:
    reading = read(name, cell)
    if values is None:
        assert reading.why
        assert not reading.values
    else:
        assert (dict(reading.values), reading.why) == (values, "")


@pytest.mark.parametrize(
    ("text", "schedules"),
    [
        ("ma t/m vr 9.00-17.00", [{"dagen": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"],
            "van": "09:00", "tot": "17:00"}]),
        ("dinsdag 10-12 uur", [{"dagen": ["dinsdag"], "van": "10:00", "tot": "12:00"}]),
        ("ma 9:00-12:00, wo 13:00-17:00", [{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"},
                                             {"dagen": ["woensdag"], "van": "13:00", "tot": "17:00"}]),
        ("maandag en woensdag van 9:30 tot 12:00 uur", [{"dagen": ["maandag", "woensdag"], "van": "09:30",
            "tot": "12:00"}]),
        ("vr 9.00-12.00 en 13.00-16.00", [{"dagen": ["vrijdag"], "van": "09:00", "tot": "12:00"},
                                            {"dagen": ["vrijdag"], "van": "13:00", "tot": "16:00"}]),
        ("werkdagen 9.00-17.00 (niet in de vakantie)", [{"dagen": ["maandag", "dinsdag", "woensdag", "donderdag",
            "vrijdag"],
                                                          "van": "09:00", "tot": "17:00",
                                                          "toelichting": "niet in de vakantie"}]),
        ("dinsdag 1-3 uur", [{"toelichting": "dinsdag 1-3 uur"}]),
        ("elke dinsdagochtend", [{"toelichting": "elke dinsdagochtend"}]),
        ("op afspraak", [{"toelichting": "op afspraak"}]),
        ("dinsdag en donderdag", [{"dagen": ["dinsdag", "donderdag"]}]),
    ],
)  # fmt: skip
def test_opening_hours_are_taken_apart_where_they_are_sure(
    text: str, schedules: list[dict[str, Any]]
) -> None:
    assert read("openingstijden", text).values == {"openingstijden": schedules}


@pytest.mark.parametrize(
    ("name", "cell", "why"),
    [
        ("wachttijd", "4-6 weken", "hier staat 4 tot 6 weken; de kaart houdt één aantal bij"),
        ("wachttijd", "2 maanden", "de kaart telt de wachttijd in weken"),
        ("wachttijd", date(2024, 6, 4),
            "Excel heeft hier een datum van gemaakt (4-6-2024); welke weken er stonden, is weg"),
        ("leeftijd", date(2017, 12, 1),
            "Excel heeft hier een datum van gemaakt (1-12-2017); welke leeftijden er stonden, is weg"),
        ("leeftijd", "40-12", "deze leeftijden kunnen niet"),
        ("tolkinzet", "ja", "'ja' zegt niet welke het is"),
        ("kosten", "vrijwillige bijdrage", "dit zegt niet wat de cliënt betaalt"),
        ("telefoon", "bel de balie", "dit is geen telefoonnummer"),
        ("email", "info(at)huis", "dit is geen e-mailadres"),
        ("website", "javascript:alert(1)", "dit is geen webadres"),
        ("aanbod", "=HYPERLINK(\"http://kwaad.example\")", "hier staat een formule; psoh rekent niets uit"),
        ("aanbod", "x" * (LONGEST + 1), f"dit zijn {LONGEST + 1} tekens; in een veld passen er hoogstens {LONGEST}"),
        ("aanbod", "een\u202e tekst", "in de tekst staat een onzichtbaar stuurteken (U+202E)"),
        ("doelgroepen", "volwasenen", "'volwasenen' is geen keuze voor dit veld"),
    ],
)  # fmt: skip
def test_what_is_not_sure_says_why_and_what_to_do(name: str, cell: Cell, why: str) -> None:
    reading = read(name, cell)
    assert (dict(reading.values), reading.why) == ({}, why)
    assert reading.remedy


def test_part_of_a_cost_is_taken_over() -> None:
    reading = read("kosten", "€ 2,50 per keer")
    assert reading.values == {"kosten_client": "eigen-bijdrage"}
    assert "hele euro's" in reading.why


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("telefoon", "06-12345678"),
        ("telefoon", "612345678"),
        ("email", "fatima.voorbeeld@huis.example"),
        ("contact", "Fatima Voorbeeld"),
        ("contact", "mw. Jansen"),
        ("contact", "Samira"),
        ("aanbod", "Vraag naar mevrouw Jansen aan de balie"),
        ("toelichting", "Bel 06-12345678"),
    ],
)
def test_what_is_about_one_person_is_told_and_not_taken(name: str, cell: str) -> None:
    reading = read(name, cell)
    assert (dict(reading.values), reading.is_personal) == ({}, True)
    assert cell not in reading.why + reading.remedy + reading.note + reading.part
    assert read(name, cell, may_be_personal=True).values


def test_a_number_for_all_goes_before_that_of_a_person() -> None:
    reading = read("telefoon", "06-12345678 / 020-1234567")
    assert reading.values == {"contact.telefoon": "020-1234567"}
    assert reading.is_personal


def test_what_holds_for_the_whole_kaart_is_told_once() -> None:
    reading = read("doelgroepen", "statushouders")
    assert not reading.values
    assert not reading.why
    assert reading.note == "'statushouders' geldt voor de hele kaart; psoh neemt het bij Voor wie niet over."


@pytest.mark.slow
@pytest.mark.parametrize(
    "bit",
    ["(", "((a", "1-2 ", "ma, ", "9.00-", "a@", "( ) ", "€ 1", "0 6 ", "A. van ", "12-17 jaar ", "ma 9-12, "],
)
def test_no_cell_takes_long(bit: str) -> None:
    text = bit * (LONGEST // len(bit))
    for name in fields():
        started = process_time()
        read(name, text)
        assert process_time() - started < 1, name
