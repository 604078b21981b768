"""Which organization of the kaart one in a file is: by id, by name, or new."""

from __future__ import annotations

from dataclasses import dataclass, field

from psoh_cli.dutch import slug
from psoh_cli.kaart.draft import new_id
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.answers import IS_NEW, Answers
from psoh_cli.kaart.exchange.incoming import Incoming, NotUnderstood
from psoh_cli.kaart.exchange.matches import Match, Matches, NearlySame, name_of, only
from psoh_cli.kaart.exchange.refusing import brief, refused
from psoh_cli.kaart.kaart import KaartFile


@dataclass
class OrganizationMatcher:
    """Finds the organizations of a file, and the one behind each service."""

    own: KaartFile
    answers: Answers
    found: Matches
    by_name: dict[str, list[str]] = field(default_factory=dict)
    """Ids by name, of the kaart and then of what came in."""
    given: dict[str, str] = field(default_factory=dict)
    """Ids in the file, with the ids on the kaart."""

    def __post_init__(self) -> None:
        self.known = {item.id: item for item in self.own.organizations}
        self.taken = {*self.known, *(item.id for item in self.own.services)}
        self.names = NearlySame(self.own.organizations)
        for item in self.own.organizations:
            self.by_name.setdefault(slug(item.name), []).append(item.id)

    def take(self, items: list[Incoming]) -> None:
        """Find each organization, or make it."""
        claimed = {item.id for item in items if item.id in self.known}
        self.taken |= {item.id for item in items if item.id}
        for item in items:
            self._take_one(item, claimed=claimed)

    def take_named_by(self, services: list[Incoming]) -> None:
        """Make an organization of each name that only services tell of."""
        for service in services:
            name = service.organization_name
            if name and slug(name) not in self.by_name and not self._told_by_id(service):
                place = service.places.get("organisatie", service.place)
                self.take([Incoming(kind="organisatie", name=name, values={"naam": name}, place=place)])

    def of(self, service: Incoming, *, entry: Service | None) -> str | NotUnderstood:
        """Give the id of the organization of a service, or say why there is none."""
        told = self._told_by_id(service)
        if told:
            return told
        place = service.places.get("organisatie", service.place)
        name = service.organization_name
        ids = self.by_name.get(slug(name), []) if name else []
        if len(ids) == 1:
            return ids[0]
        if len(ids) > 1:
            return NotUnderstood(
                place=place,
                text=brief(name),
                why="meer dan één organisatie op de kaart heet zo",
                remedy=f"Noem het id van de organisatie: {' of '.join(ids)}.",
            )
        given = service.values.get("organisatie")
        if given:
            return refused(place, given, "deze organisatie staat niet op de kaart en niet in het bestand",
                           "Zet de organisatie er ook in, of noem haar naam.")  # fmt: skip
        if entry is not None:
            return entry.organization
        return refused(
            place,
            service.name,
            "bij deze dienst staat geen organisatie",
            "Vul in van welke organisatie de dienst is.",
        )

    def _told_by_id(self, service: Incoming) -> str:
        given = service.values.get("organisatie")
        if not isinstance(given, str) or not given:
            return ""
        return self.given.get(given) or (given if given in self.known else "")

    def _take_one(self, item: Incoming, *, claimed: set[str]) -> None:
        matched = self._matched(item, claimed=claimed)
        if isinstance(matched, NotUnderstood):
            self.found.refused.append(matched)
            return
        name = name_of(item)
        if not matched and not name:
            why = f"organisatie '{brief(item.id)}' staat niet op de kaart, en heeft hier geen naam"
            self.found.refused.append(refused(item.place, item.id, why, "Vul de naam in."))
            return
        wanted = matched or item.id or new_id(name, taken=self.taken, otherwise="organisatie")
        if item.id:
            self.given[item.id] = wanted
        if wanted in self.found.organizations:
            self.found.further.setdefault(wanted, []).append(item)
            return
        alike = () if matched or self.answers.same_as(name) == IS_NEW else self.names.like(name)
        self.found.organizations[wanted] = Match(
            incoming=item, id=wanted, entry=self.known.get(wanted), alike=alike
        )
        self.taken.add(wanted)
        ids = self.by_name.setdefault(slug(name), [])
        if wanted not in ids and name:
            ids.append(wanted)

    def _matched(self, item: Incoming, *, claimed: set[str]) -> str | NotUnderstood:
        """Give the id of the organization on the kaart, or in an earlier row; empty when there is none."""
        if item.id in self.known or item.id in self.found.organizations:
            return item.id
        name = name_of(item)
        told = self.answers.same_as(name)
        if told in self.known:
            return told
        ids = [key for key in self.by_name.get(slug(name), ()) if not item.id or key not in claimed]
        if item.id:
            ids = [key for key in ids if key in self.known and key not in self.found.organizations]
        return only(ids, item=item, name=name, what="organisatie")
