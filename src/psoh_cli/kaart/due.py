"""What is due to be asked again: one entry, all of one organization, a whole kaart, and what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.people import People, weight_of


class State(StrEnum):
    """How an entry stands in its term."""

    NEVER = "nooit bevestigd"
    OVERDUE = "verlopen"
    SOON = "loopt af"


Spot = tuple[str, str]
"""A cell of the coverage: a step of the chain and a language."""


@dataclass(frozen=True, kw_only=True)
class Stake:
    """What the coverage loses at the end of the window when nobody confirms.

    `lost` are cells in which nothing confirmed is left; in `weaker` ones something is left that reaches people less
    well. `people` is how many statushouders each language counts, as it may be shown.
    """

    lost: tuple[Spot, ...] = ()
    weaker: tuple[Spot, ...] = ()
    people: Mapping[str, People] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the cells, the largest group first."""
        at_stake = {language for _, language in (*self.lost, *self.weaker)}
        return tuple(language for language in self.people if language in at_stake)

    @property
    def weight(self) -> int:
        """Add up how heavy the lost cells weigh; a group that nobody counted weighs nothing."""
        return self._weight(self.lost)

    @property
    def order(self) -> tuple[int, ...]:
        """Sort the heaviest loss first, then the most cells, and then by what grows weaker."""
        return (-self.weight, -len(self.lost), -self._weight(self.weaker), -len(self.weaker))

    def __bool__(self) -> bool:
        return bool(self.lost or self.weaker)

    def _weight(self, spots: tuple[Spot, ...]) -> int:
        return sum(weight_of(self.people.get(language)) or 0 for _, language in spots)


@dataclass(frozen=True, kw_only=True)
class Due:
    """One entry that is due: `until` is the last day on which its confirmation holds, None where it never was."""

    kind: EntryKind
    id: str
    name: str
    state: State
    confirmed: PartialDate | None
    role: str | None
    months: int
    until: date | None
    stake: Stake


@dataclass(frozen=True, kw_only=True)
class WaitingDue:
    """A waiting time that is due to be measured again."""

    service: str
    name: str
    weeks: int
    state: State
    measured: PartialDate | None
    until: date | None


@dataclass(frozen=True, kw_only=True)
class OrganizationDue:
    """All that is due of one organization. What is at stake is counted once, however many services carry it."""

    id: str
    name: str
    entries: tuple[Due, ...]
    waiting: tuple[WaitingDue, ...]
    stake: Stake

    def count(self, state: State) -> int:
        """Count the entries that stand so."""
        return sum(entry.state is state for entry in self.entries)


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """What is due on a kaart, the organization with most at stake first."""

    as_of: date
    horizon: date
    total: int
    organizations: tuple[OrganizationDue, ...]
    stake: Stake
    lost_already: int
    """How many of the lost cells are so today."""
    cells: int
    """How many cells the coverage has."""

    @cached_property
    def entries(self) -> tuple[Due, ...]:
        """Everything that is due."""
        return tuple(entry for organization in self.organizations for entry in organization.entries)

    @property
    def is_late(self) -> bool:
        """Tell whether anything is overdue or was never confirmed."""
        return any(entry.state is not State.SOON for entry in self.entries)
