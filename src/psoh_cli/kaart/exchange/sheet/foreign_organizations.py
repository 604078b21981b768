"""The organizations of somebody else's sheet, each put together from all its rows, with its locations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import same_name, slug
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.exchange.sheet.row_places import in_column

_bare = lru_cache(maxsize=50_000)(same_name)
_LONGEST_START = 60


@dataclass
class _Organization:
    name: str
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    locations: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Organizations:
    """The organizations met so far; `headings` are those of their columns, by key."""

    headings: dict[str, str] = field(default_factory=dict)
    _found: dict[str, _Organization] = field(default_factory=dict)

    def gather(
        self, name: str, told: Mapping[str, Any], *, place: Place, location: dict[str, Any] | None
    ) -> Iterator[NotUnderstood]:
        """Put what a row says with what earlier rows said; the first counts, and what differs is told."""
        known = self._found.setdefault(_bare(name) or name, _Organization(name=name, place=place))
        for key, value in told.items():
            here = in_column(place, self.headings.get(key, ""))
            known.places.setdefault(key, here)
            if key != "naam" and known.values.setdefault(key, value) != value:
                yield NotUnderstood(
                    place=here, text=brief(value),
                    why=f"bij dezelfde organisatie staat eerder iets anders (rij {known.place.row})",
                    remedy="Maak ze gelijk. Nu telt wat er het eerst staat.",
                )  # fmt: skip
        if location:
            first = known.locations.setdefault(location["id"], location)
            if first != location:
                yield _other_place(first, location, place=place)
            known.places.setdefault("locaties", in_column(place, self.headings.get("locaties", "")))

    def incoming(self) -> Iterator[Incoming]:
        """Give them in the order in which they were met."""
        for item in self._found.values():
            values = {**item.values, "naam": item.name}
            if item.locations:
                values["locaties"] = list(item.locations.values())
            yield Incoming(
                kind="organisatie", name=item.name, values=values, place=item.place, places=item.places
            )


def _other_place(first: Mapping[str, Any], location: Mapping[str, Any], *, place: Place) -> NotUnderstood:
    """Say what a row tells of a place of which an earlier row told something else."""
    differs = {key: value for key, value in location.items() if first.get(key) != value}
    return NotUnderstood(
        place=place, text=brief(differs or location), why="van dezelfde plek staat eerder iets anders",
        remedy="Maak ze gelijk. Nu telt wat er het eerst staat.",
    )  # fmt: skip


def location_of(spot: Mapping[str, str], *, otherwise: str) -> dict[str, Any] | None:
    """Make a location of the cells about a place, with the same id each time the same place comes in.

    `otherwise` is its name where the cells give none.
    """
    if not spot:
        return None
    street = " ".join(filter(None, (spot.get("straat"), spot.get("huisnummer"))))
    address = {"straat": street, "postcode": spot.get("postcode"), "plaats": spot.get("plaats")}
    address = {key: value for key, value in address.items() if value}
    named = spot.get("locatie") or ", ".join(filter(None, (street, spot.get("plaats")))) or spot.get("wijk")
    name = named or otherwise
    telling = name if street or "locatie" in spot else f"{name} {spot.get('postcode', '')}"
    if not same_name(telling):
        return None
    more = {key: spot[key] for key in ("wijk", "bereikbaarheid") if key in spot}
    return {"id": _id_of(telling), "naam": name, **({"adres": address} if address else {}), **more}


def _id_of(telling: str) -> str:
    """Make an id of what tells a place from others; one whose letters an id cannot hold gets a mark of its own."""
    bare, whole = slug(telling), same_name(telling)
    if bare == whole:
        return bare
    return f"{bare[:_LONGEST_START] or 'locatie'}-{sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
