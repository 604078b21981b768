"""What an export of a kaart rests on besides the kaart: names for ids, codes of others, and where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from psoh_cli.dutch import slug
from psoh_cli.gemeente.gemeente import Gemeente, Register, gemeente_code
from psoh_cli.kaart.exchange.code_lists import CodeLists
from psoh_cli.kaart.exchange.hsds.ids import Ids
from psoh_cli.kaart.known_ids import KnownIds

Object = dict[str, Any]
"""One HSDS object, as JSON holds it."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Everything around the kaart. `name` is what the ids hang on: best the code of the gemeente, which stays.

    `register` is all gemeenten; None where it says nothing, as in an invented example. With `only_public` nothing
    leaves that is for professionals, and no history either: that may repeat what was hidden later.
    """

    name: str
    known: KnownIds = field(default_factory=KnownIds)
    lists: CodeLists = field(default_factory=CodeLists)
    knowledge_version: str = ""
    gemeente: Gemeente | None = None
    register: Register | None = None
    only_public: bool = False
    terms: dict[tuple[str, str], Object] = field(default_factory=dict, compare=False, repr=False)
    """Terms written before, by list and code: a kaart uses the same few words over and over."""

    @cached_property
    def ids(self) -> Ids:
        """The ids of this kaart."""
        return Ids(self.name)

    def gemeente_name(self, code: str) -> str | None:
        """Name a gemeente by its code; None where nobody knows it."""
        wanted = gemeente_code(code)
        if self.gemeente is not None and self.gemeente.code == wanted:
            return self.gemeente.name
        entry = self.register.by_code.get(wanted) if self.register is not None else None
        return None if entry is None else entry.name

    def province_of(self, city: str) -> tuple[str, bool] | None:
        """Give the province of a place, and whether that is our own conclusion; None where it is unknown.

        A place that carries the name of one gemeente lies in its province. Any other place is taken to lie in the
        province of the own gemeente (our own conclusion: afgeleid).
        """
        found = self._provinces.get(slug(city), set())
        if len(found) == 1:
            return next(iter(found)), False
        own = self.own_province
        return None if own is None else (own, True)

    @cached_property
    def own_province(self) -> str | None:
        """The province of the own gemeente."""
        return None if self.gemeente is None else self.province_by_code(self.gemeente.code)

    def province_by_code(self, code: str) -> str | None:
        """Give the province of a gemeente; what the own dossier says of it goes before the register."""
        wanted = gemeente_code(code)
        if self.gemeente is not None and self.gemeente.code == wanted and self.gemeente.province is not None:
            return self.gemeente.province
        entry = self.register.by_code.get(wanted) if self.register is not None else None
        return None if entry is None else entry.province

    @cached_property
    def _provinces(self) -> dict[str, set[str]]:
        """The provinces in which a gemeente of a name lies, for those that exist."""
        found: dict[str, set[str]] = {}
        for entry in self.register.existing if self.register is not None else ():
            for name in entry.names if entry.province else ():
                found.setdefault(slug(name), set()).add(entry.province or "")
        return found


def filled(fields: Mapping[str, Any]) -> Object:
    """Keep what says something: no field without a value, and no empty list."""
    return {key: value for key, value in fields.items() if value is not None and value != []}


def unique(items: Iterable[Object]) -> list[Object]:
    """Keep the first object of each id, so that what stands twice on the kaart is told once."""
    found: dict[str, Object] = {}
    for item in items:
        found.setdefault(item["id"], item)
    return list(found.values())
