"""What a client pays, as people write it in a cell: `gratis`, `€ 5,-`, `eigen risico`."""

from __future__ import annotations

import re

from psoh_cli.kaart.exchange.sheet.raw_sheet import Cell, shown
from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, is_no_value, one_line, taken, unclear
from psoh_cli.near_misses import amount_meant

_FREE = frozenset({
    "gratis", "geen", "geen kosten", "kosteloos", "nee", "0", "niets", "€ 0", "€0", "€ 0,-", "€ 0,00", "€0,00", "free",
    "0,00",
    "gratis deelname", "vrij", "zonder kosten", "geen eigen bijdrage", "niets, het is gratis", "gratis toegang",
})  # fmt: skip
_OWN_RISK = re.compile(r"\beigen[ -]?risico\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:geen|niet|zonder|behalve|buiten)\b", re.IGNORECASE)
_CONTRIBUTION = re.compile(r"\b(?:eigen|kleine|lage) bijdrage\b|\bbijdrage\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:€|\beur(?:o)?)\s*(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,(\d{2})|,-+)?|(\d{1,6})(?:,(\d{2})|,-+)?\s*(?:euro|€)",
    re.IGNORECASE,
)


def read_cost(cell: Cell) -> Reading:
    """Read what a client pays: `gratis`, `€ 5,-`, `eigen risico`."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _amount(float(cell))
    text = one_line(shown(cell)).casefold().strip(" .!")
    if is_no_value(text):
        return EMPTY
    if text in _FREE:
        return taken("kosten_client", "gratis")
    if _OWN_RISK.search(text) and not _NOT.search(text):
        return taken("kosten_client", "eigen-risico")
    exact = amount_meant(text)
    if exact is not None and exact.is_safe:
        return _amount(float(exact.text))
    found = _AMOUNT.search(text)
    if found and not _NOT.search(text):
        return unclear(
            "van dit bedrag past niet alles in het veld (alleen hele euro's, zonder meer)",
            "Dat er een bijdrage is, neemt psoh over. Zet het bedrag met uitleg in een kolom Toelichting.",
            values={"kosten_client": "eigen-bijdrage"},
        )
    if text == "ja" or (_CONTRIBUTION.search(text) and not re.search(r"vrijwillig|\bgeen\b|soms", text)):
        return taken("kosten_client", "eigen-bijdrage")
    return unclear(
        "dit zegt niet wat de cliënt betaalt", "Schrijf gratis, eigen bijdrage, eigen risico of een bedrag."
    )


def _amount(value: float) -> Reading:
    if value == 0:
        return taken("kosten_client", "gratis")
    if value < 0:
        return unclear("een bedrag is niet minder dan nul", "Schrijf wat de cliënt betaalt.")
    if not value.is_integer():
        return unclear(
            "de kaart houdt bedragen bij in hele euro's",
            "Rond zelf af op hele euro's. Dat er een bijdrage is, neemt psoh over.",
            values={"kosten_client": "eigen-bijdrage"},
        )
    return Reading(values={"kosten_client": "eigen-bijdrage", "kosten_bedrag": int(value)})
