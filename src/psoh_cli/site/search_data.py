"""What the browser searches: all services of the site in one small script, in columns.

A page from the file system may not fetch a file, but it may load a script; so the data are a script. Each kind of
value is one column, and what a service says about a filter is a row of digits that many services share. `zoek.js`
reads it; both ends of the agreement are in `search_script` below and at the top of that file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from psoh_cli.kaart.entries import Location, Service
from psoh_cli.site.pages import ServicePage
from psoh_cli.site.search_filters import Filter, Name, SearchWords, filters
from psoh_cli.vocabulary import ServiceStatus, TargetGroup

FORM = 2
"""The form of the data; `zoek.js` refuses another."""

SCRIPT_PARTS = (
    "woorden.js", "register.js", "keuze.js", "teksten.js", "gegevens.js", "filters.js", "kaartje.js", "raad.js",
    "zoek.js",
)  # fmt: skip
"""The parts of the search script, in the order in which each finds what it needs."""

SCRIPT_TEXTS = (
    "kaartje_crisis", "kaartje_geen_verwijzing", "kaartje_gesloten", "kaartje_gratis", "kaartje_misschien_niet",
    "kaartje_niet_bevestigd", "kaartje_nooit", "kaartje_tolk", "zoek_deels", "zoek_eigen_taal", "zoek_feit_doel",
    "zoek_feit_gratis", "zoek_feit_leeftijd", "zoek_feit_soort", "zoek_feit_taal", "zoek_feit_tolk",
    "zoek_feit_waar", "zoek_feit_zelf", "zoek_geen_taal", "zoek_geen_verwijzing", "zoek_gevonden", "zoek_gezocht",
    "zoek_gratis", "zoek_haal_weg", "zoek_hoe", "zoek_kies_taal", "zoek_leeftijd", "zoek_lijkt", "zoek_los",
    "zoek_met_tolk", "zoek_niet_bekend", "zoek_niets_kop", "zoek_nog", "zoek_onzeker", "zoek_ook", "zoek_taal",
    "zoek_verder", "zoek_vorm", "zoek_waar", "zoek_waarvoor",
)  # fmt: skip
"""The labels that the script puts on the page by itself."""

LONGEST_OFFER = 280
"""How much of what a service offers stands in a result; its page says the rest."""

_ESCAPED = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def search_script(pages: Sequence[ServicePage], *, words: SearchWords) -> str:
    """Write the script that holds all services; `words` decides the language."""
    data = search_data(pages, words=words)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return f'"use strict";globalThis.psohZoekdata={text};\n'


def joined_script(parts: Mapping[str, bytes], *, synonyms: bytes = b"") -> bytes:
    """Put the parts of the search script together, so that a page asks for one file; synonyms go behind the first."""
    first, *rest = (parts[name] for name in SCRIPT_PARTS)
    return b"\n".join([first, synonyms, *rest])


def search_data(pages: Sequence[ServicePage], *, words: SearchWords) -> dict[str, object]:
    """Put the services in columns, in the order in which they were given."""
    organizations = {page.organization.id: page.organization.name for page in pages}
    numbers = {name: number for number, name in enumerate(organizations)}
    places = _Table()
    needs = _Table()
    services = [page.service for page in pages]
    return {
        "vorm": FORM,
        "organisaties": list(organizations.values()),
        "groepen": _named(words.groups),
        "filters": [_packed(item) for item in filters(services, words=words)],
        "naam": [service.name for service in services],
        "pagina": [page.place for page in pages],
        "aanbod": [cut_between_words(service.description, most=LONGEST_OFFER) for service in services],
        "organisatie": [numbers[page.organization.id] for page in pages],
        "groep": [[list(words.groups).index(group) for group in item.target_groups] for item in services],
        "status": [_status(service) for service in services],
        "bevestigd": [_confirmed(page) for page in pages],
        "wachttijd": [int(service.waiting is not None) for service in services],
        "feiten": dict(words.facts),
        "telefoon": [page.contact.phone or "" if page.contact else "" for page in pages],
        "mail": [page.contact.email or "" if page.contact else "" for page in pages],
        "plek": [[places.number(_place(place)) for place in page.places] for page in pages],
        "werkgebied": [places.number(", ".join(page.areas)) for page in pages],
        "behoefte": [[needs.number(need) for need in words.needs.get(item.id, ())] for item in services],
        "plekken": places.texts,
        "behoeften": needs.texts,
    }


def _status(service: Service) -> int:
    """Give 0 for what runs, 1 for what is closed for now, 2 where nobody knows."""
    return {ServiceStatus.ACTIVE: 0, ServiceStatus.PAUSED: 1}.get(service.status, 2)


def _confirmed(page: ServicePage) -> int:
    """Give 1 for what was confirmed within its term, 2 for what never was, 0 for what was too long ago."""
    return 1 if page.is_fresh else 0 if page.service.assured_date else 2


def _place(place: Location) -> str:
    """Write a place on one line."""
    address = place.address
    town = " ".join(filter(None, (address.postcode, address.city))) if address else ""
    street = address.street if address else None
    return ", ".join(filter(None, (place.name, street, town or place.area)))


def cut_between_words(text: str, *, most: int) -> str:
    """Cut a text between two words where it has more characters than `most`."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def _named(names: Mapping[TargetGroup, Name]) -> list[list[str]]:
    return [[key, *_said(name)] for key, name in names.items()]


def _said(name: Name) -> list[str]:
    """List the parts of a name, without the empty ones at its end."""
    parts = [name.text, name.language, name.own, name.also]
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _packed(item: Filter) -> dict[str, object]:
    """Keep each row of digits once: hundreds of services say the same."""
    rows = _Table()
    return {
        "id": item.id,
        "waarden": [[key, *_said(name)] for key, name in item.values],
        "van": [rows.number(row) for row in item.rows],
        "rijen": rows.texts,
    }


class _Table:
    """Texts that occur more than once, each kept once."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Give the number of a text, a new one where it is new."""
        number = self._numbers.setdefault(text, len(self.texts))
        if number == len(self.texts):
            self.texts.append(text)
        return number
