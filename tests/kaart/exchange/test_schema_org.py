"""What search engines get to read of a service: only what is known, and nothing for professionals."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from tests.kaart.samples import organization, service

from psoh_cli.kaart.exchange import schema_org
from psoh_cli.kaart.exchange.notation import code_in_tooi, international, tooi_uri, uri
from psoh_cli.kaart.exchange.schema_org import as_script

FRESH = frozenset({"dienst", "huis"})
json_ld = partial(schema_org.json_ld, fresh=FRESH)
organization_json_ld = partial(schema_org.organization_json_ld, fresh=FRESH)

HOUSE = organization(
    website="www.huis.example",
    kvk="12345678",
    contact={"functie": "balie", "telefoon": "078 123 45 67", "email": "info@huis.example"},
    locaties=[
        {
            "id": "hoek",
            "naam": "Op de hoek",
            "adres": {"straat": "Plein 1", "postcode": "1234 AB", "plaats": "Dordrecht"},
            "openingstijden": [{"toelichting": "op afspraak"}],
        }
    ],
)


def test_what_is_unknown_is_not_said() -> None:
    assert json_ld(service(werkgebied=[]), organization()) == {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": "#dienst",
        "name": "Dienst",
        "description": "een inloop",
        "provider": {"@type": "Organization", "name": "Huis"},
    }


def test_a_full_service() -> None:
    full = service(
        soort_aanbod=["inloop", "werk-of-leerwerk"],
        doelgroepen=["vrouwen", "ouders"],
        leeftijd={"van": 18},
        talen=["nl", "ti"],
        werkgebied=["GM0505", "Oost"],
        kosten_client="gratis",
        locaties=["hoek"],
        contact={"functie": "team", "telefoon": "0800 1234"},
        openingstijden=[
            {"dagen": ["dinsdag", "donderdag"], "van": "09:30", "tot": "12:00"},
            {"dagen": ["vrijdag"], "toelichting": "wisselend"},
        ],
    )
    assert json_ld(
        full, HOUSE, gemeenten={"GM0505": "Dordrecht"}, page="https://kaart.example/dienst.html"
    ) == {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": "https://kaart.example/dienst.html",
        "name": "Dienst",
        "description": "een inloop",
        "serviceType": ["inloop", "werk of leerwerk"],
        "provider": {
            "@type": "Organization",
            "name": "Huis",
            "url": "https://www.huis.example",
            "identifier": {"@type": "PropertyValue", "propertyID": "KvK", "value": "12345678"},
            "contactPoint": {
                "@type": "ContactPoint",
                "contactType": "balie",
                "telephone": "+31781234567",
                "email": "info@huis.example",
            },
        },
        "areaServed": [
            {
                "@type": "AdministrativeArea",
                "name": "gemeente Dordrecht",
                "identifier": "https://identifier.overheid.nl/tooi/id/gemeente/gm0505",
            },
            {"@type": "Place", "name": "Oost"},
        ],
        "audience": {"@type": "PeopleAudience", "audienceType": "vrouwen, ouders", "requiredMinAge": 18},
        "availableChannel": {
            "@type": "ServiceChannel",
            "availableLanguage": ["nl", "ti"],
            "servicePhone": {"@type": "ContactPoint", "contactType": "team", "telephone": "0800 1234"},
            "serviceLocation": {
                "@type": "Place",
                "name": "Op de hoek",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Plein 1",
                    "postalCode": "1234 AB",
                    "addressLocality": "Dordrecht",
                    "addressCountry": "NL",
                },
            },
        },
        "hoursAvailable": {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["https://schema.org/Tuesday", "https://schema.org/Thursday"],
            "opens": "09:30",
            "closes": "12:00",
        },
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
    }


@pytest.mark.parametrize(
    ("fields", "price"),
    [
        ({"kosten_client": "onbekend"}, None),
        ({"kosten_client": "eigen-bijdrage"}, None),
        ({"kosten_client": "eigen-bijdrage", "kosten_bedrag": "15"}, "15"),
        ({"kosten_client": "gratis"}, "0"),
    ],
)
def test_a_price_is_known_or_not_there(fields: dict[str, Any], price: str | None) -> None:
    offer = json_ld(service(**fields), HOUSE).get("offers")
    assert (offer and offer["price"]) == price


@pytest.mark.parametrize(
    ("partner", "kind", "offered"),
    [
        ("gemeente-beleid", "GovernmentOrganization", "GovernmentService"),
        ("ggd", "GovernmentOrganization", "Service"),
        ("zelforganisaties", "NGO", "Service"),
        ("welzijn", "Organization", "Service"),
    ],
)
def test_who_offers_it(partner: str, kind: str, offered: str) -> None:
    told = json_ld(service(), organization(ketenpartner=partner))
    assert (told["provider"]["@type"], told["@type"]) == (kind, offered)
    assert organization_json_ld(organization(ketenpartner=partner))["@type"] == kind


def test_what_is_for_professionals_is_not_there() -> None:
    hidden = {"zichtbaar": "professional"}
    assert json_ld(service(**hidden), HOUSE) == {}
    assert json_ld(service(), organization(**hidden)) == {}
    assert organization_json_ld(organization(**hidden)) == {}
    line = {"functie": "verwijslijn", "telefoon": "0611112222"} | hidden
    told = json.dumps(json_ld(service(contact=line), organization(contact=line)))
    assert "verwijslijn" not in told
    assert "11112222" not in told


def test_an_organization_tells_its_places() -> None:
    told = organization_json_ld(HOUSE)
    assert told["@id"] == "#huis"
    assert told["location"]["address"]["addressLocality"] == "Dordrecht"
    assert "openingHoursSpecification" not in told["location"]


def test_no_text_ends_the_script_it_stands_in() -> None:
    document = json_ld(service(naam="</script><script>alert(1)</script> & \u2028"), None)
    text = as_script(document)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == document


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("078 123 45 67", "+31781234567"),
        ("+31 78 123 45 67", "+31781234567"),
        ("06-12345678", "+31612345678"),
        ("+32 2 123 45 67", "+3221234567"),
        ("14 078", "14 078"),
        ("0900-1234", "0900-1234"),
        ("112", "112"),
        ("bel de balie", "bel de balie"),
    ],
)
def test_a_number_as_it_is_dialled_from_abroad(written: str, told: str) -> None:
    assert international(written) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (None, None),
        ("www.huis.example", "https://www.huis.example"),
        (
            "https://huis.example/caf\u00e9?a={1}|50%#x#y",
            "https://huis.example/caf%C3%A9?a=%7B1%7D%7C50%25#x%23y",
        ),
        ("https://huis.example/a%20b", "https://huis.example/a%20b"),
        ("geen adres", None),
    ],
)
def test_an_address_of_a_page(written: str | None, told: str | None) -> None:
    assert uri(written) == told


def test_a_gemeente_in_the_register() -> None:
    assert tooi_uri("0505") == "https://identifier.overheid.nl/tooi/id/gemeente/gm0505"
    assert tooi_uri("Oost") is None
    assert code_in_tooi("https://identifier.overheid.nl/tooi/id/gemeente/gm0505") == "GM0505"
    assert code_in_tooi("https://identifier.overheid.nl/tooi/id/gemeente/x") is None
    assert code_in_tooi("gm0505") is None


OPEN = [{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}]
FULL = {
    "kosten_client": "gratis",
    "talen": ["ti"],
    "openingstijden": OPEN,
    "contact": {"telefoon": "0800 1234"},
    "locaties": ["hoek"],
}
OPEN_HOUSE = organization(
    contact={"telefoon": "078 123 45 67"}, locaties=[{"id": "hoek", "naam": "Hoek", "openingstijden": OPEN}]
)


def test_what_was_not_confirmed_in_time_is_a_name_and_whom_to_ask() -> None:
    assert "offers" in json_ld(service(**FULL), OPEN_HOUSE), "it is there when it is fresh"
    told = json_ld(service(**FULL), OPEN_HOUSE, fresh=frozenset({"huis"}))
    assert set(told) == {"@context", "@type", "@id", "name", "provider", "availableChannel"}
    assert set(told["availableChannel"]) == {"@type", "servicePhone"}
    assert "openingHours" not in json.dumps(told)


def test_the_hours_of_a_place_stand_there_while_its_organization_is_fresh() -> None:
    assert "openingHours" in json.dumps(json_ld(service(**FULL), OPEN_HOUSE))
    assert "openingHours" not in json.dumps(json_ld(service(**FULL), OPEN_HOUSE, fresh={"dienst"}))
    assert "openingHours" in json.dumps(organization_json_ld(OPEN_HOUSE))
    assert "openingHours" not in json.dumps(organization_json_ld(OPEN_HOUSE, fresh=frozenset()))


@pytest.mark.parametrize(
    "closed",
    [
        {"status": "tijdelijk-gesloten"},
        {"status": "gestopt"},
        {"status": "onbekend"},
        {"wachttijd": {"weken": 3, "aanmeldstop": "ja"}},
    ],
)
def test_what_takes_nobody_now_has_no_hours_and_no_price(closed: dict[str, Any]) -> None:
    told = json_ld(service(**FULL | closed), OPEN_HOUSE)
    assert not {"offers", "hoursAvailable"} & set(told)
    assert "openingHours" not in json.dumps(told)
    assert told["description"] == "een inloop"


@pytest.mark.parametrize(
    ("fields", "price"),
    [
        ({"kosten_client": "gratis"}, "0"),
        ({"kosten_client": "gratis", "kosten_bedrag": 25}, None),
        ({"kosten_client": "onbekend", "kosten_bedrag": 10}, "10"),
        ({"kosten_client": "onbekend"}, None),
    ],
)
def test_a_price_is_told_where_the_kaart_does_not_contradict_itself(
    fields: dict[str, Any], price: str | None
) -> None:
    assert json_ld(service(**fields), HOUSE).get("offers", {}).get("price") == price
