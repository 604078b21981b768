"""How we tell an editor about a model: what it is called, and what each of its fields means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Words:
    """The Dutch name of a model, a description by key, and examples by key where they help."""

    title: str
    fields: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)


Told = Mapping[type[BaseModel], Words]
