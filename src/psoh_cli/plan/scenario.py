"""What fits in the means of a gemeente and what does not: the values, without the reckoning."""

from __future__ import annotations

from pydantic import Field

from psoh_cli.model import Frozen


class Uncovered(Frozen):
    """A measure that does not fit, and why: in plain Dutch, one sentence."""

    id: str
    title: str = Field(alias="titel")
    reason: str = Field(alias="reden")
    gaps: tuple[str, ...] = Field(default=(), alias="sluit_niet")
    """The findings that stay open because of it."""


class Scenario(Frozen):
    """One way to spend the means: what is done, what it costs, which gaps close and which stay."""

    name: str = Field(alias="naam")
    """`zuinig`, `basis` or `ambitie`."""
    description: str = Field(alias="omschrijving")
    """What this scenario assumes, in one or two sentences (afgeleid)."""
    chosen: tuple[str, ...] = Field(default=(), alias="maatregelen")
    """Ids of the measures that are done, in the order in which they start."""
    first: str | None = Field(default=None, alias="begin")
    last: str | None = Field(default=None, alias="eind")
    """The quarters in which the first measure starts and the last one ends."""
    incidental: int = Field(default=0, alias="incidenteel")
    """Known incidental euros over the years of the plan."""
    structural: int = Field(default=0, alias="structureel")
    """Known structural euros over the years of the plan."""
    unknown_kind: int = Field(default=0, alias="soort_onbekend")
    """Known euros of which nobody says whether they return; part of neither sum above."""
    from_stated: int = Field(default=0, alias="uit_opgegeven_budget")
    """Known euros that no funding source pays and that the stated budget can pay."""
    not_covered: int = Field(default=0, alias="ongedekt")
    """Known euros over the years of the plan that neither a funding source nor the stated budget pays."""
    unknown_cost: tuple[str, ...] = Field(default=(), alias="kosten_onbekend")
    """Ids of chosen measures whose cost nobody knows: they stand in no sum."""
    closed: tuple[str, ...] = Field(default=(), alias="gesloten")
    """Ids of the findings that would close."""
    left: tuple[str, ...] = Field(default=(), alias="open")
    """Ids of the findings that would stay open."""
    uncovered: tuple[Uncovered, ...] = Field(default=(), alias="past_niet")
    notes: tuple[str, ...] = Field(default=(), alias="let_op")
    """What a reader must know beside the figures, each a sentence."""

    @property
    def known(self) -> int:
        """All known euros over the years of the plan."""
        return self.incidental + self.structural + self.unknown_kind

    @property
    def covered(self) -> int:
        """The known euros that a funding source pays."""
        return self.known - self.from_stated - self.not_covered

    @property
    def has_known_cost(self) -> bool:
        """Tell whether the sums say anything: of at least one chosen measure the cost is known."""
        return len(self.unknown_cost) < len(self.chosen)
