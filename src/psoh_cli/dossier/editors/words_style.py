"""The words beside the fields of huisstijl.yaml."""

from __future__ import annotations

from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.press.house_style import settings

_LOW_CONTRAST = "Wat te weinig contrast heeft, wordt geweigerd."

WORDS: Told = {
    settings.Settings: Words(
        "De huisstijl van de documenten",
        {
            "naam": "De naam van de huisstijl.",
            "logo": "Het logo op de omslag: een PNG, JPEG of SVG van hooguit 2 MB.",
            "kleuren": f"Kleuren per rol, als hekje met zes tekens. {_LOW_CONTRAST}",
            "letters": "Het lettertype, met of zonder bestanden (.ttf of .otf).",
            "colofon": "Een eigen regel in het colofon van elk document.",
            "word": "Een Word-sjabloon (.docx) waarvan het Word-bestand de stijlen overneemt.",
        },
        {"word": ("sjabloon.docx", "huisstijl/sjabloon.docx")},
    ),
    settings.LogoSettings: Words(
        "Het logo",
        {
            "bestand": "Het pad van het bestand, vanaf deze map.",
            "omschrijving": "Wat er te zien is, voor wie het niet ziet.",
        },
        {"bestand": ("logo.svg", "huisstijl/logo.png")},
    ),
    settings.ColourSettings: Words(
        "De kleuren",
        {
            "accent": f"Koppen, links, nummers en lijnen. {_LOW_CONTRAST}",
            "omslag": "Het vlak van de omslag, onder witte letters. Zonder dit veld: het accent.",
            "tint": "De lichte grond van besluiten en kaders.",
            "inkt": "De letters.",
            "donker": "Kleuren voor een scherm in de donkere stand.",
        },
        {"accent": ("#0B4A5F", "#7A1F3D"), "tint": ("#E8F1F4", "#F5E9ED")},
    ),
    settings.DarkColours: Words(
        "De kleuren in de donkere stand",
        {
            "accent": "Koppen, links, nummers en lijnen op een donkere grond.",
            "tint": "De grond van besluiten en kaders op een donkere pagina.",
        },
    ),
    settings.FontSettings: Words(
        "Het lettertype",
        {
            "familie": "De naam van het lettertype.",
            "bestanden": "De bestanden van het lettertype. Zonder bestanden werkt het alleen waar het al staat.",
        },
    ),
    settings.FontFiles: Words(
        "De bestanden van het lettertype",
        {
            "gewoon": "Het bestand voor gewone letters.",
            "vet": "Het bestand voor vette letters.",
            "cursief": "Het bestand voor cursieve letters.",
            "vet_cursief": "Het bestand voor vette cursieve letters.",
        },
        {"gewoon": ("letters/gewoon.ttf", "letters/gewoon.otf")},
    ),
}
