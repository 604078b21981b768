"""The JSON Schema of each file, for editors: made from the models, with Dutch words."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from psoh_cli.dossier.moments import MomentFile
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.press.house_style.settings import Settings

KINDS: dict[str, tuple[str, type[BaseModel]]] = {
    "gemeente": ("gemeente.yaml: wie de gemeente is", Gemeente),
    "interview": ("interviews/*.yaml: wat één informant zei", InterviewFile),
    "sociale-kaart": ("sociale-kaart.yaml: wie wat biedt", KaartFile),
    "plan": ("plan.yaml: voorstellen en besluiten", PlanFile),
    "moment": ("momenten/*.yaml: de oordelen van een dag", MomentFile),
    "huisstijl": ("huisstijl.yaml: logo, kleuren en letters van de documenten", Settings),
}

DESCRIPTIONS = {
    "formaat": 'Versie van het bestandsformaat. Schrijf "1".',
    "kennisversie": "Versie van de kennisbank waarmee dit bestand is gemaakt.",
    "code": "GM en vier cijfers, bijvoorbeeld GM0505.",
    "groep": "De groep waartoe de informant hoort; bepaalt welke vragen worden gesteld.",
    "rol": "Een functie of rol, nooit de naam van een persoon.",
    "functie": "Een functie, nooit de naam van een persoon.",
    "organisatie": "De organisatie; bij een dienst het id van de organisatie.",
    "antwoord": "Een waarde, een lijst van waarden, weet-niet of niet-van-toepassing.",
    "zekerheid": "Hoe zeker dit is.",
    "opmerking": "Vrije toelichting. Geen namen en geen medische gegevens.",
    "volledig_voor": "Onderwerpen waarvoor de gemeente verklaart dat de kaart volledig is, met datum en rol.",
    "talen": "Talen die de medewerkers zelf spreken, als taalcode: ar, ti, nl.",
    "tolktalen": "Talen die via een tolk mogelijk zijn, als taalcode.",
    "tolkinzet": "Hoe met tolken wordt gewerkt. Weet u het niet: onbekend.",
    "gecontroleerd_op": "De dag (of maand of jaar) waarop dit is bevestigd, of onbekend.",
    "gecontroleerd_door": "De rol die het bevestigde, nooit de naam van een persoon.",
    "termijn_maanden": "Hoe lang een bevestiging geldt. Zonder dit veld: 12 maanden.",
    "werkgebied": "Gemeentecodes of namen van wijken waar de dienst werkt.",
    "oordelen": "Het oordeel per bevinding, bij het id van die bevinding. Geschreven door psoh analyse --bewaar.",
    "logo": "Het logo op de omslag: een PNG, JPEG of SVG van hooguit 2 MB.",
    "kleuren": "Kleuren per rol, als hekje met zes tekens. Wat te weinig contrast heeft, wordt geweigerd.",
    "letters": "Het lettertype, met of zonder bestanden (.ttf of .otf).",
    "colofon": "Een eigen regel in het colofon van elk document.",
    "word": "Een Word-sjabloon (.docx) waarvan het Word-bestand de stijlen overneemt.",
    "voorstel": "Geschreven door psoh; wordt elke keer vernieuwd.",
    "besluit": "Geschreven door mensen; psoh verandert dit nooit.",
    "kaarten": "Andere kaartbestanden, als pad vanaf deze map.",
    "statushouders": "Aantallen over groepen. Nooit over één persoon.",
    "bron": "Waar dit vandaan komt: het id van een bron, of een omschrijving.",
}
"""What an editor shows beside a key, by key."""

_SCALAR = ["string", "number", "integer", "boolean"]


class _Lenient(GenerateJsonSchema):
    """Accept every scalar where we read text: an editor types `1` and `2026` before we see them."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        described = super().str_schema(schema)
        return described if "pattern" in described else {"type": _SCALAR}


def json_schema(kind: str) -> str:
    """Write the schema of one kind of file, byte for byte the same each time."""
    title, model = KINDS[kind]
    schema = model.model_json_schema(by_alias=True, schema_generator=_Lenient)
    described = _in_dutch(schema)
    content = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"psoh: {title}", **described}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _in_dutch(value: Any) -> Any:
    """Take out titles and English docstrings, and put the Dutch description beside each key."""
    if isinstance(value, list):
        return [_in_dutch(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _in_dutch(item) for key, item in value.items() if not _is_docstring(key, item)}
    properties = kept.get("properties")
    if isinstance(properties, dict):
        for name, schema in properties.items():
            if name in DESCRIPTIONS and isinstance(schema, dict):
                schema["description"] = DESCRIPTIONS[name]
    return kept


def _is_docstring(key: str, item: Any) -> bool:
    return key in ("title", "description") and isinstance(item, str)
