"""What a file that came in leaves open, and what somebody answered to that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from psoh_cli.came_in import Place
from psoh_cli.dutch import same_name
from psoh_cli.kaart.exchange.incoming import EntryKind

QuestionAbout = Literal["ketenpartner", "bron", "dezelfde"]

IS_NEW = "nieuw"
"""The answer that an entry is not the one its name looks like. No question is asked about an id of this name."""

IS_SKIPPED = "overslaan"
"""The answer that a new organization is not to be taken over, and its services neither."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something that has to be told before an entry can go on the kaart, or goes on it right.

    `name` is that of the entry; empty where the question is about all that came in. `candidates` are ids with names.
    `is_needed` tells whether the entry stays away without an answer. `entries` counts those it is about.
    """

    about: QuestionAbout
    kind: EntryKind = "organisatie"
    name: str = ""
    place: Place
    candidates: Mapping[str, str] = field(default_factory=dict)
    is_needed: bool = True
    entries: int = 1


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What was answered: `partner_types` and `same` by the name of an entry, `source` for all that has none."""

    source: str = ""
    partner_types: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)

    def partner_type(self, name: str) -> str:
        """Give the kind of partner that was told for an organization; empty when nobody told."""
        return self._partner_types.get(same_name(name), "")

    def skips(self, name: str) -> bool:
        """Tell whether an organization was told to be left out."""
        return self.partner_type(name) == IS_SKIPPED

    def same_as(self, name: str) -> str:
        """Give the id an entry is the same as, `nieuw` when it is another one, or nothing when nobody told."""
        return self._same.get(same_name(name), "")

    @cached_property
    def _partner_types(self) -> dict[str, str]:
        return {same_name(name): value for name, value in self.partner_types.items()}

    @cached_property
    def _same(self) -> dict[str, str]:
        return {same_name(name): value for name, value in self.same.items()}
