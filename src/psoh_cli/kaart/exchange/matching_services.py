"""Which service of the kaart one in a file is: by id, by name within its organization, or new."""

from __future__ import annotations

from dataclasses import dataclass, field

from psoh_cli.came_in import NotUnderstood
from psoh_cli.dutch import same_name
from psoh_cli.kaart.draft import NewIds
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.answers import IS_NEW, Answers
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.matches import Match, Matches, NearlySame, contested, name_of, only, row_of
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
        self.ids = NewIds({item.id for item in self.own.services})
        self.given: dict[str, str] = {}
        self.contested: frozenset[tuple[str, str]] = frozenset()
        groups: dict[str, list[Service]] = {}
        for item in self.own.services:
            self.by_name.setdefault((item.organization, same_name(item.name)), []).append(item.id)
            groups.setdefault(item.organization, []).append(item)
        self.names = {key: NearlySame(items) for key, items in groups.items()}

    def take(self, items: list[Incoming]) -> None:
        """Find each service, or make it."""
        self.ids.taken.update(item.id for item in items if item.id)
        homes = {id(item): self.organizations.of(item, entry=self.known.get(item.id)) for item in items}
        self.contested = contested(
            ((home, same_name(name_of(item))), item.id)
            for item in items
            if item.id and item.id not in self.known and isinstance(home := homes[id(item)], str)
        )
        self.found.take_in_turn(items, known=self.known, take=lambda item: self._place(item, homes[id(item)]))

    def _place(self, item: Incoming, organization: str | NotUnderstood) -> None:
        if isinstance(organization, NotUnderstood):
            self.found.refused.append(organization)
        else:
            self._take_one(item, organization=organization)

    def _take_one(self, item: Incoming, *, organization: str) -> None:
        name = name_of(item)
        matched = self._matched(item, name=name, organization=organization)
        if isinstance(matched, NotUnderstood):
            self.found.refused.append(matched)
            return
        if not matched and not name:
            self.found.refused.append(
                refused(item.place, item.id, "deze dienst heeft geen naam", "Vul de naam van de dienst in.")
            )
            return
        wanted = matched or item.id or self.ids.make(name, otherwise="dienst")
        if item.id:
            self.given[item.id] = wanted
        if wanted in self.found.services:
            self._twice(item, organization=organization, first=self.found.services[wanted])
            return
        entry = self.known.get(wanted)
        alike: tuple[str, ...] = ()
        if entry is None and self.answers.same_as(name) != IS_NEW and organization in self.names:
            alike = self.names[organization].like(name)
        self.found.services[wanted] = Match(
            incoming=item, id=wanted, entry=entry, organization=organization, alike=alike
        )
        self.ids.taken.add(wanted)
        key = (organization, same_name(name))
        if key[1] and wanted not in self.by_name.setdefault(key, []):
            self.by_name[key].append(wanted)

    def _matched(self, item: Incoming, *, name: str, organization: str) -> str | NotUnderstood:
        if item.id and item.id in self.given:
            return self.given[item.id]
        if item.id in self.known:
            return item.id
        told = self.answers.same_as(name)
        if told in self.known and self.known[told].organization == organization:
            return told
        named = (organization, same_name(name))
        ids = self.by_name.get(named, [])
        if item.id:
            is_free = named not in self.contested
            ids = [key for key in ids if is_free and key in self.known and key not in self.found.services]
        if not ids and item.whole_name:
            whole = self.by_name.get((organization, same_name(item.whole_name)), ())
            ids = [key for key in whole if key not in self.found.services]
        return only(ids, item=item, name=name, what="dienst")

    def _twice(self, item: Incoming, *, organization: str, first: Match) -> None:
        """Tell of a service that comes in again: no row falls away without a word."""
        when = "eerder" if first.incoming.place.row <= item.place.row else "ook"
        where = f"{when} op {row_of(first.incoming.place)}"
        why = f"deze dienst staat er twee keer in, met andere gegevens: {where}"
        remedy = "Maak er één rij van. Zijn het twee diensten, geef ze dan elk een eigen naam."
        told, before = ((one.values, same_name(name_of(one))) for one in (item, first.incoming))
        if organization == first.organization and told == before:
            why = "deze dienst staat er al precies zo in; psoh neemt hem één keer"
            remedy = "Haal de rij weg. Zijn het twee diensten, geef ze dan elk een eigen naam."
        self.found.refused.append(
            NotUnderstood(place=item.place, text=brief(item.name or item.id), why=why, remedy=remedy)
        )
