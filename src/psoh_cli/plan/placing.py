"""The place of each measure in the plan, in the words a proposal has for it."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.plan.fitting import Fitted, World
from psoh_cli.plan.quarters import quarter_at
from psoh_cli.plan.why_now import why_not, why_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a proposal says about its time; all empty for what was rejected."""

    start: str | None = None
    end: str | None = None
    why_now: str | None = None
    ready_for: str | None = None
    not_fitting: str | None = None
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placing:
    """What was found for all measures."""

    fitted: Fitted
    world: World

    def place_of(self, name: str) -> Place:
        """Give the quarters of a measure with why, or why it does not fit."""
        for left in self.fitted.left_out:
            if left.measure.id == name:
                return Place(not_fitting=why_not(left, world=self.world), waits_for=left.measure.waits_for)
        for placed in self.fitted.placed:
            if placed.measure.id == name:
                return Place(
                    start=quarter_at(placed.slot.start),
                    end=quarter_at(placed.slot.end),
                    why_now=why_now(
                        placed,
                        world=self.world,
                        followers=tuple(
                            other.measure for other in self.fitted.placed if name in other.measure.waits_for
                        ),
                    ),
                    ready_for=placed.moment.in_words if placed.moment else None,
                    waits_for=placed.measure.waits_for,
                )
        return Place()
