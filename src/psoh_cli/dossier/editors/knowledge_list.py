"""One model for every file of the knowledge that holds one list: the name of the list says which."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, create_model

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.model import Frozen
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import ATTRIBUTES, LIST_FILES

_FIELDS: dict[str, Any] = {
    key: (Catalogue.model_fields[ATTRIBUTES[key]].annotation, ()) for key in LIST_FILES
}
_DESCRIPTIONS = {
    "pijlers": "De pijlers, met de volgorde van hun praktijken.",
    "behoeften": "Praktijken die elkaars alternatief zijn.",
    "informanten": "De groepen informanten, en welke partners erbij horen.",
    "arq_vragen": "De vijf vragen van ARQ, en de vragen die er antwoord op geven.",
    "knelpunten": "Wat vaak misgaat, en de praktijken die helpen.",
    "ketenpartners": "De soorten ketenpartner.",
    "interventies": "Programma's die een gemeente kan inzetten.",
    "signaleringsinstrumenten": "Vragenlijsten die helpen om iets op te merken.",
    "hulpvragen": "Waar statushouders hulp bij vragen.",
    "ketenstappen": "De stappen van de keten, van opvang tot meedoen.",
    "iasc_lagen": "De lagen van de IASC-piramide.",
    "indicatoren": "Waaraan een gemeente merkt of het werkt.",
    "financieringsbronnen": "Geld dat een maatregel kan betalen.",
    "wettelijke_kaders": "Wetten, richtlijnen en afspraken.",
    "criteria_cultuursensitief": "Waaraan cultuursensitief werk te herkennen is.",
    "kerncijfers": "Cijfers over de doelgroep.",
    "bewijsniveaus": "Hoe goed een interventie is onderzocht.",
    "bronnen": "Alle bronnen.",
    "woordenlijst": "Woorden uit de vragen, met uitleg.",
    "vraagwijzigingen": "Wat er werd van vragen die nu anders heten of niet meer worden gesteld.",
    "moeilijke_woorden": "Woorden die weinig mensen zelf gebruiken, en wat u liever schrijft.",
}

KnowledgeList: type[BaseModel] = create_model("KnowledgeList", __base__=Frozen, **_FIELDS)

LIST_WORDS: Told = {KnowledgeList: Words("Eén lijst van de kennis", _DESCRIPTIONS)}
