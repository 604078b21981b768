"""Other words that partners write for the choices of a kaart: by field, and by value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from psoh_cli.problems.meant import bare

_WORDS: Mapping[str, Mapping[str, str]] = {
    "soort_aanbod": {
        "groep": "groepsaanbod; groepsbijeenkomst; groepsbijeenkomsten; groepen; in groepsverband; groepsactiviteit; "
        "praatgroep; lotgenotengroep; groepsgewijs",
        "individueel": "1 op 1; 1-op-1; een op een; één op één; individuele begeleiding; individuele gesprekken; "
        "individuele hulp; gesprek; gesprekken; persoonlijk",
        "inloop": "inloopspreekuur; spreekuur; inlopen; vrije inloop; open inloop; inloopochtend; inloopmiddag",
        "maatje": "maatjes; buddy; buddies; maatjesproject; taalmaatje; maatjescontact",
        "ontmoeting": "ontmoeten; ontmoetingsgroep; ontmoetingsactiviteit; koffieochtend; samen eten; eetgroep",
        "sport": "sporten; bewegen; sport en bewegen; sportactiviteit; sportaanbod",
        "vrijwilligerswerk": "vrijwilliger worden; vrijwillig werk",
        "werk-of-leerwerk": "werk; leerwerk; werkervaring; leerwerkplek; toeleiding naar werk; re-integratie",
        "training": "trainingen; cursus; cursussen; workshop; workshops; les; lessen",
        "voorlichting": "voorlichtingen; informatiebijeenkomst; voorlichtingsbijeenkomst",
        "behandeling": "therapie; behandelingen; behandelaanbod",
        "advies": "adviezen; informatie en advies; adviesgesprek",
        "anders": "overig; overige; anders, namelijk",
    },
    "doelgroepen": {
        "iedereen": "allen; alle; alle doelgroepen; alle leeftijden; alle inwoners; voor iedereen; "
        "iedereen welkom; algemeen",
        "volwassenen": "volwassene; volwassen; 18 plus; 18-plus; volwassenen (18+)",
        "ouderen": "oudere; senioren; 65 plus; 55 plus; 65-plus; 55-plus; 65-plussers; 55-plussers",
        "ouders": "ouder; opvoeders; ouder(s); ouders met kinderen",
        "gezinnen": "gezin; families; familie",
        "jongeren": "jongere; jeugd; jeugdigen; tieners; pubers; jongvolwassenen",
        "kinderen": "kind; kids; basisschoolleerlingen; jonge kinderen",
        "vrouwen": "vrouw; dames; v; alleen vrouwen; voor vrouwen",
        "mannen": "man; heren; m; alleen mannen; voor mannen",
        "professionals": "professional; hulpverleners; zorgprofessionals; beroepskrachten; zorgverleners; medewerkers",
    },
    "tolkinzet": {
        "vast": "vaste tolk; altijd tolk; altijd",
        "op-aanvraag": "op verzoek; indien nodig; op afspraak; op afroep; aanvragen; tolk op verzoek; "
        "desgewenst; zo nodig",
        "telefonisch": "tolkentelefoon; telefonische tolk; tolk telefonisch; via telefoon; videotolk; "
        "telefoontolk; per telefoon",
        "informeel": "familie; informele tolk; vrijwilliger; vrijwilligers; via familie; collega; eigen netwerk",
        "geen": "nee; geen tolk; niet; zonder tolk; niet mogelijk; n",
    },
    "cultuursensitief_getraind": {"deels": "gedeeltelijk; sommigen; een deel; enkele"},
    "toegang": {
        "vrij": "vrij toegankelijk; vrije inloop; inloop; open; geen aanmelding; geen aanmelding nodig; "
        "vrije toegang; zonder afspraak; binnenlopen",
        "aanmelding": "aanmelden; zelf aanmelden; op aanmelding; zelfaanmelding; zelfverwijzing; via website; online; "
        "eigen aanmelding; na aanmelding; aanmeldformulier; op afspraak; inschrijven; bellen; mailen; "
        "telefonisch; per mail; per e-mail; via e-mail; via telefoon; bellen of mailen",
        "verwijzing-huisarts": "huisarts; via huisarts; via de huisarts; verwijzing huisarts; verwijsbrief huisarts; "
        "verwijzing via huisarts; verwijsbrief; door huisarts; poh-ggz; ha",
        "verwijzing-gemeente": "gemeente; wijkteam; via gemeente; via de gemeente; sociaal wijkteam; via wijkteam; "
        "via het wijkteam; sociaal team; verwijzing gemeente; verwijzing wijkteam; via sociaal wijkteam",
        "indicatie-wmo": "wmo; wmo-indicatie; wmo-beschikking; beschikking wmo; wmo indicatie",
        "indicatie-jeugd": "jeugdwet; jeugdhulp; indicatie jeugdwet; jeugdindicatie; beschikking jeugdwet",
    },
    "status": {
        "actief": "ja; lopend; loopt; open; doorlopend; actueel; loopt door",
        "tijdelijk-gesloten": "tijdelijk gestopt; gepauzeerd; pauze; tijdelijk dicht; on hold",
        "gestopt": "beëindigd; vervallen; afgelopen; opgeheven; niet meer; afgerond",
    },
    "zichtbaar": {"openbaar": "ja; publiek; iedereen; extern", "professional": "intern; alleen intern; professionals"},
}  # fmt: skip

SAYS_NOTHING: Mapping[str, frozenset[str]] = {
    "doelgroepen": frozenset(
        bare(word)
        for word in (
            "statushouders", "statushouder", "vluchtelingen", "vluchteling", "nieuwkomers", "nieuwkomer",
            "vergunninghouders", "inburgeraars", "asielmigranten", "statushouders en nieuwkomers", "migranten",
        )
    ),
}  # fmt: skip
"""Words that hold for the whole kaart, so that they tell nothing of one service."""

UNSURE: Mapping[str, Mapping[str, str]] = {
    "toegang": dict.fromkeys(
        map(bare, ("geen verwijzing", "geen verwijzing nodig", "zonder verwijzing", "niet nodig", "geen", "nee")),
        "Kan iedereen binnenlopen, schrijf dan 'vrij'. Moet men zich wel aanmelden, schrijf dan 'aanmelding'.",
    )
}  # fmt: skip
"""Words that can mean more than one choice, and what to ask."""


@cache
def by_word(key: str) -> Mapping[str, str]:
    """Give the values of a field by every word for them, stripped to what counts."""
    found = _WORDS.get(key.rpartition(".")[2] if key not in _WORDS else key, {})
    return {bare(word): value for value, words in found.items() for word in (value, *words.split(";"))}
