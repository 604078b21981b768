"""The Plan: proposals and decisions side by side."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field, model_validator

from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.plan.action import Grade, PlannedCost, Proposal
from psoh_cli.plan.decision import Decision
from psoh_cli.plan.quarters import index_of, quarter_at
from psoh_cli.vocabulary import DecisionKind, Phase


class Override(Frozen):
    """What people changed in the grades of the knowledge for their own situation."""

    effort: Grade | None = Field(default=None, alias="inspanning")
    benefit: Grade | None = Field(default=None, alias="opbrengst")
    phase: Phase | None = Field(default=None, alias="fase")
    cost: PlannedCost | None = Field(default=None, alias="kosten")
    """What people expect it to cost, before anything is decided."""
    why: Text = Field(alias="waarom")


class Entry(Frozen):
    """One action of the plan: what the tool proposes, what people decided, or both."""

    id: Slug
    proposal: Proposal | None = Field(default=None, alias="voorstel")
    override: Override | None = Field(default=None, alias="eigen_inschatting")
    decision: Decision | None = Field(default=None, alias="besluit")

    @model_validator(mode="after")
    def _says_something(self) -> Entry:
        if self.proposal is None and self.decision is None:
            raise ValueError("een maatregel heeft een voorstel of een besluit nodig")
        return self

    @property
    def title(self) -> str:
        """What this action is called now."""
        decided = (
            self.decision.title or (self.decision.decided_on and self.decision.decided_on.title)
            if self.decision
            else None
        )
        return decided or (self.proposal.title if self.proposal else self.id)

    @property
    def start(self) -> str | None:
        """The quarter in which it starts: as decided, else as proposed, but then not after a decided end."""
        if self.decision and self.decision.start:
            return self.decision.start
        start, ended = self._proposed[0], self.decision.end if self.decision else None
        return _later(ended, by=-self._takes) if start and ended and ended < start else start

    @property
    def end(self) -> str | None:
        """The quarter in which it ends: as decided, else as long after its start as was proposed."""
        if self.decision and self.decision.end:
            return self.decision.end
        end, began = self._proposed[1], self.decision.start if self.decision else None
        return _later(began, by=self._takes) if end and began else end

    @property
    def _proposed(self) -> tuple[str | None, str | None]:
        return (self.proposal.start, self.proposal.end) if self.proposal else (None, None)

    @property
    def _takes(self) -> int:
        """Count the quarters from the proposed start to the proposed end."""
        start, end = self._proposed
        return max(0, index_of(end) - index_of(start)) if start and end else 0

    @property
    def phase(self) -> Phase | None:
        """The phase it belongs to: people's own estimate, else as proposed."""
        own = self.override.phase if self.override else None
        return own or (self.proposal.phase if self.proposal else None)

    @property
    def cost(self) -> PlannedCost:
        """What it costs: as decided, else as people estimate it, else as proposed."""
        if self.decision and self.decision.cost:
            return self.decision.cost
        if self.override and self.override.cost:
            return self.override.cost
        return self.proposal.cost if self.proposal else PlannedCost()

    @property
    def is_current(self) -> bool:
        """Tell whether this action stands: not rejected, and proposed still or decided already."""
        if self.decision:
            return self.decision.kind is not DecisionKind.REJECTED
        return self.proposal is not None and self.proposal.lapsed is None


def _later(quarter: str, *, by: int) -> str:
    return quarter_at(index_of(quarter) + by)


class PlanFile(Frozen):
    """The file `plan.yaml`."""

    format: Text = Field(alias="formaat")
    knowledge_version: Text = Field(alias="kennisversie")
    remark: Text | None = Field(default=None, alias="toelichting")
    entries: tuple[Entry, ...] = Field(default=(), alias="maatregelen")


class Plan(Frozen):
    """All actions in the order in which they would be done."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def entry(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def current(self) -> tuple[Entry, ...]:
        """The actions that stand."""
        return tuple(entry for entry in self.entries if entry.is_current)
