"""Single points of failure: what falls away when one service stops or one organization stumbles.

Told as far as the kaart goes: what it does not hold may be there. Only where it is declared complete for a step, and
no field is empty that leaves it open, is it sure that there is nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic import Field

from psoh_cli.kaart.coverage_grid import Grid
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.kaart.reach import RANK, Reach
from psoh_cli.model import Frozen

_HELPS = RANK[Reach.DUTCH_ENGLISH]
_UNDERSTOOD = RANK[Reach.INTERPRETER]
_UNKNOWN = RANK[Reach.UNKNOWN]


class Carried(Frozen):
    """The languages that one service alone reaches in a step: in the own language or through an interpreter."""

    service: str = Field(alias="dienst")
    step: str = Field(alias="ketenstap")
    languages: tuple[str, ...] = Field(alias="talen")
    is_sure: bool = Field(alias="zeker")
    """Whether the kaart is declared complete for the step, and no empty field leaves another service possible."""


class SinglePoint(Frozen):
    """All that rests on one organization."""

    organization: str = Field(alias="organisatie")
    steps: tuple[str, ...] = Field(default=(), alias="ketenstappen")
    """Steps in which all help that is confirmed comes from this organization."""
    pillars: tuple[str, ...] = Field(default=(), alias="pijlers")
    """Pillars of which all services that are confirmed belong to this organization."""
    carried: tuple[Carried, ...] = Field(default=(), alias="vakken")
    sure_steps: tuple[str, ...] = Field(default=(), alias="zekere_stappen")
    weight: int = Field(default=0, alias="volgordegewicht")
    """How heavy the cells weigh together: for the order only, as a group that is not shown weighs as a small one."""

    @property
    def is_sure(self) -> bool:
        """Tell whether any of it is sure: there is nobody else."""
        return bool(self.sure_steps) or any(item.is_sure for item in self.carried)

    def doubt(self, *, is_sure: bool) -> str:
        """Give what stands behind a part of it that is not sure, where another part is."""
        return " (niet zeker)" if self.is_sure and not is_sure else ""

    def part(self, *, is_sure: bool) -> SinglePoint | None:
        """Give the part of it that is sure, or the part that is not; None where there is none."""
        steps = tuple(step for step in self.steps if (step in self.sure_steps) is is_sure)
        carried = tuple(
            item
            for item in self.carried
            if item.is_sure is is_sure and (is_sure or item.step not in self.sure_steps)
        )
        pillars = () if is_sure else self.pillars
        if not (steps or carried or pillars):
            return None
        found = {"steps": steps, "carried": carried, "pillars": pillars}
        return self.model_copy(update=found if is_sure else found | {"sure_steps": ()})

    @property
    def loose_cells(self) -> tuple[Carried, ...]:
        """The cells in steps that the organization does not carry as a whole."""
        return tuple(item for item in self.carried if item.step not in self.steps)


def single_points(grid: Grid, *, weights: Mapping[str, int | None]) -> tuple[SinglePoint, ...]:
    """Find what rests on one organization, the heaviest first; `weights` tell how heavy each language weighs."""
    carried = tuple(_carried(grid))
    steps = dict(_steps(grid))
    pillars = _pillars(grid)
    owner = {service.id: service.organization for service in grid.kaart.services}
    found = {owner[item.service] for item in carried} | set(steps.values()) | set(pillars.values())
    points = (
        _point(
            name,
            carried=tuple(item for item in carried if owner[item.service] == name),
            steps=tuple(step for step, organization in steps.items() if organization == name),
            pillars=tuple(pillar for pillar, organization in pillars.items() if organization == name),
            grid=grid,
            weights=weights,
        )
        for name in found
    )
    return tuple(sorted(points, key=lambda point: (not point.is_sure, -point.weight, point.organization)))


def _point(
    organization: str,
    *,
    carried: tuple[Carried, ...],
    steps: tuple[str, ...],
    pillars: tuple[str, ...],
    grid: Grid,
    weights: Mapping[str, int | None],
) -> SinglePoint:
    return SinglePoint(
        organization=organization,
        steps=steps,
        pillars=pillars,
        carried=carried,
        sure_steps=tuple(step for step in steps if _is_closed(grid, step)),
        weight=sum(weights.get(language) or 0 for item in carried for language in item.languages),
    )


def _carried(grid: Grid) -> Iterator[Carried]:
    """Give the cells that one service covers, together per service and step."""
    for step in grid.steps:
        alone: dict[str, list[str]] = {}
        open_ended: set[str] = set()
        for language, buckets in zip(grid.languages, grid.buckets[step], strict=True):
            covering = [service for services in buckets[: _UNDERSTOOD + 1] for service in services]
            if len(covering) == 1:
                alone.setdefault(covering[0].id, []).append(language)
                if buckets[_UNKNOWN]:
                    open_ended.add(covering[0].id)
        closed = _is_closed(grid, step)
        for service, languages in alone.items():
            sure = closed and service not in open_ended
            yield Carried(service=service, step=step, languages=tuple(languages), is_sure=sure)


def _steps(grid: Grid) -> Iterator[tuple[str, str]]:
    """Give the steps in which all confirmed help comes from one organization."""
    for step, services in grid.by_step.items():
        owners = {placed.service.organization for placed in services if placed.best <= _HELPS}
        if len(owners) == 1:
            yield step, owners.pop()


def _pillars(grid: Grid) -> dict[str, str]:
    """Give the pillars of which all confirmed services belong to one organization."""
    owners: dict[str, set[str]] = {}
    for service in _confirmed(grid):
        for pillar in service.pillars:
            owners.setdefault(pillar, set()).add(service.organization)
    return {pillar: found.pop() for pillar, found in sorted(owners.items()) if len(found) == 1}


def _confirmed(grid: Grid) -> Iterable[Service]:
    return (service for service in grid.kaart.active if is_fresh(service, as_of=grid.as_of))


def _is_closed(grid: Grid, step: str) -> bool:
    """Tell whether the kaart is declared complete for a step and every service says where it belongs."""
    return grid.declared(step) is not None and not grid.without_step
