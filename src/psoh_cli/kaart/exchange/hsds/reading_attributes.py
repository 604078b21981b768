"""Attributes of HSDS read back: words of our own lists, our own fields, and a product of the government."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from psoh_cli.kaart.exchange.hsds.attributes import MANY, ONE
from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.taxonomies import FIELDS, KEY_OF_ID, WAITING

_UPL_TERMS = "http://standaarden.overheid.nl/owms/terms/"
_NOT_OURS = "deze lijst kent de sociale kaart niet"
_HOW = "Kies zelf een ketenstap, doelgroep of ander veld dat erbij past."


@dataclass
class Said:
    """What the attributes of one object say: codes per list with their names, and values of our own fields."""

    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)
    upl: str | None = None

    def values(self, keys: Mapping[str, str] = MANY) -> dict[str, Any]:
        """Give what stands in lists under our own keys."""
        one: dict[str, Any] = {
            key: next(iter(self.codes[taxonomy])) for key, taxonomy in ONE.items() if taxonomy in self.codes
        }
        return one | {key: list(self.codes[name]) for key, name in keys.items() if name in self.codes}


def read_attributes(reader: Reader) -> Said:
    """Read the attributes of an object; what is of no list of ours is told."""
    said = Said()
    for item in reader.objects("attributes", kind="attribute"):
        term = item.object("taxonomy_term", kind="taxonomy_term")
        detail = None if term is None else term.object("taxonomy_detail", kind="taxonomy")
        if term is None or not _keep(item, term, detail, said):
            item.refuse_all(_NOT_OURS, _HOW)
    return said


def _keep(item: Reader, term: Reader, detail: Reader | None, said: Said) -> bool:
    own = None if detail is None else detail.fields.get("id")
    key = KEY_OF_ID.get(str(own or term.fields.get("taxonomy_id")))
    code, name, value = term.text("code"), term.text("name") or "", item.text("value")
    address = str(term.fields.get("term_uri") or "")
    if key == "upl" or (key is None and address.startswith(_UPL_TERMS)):
        said.upl = said.upl or value or name or code
        return said.upl is not None
    if key is None or code is None:
        return False
    if key == "veld" and code in FIELDS:
        said.fields.setdefault(code, value or "")
    elif key == "wachttijd" and code in WAITING:
        said.waiting.setdefault(code, value or "")
    else:
        said.codes.setdefault(key, {}).setdefault(code, name)
    return True
