"""Means: what a gemeente says it has for the plan, in money and in hands, and the year it works in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from psoh_cli.dutch import Count, Money, PartialDate, Year
from psoh_cli.model import Frozen, Text


class MomentKind(StrEnum):
    """What the council decides on at a moment of its year."""

    FRAMEWORK = "kadernota"
    SPRING = "voorjaarsnota"
    BUDGET = "begroting"
    OTHER = "anders"


_NAMED = (
    (MomentKind.FRAMEWORK, ("kadernota", "kaderbrief", "perspectiefnota")),
    (MomentKind.SPRING, ("voorjaarsnota", "voorjaarsrapportage")),
    (MomentKind.BUDGET, ("begroting",)),
)
"""Words in a name that give the kind away; a perspectiefnota is what some gemeenten call their kadernota."""


class Milestone(Frozen):
    """A moment in the council's year."""

    name: Text = Field(alias="naam")
    day: PartialDate = Field(alias="datum")
    kind: MomentKind | None = Field(default=None, alias="soort")
    """What it decides on; read from the name when people do not say."""

    @property
    def decides(self) -> MomentKind:
        """Tell what this moment is: as people say, else as its name says."""
        name = self.name.lower()
        read = (kind for kind, words in _NAMED if any(word in name for word in words))
        return self.kind or next(read, MomentKind.OTHER)


class Holiday(Frozen):
    """A school holiday, first and last day included."""

    name: Text = Field(alias="naam")
    first: PartialDate = Field(alias="van")
    last: PartialDate = Field(alias="tot")

    @property
    def days(self) -> tuple[date, date]:
        """Give the first and the last day."""
        return self.first.first_day(), self.last.last_day()

    @property
    def is_in_order(self) -> bool:
        """Tell whether it does not end before it begins."""
        return self.days[0] <= self.days[1]


class Period(Frozen):
    """A year, or one quarter of it."""

    year: Year = Field(alias="jaar")
    quarter: Count | None = Field(default=None, alias="kwartaal", ge=1, le=4)

    @property
    def in_words(self) -> str:
        """Write the period as people do: `2027` or `K3 2027`."""
        return f"K{self.quarter} {self.year}" if self.quarter else str(self.year)


class Room(Period):
    """Money for measures that nothing else pays for: in all, or for both kinds apart. None is not stated."""

    amount: Money | None = Field(default=None, alias="bedrag")
    incidental: Money | None = Field(default=None, alias="incidenteel")
    structural: Money | None = Field(default=None, alias="structureel")


class QuarterHands(Frozen):
    """How many measures can run at once in one quarter that is unlike the others."""

    year: Year = Field(alias="jaar")
    quarter: Count = Field(alias="kwartaal", ge=1, le=4)
    at_once: Count = Field(alias="tegelijk")


class LeadHands(Frozen):
    """How many measures one kind of partner can lead at once."""

    lead: Text = Field(alias="trekker")
    at_once: Count = Field(alias="tegelijk")


class Capacity(Frozen):
    """How many measures can run at once; None is not stated."""

    at_once: Count | None = Field(default=None, alias="tegelijk")
    quarters: tuple[QuarterHands, ...] = Field(default=(), alias="per_kwartaal")
    leads: tuple[LeadHands, ...] = Field(default=(), alias="per_trekker")


class Means(Frozen):
    """What the gemeente says it has; what is not stated is unknown and never guessed."""

    source: Text = Field(default="onbekend", alias="bron")
    budget: tuple[Room, ...] = ()
    capacity: Capacity = Field(default=Capacity(), alias="capaciteit")
