"""The words beside the fields of ronde.yaml."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.rounds.round import Invitation, Resolution, RoundFile

WORDS: Told = {
    RoundFile: Words(
        "De ronde van interviews",
        {
            "informanten": "Aan wie u vragen stelt, en hoe ver ieder is.",
            "besluiten": "Wat de klankbordgroep besloot over wat zij besprak.",
        },
    ),
    Invitation: Words(
        "Iemand aan wie u vragen stelt",
        {
            "id": "De korte naam van de informant. Zo heet ook het bestand in de map interviews.",
            "groep": "De groep waar de informant bij hoort. Die bepaalt welke vragen u stelt.",
            "rol": "Een functie of rol, nooit de naam van een persoon.",
            "organisatie": "De organisatie waar de informant werkt.",
            "vermelding": "Het id van die organisatie op de sociale kaart.",
            "ketenpartner": "Het soort ketenpartner waarvoor deze informant spreekt.",
            "vorm": "Hoe iemand antwoordt: in een gesprek, of op een lijst die u stuurt.",
            "stand": "Hoe ver het is. psoh houdt dit bij, en u mag het ook zelf doen.",
            "uitgenodigd_op": "De dag waarop u vroeg om mee te doen.",
            "klaar_op": "De dag waarop alle vragen klaar waren.",
            "aantal_deelnemers": "Hoeveel mensen meededen aan een groepsgesprek. Nooit hun namen.",
            "toelichting": "Vrije tekst, alleen voor u. Geen namen.",
        },
        {
            "rol": ("Iemand die het aanbod kent", "wijkverpleegkundige"),
            "uitgenodigd_op": ("2026-11-02", "2026-11"),
            "klaar_op": ("2026-11-20", "2026-11"),
        },
    ),
    Resolution: Words(
        "Een besluit van de klankbordgroep",
        {
            "id": "De korte naam van het besluit: kleine letters, cijfers en streepjes.",
            "over": "De ids van de bevindingen of vragen waar het besluit over gaat.",
            "besluit": "Wat er is besloten, in een hele zin.",
            "op": "De dag van het besluit.",
            "door": "De functies of organisaties aan tafel, nooit namen van mensen.",
            "opmerking": "Vrije tekst, alleen voor u. Komt in geen document.",
        },
        {"op": ("2026-12-08", "2026-12"), "door": ("beleidsadviseur", "GGD Voorbeeldregio")},
    ),
}
