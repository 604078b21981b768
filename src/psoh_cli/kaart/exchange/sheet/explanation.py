"""The sheet Toelichting: how to fill in the workbook, and for each column what it means, what may stand there, how."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import (
    COLUMNS,
    ORGANIZATIONS,
    REQUIRED_MARK,
    SERVICES,
    named,
    on_sheet,
)
from psoh_cli.kaart.known_ids import KnownIds

HEADINGS = ("Blad", "Kolom", "Verplicht", "Wat er staat", "Wat u kunt invullen", "Voorbeeld")

RULES = (
    "Elke rij op het blad Diensten is één dienst. Elke rij op het blad Organisaties is één organisatie.",
    f"Kolommen met{REQUIRED_MARK} achter de naam zijn verplicht. Wat u niet weet, laat u leeg: leeg is onbekend.",
    "Een nieuwe dienst of organisatie zet u op de eerste lege rij onder de tabel. psoh geeft er zelf een id aan.",
    "Stopt een dienst? Kies bij 'Loopt de dienst?' voor gestopt. Een rij die u weghaalt, blijft op de kaart.",
    "Staat er meer in één cel, zet er dan een komma tussen. Hoort een komma bij de waarde, zet er dan \\ voor.",
    "Noem nergens een persoon: geen namen, geen eigen nummers en geen eigen e-mailadressen. Schrijf de functie op.",
    "De verborgen kolommen aan het eind zijn van psoh. Verander ze niet: daaraan herkent psoh wat u terugstuurt.",
    "Bewaar het bestand als Excel-werkmap (.xlsx) of als ODS. In een CSV gaan de lijsten en de opmaak verloren.",
)
"""What a partner must know, one sentence or two per line."""

_FREE = {
    "tekst": "vrije tekst",
    "lijst": "vrije tekst; meer dan één met een komma ertussen",
    "talen": "talen met hun Nederlandse naam, met komma's ertussen",
    "ja-nee": "ja; nee",
    "bedrag": "een heel aantal euro's",
    "datum": "een datum, in maart 2026, of een jaar",
    "openingstijden": "dagen, tijden en tussen haakjes uitleg",
    "locaties": "één locatie per regel",
    "geschiedenis": "niets: deze kolom is van psoh",
}


def explained(*, known: KnownIds) -> Iterator[tuple[str, ...]]:
    """Explain every column of both sheets, in the order in which they stand there."""
    for sheet, who in ((SERVICES, "dienst"), (ORGANIZATIONS, "organisatie")):
        for column in named(on_sheet(sheet), known=known):
            if column.who != who and column.hidden:
                continue
            required = "ja" if column.required else "nee"
            yield sheet, column.heading, required, column.meaning, allowed(column), column.example


def allowed(column: Column) -> str:
    """Say what may stand in a column."""
    if column.hidden:
        return "niets: deze kolom is van psoh"
    if column.choices:
        words = "; ".join(column.choices.values())
        return f"{words}. Meer dan één mag, met een komma ertussen" if column.many else words
    if column.kind == "getal":
        return f"een heel getal van 0 tot en met {column.most}" if column.most else "een heel getal"
    return _FREE.get(column.kind, "een id dat psoh kent; laat het anders leeg")


def headings(columns: tuple[Column, ...]) -> list[str]:
    """Give the headings as they stand in a workbook: what must be filled in has a mark."""
    return [column.heading + (REQUIRED_MARK if column.required else "") for column in columns]


def lines_in(text: str, *, width: int) -> int:
    """Reckon how many lines a wrapped text takes; a hidden column, of width 0, takes none."""
    return sum(-(-max(len(part), 1) // width) for part in text.split("\n")) if width else 0


def lists(*, known: KnownIds) -> dict[str, tuple[str, ...]]:
    """Give the words to choose from for each column of which a cell holds one of them, by its heading."""
    return {
        column.heading: tuple(column.choices.values()) or ("ja", "nee")
        for column in named(COLUMNS, known=known)
        if not column.hidden and (column.kind == "ja-nee" or (column.kind == "keuze" and column.choices))
    }
