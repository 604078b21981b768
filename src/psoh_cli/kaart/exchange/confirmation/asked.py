"""What a partner is asked about an entry: one line for each thing, shown in plain words and read back from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.sheet.cell_text import read as read_exactly
from psoh_cli.kaart.exchange.sheet.cell_text import write
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, named
from psoh_cli.kaart.exchange.sheet.reading import Reading
from psoh_cli.kaart.exchange.sheet.sheet_fields import SheetField
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.kaart.exchange.sheet.values_contact import read_address
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.value_words import words_for
from psoh_cli.one_line import on_one_line
from psoh_cli.vocabulary import ClientCost

Entry = Organization | Service

LOCATION = "locaties."
"""Before the id of a location it is the key of the question about its address."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One thing that is asked. `key` says it to psoh, `label` to people; `takes_away` are the fields it holds.

    `choices` are the words to choose from, `many` whether several fit; `example` shows how to answer.
    """

    key: str
    label: str
    show: Callable[[Entry], str]
    read: Callable[[str], Reading]
    takes_away: tuple[str, ...]
    choices: Mapping[str, str] = field(default_factory=dict)
    many: bool = False
    is_yes_no: bool = False
    is_required: bool = False
    is_urgent: bool = True
    """Whether it is asked for where it is not known yet: the rest would only make the list long."""
    example: str = ""


ADDRESS = "Adres van"
"""Before the name of a location."""

_SERVICE: Mapping[str, str] = {
    "naam": "Naam van de dienst",
    "status": "Loopt de dienst?",
    "aanbod": "Wat de dienst biedt",
    "soort_aanbod": "Soort aanbod",
    "doelgroepen": "Voor wie",
    "leeftijd": "Leeftijd",
    "talen": "Talen van medewerkers",
    "tolkinzet": "Tolk",
    "tolktalen": "Talen via een tolk",
    "cultuursensitief_getraind": "Getraind in cultuursensitief werken",
    "toegang": "Toegang",
    "verwijsroute": "Hoe verwijzen",
    "kosten_client": "Kosten voor de cliënt",
    "kosten_bedrag": "Bedrag in euro's",
    "wachttijd": "Wachttijd",
    "wachttijd.aanmeldstop": "Aanmeldstop",
    "capaciteit": "Aantal plaatsen",
    "uitsluitcriteria": "Voor wie niet",
    "openingstijden": "Openingstijden",
    "website": "Website",
    "contact.functie": "Functie van het contact",
    "contact.telefoon": "Telefoon van het contact",
    "contact.email": "E-mail van het contact",
}
"""What is asked of a service, in order. How we place it in the chain we decide ourselves, so that is not asked."""

_ORGANIZATION: Mapping[str, str] = {
    "naam": "Naam van de organisatie",
    "rol": "Rol van de organisatie",
    "website": "Website",
    "contact.functie": "Functie van het contact",
    "contact.telefoon": "Telefoon van het contact",
    "contact.email": "E-mail van het contact",
}
_TOGETHER = {
    "leeftijd": ("12 tot en met 17", ("leeftijd",)),
    "wachttijd": ("6 weken", ("wachttijd",)),
    "capaciteit": ("12 per kwartaal", ("capaciteit",)),
}
"""Groups of fields that are one question: an example of an answer, and what goes when it becomes empty."""

_CAN_WAIT: Mapping[EntryKind, frozenset[str]] = {
    "dienst": frozenset({"uitsluitcriteria", "website", "contact.functie"}),
    "organisatie": frozenset({"rol", "contact.functie"}),
}
"""What is not asked for where it is not known yet."""

_ONLY_WITH: Mapping[str, Callable[[Any], bool]] = {
    "kosten_bedrag": lambda entry: entry.cost is ClientCost.CONTRIBUTION or entry.cost_amount is not None,
    "wachttijd.aanmeldstop": lambda entry: entry.waiting is not None,
    "tolktalen": lambda entry: entry.interpreter.value != "geen",
}
"""Questions that only make sense beside another answer."""


def asks_about(entry: Entry, *, known: KnownIds) -> tuple[Ask, ...]:
    """List what is asked about an entry, in order."""
    kind: EntryKind = "dienst" if isinstance(entry, Service) else "organisatie"
    labels = _SERVICE if kind == "dienst" else _ORGANIZATION
    reader = Reader(known=known)
    columns = {item.key: item for item in named(COLUMNS, known=known) if item.who == kind}
    found = [
        _ask(key, label, kind=kind, column=columns.get(key), reader=reader)
        for key, label in labels.items()
        if key not in _ONLY_WITH or _ONLY_WITH[key](entry)
    ]
    if isinstance(entry, Organization):
        names = ["".join(item.name.split()) for item in entry.locations]
        found += [
            _location(item.id, item.name if names.count(name) == 1 else f"{item.name} ({item.id})")
            for item, name in zip(entry.locations, names, strict=True)
        ]
    return tuple(found)


LABELS = (*_SERVICE.values(), *_ORGANIZATION.values(), ADDRESS)
"""How each question begins."""


def in_one_line(text: str) -> str:
    """Put a text on one line with single spaces, and a mark for what a terminal obeys."""
    return on_one_line(" ".join(text.split()))


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Put values by their place, such as `wachttijd.weken`, in groups as the kaart file holds them."""
    fields: dict[str, Any] = {}
    for place, value in values.items():
        outer, dot, inner = place.partition(".")
        if dot:
            fields[outer] = (fields.get(outer) or {}) | {inner: value}
        else:
            fields[outer] = value
    return fields


