"""The words beside the fields of an interview and of a kept moment."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.dossier.moments import MomentFile
from psoh_cli.interview.answers import Answer, InterviewFile

WORDS: Told = {
    InterviewFile: Words(
        "Wat één informant zei",
        {
            "groep": "De groep waar de informant bij hoort. Die bepaalt welke vragen worden gesteld.",
            "rol": "Een functie of rol, nooit de naam van een persoon.",
            "organisatie": "De organisatie waar de informant werkt.",
            "afgenomen_op": "De dag van het gesprek. Geldt voor alle antwoorden zonder eigen datum.",
            "deelnemers": "Wie er samen aan tafel zaten: rollen of een aantal, nooit namen.",
            "toelichting": "Vrije tekst over dit gesprek. Geen namen en geen medische gegevens.",
            "antwoorden": "De antwoorden, elk onder het id van de vraag. Een vraag die niet is gesteld, staat er niet.",
        },
        {
            "rol": ("wijkverpleegkundige", "klantmanager inburgering"),
            "afgenomen_op": ("2026-09-14", "2026-09"),
        },
    ),
    Answer: Words(
        "Een antwoord",
        {
            "antwoord": "Een waarde die bij de vraag hoort, weet-niet of niet-van-toepassing.",
            "anders": "Wat u bedoelt, als het antwoord anders is.",
            "datum": "Alleen als dit antwoord van een andere dag is.",
            "zekerheid": "Hoe zeker de informant hiervan is.",
            "opmerking": "Vrije tekst. Komt niet in de rapporten. Geen namen en geen medische gegevens.",
            "per_keuze": "Wat er per gekozen antwoord nog is gezegd, onder de waarde van de keuze.",
            "bronnen": "De ids van bronnen, als het antwoord uit een document komt.",
        },
        {"datum": ("2026-09-14", "2026-09")},
    ),
    MomentFile: Words(
        "De oordelen van één dag",
        {
            "code": "De code van de gemeente.",
            "peildatum": "De dag van deze oordelen. Zo heet ook het bestand.",
            "oordelen": "Het oordeel per bevinding, bij haar id. Geschreven door psoh analyse --bewaar.",
        },
        {"peildatum": ("2026-11-21", "2027-05-18")},
    ),
}
