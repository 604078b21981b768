"""How the confirmation sheet looks as a workbook: its sheets, columns and words, for the writer and the reader."""

from __future__ import annotations

SHEET = "Vragen"
HIDDEN_SHEET = "psoh"
FORMAT = "psoh vraaglijst 1"
"""In the first cell of the hidden sheet: by this we know our own."""

HEADINGS = ("id", "veld", "Vraag", "Zo staat het er nu", "Klopt dit?", "Is nu")
ID, KEY, QUESTION, SHOWN, HOLDS, NOW = range(len(HEADINGS))

ANSWERED_ON = "Ingevuld op"
ALL = "alles"
"""The key of the question whether all of an entry holds."""

CHOICES = ("klopt", "wijzigen", "weg", "weet niet")
OPEN_CHOICES = ("wijzigen", "weet niet")


INTRODUCTION = (
    "Kies bij elke regel in de kolom Klopt dit?: klopt, wijzigen, weg of weet niet.",
    "Kiest u wijzigen, schrijf dan in de kolom Is nu wat het nu is.",
    "Klopt alles van een dienst? Kies dan alleen klopt op de gekleurde regel met haar naam.",
    "Vul alleen deze twee kolommen in, en stuur dit werkblad terug als .xlsx of .ods (geen pdf).",
    "Noem geen namen van mensen, en geen nummer of mailadres van één persoon: de kaart wordt gedeeld.",
)
