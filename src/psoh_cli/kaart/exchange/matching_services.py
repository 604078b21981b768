"""Which service of the kaart one in a file is: by id, by name within its organization, or new."""

from __future__ import annotations

from dataclasses import dataclass, field

from psoh_cli.dutch import slug
from psoh_cli.kaart.draft import new_id
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.answers import IS_NEW, Answers
from psoh_cli.kaart.exchange.incoming import Incoming, NotUnderstood, Place
from psoh_cli.kaart.exchange.matches import Match, Matches, NearlySame, name_of, only
from psoh_cli.kaart.exchange.matching_organizations import OrganizationMatcher
from psoh_cli.kaart.exchange.refusing import brief, refused
from psoh_cli.kaart.kaart import KaartFile


@dataclass
class ServiceMatcher:
    """Finds the services of a file, each within its organization."""

    own: KaartFile
    answers: Answers
    found: Matches
    organizations: OrganizationMatcher
    by_name: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {item.id: item for item in self.own.services}
        self.taken = {item.id for item in self.own.services}
        groups: dict[str, list[Service]] = {}
        for item in self.own.services:
            self.by_name.setdefault((item.organization, slug(item.name)), []).append(item.id)
            groups.setdefault(item.organization, []).append(item)
        self.names = {key: NearlySame(items) for key, items in groups.items()}

    def take(self, items: list[Incoming]) -> None:
        """Find each service, or make it."""
        claimed = {item.id for item in items if item.id in self.known}
        self.taken |= {item.id for item in items if item.id}
        for item in items:
            organization = self.organizations.of(item, entry=self.known.get(item.id))
            if isinstance(organization, NotUnderstood):
                self.found.refused.append(organization)
                continue
            self._take_one(item, organization=organization, claimed=claimed)

    def _take_one(self, item: Incoming, *, organization: str, claimed: set[str]) -> None:
        name = name_of(item)
        matched = self._matched(item, name=name, organization=organization, claimed=claimed)
        if isinstance(matched, NotUnderstood):
            self.found.refused.append(matched)
            return
        if not matched and not name:
            self.found.refused.append(
                refused(item.place, item.id, "deze dienst heeft geen naam", "Vul de naam van de dienst in.")
            )
            return
        wanted = matched or item.id or new_id(name, taken=self.taken, otherwise="dienst")
        if wanted in self.found.services:
            self._twice(item, first=self.found.services[wanted])
            return
        entry = self.known.get(wanted)
        alike: tuple[str, ...] = ()
        if entry is None and self.answers.same_as(name) != IS_NEW and organization in self.names:
            alike = self.names[organization].like(name)
        self.found.services[wanted] = Match(
            incoming=item, id=wanted, entry=entry, organization=organization, alike=alike
        )
        self.taken.add(wanted)
        ids = self.by_name.setdefault((organization, slug(name)), [])
        if wanted not in ids and name:
            ids.append(wanted)

    def _matched(
        self, item: Incoming, *, name: str, organization: str, claimed: set[str]
    ) -> str | NotUnderstood:
        if item.id in self.known or item.id in self.found.services:
            return item.id
        told = self.answers.same_as(name)
        if told in self.known and self.known[told].organization == organization:
            return told
        ids = [
            key
            for key in self.by_name.get((organization, slug(name)), ())
            if not item.id or key not in claimed
        ]
        if item.id:
            ids = [key for key in ids if key in self.known and key not in self.found.services]
        return only(ids, item=item, name=name, what="dienst")

    def _twice(self, item: Incoming, *, first: Match) -> None:
        if dict(item.values) == dict(first.incoming.values):
            return
        self.found.refused.append(
            NotUnderstood(
                place=item.place,
                text=brief(item.name or item.id),
                why=f"deze dienst staat er twee keer in, met andere gegevens: eerder op {_row(first.incoming.place)}",
                remedy="Maak er één rij van. Zijn het twee diensten, geef ze dan elk een eigen naam.",
            )
        )


def _row(place: Place) -> str:
    return f"rij {place.row}" if place.row else place.in_words()
