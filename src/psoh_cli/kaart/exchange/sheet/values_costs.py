"""What a client pays, as people write it in a cell: `gratis`, `€ 5,-`, `eigen risico`."""

from __future__ import annotations

import re

from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, is_no_value, one_line, taken, unclear
from psoh_cli.near_misses import amount_meant
from psoh_cli.workbooks.raw_sheet import Cell, shown

_FREE = frozenset({
    "gratis", "geen", "geen kosten", "kosteloos", "nee", "0", "niets", "€ 0", "€0", "€ 0,-", "€ 0,00", "€0,00", "free",
    "0,00",
    "gratis deelname", "vrij", "zonder kosten", "geen eigen bijdrage", "niets, het is gratis", "gratis toegang",
})  # fmt: skip
_OWN_RISK = re.compile(r"\beigen[ -]?risico\b", re.IGNORECASE)
_CONTRIBUTION = re.compile(r"\b(?:eigen|kleine|lage) bijdrage\b|\bbijdrage\b", re.IGNORECASE)
_NOT_ALWAYS = re.compile(
    r"\b(?:geen|niet|zonder|behalve|buiten|gratis|kosteloos|vrijwillige?|soms|of|afhankelijk|draagkracht)\b",
    re.IGNORECASE,
)
"""Words by which a text says of more than one cost, or of none that everybody pays."""
_JUST_CONTRIBUTION = re.compile(
    r"(?:ja[,;]? )?(?:een |met |met een )?(?:(?:eigen|kleine|lage|kleine eigen|lage eigen) )?bijdrage"
    r"(?: nodig| gevraagd)?"
)
_JUST_OWN_RISK = re.compile(
    r"(?:valt |gaat |telt mee )?(?:onder |van |voor |ten laste van )?(?:het |uw )?(?:wettelijk )?eigen[ -]?risico"
    r"(?: zorgverzekering| is van toepassing| geldt| van toepassing)?"
)
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
    if _JUST_OWN_RISK.fullmatch(text):
        return taken("kosten_client", "eigen-risico")
    has_risk, has_contribution = _OWN_RISK.search(text), _CONTRIBUTION.search(text)
    if has_risk and not has_contribution and not _NOT_ALWAYS.search(text):
        return _with_more("eigen-risico")
    exact = amount_meant(text)
    if exact is not None and exact.is_safe:
        return _amount(float(exact.text))
    found = _AMOUNT.search(text)
    if found and not _NOT_ALWAYS.search(text):
        return unclear(
            "van dit bedrag past niet alles in het veld (alleen hele euro's, zonder meer)",
            "Dat er een bijdrage is, neemt psoh over. Zet het bedrag met uitleg in een kolom Toelichting.",
            values={"kosten_client": "eigen-bijdrage"},
        )
    if text == "ja" or _JUST_CONTRIBUTION.fullmatch(text):
        return taken("kosten_client", "eigen-bijdrage")
    if has_contribution and not has_risk and not _NOT_ALWAYS.search(text):
        return _with_more("eigen-bijdrage")
    return unclear(
        "dit zegt niet wat de cliënt betaalt", "Schrijf gratis, eigen bijdrage, eigen risico of een bedrag."
    )


def _with_more(cost: str) -> Reading:
    return unclear(
        "psoh neemt over wat voor kosten het zijn, maar niet wat erbij staat",
        "Zet de uitleg in een kolom Toelichting.",
        values={"kosten_client": cost},
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
