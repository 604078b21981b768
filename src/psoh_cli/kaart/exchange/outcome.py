"""The outcome of holding what came in against the kaart: new, changed, unchanged, not understood, waiting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.answers import Question
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.wording import Difference
from psoh_cli.kaart.kaart import KaartFile

Need = Literal["ketenpartner", "bron", "organisatie"]
"""What a new entry waits for; `organisatie` is one that waits itself."""


@dataclass(frozen=True, kw_only=True)
class New:
    """An entry that is not on the kaart yet. `alike` are ids of entries with nearly the same name."""

    kind: EntryKind
    entry: Organization | Service
    place: Place
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changed:
    """An entry that would say something else."""

    kind: EntryKind
    before: Organization | Service
    after: Organization | Service
    fields: tuple[Difference, ...]
    place: Place
    goes_back: bool = False
    """Whether the day of its confirmation would lie further back than it does now."""
    set_back: Mapping[str, PartialDate] = field(default_factory=dict)
    """Of fields that become what they were before, by key: the day on which that was changed."""
    changed_since: Mapping[str, PartialDate] = field(default_factory=dict)
    """Of texts that may be older in the file than on the kaart, by key: the day of their last change there."""
    notes: tuple[str, ...] = ()
    """What has to be told with it: full Dutch sentences."""

    @property
    def is_older(self) -> bool:
        """Tell whether the file seems to be older than the kaart."""
        return self.goes_back or bool(self.set_back)


@dataclass(frozen=True, kw_only=True)
class Unchanged:
    """An entry that came in as it stands."""

    kind: EntryKind
    id: str
    name: str
    place: Place


@dataclass(frozen=True, kw_only=True)
class Missing:
    """An entry of the kaart that is not in a file that should hold all; it is never taken away."""

    kind: EntryKind
    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A new entry that stays away until a question is answered."""

    kind: EntryKind
    name: str
    place: Place
    needs: tuple[Need, ...]


@dataclass(frozen=True, kw_only=True)
class Preview:
    """All that an import would do, and what it could not use; `own` is the kaart it was held against."""

    own: KaartFile
    new: tuple[New, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: tuple[Unchanged, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    missing: tuple[Missing, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    questions: tuple[Question, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.new or self.changed)
