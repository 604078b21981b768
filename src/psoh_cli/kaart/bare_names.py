"""Names of services without the places and the organizations in them: what is left tells what the service is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from psoh_cli.dutch import same_name
from psoh_cli.kaart.alike import telling_words
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.together import Together

_OF_EVERY_KAART = frozenset({"sociale", "kaart", "gemeente", "regio", "regionale"})


@dataclass(frozen=True)
class BareNames:
    """The words for places, and by organization the words of its names."""

    places: frozenset[str]
    organizations: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, kaarten: Iterable[KaartFile], *, together: Together) -> BareNames:
        """Gather the words of some kaarten."""
        places: set[str] = set()
        words: dict[str, set[str]] = {}
        for file in kaarten:
            places.update(_split(file.name) - _OF_EVERY_KAART)
            for service in file.services:
                areas = (area for area in service.service_area if not is_gemeente_code(area))
                places.update(word for area in areas for word in _split(area) - _OF_EVERY_KAART)
            for organization in file.organizations:
                words.setdefault(together.of(organization.id), set()).update(_split(organization.name))
                towns = (place.address.city for place in organization.locations if place.address)
                places.update(word for town in towns for word in _split(town or ""))
        return cls(frozenset(places), {home: frozenset(found) for home, found in words.items()})

    def of_service(self, name: str, *, home: str) -> str:
        """Give the letters of a name that are left; empty where nothing is."""
        gone = self.places | self.organizations.get(home, frozenset())
        return "".join(word for word in telling_words(name) if word not in gone)


def _split(text: str) -> set[str]:
    return {word for word in same_name(text).split("-") if word}
