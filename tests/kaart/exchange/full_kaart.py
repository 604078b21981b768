"""One small kaart on which every field of every entry is filled; a test sees to that."""

from __future__ import annotations

from typing import Any

from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds

KNOWN = KnownIds(
    chain_steps={"preventie": "Preventie", "nazorg": "Nazorg"},
    partner_types={"welzijn": "Welzijnsorganisatie", "coa": "COA"},
    layers={"laag-2": "Steun uit gemeenschap en gezin"},
    pillars={"fundament": "Fundament"},
    interventions={"mind-spring": "Mind-Spring"},
    cultural_criteria={"eigen-taal": "Eigen taal"},
)

_CHANGE = {"op": "2026-05-04", "door": "beheerder", "veld": "naam", "was": "Oud", "werd": "Nieuw"}
_HOURS = {
    "dagen": ["maandag", "woensdag"],
    "van": "09:30",
    "tot": "12:00",
    "toelichting": "niet op feestdagen",
}
_VERIFIED: dict[str, Any] = {
    "bron": "opgave van de organisatie",
    "bron_jaar": "2026",
    "gecontroleerd_op": "2026-06-01",
    "gecontroleerd_door": "beheerder sociale kaart",
    "termijn_maanden": 6,
    "toelichting": "Let op: é en 'aanhaling'",
    "geschiedenis": [_CHANGE, {"op": "2026-05-05", "veld": "website", "werd": "https://huis.example"}],
}

FULL = KaartFile.model_validate(
    {
        "formaat": "1",
        "kennisversie": "2026.1",
        "naam": "Volle kaart",
        "organisaties": [
            {
                "id": "huis",
                "naam": "Buurthuis",
                "ketenpartner": "welzijn",
                "rol": "Ontmoeten",
                "website": "https://www.huis.example",
                "kvk": "01234567",
                "agb": "98765432",
                "contact": {"functie": "balie", "telefoon": "078 123 45 67", "email": "info@huis.example"},
                "locaties": [
                    {
                        "id": "hoek",
                        "naam": "Op de hoek",
                        "adres": {"straat": "Plein 1", "postcode": "3311 AB", "plaats": "Dordrecht"},
                        "wijk": "Centrum",
                        "bereikbaarheid": "Bus 3",
                        "openingstijden": [_HOURS],
                    },
                    {"id": "post", "naam": "Post", "adres": {"plaats": "Dordrecht"}},
                ],
                "in_klankbordgroep": "nee",
                "zichtbaar": "openbaar",
                **_VERIFIED,
            },
            {
                "id": "verborgen",
                "naam": "Alleen voor verwijzers",
                "ketenpartner": "coa",
                "zichtbaar": "professional",
                "bron": "b",
                "gecontroleerd_op": "2026-05",
            },
        ],
        "diensten": [
            {
                "id": "groep",
                "organisatie": "huis",
                "naam": "Groep",
                "aanbod": "Samen praten",
                "status": "tijdelijk-gesloten",
                "soort_aanbod": ["groep", "maatje"],
                "doelgroepen": ["vrouwen", "ouders"],
                "leeftijd": {"van": 18, "tot": 65},
                "talen": ["nl", "ti", "prs"],
                "tolkinzet": "op-aanvraag",
                "tolktalen": ["ar", "so"],
                "cultuursensitief_getraind": "deels",
                "cultuursensitief": ["eigen-taal"],
                "ketenstappen": ["preventie", "nazorg"],
                "iasc_laag": "laag-2",
                "pijlers": ["fundament"],
                "interventies": ["mind-spring"],
                "codes_4w": ["3.4", "8.2"],
                "upl": "Jeugdhulp",
                "werkgebied": ["GM0505", "Oost"],
                "toegang": ["aanmelding", "verwijzing-huisarts"],
                "verwijsroute": "Bel de balie",
                "kosten_client": "eigen-bijdrage",
                "kosten_bedrag": 15,
                "wachttijd": {"weken": 6, "gemeten_op": "2026-05", "aanmeldstop": "ja"},
                "capaciteit": {"plaatsen": 12, "per": "groep"},
                "uitsluitcriteria": "Wie in crisis is",
                "locaties": ["hoek"],
                "openingstijden": [_HOURS, {"toelichting": "of op afspraak"}],
                "contact": {
                    "functie": "verwijslijn",
                    "telefoon": "0611112222",
                    "email": "groep@huis.example",
                    "zichtbaar": "professional",
                },
                "website": "https://www.huis.example/groep?a=1",
                "zichtbaar": "openbaar",
                **_VERIFIED,
            },
            {
                "id": "stil",
                "organisatie": "huis",
                "naam": "Stil",
                "aanbod": "Iets",
                "status": "onbekend",
                "kosten_client": "gratis",
                "capaciteit": {"plaatsen": 3, "per": "gelijktijdig"},
                "werkgebied": ["GM9999"],
                "zichtbaar": "professional",
                "bron": "b",
                "gecontroleerd_op": "2026-05",
            },
            {
                "id": "gestopt",
                "organisatie": "huis",
                "naam": "Gestopt",
                "aanbod": "Iets",
                "status": "gestopt",
                "bron": "b",
                "gecontroleerd_op": "onbekend",
            },
        ],
    }
)
