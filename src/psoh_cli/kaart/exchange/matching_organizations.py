"""Which organization of the kaart one in a file is: by id, by name, or new."""

from __future__ import annotations

from dataclasses import dataclass, field

from psoh_cli.came_in import NotUnderstood
from psoh_cli.dutch import same_name
from psoh_cli.kaart.draft import NewIds
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.answers import IS_NEW, Answers
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.matches import Match, Matches, NearlySame, contested, name_of, only
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
        self.ids = NewIds(self.taken)
        self.contested: frozenset[str] = frozenset()
        self.names = NearlySame(self.own.organizations)
        for item in self.own.organizations:
            self.by_name.setdefault(same_name(item.name), []).append(item.id)

    def take(self, items: list[Incoming]) -> None:
        """Find each organization, or make it."""
        self.taken.update(item.id for item in items if item.id)
        self.contested = contested(
            (same_name(name_of(item)), item.id) for item in items if item.id and item.id not in self.known
        )
        self.found.take_in_turn(items, known=self.known, take=self._take_one)

    def take_named_by(self, services: list[Incoming]) -> None:
        """Make an organization of each name that only services tell of."""
        fresh: dict[str, Incoming] = {}
        for service in services:
            name, key = service.organization_name, same_name(service.organization_name)
            if key and key not in self.by_name and not self._told_by_id(service):
                place = service.places.get("organisatie", service.place)
                item = Incoming(kind="organisatie", name=name, values={"naam": name}, place=place)
                fresh.setdefault(key, item)
        self.take(list(fresh.values()))

    def of(self, service: Incoming, *, entry: Service | None) -> str | NotUnderstood:
        """Give the id of the organization of a service, or say why there is none."""
        told = self._told_by_id(service)
        if told:
            return told
        place = service.places.get("organisatie", service.place)
        name = service.organization_name
        ids = self.by_name.get(same_name(name), ())
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

    def _take_one(self, item: Incoming) -> None:
        matched = self._matched(item)
        if isinstance(matched, NotUnderstood):
            self.found.refused.append(matched)
            return
        name = name_of(item)
        if not matched and not name:
            why = f"organisatie '{brief(item.id)}' staat niet op de kaart, en heeft hier geen naam"
            self.found.refused.append(refused(item.place, item.id, why, "Vul de naam in."))
            return
        wanted = matched or item.id or self.ids.make(name, otherwise="organisatie")
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
        key = same_name(name)
        if key and wanted not in self.by_name.setdefault(key, []):
            self.by_name[key].append(wanted)

    def _matched(self, item: Incoming) -> str | NotUnderstood:
        """Give the id of the organization on the kaart, or in an earlier row; empty when there is none."""
        if item.id and item.id in self.given:
            return self.given[item.id]
        if item.id in self.known:
            return item.id
        name = name_of(item)
        told = self.answers.same_as(name)
        if told in self.known:
            return told
        ids = self.by_name.get(same_name(name), [])
        if item.id:
            is_free = same_name(name) not in self.contested
            ids = [
                key for key in ids if is_free and key in self.known and key not in self.found.organizations
            ]
        return only(ids, item=item, name=name, what="organisatie")
