"""The rows of a Gantt: which action runs from which quarter to which, decided or proposed."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from psoh_cli.model import Frozen
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.quarters import index_of, quarter_at
from psoh_cli.vocabulary import ActionStatus, DecisionKind, Phase


class Standing(StrEnum):
    """How firm a row is."""

    PROPOSED = "voorstel"
    DECIDED = "besloten"
    POSTPONED = "uitgesteld"


class Row(Frozen):
    """One action on the timeline; `offset` and `length` count quarters from the first one of the timeline."""

    id: str
    title: str = Field(alias="titel")
    pillar: str | None = Field(alias="pijler")
    phase: Phase | None = Field(alias="fase")
    start: str = Field(alias="begin")
    end: str = Field(alias="eind")
    offset: int = Field(alias="vanaf")
    length: int = Field(alias="kwartalen")
    standing: Standing = Field(alias="stand")
    status: ActionStatus | None = None
    depends_on: tuple[str, ...] = Field(default=(), alias="na")


class Timeline(Frozen):
    """All quarters from the first start to the last end, and a row per action in the order of the plan."""

    quarters: tuple[str, ...] = Field(default=(), alias="kwartalen")
    rows: tuple[Row, ...] = Field(default=(), alias="rijen")
    without_dates: tuple[str, ...] = Field(default=(), alias="zonder_kwartalen")
    """Ids of actions that stand but have no usable start and end."""


def timeline(plan: Plan) -> Timeline:
    """Lay the actions that stand along the quarters."""
    dated = tuple(entry for entry in plan.current if _has_dates(entry))
    missing = tuple(entry.id for entry in plan.current if not _has_dates(entry))
    if not dated:
        return Timeline(without_dates=missing)
    first = min(index_of(entry.start or "") for entry in dated)
    last = max(index_of(entry.end or "") for entry in dated)
    return Timeline(
        quarters=tuple(quarter_at(number) for number in range(first, last + 1)),
        rows=tuple(_row(entry, first=first) for entry in dated),
        without_dates=missing,
    )


def standing_of(entry: Entry) -> Standing:
    """Tell how firm an action is: proposed, decided or postponed."""
    if entry.decision is None:
        return Standing.PROPOSED
    return Standing.POSTPONED if entry.decision.kind is DecisionKind.POSTPONED else Standing.DECIDED


def _has_dates(entry: Entry) -> bool:
    return entry.start is not None and entry.end is not None and entry.start <= entry.end


def _row(entry: Entry, *, first: int) -> Row:
    start, end = entry.start or "", entry.end or ""
    return Row(
        id=entry.id,
        title=entry.title,
        pillar=entry.proposal.pillar if entry.proposal else None,
        phase=entry.phase,
        start=start,
        end=end,
        offset=index_of(start) - first,
        length=index_of(end) - index_of(start) + 1,
        standing=standing_of(entry),
        status=entry.decision.status if entry.decision else None,
        depends_on=entry.proposal.depends_on if entry.proposal else (),
    )
