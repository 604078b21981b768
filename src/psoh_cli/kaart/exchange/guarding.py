"""Keeping people off the kaart: whatever the format, nothing new comes in that seems to be about one person.

What the kaart says already may stay: somebody put it there, and `psoh check` tells of it. Words about a case are left
to that check too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from psoh_cli.came_in import NotUnderstood
from psoh_cli.dutch import same_name, slug
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.leaving_out import LOCATIONS, NAME, at_path, left_out
from psoh_cli.kaart.exchange.refusing import place_of
from psoh_cli.kaart.exchange.sheet.values_contact import personal
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.written import as_fields
from psoh_cli.privacy.covering import HIDDEN
from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.texts import plain_texts
from psoh_cli.privacy.trace import Kind
from psoh_cli.problems.making import Path


@dataclass
class Guard:
    """Looks through all that comes in; `allows_people` is what somebody said in the mapping.

    `told` gathers what stays out, and `gone` the locations that do, by organization and id.
    """

    own: KaartFile
    allows_people: bool = False
    told: list[NotUnderstood] = field(default_factory=list)
    gone: set[tuple[str, str]] = field(default_factory=set)
    _sound: set[str] = field(default_factory=set)
    """Names that say nothing of a person: in a large file they come back time and again."""

    def named(self, items: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
        """Give what may be looked up, or get an id, by its name: of the rest the name itself is about somebody."""
        return items if self.allows_people else tuple(item for item in items if self._may_be_named(item))

    def clean(
        self, item: Incoming, values: Mapping[str, Any], *, entry: Organization | Service | None, home: str
    ) -> dict[str, Any]:
        """Give values without what is about one person and is new; `home` is the id of the organization."""
        if self.allows_people:
            return dict(values)
        model = Organization if item.kind == "organisatie" else Service
        found = {path: kind for path, text in plain_texts(model, values)
                 if (kind := about(text, own=_own_words(item, entry, text=text, path=path)))}  # fmt: skip
        stands = as_fields(entry) if found and entry is not None else {}
        known = {text for _, text in plain_texts(model, stands)}
        found = {path: kind for path, kind in found.items() if at_path(values, path) not in known}
        for path, kind in found.items():
            place = place_of(item, tuple(step for step in path if isinstance(step, str)))
            said = personal(kind)
            self.told.append(NotUnderstood(place=place, text=HIDDEN, why=said.why, remedy=said.remedy))
        cleaned = left_out(values, list(found), stands=stands)
        if item.kind == "organisatie":
            kept = set(_ids(cleaned))
            self.gone |= {(home, key) for key in _ids(values) if key not in kept}
        elif self.gone and values.get(LOCATIONS):
            cleaned[LOCATIONS] = [key for key in values[LOCATIONS] if (home, str(key)) not in self.gone]
            if not cleaned[LOCATIONS]:
                del cleaned[LOCATIONS]
        return cleaned

    def source(self, text: str) -> str:
        """Give a source that says nothing of a person; empty when it does."""
        return text if self.allows_people or about(text) is None else ""

    def _may_be_named(self, item: Incoming) -> bool:
        """Tell whether a thing can be named; if not, say so. A service is not when its organization is not."""
        for key, text in _names_in(item, is_known=item.id in self._ids):
            if text in self._sound:
                continue
            kind = about(text)
            if kind is None or self._is_known(text):
                self._sound.add(text)
                continue
            what = "de organisatie van deze dienst" if key == "organisatie" else f"deze {item.kind}"
            said = personal(kind)
            why = f"{said.why.partition(';')[0]}; zo kan {what} niet op de kaart"
            remedy = said.remedy.replace("Noem een functie, zoals coördinator.", "Gebruik een andere naam.")
            self.told.append(NotUnderstood(place=place_of(item, (key,)), text=HIDDEN, why=why, remedy=remedy))
            return False
        return True

    @cached_property
    def _ids(self) -> set[str]:
        return {item.id for item in self.own.organizations} | {item.id for item in self.own.services}

    def _is_known(self, text: str) -> bool:
        """Tell whether something stands on the kaart already under this name."""
        return same_name(text) in self._names

    @cached_property
    def _names(self) -> set[str]:
        names = [item.name for item in self.own.organizations] + [item.name for item in self.own.services]
        return set(map(same_name, names))


def about(text: str, *, own: frozenset[str] = frozenset()) -> Kind | None:
    """Tell which data of one person seem to stand in a text; None when there are none, or only words about a case."""
    return next((trace.kind for trace in traces(text, own=own) if trace.kind is not Kind.CASE), None)


def _names_in(item: Incoming, *, is_known: bool) -> Iterator[tuple[str, str]]:
    """Give all by which an entry is found or gets its id; an id that its name does not explain as people say it.

    What is known by its id is not found by its name.
    """
    yield "organisatie", item.organization_name
    if is_known:
        return
    name = item.name or item.values.get(NAME)
    name = name if isinstance(name, str) else ""
    yield NAME, name
    yield NAME, item.whole_name
    if not set(item.id.split("-")) <= set(slug(name).split("-")):
        yield "id", item.id.replace("-", " ").title()


def _own_words(
    item: Incoming, entry: Organization | Service | None, *, text: str, path: Path
) -> frozenset[str]:
    """Give the words by which an organization calls itself: in its texts they are nobody's name."""
    if path == (NAME,) or ("@" not in text and item.kind != "organisatie"):
        return frozenset()
    named = f"{entry.name} {entry.id}" if entry is not None else f"{item.name} {item.id}"
    return frozenset(slug(named).split("-"))


def _ids(values: Mapping[str, Any]) -> Iterator[str]:
    """Give the ids of the locations of an organization."""
    places = values.get(LOCATIONS)
    for place in places if isinstance(places, list | tuple) else ():
        if isinstance(place, Mapping) and place.get("id"):
            yield str(place["id"])
