"""What the kaart may refer to in the knowledge, handed over as plain ids so that this room knows no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""


class Knowledge(Protocol):
    """The part of the knowledge that a kaart refers to."""

    @property
    def chain_steps(self) -> Iterable[HasId]:
        """Steps of the chain."""

    @property
    def partner_types(self) -> Iterable[HasId]:
        """Kinds of partners."""

    @property
    def layers(self) -> Iterable[HasId]:
        """Layers of the IASC pyramid."""

    @property
    def pillars(self) -> Iterable[HasId]:
        """Pillars."""

    @property
    def interventions(self) -> Iterable[HasId]:
        """Interventions."""

    @property
    def cultural_criteria(self) -> Iterable[HasId]:
        """Criteria of culturally sensitive work."""


@dataclass(frozen=True, kw_only=True)
class KnownIds:
    """Per kind, ids with their names."""

    chain_steps: Mapping[str, str] = field(default_factory=dict)
    partner_types: Mapping[str, str] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    pillars: Mapping[str, str] = field(default_factory=dict)
    interventions: Mapping[str, str] = field(default_factory=dict)
    cultural_criteria: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, knowledge: Knowledge) -> KnownIds:
        """Gather the ids of the knowledge."""
        return cls(
            chain_steps=_names(knowledge.chain_steps),
            partner_types=_names(knowledge.partner_types),
            layers=_names(knowledge.layers),
            pillars=_names(knowledge.pillars),
            interventions=_names(knowledge.interventions),
            cultural_criteria=_names(knowledge.cultural_criteria),
        )


def _names(items: Iterable[HasId]) -> dict[str, str]:
    return {item.id: str(getattr(item, "name", item.id)) for item in items}
