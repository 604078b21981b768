"""What a service costs and how many it can help, read back from HSDS."""

from __future__ import annotations

from typing import Any

from psoh_cli.kaart.exchange.hsds.ids import OWN_IDENTIFIER
from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.reading_attributes import Said
from psoh_cli.kaart.exchange.hsds.services import AMOUNT

_MOST_EUROS = 999_999_999
_MOST_PLACES = 100_000
_OWN_WORDS = frozenset({"gratis", AMOUNT})
_CHOOSE = "Vul kosten_client en zo nodig kosten_bedrag zelf in."


def read_costs(reader: Reader, said: Said) -> dict[str, Any]:
    """Read what the client pays, where there is one price in whole euros."""
    options = reader.objects("cost_options", kind="cost_option")
    if len(options) > 1:
        for item in options:
            item.refuse_all("de sociale kaart kent per dienst één prijs", _CHOOSE)
        return {}
    values: dict[str, Any] = {}
    for item in options:
        values = _cost(item, said)
    return values


def _cost(item: Reader, said: Said) -> dict[str, Any]:
    if str(item.fields.get("currency") or "eur").casefold() != "eur":
        item.refuse_all("deze prijs is niet in euro's", _CHOOSE)
        return {}
    item.take("currency")
    option = item.fields.get("option")
    if option in _OWN_WORDS:
        item.take("option")
    amount = item.number("amount", most=_MOST_EUROS)
    item.finish()
    if amount is None:
        return {}
    if option == AMOUNT:
        return {"kosten_bedrag": amount}
    if amount == 0:
        return {} if "kosten" in said.codes else {"kosten_client": "gratis"}
    return {"kosten_bedrag": amount}


def read_capacity(reader: Reader, said: Said) -> dict[str, Any]:
    """Read how many a service can help, where it is counted in a unit of ours."""
    found: dict[str, Any] = {
        key: said.fields[f"capaciteit.{key}"]
        for key in ("plaatsen", "per")
        if said.fields.get(f"capaciteit.{key}")
    }
    for item in reader.objects("capacities", kind="service_capacity"):
        unit = item.object("unit", kind="unit")
        if found or unit is None or unit.fields.get("scheme") != OWN_IDENTIFIER:
            item.refuse_all(
                "in deze eenheid telt de sociale kaart geen plaatsen",
                "Vul capaciteit zelf in, met plaatsen en per.",
            )
            continue
        for key in ("updated", "description", "maximum"):
            item.take(key)
        places, per = item.number("available", most=_MOST_PLACES), unit.text("identifier")
        if places is not None and per is not None:
            found = {"plaatsen": places, "per": per}
        item.finish()
    return found
