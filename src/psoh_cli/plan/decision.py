"""A Decision: what people decided on a proposal. The tool reads it and never writes it."""

from __future__ import annotations

from pydantic import Field

from psoh_cli.dutch import PartialDate
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.plan.action import PlannedCost, Quarter
from psoh_cli.vocabulary import ActionStatus, DecisionKind


class DecidedOn(Frozen):
    """The proposal as it stood when the decision was taken."""

    title: Text = Field(alias="titel")
    reason: Text = Field(alias="reden")
    as_of: PartialDate = Field(alias="peildatum")


class Baseline(Frozen):
    """Where an indicator stood at the start, and where it should go."""

    indicator: Slug
    baseline: Text = Field(default="onbekend", alias="nulmeting")
    target: Text | None = Field(default=None, alias="doel")


class Decision(Frozen):
    """Taken over, adapted, postponed or rejected; by which role, when and why."""

    kind: DecisionKind = Field(alias="soort")
    by: Text = Field(alias="door")
    day: PartialDate = Field(alias="datum")
    why: Text | None = Field(default=None, alias="waarom")
    title: Text | None = Field(default=None, alias="titel")
    practice: Slug | None = Field(default=None, alias="gekozen_praktijk")
    owner: Text | None = Field(default=None, alias="eigenaar")
    start: Quarter | None = Field(default=None, alias="begin")
    end: Quarter | None = Field(default=None, alias="eind")
    status: ActionStatus | None = None
    cost: PlannedCost | None = Field(default=None, alias="kosten")
    indicators: tuple[Baseline, ...] = Field(default=(), alias="indicatoren")
    decided_on: DecidedOn | None = Field(default=None, alias="besloten_op")
    remark: Text | None = Field(default=None, alias="opmerking")

    @property
    def is_taken_over(self) -> bool:
        """Tell whether people will do this: as proposed or adapted."""
        return self.kind in (DecisionKind.ADOPTED, DecisionKind.ADAPTED)
