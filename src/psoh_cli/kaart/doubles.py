"""Entries of one kaart or of several that are probably one and the same, each pair with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from psoh_cli.dutch import same_name
from psoh_cli.kaart.alike import Names
from psoh_cli.kaart.bare_names import BareNames
from psoh_cli.kaart.entries import Organization, Service, Verified
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.rules_doubles import told_apart
from psoh_cli.kaart.same_id import differing_fields
from psoh_cli.kaart.telephone import same_number
from psoh_cli.kaart.together import Together, home_of

Kind = Literal["organisatie", "dienst"]

_SHORT_NUMBER = 8
"""Up to so many digits a number is of everybody: 112, 14 078, 0800-1234."""

_MOST_ALIKE = 20
"""What more entries have in common than this tells none of them apart: the number of a switchboard, a home page."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An entry with the kaart it stands on; `kaart` counts from 0, which is the own one."""

    entry: Organization | Service
    kaart: int
    kaart_name: str

    @property
    def is_own(self) -> bool:
        """Tell whether it stands on the own kaart."""
        return self.kaart == 0


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two entries that are probably the same, the one that would stay first; `reasons` are parts of a sentence."""

    kind: Kind
    first: Standing
    second: Standing
    reasons: tuple[str, ...]


def pair_of(kind: Kind, one: Standing, other: Standing, *, reasons: tuple[str, ...]) -> Pair:
    """Put the entry first that would stay: that of a shared kaart, which is not ours to take away, or the newest.

    Of two with the same id the own one stays, whatever the other says.
    """
    if one.entry.id == other.entry.id:
        stays_first = one.kaart <= other.kaart
    elif one.is_own != other.is_own:
        stays_first = not one.is_own
    else:
        stays_first = confirmed_on(one.entry) >= confirmed_on(other.entry)
    first, second = (one, other) if stays_first else (other, one)
    return Pair(kind=kind, first=first, second=second, reasons=reasons)


def confirmed_on(entry: Verified) -> date:
    """Give the day an entry was confirmed, strictly read; what never was comes before all that was."""
    return entry.assured_date.first_day() if entry.assured_date else date.min


@dataclass
class _Found:
    """Pairs by the places of both in one list, so that a pair is told of once with all its reasons."""

    standings: Sequence[Standing]
    reasons: dict[tuple[int, int], list[str]] = field(default_factory=dict)

    def add(self, one: int, other: int, reason: str) -> None:
        first, second = sorted((one, other))
        told = self.reasons.setdefault((first, second), [])
        if reason not in told:
            told.append(reason)

    def pairs(self, kind: Kind) -> tuple[Pair, ...]:
        """Give the pairs in the order of the kaarten; under one id the own kaart counts, and nothing is double."""
        found = (
            pair_of(kind, self.standings[one], self.standings[other], reasons=tuple(reasons))
            for (one, other), reasons in sorted(self.reasons.items())
        )
        return tuple(
            pair
            for pair in found
            if pair.first.entry.id != pair.second.entry.id or pair.first.kaart == pair.second.kaart
        )


def find_doubles(kaarten: Sequence[KaartFile]) -> tuple[Pair, ...]:
    """Find likely doubles, organizations first; the first kaart is the own one.

    Only entries that have something in common are held against each other, so that it takes time in proportion to
    their number. Two entries of other kaarten are not ours to put together, and are not told of.
    """
    organizations = _organizations(kaarten)
    together = Together()
    for pair in organizations:
        together.join(pair.first.entry.id, pair.second.entry.id)
    return tuple(
        pair
        for pair in (*organizations, *_services(kaarten, together=together))
        if pair.first.is_own or pair.second.is_own
    )


def find_same_ids(kaarten: Sequence[KaartFile]) -> tuple[Pair, ...]:
    """Find what stands on the own kaart and on another under one id, and says something else there."""
    own, *others = kaarten
    kinds: tuple[tuple[Kind, Callable[[KaartFile], Sequence[Organization | Service]]], ...] = (
        ("organisatie", lambda file: file.organizations),
        ("dienst", lambda file: file.services),
    )
    found = []
    for kind, entries_of in kinds:
        known = {entry.id: entry for entry in entries_of(own)}
        for number, file in enumerate(others, start=1):
            for entry in entries_of(file):
                ours = known.get(entry.id)
                if ours is not None and differing_fields(ours, entry):
                    first = Standing(entry=ours, kaart=0, kaart_name=own.name)
                    second = Standing(entry=entry, kaart=number, kaart_name=file.name)
                    found.append(Pair(kind=kind, first=first, second=second, reasons=("hetzelfde id",)))
    return tuple(found)


def _organizations(kaarten: Sequence[KaartFile]) -> tuple[Pair, ...]:
    standings = [
        Standing(entry=item, kaart=number, kaart_name=file.name)
        for number, file in enumerate(kaarten)
        for item in file.organizations
    ]
    found = _Found(standings)
    marks: dict[tuple[str, ...], list[int]] = {}
    names = Names()
    for at, standing in enumerate(standings):
        entry = standing.entry
        if isinstance(entry, Organization):
            for other in names.like(entry.name, number=at)[:_MOST_ALIKE]:
                found.add(at, other, _alike(entry, standings[other].entry))
            for reason, *mark in _marks(entry):
                marks.setdefault((reason, *mark), []).append(at)
    _add_marked(found, marks)
    return found.pairs("organisatie")


def _services(kaarten: Sequence[KaartFile], *, together: Together) -> tuple[Pair, ...]:
    standings = [
        Standing(entry=item, kaart=number, kaart_name=file.name)
        for number, file in enumerate(kaarten)
        for item in file.services
    ]
    found = _Found(standings)
    marks: dict[tuple[str, ...], list[int]] = {}
    by_number: dict[tuple[str, ...], list[int]] = {}
    bare = BareNames.of(kaarten, together=together)
    names: dict[str, Names] = {}
    for at, standing in enumerate(standings):
        entry = standing.entry
        if not isinstance(entry, Service):
            continue
        home = home_of(entry, together=together)
        for other in names.setdefault(home, Names()).like(entry.name, number=at)[:_MOST_ALIKE]:
            twin = standings[other].entry
            if isinstance(twin, Service) and (twin.id == entry.id or not told_apart(twin, entry)):
                found.add(at, other, f"{_alike(entry, twin)}, bij dezelfde organisatie")
        for reason, *mark in _marks_of_service(entry):
            marks.setdefault((reason, *mark), []).append(at)
        name, number = bare.of_service(entry.name, home=home), _number(entry)
        if name and number:
            by_number.setdefault((home, name, number), []).append(at)
    _add_marked(found, marks)
    _add_one_number(found, by_number)
    return found.pairs("dienst")


def _add_one_number(found: _Found, by_number: dict[tuple[str, ...], list[int]]) -> None:
    """Pair services of one organization with one number, whose names differ in places and organizations only."""
    for places in by_number.values():
        first, *others = places
        if len(places) > _MOST_ALIKE:
            continue
        for other in others:
            one, two = found.standings[first].entry, found.standings[other].entry
            if isinstance(one, Service) and isinstance(two, Service) and not told_apart(one, two):
                found.add(
                    first, other, "bijna dezelfde naam en hetzelfde telefoonnummer, bij dezelfde organisatie"
                )


def _add_marked(found: _Found, marks: dict[tuple[str, ...], list[int]]) -> None:
    """Pair what has a mark in common, each with the first that has it."""
    for (reason, *_), places in marks.items():
        if len(places) <= _MOST_ALIKE:
            for other in places[1:]:
                found.add(places[0], other, reason)


def _marks(entry: Organization) -> Iterator[tuple[str, ...]]:
    """Give what an organization has for itself, each behind the reason it would be."""
    yield "hetzelfde id", entry.id
    if entry.kvk is not None and entry.kvk.isdecimal():
        yield "hetzelfde KvK-nummer", entry.kvk
    if entry.agb is not None and entry.agb.isdecimal():
        yield "dezelfde AGB-code", entry.agb
    number = _number(entry)
    if number:
        yield "hetzelfde telefoonnummer", number, entry.partner_type
    page = _page(entry.website)
    if page:
        yield "dezelfde website", page, entry.partner_type


def _marks_of_service(entry: Service) -> Iterator[tuple[str, ...]]:
    """Give what tells a service from others whatever its organization: its id, or its name with a number or a page."""
    yield "hetzelfde id", entry.id
    name, number, page = same_name(entry.name), _number(entry), _page(entry.website)
    if number:
        yield "dezelfde naam en hetzelfde telefoonnummer", name, number
    if page:
        yield "dezelfde naam en dezelfde website", name, page


def _number(entry: Organization | Service) -> str:
    number = same_number(entry.contact.phone) if entry.contact and entry.contact.phone else ""
    return number if len(number) > _SHORT_NUMBER else ""


def _page(website: str | None) -> str:
    """Give what two ways of writing one address have in common."""
    bare = (website or "").casefold().partition("://")
    return (bare[2] or bare[0]).removeprefix("www.").rstrip("/")


def _alike(one: Organization | Service, other: Organization | Service) -> str:
    return "dezelfde naam" if same_name(one.name) == same_name(other.name) else "bijna dezelfde naam"
