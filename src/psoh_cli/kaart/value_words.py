"""The values of an entry in a few Dutch words, as history keeps them and a list tells them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from psoh_cli.dutch import PartialDate, euros, plural
from psoh_cli.kaart.entries import Address, Age, Capacity, Location, Schedule, Waiting
from psoh_cli.kaart.fields import in_words
from psoh_cli.vocabulary import language_name

MOST_CHARACTERS = 80
"""So long are the words for one value at most: a history is a list to look through, not a copy of the kaart."""

FREE_TEXT = frozenset({"aanbod", "bron", "functie", "rol", "toelichting", "uitsluitcriteria", "verwijsroute"})
"""Fields in which people write sentences. Only that they changed is told: what was taken out stays out."""

_LANGUAGES = frozenset({"talen", "tolktalen"})
_AT_ONCE = "gelijktijdig"


_LABELS: Mapping[str, str] = {
    "aanbod": "wat de dienst biedt",
    "adres": "adres",
    "agb": "AGB-code",
    "capaciteit": "aantal plaatsen",
    "codes_4w": "4W-codes",
    "contact": "contact",
    "cultuursensitief": "kenmerken van cultuursensitief werken",
    "cultuursensitief_getraind": "training in cultuursensitief werken",
    "doelgroepen": "voor wie",
    "email": "e-mailadres",
    "gecontroleerd_door": "nagevraagd door",
    "gecontroleerd_op": "nagevraagd op",
    "iasc_laag": "laag van steun",
    "in_klankbordgroep": "in de klankbordgroep",
    "interventies": "bekende interventie",
    "ketenpartner": "soort organisatie",
    "ketenstappen": "stap in de keten",
    "kosten_bedrag": "bedrag",
    "kosten_client": "kosten voor de cliënt",
    "kvk": "KvK-nummer",
    "pijlers": "pijler van de aanpak",
    "rol": "rol van de organisatie",
    "soort_aanbod": "soort aanbod",
    "status": "loopt de dienst",
    "talen": "talen van medewerkers",
    "termijn_maanden": "termijn",
    "tolkinzet": "tolk",
    "tolktalen": "talen via een tolk",
    "uitsluitcriteria": "voor wie niet",
    "upl": "naam in de UPL",
    "verwijsroute": "hoe verwijzen",
    "zichtbaar": "zichtbaar voor",
}
"""The names of fields, as they stand in a sentence; of one that is not here its key is a plain word."""


def label_of(key: str) -> str:
    """Name a field as it stands in a sentence; of `contact.telefoon` and `locaties.oost` both parts."""
    first, dot, rest = key.partition(".")
    name = _LABELS.get(first, first.replace("_", " "))
    return f"{name}: {_LABELS.get(rest, rest)}" if dot else name


def is_empty(value: Any) -> bool:
    """Tell whether a value says nothing: not filled in, or *onbekend*."""
    return value is None or value == () or (isinstance(value, StrEnum) and value == "onbekend")


def words_for(key: str, value: Any) -> str:
    """Give the words for the value of a field; empty for what is not filled in."""
    if is_empty(value):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if key in FREE_TEXT:
        return "een tekst"
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        between = "; " if isinstance(value[0], Location | Schedule) else ", "
        return between.join(filter(None, (words_for(key, item) for item in value)))
    return _one(key, value)


def shortened(text: str, *, most: int = MOST_CHARACTERS) -> str:
    """Cut a text at a word, with an ellipsis, so that it is not longer than `most`."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    at = head.rfind(" ")
    return f"{head[:at] if at > most // 2 else head}".rstrip(" ,;") + "…"


def difference(key: str, before: Any, after: Any) -> tuple[str, str]:
    """Give the words for a value and for what became of it, short, and different where the values are.

    Of a list that is too long to write out, it names what came or went.
    """
    old, new = words_for(key, before), words_for(key, after)
    if old == new and before != after:
        return shortened(old), "een andere tekst" if key in FREE_TEXT else "andere gegevens"
    if max(len(old), len(new)) > MOST_CHARACTERS and isinstance(before, tuple) and isinstance(after, tuple):
        return _of_many(key, before, besides=after), _of_many(key, after, besides=before)
    short_old, short_new = shortened(old), shortened(new)
    return short_old, short_new if short_new != short_old else "andere gegevens"


def _one(key: str, value: Any) -> str:
    reader = _READERS.get(type(value))
    if reader is not None:
        return str(reader(value))
    if key in _LANGUAGES:
        return language_name(value)
    if isinstance(value, StrEnum):
        return in_words(value.value)
    if key == "kosten_bedrag":
        return euros(value)
    if key == "termijn_maanden":
        return plural(value, "maand", "maanden")
    return str(value)


def _of_many(key: str, items: tuple[Any, ...], *, besides: tuple[Any, ...]) -> str:
    """Count a long list, and name what the other one does not have."""
    if not items:
        return ""
    own = ", ".join(words_for(key, item) for item in items if item not in besides)
    return shortened(f"{len(items)} waarden{f', waaronder {own}' if own else ''}")


def _age(age: Age) -> str:
    if age.highest is None:
        return f"{age.lowest or 0} jaar en ouder"
    return (
        f"tot en met {age.highest} jaar" if not age.lowest else f"{age.lowest} tot en met {age.highest} jaar"
    )


def _waiting(waiting: Waiting) -> str:
    """Write a waiting time without the day it was measured: that moves with every confirmation."""
    weeks = plural(waiting.weeks, "week", "weken")
    return f"{weeks}, aanmeldstop" if waiting.closed_for_referrals else weeks


def _capacity(capacity: Capacity) -> str:
    places = plural(capacity.places, "plaats", "plaatsen")
    return f"{places} tegelijk" if capacity.per == _AT_ONCE else f"{places} per {capacity.per}"


def _address(address: Address) -> str:
    town = " ".join(filter(None, (address.postcode, address.city)))
    return ", ".join(filter(None, (address.street, town)))


def _location(location: Location) -> str:
    where = _address(location.address) if location.address else ""
    return ", ".join(filter(None, (location.name, where)))


def _schedule(schedule: Schedule) -> str:
    days = ", ".join(day[:2] for day in schedule.days)
    hours = f"{schedule.opens_at or '?'}-{schedule.closes_at or '?'}"
    told = f"{days} {hours if schedule.opens_at or schedule.closes_at else ''}".strip()
    return told or ("een tekst" if schedule.description else "")


_READERS: Mapping[type, Any] = {
    Address: _address, Age: _age, Capacity: _capacity, Location: _location, Schedule: _schedule, Waiting: _waiting,
}  # fmt: skip
