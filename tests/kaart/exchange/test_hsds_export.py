"""What an HSDS export says of a kaart: where each field goes, and what stays behind with its reason."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel
from tests.kaart.exchange.full_kaart import FULL, KNOWN
from tests.kaart.exchange.hsds_worlds import SETTING, held, read_back
from tests.kaart.samples import gemeente, kaart_file, organization, service

from psoh_cli.gemeente.gemeente import Register
from psoh_cli.kaart.exchange.hsds.documents import Exported, export
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.exchange.hsds.tabular import export_tables
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.vocabulary import Visibility

AROUND = replace(SETTING, known=KNOWN)
BOTH = pytest.mark.parametrize("write", [export, export_tables])
Write = Callable[[KaartFile, Setting], Exported]


def documents(kaart: KaartFile = FULL, setting: Setting = AROUND) -> dict[str, Any]:
    return {name: json.loads(data) for name, data in export(kaart, setting).files.items()}


def service_of(kaart: KaartFile = FULL, name: str = "Groep", setting: Setting = AROUND) -> dict[str, Any]:
    found = documents(kaart, setting)
    return next(
        item for file, item in found.items() if file.startswith("services/") and item.get("name") == name
    )


def organization_of(kaart: KaartFile, setting: Setting = AROUND) -> dict[str, Any]:
    found = documents(kaart, setting)
    return next(item for file, item in found.items() if file.startswith("organizations/") and "name" in item)


def one(fields: dict[str, Any], **more: Any) -> KaartFile:
    return kaart_file(service(**fields), **more)


def said(item: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [
        (entry["taxonomy_term"]["taxonomy"], entry["taxonomy_term"]["code"], entry.get("value"))
        for entry in item["attributes"]
    ]


def values_in(item: Any) -> Iterator[Any]:
    if isinstance(item, dict | list):
        for value in item.values() if isinstance(item, dict) else item:
            yield from values_in(value)
    yield item


def unfilled(value: BaseModel) -> Iterator[str]:
    """Name the fields of a value, and of what is inside it, that say nothing."""
    for name, field in type(value).model_fields.items():
        found = getattr(value, name)
        if found in (None, ()) or (found == field.default and name != "visibility"):
            yield f"{type(value).__name__}.{name}"
        first = found[0] if isinstance(found, tuple) and found else found
        if isinstance(first, BaseModel):
            yield from unfilled(first)


def test_the_full_kaart_fills_every_field() -> None:
    assert list(unfilled(FULL.organizations[0])) == []
    assert list(unfilled(FULL.services[0])) == []


@BOTH
def test_every_field_of_the_full_kaart_comes_back(write: Write) -> None:
    batch, found = read_back(write(FULL, AROUND).files)
    assert found == held(FULL)
    assert found[0]["huis"] == FULL.organizations[0]
    assert found[1]["groep"] == FULL.services[0]
    assert batch.not_understood == ()


@BOTH
def test_nothing_unknown_and_no_null_is_written(write: Write) -> None:
    made = write(one({}), AROUND)
    assert all(b"null" not in data and b"onbekend" not in data for data in made.files.values())
    bare = service_of(one({"werkgebied": [], "ketenstappen": [], "gecontroleerd_op": "onbekend"}), "Dienst")
    assert sorted(bare) == [
        "attributes",
        "description",
        "id",
        "name",
        "organization",
        "organization_id",
        "status",
    ]


def test_every_id_is_a_uuid_and_hangs_on_the_kaart() -> None:
    ids = [item["id"] for item in values_in(documents()) if isinstance(item, dict) and "id" in item]
    assert all(str(UUID(name)) == name for name in ids)
    assert service_of()["id"] == service_of(one({"id": "groep", "naam": "Groep"}))["id"]
    assert service_of()["id"] != service_of(setting=replace(AROUND, name="GM0001"))["id"]


def test_an_id_never_changes() -> None:
    """An id that somebody else stored must be found again by every later version."""
    assert service_of()["id"] == "83ef6f16-846d-5e1d-9d0b-857a2d5fbf14"
    assert service_of()["attributes"][0]["taxonomy_term"]["id"] == "22746244-e5c7-506f-aacb-ae4c770d4a85"


def test_where_the_fields_of_a_service_go() -> None:
    told = service_of()
    assert {key: value for key, value in told.items() if isinstance(value, str | int)} == {
        "id": told["id"],
        "organization_id": told["organization"]["id"],
        "name": "Groep",
        "description": "Samen praten",
        "url": "https://www.huis.example/groep?a=1",
        "status": "temporarily closed",
        "interpretation_services": "Tolk op aanvraag: Arabisch, Somalisch",
        "application_process": "Bel de balie",
        "fees_description": "Een eigen bijdrage: €\N{NO-BREAK SPACE}15",
        "eligibility_description": "Voor: vrouwen, ouders. Niet voor: Wie in crisis is",
        "minimum_age": 18,
        "maximum_age": 65,
        "assured_date": "2026-06-01",
        "alert": "Er is een aanmeldstop.",
    }
    assert [(item["name"], item["code"]) for item in told["languages"]] == [
        ("Nederlands", "nl"), ("Tigrinya", "ti"), ("Dari", "prs"),
    ]  # fmt: skip
    assert [(item["name"], item.get("uri")) for item in told["service_areas"]] == [
        ("gemeente Dordrecht", "https://identifier.overheid.nl/tooi/id/gemeente/gm0505"),
        ("Oost", None),
    ]
    (cost,), (capacity,) = told["cost_options"], told["capacities"]
    assert (cost["amount"], cost["currency"]) == (15, "eur")
    assert (capacity["available"], capacity["unit"]["name"], capacity["updated"]) == (
        12, "plaatsen per groep", "2026-06-01T00:00:00.000Z",
    )  # fmt: skip
    hours, words = told["schedules"]
    assert (hours["freq"], hours["byday"], hours["opens_at"], hours["closes_at"]) == (
        "WEEKLY", "MO,WE", "09:30", "12:00",
    )  # fmt: skip
    assert (words["description"], "freq" in words) == ("of op afspraak", False)
    assert told["contacts"][0]["phones"][0]["number"] == "0611112222"


def test_our_own_words_are_terms_of_a_taxonomy_with_a_version() -> None:
    told = service_of()
    for wanted in (
        ("veld", "id", "groep"), ("ketenstap", "nazorg", None), ("iasc-laag", "laag-2", None),
        ("doelgroep", "vrouwen", None), ("toegang", "aanmelding", None), ("tolkinzet", "op-aanvraag", None),
        ("tolktaal", "so", None), ("wachttijd", "weken", "6"), ("soort-aanbod", "maatje", None),
        ("interventie", "mind-spring", None), ("pijler", "fundament", None), ("getraind", "deels", None),
        ("zichtbaar", "openbaar", None), ("4ws", "8.2", None), ("upl", "Jeugdhulp", "Jeugdhulp"),
    ):  # fmt: skip
        assert wanted in said(told)
    terms = {item["taxonomy_term"]["taxonomy"]: item["taxonomy_term"] for item in told["attributes"]}
    versions = {key: term["taxonomy_detail"].get("version") for key, term in terms.items()}
    assert versions["ketenstap"] == "2026.1"
    assert (versions["4ws"], versions["upl"]) == ("4ws-2012", "upl-2023-10")
    assert all(term["taxonomy_detail"]["uri"] for term in terms.values())
    assert terms["upl"]["term_uri"] == "http://standaarden.overheid.nl/owms/terms/jeugdhulp"
    assert terms["4ws"]["name"] == "Eenvoudige gesprekken met een groep of gezin"


def test_an_organization_has_its_numbers_places_and_services() -> None:
    told = organization_of(FULL)
    assert [(item["identifier_type"], item["identifier"]) for item in told["organization_identifiers"]] == [
        ("psoh", "huis"), ("KvK-nummer", "01234567"), ("AGB-code", "98765432"),
    ]  # fmt: skip
    assert told["organization_identifiers"][1]["identifier_scheme"] == "NL-KVK"
    corner, post = told["locations"]
    assert corner["transportation"] == "Bus 3"
    assert {key: value for key, value in corner["addresses"][0].items() if not key.endswith("id")} == {
        "address_1": "Plein 1",
        "city": "Dordrecht",
        "state_province": "Zuid-Holland",
        "postal_code": "3311 AB",
        "country": "NL",
        "address_type": "physical",
        "attributes": corner["addresses"][0]["attributes"],
    }
    assert "addresses" not in post
    assert [item["name"] for item in told["services"]] == ["Groep", "Stil", "Gestopt"]


def test_a_province_that_follows_from_the_own_gemeente_says_so(register: Register) -> None:
    place = [{"id": "a", "naam": "A", "adres": {"straat": "S 1", "postcode": "1234 AB", "plaats": "Haarlem"}}]
    house = one({}, organisaties=[organization(locaties=place)])
    known = organization_of(house, replace(AROUND, register=register))["locations"][0]["addresses"][0]
    derived = organization_of(house, AROUND)["locations"][0]["addresses"][0]
    assert (known["state_province"], "attributes" in known) == ("Noord-Holland", False)
    assert (derived["state_province"], said(derived)) == (
        "Zuid-Holland", [("veld", "provincie", "afgeleid")],
    )  # fmt: skip


def test_what_changed_links_to_the_entry() -> None:
    told = service_of()
    first, second = told["metadata"]
    assert first == {
        "id": first["id"],
        "resource_id": told["id"],
        "resource_type": "service",
        "last_action_date": "2026-05-04",
        "last_action_type": "update",
        "field_name": "naam",
        "previous_value": "Oud",
        "replacement_value": "Nieuw",
        "updated_by": "beheerder",
    }
    assert (second["previous_value"], second["updated_by"]) == ("", "onbekend")


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-06-01", "2026-06-01"), ("2026-06", None), ("2026", None), ("onbekend", None)],
)
def test_only_a_full_day_is_a_day(day: str, told: str | None) -> None:
    made = service_of(one({"gecontroleerd_op": day, "capaciteit": {"plaatsen": 1, "per": "week"}}), "Dienst")
    assert made.get("assured_date") == told
    assert ("capacities" in made) is (told is not None)


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("beheer@gemeente.example", "beheer@gemeente.example"),
        ("jan.de.vries@gemeente.example", None),
        ("beheerder", None),
    ],
)
def test_a_mailbox_of_who_confirmed_it_is_nobodys_own(role: str, told: str | None) -> None:
    assert service_of(one({"gecontroleerd_door": role}), "Dienst").get("assurer_email") == told


def test_free_is_a_price_and_unknown_is_none() -> None:
    (free,) = service_of(one({"kosten_client": "gratis"}), "Dienst")["cost_options"]
    assert free["amount"] == 0
    assert "cost_options" not in service_of(one({"kosten_client": "eigen-bijdrage"}), "Dienst")


def test_a_service_of_which_nobody_knows_whether_it_runs_says_so() -> None:
    told = service_of(one({"status": "onbekend"}), "Dienst")
    assert (told["status"], told["alert"]) == ("active", "Of deze dienst nog loopt, is niet bekend.")
    assert ("veld", "status", "onbekend") in said(told)


@BOTH
def test_what_is_for_professionals_stays_at_home(write: Write) -> None:
    made = write(FULL, replace(AROUND, only_public=True))
    text = b"".join(made.files.values())
    for hidden in (b"verwijs", b"0611112222", b"verborgen", b"Stil", b"Oud"):
        assert hidden not in text
    assert b"Groep" in text
    assert "2 vermeldingen zijn alleen voor professionals en gaan niet mee." in made.left_out
    assert all(b"0611112222" not in data for data in write(one({}), AROUND).files.values())
    assert any(b"0611112222" in data for data in write(FULL, AROUND).files.values())


def test_services_of_a_hidden_organization_stay_too() -> None:
    hidden = organization(zichtbaar=Visibility.PROFESSIONAL)
    made = export(one({}, organisaties=[hidden]), replace(AROUND, only_public=True))
    assert not [name for name in made.files if name.startswith("services/") and "index" not in name]


def test_what_has_no_place_is_told() -> None:
    house = organization(
        contact={"email": "geen adres"},
        locaties=[{"id": "a", "naam": "A", "adres": {"plaats": "Dordrecht"}}],
        geschiedenis=[{"op": "2026-05", "veld": "naam"}],
    )
    made = export(
        kaart_file(
            service(locaties=["weg"]), service(id="dakloos", organisatie="nergens"), organisaties=[house]
        ),
        replace(AROUND, gemeente=gemeente()),
    )
    homeless, mail, history, address, place = made.left_out
    assert homeless.startswith("Dienst 'dakloos' gaat niet mee: organisatie 'nergens' staat niet op de kaart")
    assert history == "Organisatie 'huis': 1 regel in de geschiedenis zonder volledige dag gaat niet mee."
    assert mail == "Organisatie 'huis': het e-mailadres gaat niet mee, want het is geen e-mailadres."
    assert address.endswith("want de straat, de postcode en de provincie zijn niet bekend.")
    assert place == (
        "Dienst 'dienst': locatie 'weg' gaat niet mee, want de organisatie heeft er geen met dat id."
    )


def test_no_cell_begins_like_a_formula() -> None:
    evil = one({"naam": "=HYPERLINK(1)", "aanbod": "@x", "uitsluitcriteria": "-2+3+cmd|' /C'!A0"})
    house = organization(contact={"telefoon": "+31 78 123 45 67"})
    made = export_tables(evil.model_copy(update={"organizations": (house,)}), AROUND).files
    cells = [
        cell
        for name, data in made.items()
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(data.decode(), newline=""))
        for cell in row
    ]
    assert [cell for cell in cells if cell.startswith(("=", "@", "-"))] == []
    assert "'=HYPERLINK(1)" in cells
    assert "+31 78 123 45 67" in cells
    assert read_back(made)[1][1]["dienst"].name == "=HYPERLINK(1)"


def test_file_names_hold_nothing_of_the_kaart() -> None:
    assert all(
        UUID(name.rpartition("/")[2].removesuffix(".json"))
        for name in export(FULL, AROUND).files
        if "index" not in name
    )


@pytest.fixture(scope="module")
def register() -> Register:
    from psoh_cli.gemeente.register_file import read_register

    return read_register()
