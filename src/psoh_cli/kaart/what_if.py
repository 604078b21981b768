"""What if: what opens and closes in the coverage when services stop, or proposed ones start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from pydantic import Field

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.coverage_columns import Column, Per, fits_of
from psoh_cli.kaart.coverage_grid import Grid
from psoh_cli.kaart.coverage_matrix import UNDERSTOOD, Matrix
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.reach import RANK, Reach
from psoh_cli.model import Frozen


class CellChange(Frozen):
    """A cell that is reached otherwise than before."""

    step: str = Field(alias="ketenstap")
    column: str = Field(alias="kolom")
    before: Reach = Field(alias="was")
    after: Reach = Field(alias="wordt")
    people: int | str | None = Field(default=None, alias="aantal")
    gone: tuple[str, ...] = Field(default=(), alias="valt_weg")
    """Ids of services that stood behind the cell and no longer do."""
    added: tuple[str, ...] = Field(default=(), alias="komt_erbij")

    @property
    def is_better(self) -> bool:
        """Tell whether the group is reached better than before."""
        return RANK[self.after] < RANK[self.before]


class WhatIf(Frozen):
    """What a change would do; ids throughout."""

    without: tuple[str, ...] = Field(default=(), alias="zonder")
    proposed: tuple[str, ...] = Field(default=(), alias="met")
    replaced: tuple[str, ...] = Field(default=(), alias="vervangen")
    """Proposed services that stand on the kaart already under the same id."""
    changes: tuple[CellChange, ...] = Field(default=(), alias="veranderingen")
    newly_single: tuple[tuple[str, str], ...] = Field(default=(), alias="wordt_kwetsbaar")
    """Cells, by step and column, that several services covered and one covers now."""
    lost_pillars: tuple[str, ...] = Field(default=(), alias="pijlers_kwijt")
    lost_interventions: tuple[str, ...] = Field(default=(), alias="interventies_kwijt")
    won_pillars: tuple[str, ...] = Field(default=(), alias="pijlers_erbij")
    won_interventions: tuple[str, ...] = Field(default=(), alias="interventies_erbij")

    @property
    def opens(self) -> tuple[CellChange, ...]:
        """The cells that are reached better."""
        return tuple(change for change in self.changes if change.is_better)

    @property
    def closes(self) -> tuple[CellChange, ...]:
        """The cells that are reached worse."""
        return tuple(change for change in self.changes if not change.is_better)


def imagined(
    kaart: Kaart,
    *,
    without: Iterable[str],
    organizations: Iterable[Organization],
    services: Iterable[Service],
    as_of: date,
) -> Kaart:
    """Give the kaart as it would be: services gone, proposed ones there. What is proposed counts as confirmed today.

    A proposed entry takes the place of one with the same id.
    """
    gone = frozenset(without)
    today = PartialDate(as_of.year, as_of.month, as_of.day)
    proposed = {item.id: item.model_copy(update={"assured_date": today}) for item in services}
    partners = {item.id: item for item in kaart.organizations} | {item.id: item for item in organizations}
    kept = {item.id: item for item in kaart.services if item.id not in gone}
    update = {"organizations": tuple(partners.values()), "services": tuple((kept | proposed).values())}
    return Kaart.model_construct(**{name: getattr(kaart, name) for name in Kaart.model_fields} | update)


def what_if(
    *, kaart: Kaart, after: Kaart, grids: tuple[Grid, Grid], matrices: tuple[Matrix, Matrix]
) -> WhatIf:
    """Hold the coverage after a change against the one before; both have the same columns."""
    before_ids, after_ids = kaart.service, after.service
    proposed = tuple(name for name, service in after_ids.items() if before_ids.get(name) != service)
    carriers = (
        _carriers(kaart, lambda service: service.pillars),
        _carriers(after, lambda service: service.pillars),
    )
    programmes = (
        _carriers(kaart, lambda service: service.interventions),
        _carriers(after, lambda service: service.interventions),
    )
    return WhatIf(
        without=tuple(sorted(set(before_ids) - set(after_ids))),
        proposed=proposed,
        replaced=tuple(name for name in proposed if name in before_ids),
        changes=tuple(_changes(*matrices)),
        newly_single=tuple(_newly_single(grids, matrix=matrices[1])),
        lost_pillars=tuple(sorted(carriers[0] - carriers[1])),
        lost_interventions=tuple(sorted(programmes[0] - programmes[1])),
        won_pillars=tuple(sorted(carriers[1] - carriers[0])),
        won_interventions=tuple(sorted(programmes[1] - programmes[0])),
    )


def _changes(before: Matrix, after: Matrix) -> Iterable[CellChange]:
    """Give the cells with another reach, those that close first, then the heaviest column."""
    found = [
        CellChange(
            step=cell.step,
            column=cell.column,
            before=was.reach,
            after=cell.reach,
            people=cell.people,
            gone=tuple(name for name in was.services if name not in set(cell.services)),
            added=tuple(name for name in cell.services if name not in set(was.services)),
        )
        for cell in after.cells
        if (was := before.cell[cell.step, cell.column]).reach is not cell.reach
    ]
    order = {step.id: place for place, step in enumerate(after.rows)}
    columns = {column.id: place for place, column in enumerate(after.columns)}
    return sorted(found, key=lambda item: (item.is_better, order[item.step], columns[item.column]))


def _newly_single(grids: tuple[Grid, Grid], *, matrix: Matrix) -> Iterable[tuple[str, str]]:
    """Give the cells that more than one service covered, and exactly one does now."""
    areas = tuple(column.id for column in matrix.columns)
    for column in matrix.columns:
        before, after = (_covering(grid, per=matrix.per, column=column, areas=areas) for grid in grids)
        for step in grids[1].steps:
            if before[step] > 1 and after[step] == 1:
                yield step, column.id


def _covering(grid: Grid, *, per: Per, column: Column, areas: tuple[str, ...]) -> Mapping[str, int]:
    """Count for each step the services that surely cover a column."""
    most = max(RANK[reach] for reach in UNDERSTOOD)
    if per is Per.LANGUAGE:
        place = grid.place_of[column.id]
        return {step: sum(map(len, grid.buckets[step][place][: most + 1])) for step in grid.steps}
    fits = fits_of(per, column.id, areas=areas)
    return {
        step: sum(placed.best <= most and fits(placed.service) is True for placed in services)
        for step, services in grid.by_step.items()
    }


def _carriers(kaart: Kaart, values: Callable[[Service], Iterable[str]]) -> frozenset[str]:
    """Gather the values that at least one service that runs stands for."""
    return frozenset(value for service in kaart.active for value in values(service))