def _ask(key: str, label: str, *, kind: EntryKind, column: Column | None, reader: Reader) -> Ask:
    lenient = reader.of(SheetField(name=key, label=label, who=kind, key=key, column=column), cells=())
    if column is None:
        example, takes_away = _TOGETHER[key]
        return Ask(
            key=key,
            label=label,
            show=partial(_show_group, key),
            read=lenient,
            takes_away=takes_away,
            example=example,
        )
    return Ask(
        key=key,
        label=label,
        show=partial(_show_cell, column),
        read=partial(_read_cell, column, lenient),
        takes_away=(key,),
        choices=column.choices,
        many=column.many,
        is_yes_no=column.kind == "ja-nee" or {"ja", "nee"} <= set(column.choices),
        is_required=column.required,
        is_urgent=key not in _CAN_WAIT[kind],
        example=column.example,
    )


def _location(name: str, shown: str) -> Ask:
    return Ask(
        key=f"{LOCATION}{name}",
        label=f"{ADDRESS} {in_one_line(shown)}",
        show=partial(_show_location, name),
        read=partial(_read_location, name),
        takes_away=(),
        is_required=True,
        example="Marktplein 1, 1234 AB Voorbeeldstad",
    )


def _show_group(key: str, entry: Entry) -> str:
    fields = {"leeftijd": "age", "wachttijd": "waiting", "capaciteit": "capacity"}
    value = getattr(entry, fields[key])
    if key == "wachttijd" and value is not None:
        value = value.model_copy(update={"closed_for_referrals": None})
    return words_for(key, value)


def _show_cell(column: Column, entry: Entry) -> str:
    value: Any = entry
    for key in column.path:
        if value is None:
            return ""
        value = _by_alias(value, key)
    return in_one_line(str(write(column, value)))


def _show_location(name: str, entry: Entry) -> str:
    found = next((item for item in entry.locations if not isinstance(item, str) and item.id == name), None)
    return words_for("adres", found.address) if found is not None else ""


def _by_alias(value: Any, key: str) -> Any:
    name = next(name for name, known in type(value).model_fields.items() if (known.alias or name) == key)
    found = getattr(value, name)
    return None if found == () else found


def _read_cell(column: Column, lenient: Callable[[str], Reading], text: str) -> Reading:
    """Read our own words where they are ours, and else as people write them."""
    found = lenient(text)
    if found.is_personal or (not column.choices and column.kind != "openingstijden"):
        return found
    try:
        value = read_exactly(column, text)
    except ValueError:
        return found
    return Reading(values={column.key: value}) if value is not None else found


def _read_location(name: str, text: str) -> Reading:
    found = read_address(text)
    if not found.values:
        return found
    address = {place.removeprefix("adres."): value for place, value in found.values.items()}
    return Reading(values={"locaties": [{"id": name, "adres": address}]}, note=found.note)
