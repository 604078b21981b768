"""The first sheet of the workbook: what this is, how to read it, and what every column means."""

from __future__ import annotations

from psoh_cli.dutch import date_in_words
from psoh_cli.press.sheets.sheet import Field, Sheet
from psoh_cli.report.cover import banner
from psoh_cli.report.draft import Draft
from psoh_cli.report.version import Version

_READERS = {
    Version.COUNCIL: "Raad: alles, met toelichtingen bij bedragen; zonder gesprekken en opmerkingen daaruit.",
    Version.PARTNERS: "Partners: zonder bedragen, middelen, scenario's, redenen en opmerkingen.",
    Version.PUBLIC: "Publiek: zonder eigenaren, besluiten, redenen, bedragen per maatregel, scenario's, middelen, "
    "nulmetingen en opmerkingen.",
}

_RULES = (
    ("Kolommen", "Wat in elke kolom staat, leest u op het blad Kolommen."),
    ("Onbekend", "Niemand weet het of heeft het al gezegd. Het is geen nul en telt in geen som mee."),
    ("Herkomst arq", "ARQ Nationaal Psychotrauma Centrum zegt het over dit project."),
    ("Herkomst vergelijk", "Het komt uit vergelijkbare Nederlandse praktijk."),
    ("Herkomst afgeleid", "Het is een redenering van psoh. Ook de planning en de volgorde zijn afgeleid."),
    ("Bedragen", "Hele euro's. Structurele kosten lopen door tot het eind van de begroting."),
    ("Kwartalen", "Als jjjj-Kn: 2027-K1 is januari tot en met maart 2027."),
    ("Datums", "Een maand of jaar zonder dag staat als tekst: een dag wordt niet verzonnen."),
    ("Filteren", "Zoeken, sorteren en filteren kan met de knop in elke kop. Een som volgt uw filter."),
    (
        "Afdrukken",
        (
            "Liggend en één blad breed. Brede bladen zijn gemaakt voor A3 en tonen op papier soms alleen de eerste "
            "kolommen; boven aan het blad staat tot waar. De andere kolommen leest u op het scherm."
        ),
    ),
    (
        "Tekst",
        (
            "Elke tekst staat hier als tekst, ook als hij begint met een teken waarmee een formule begint (is, plus, "
            "min, apenstaart). Uw programma rekent er niets mee uit, ook niet als u de cel bewerkt."
        ),
    ),
    (
        "Bewaren als csv",
        (
            "In een csv vervalt die bescherming, want daarin past geen opmaak. Dubbelklik niet op een csv die u ervan "
            "maakt: open hem via Gegevens, Uit tekst/csv, en kies voor elke kolom het type Tekst."
        ),
    ),
)


def guide_sheet(draft: Draft) -> Sheet:
    """Say what this workbook is, for whom, and how to read it."""
    facts = (
        ("Voorbeeld", banner(draft.gemeente)),
        ("Gemeente", f"{draft.gemeente.name} ({draft.gemeente.code})"),
        ("Peildatum", date_in_words(draft.analysis.as_of)),
        ("Versie", _READERS[draft.version]),
        ("Kennis", f"Versie {draft.catalogue.version} van {draft.catalogue.header.day.in_words()}."),
    )
    without = {"Bedragen"} if draft.version is Version.PARTNERS else set()
    rules = (rule for rule in _RULES if rule[0] not in without)
    return Sheet(
        name="Uitleg",
        table="Uitleg",
        about="Wat dit is en hoe u het leest.",
        fields=(
            Field(title="Onderwerp", meaning="Waar de regel over gaat.", width=24),
            Field(title="Uitleg", meaning="Wat u moet weten.", width=100),
        ),
        rows=tuple((label, said) for label, said in (*facts, *rules) if said),
    )


def columns_sheet(sheets: tuple[Sheet, ...]) -> Sheet:
    """Explain every column of every sheet in one table."""
    return Sheet(
        name="Kolommen",
        table="Kolommen",
        about="Wat in elke kolom van elk blad staat.",
        fields=(
            Field(title="Blad", meaning="De naam van het blad.", width=16),
            Field(title="Kolom", meaning="De kop van de kolom.", width=26),
            Field(title="Wat er staat", meaning="Wat de kolom betekent.", width=84),
        ),
        rows=tuple((sheet.name, field.title, field.meaning) for sheet in sheets for field in sheet.fields),
    )
