"""The columns of the 4Ws overview, A to V as the IASC letters them, with short headings of our own."""

from __future__ import annotations

COLUMNS: tuple[tuple[str, str], ...] = (
    ("A", "Datum van de gegevens"),
    ("B", "Uitvoerende organisatie"),
    ("C", "Samen met andere organisaties"),
    ("D", "Aanspreekpunt (functie)"),
    ("E", "Telefoon"),
    ("F", "E-mail"),
    ("G", "Provincie"),
    ("H", "Plaats of wijk"),
    ("I", "Code van de gemeente"),
    ("J", "Code van de activiteit"),
    ("K", "Subcode van de activiteit"),
    ("L", "Beschrijving in één zin"),
    ("M", "Doelgroepen"),
    ("N", "Mensen geholpen in de laatste 30 dagen"),
    ("O", "Status (1, 2 of 3)"),
    ("P", "Begindatum"),
    ("Q", "Einddatum"),
    ("R", "Aantal en soort medewerkers (mag leeg)"),
    ("S", "Onderwerp en duur van training (mag leeg)"),
    ("T", "Beschikbaar, uren per week (mag leeg)"),
    ("U", "Waar het gegeven wordt (mag leeg)"),
    ("V", "Betalen mensen ervoor? (mag leeg)"),
)
"""From R on a column may stay empty, as the overview allows."""
