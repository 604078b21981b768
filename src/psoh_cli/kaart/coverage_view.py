"""Everything there is to show of the coverage: the matrix, what is near, what is vulnerable, and what if."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.kaart.coverage_alternatives import Alternative, Alternatives, alternatives_of
from psoh_cli.kaart.coverage_columns import Column, Per, columns_of, fits_of, languages_of
from psoh_cli.kaart.coverage_grid import NOBODY, Grid
from psoh_cli.kaart.coverage_matrix import Matrix, MatrixCell, fill
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.reach import ORDER, RANK, Reach
from psoh_cli.kaart.single_points import SinglePoint, single_points
from psoh_cli.kaart.what_if import WhatIf, imagined, what_if


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody wants to see: whose kaart, what stands across, on which day; and what would change."""

    kaart: Kaart
    name: str
    per: Per
    as_of: date
    known: KnownIds
    residents: Residents
    areas: tuple[str, ...] = ()
    is_of_gemeente: bool = True
    """Whether `name` is a gemeente; else it is the kaart itself, between quotes."""
    without: frozenset[str] = frozenset()
    organizations: tuple[Organization, ...] = ()
    services: tuple[Service, ...] = ()

    @property
    def title(self) -> str:
        """Say what it is about."""
        return f"Dekking van de sociale kaart{' van' if self.is_of_gemeente else ''} {self.name}"

    @property
    def is_imagined(self) -> bool:
        """Tell whether it is asked what would change."""
        return bool(self.without or self.services or self.organizations)


@dataclass(frozen=True, kw_only=True)
class CoverageView:
    """What is shown. With a *what if*, the matrix is that after the change; `before` is the one of today."""

    asked: Asked
    kaart: Kaart
    matrix: Matrix
    alternatives: Alternatives
    points: tuple[SinglePoint, ...]
    grid: Grid
    before: Matrix | None = None
    what_if: WhatIf | None = None

    def near(self, step: str, column: str) -> tuple[Alternative, ...]:
        """Give the nearest alternatives for a cell."""
        return self.alternatives.get((step, column), ())

    def service(self, name: str) -> Service:
        """Find a service, also one that would be gone."""
        return self.kaart.service.get(name) or self.asked.kaart.service[name]

    def reach_of(self, name: str, *, column: str) -> Reach:
        """Tell how one service reaches a column, at best; unknown where it is not known to be meant for it."""
        placed = self.grid.place(self.service(name))
        if self.matrix.per is Per.LANGUAGE:
            rank = placed.ranks[self.grid.place_of[column]]
        else:
            areas = tuple(item.id for item in self.matrix.columns)
            rank = placed.best if fits_of(self.matrix.per, column, areas=areas)(placed.service) else NOBODY
        return ORDER[rank] if rank < NOBODY else Reach.UNKNOWN

    def organization(self, name: str) -> str:
        """Name an organization; its id where the kaart does not know it."""
        found = self.kaart.organization.get(name) or self.asked.kaart.organization.get(name)
        return found.name if found else name

    def parts(self, *, is_sure: bool) -> tuple[SinglePoint, ...]:
        """Give of what rests on one organization what is sure, or what is not."""
        found = (point.part(is_sure=is_sure) for point in self.points)
        return tuple(point for point in found if point is not None)

    @property
    def heaviest_open(self) -> MatrixCell | None:
        """Find the cell where most people are not understood; of those alike the worst reached, then the first."""
        weight = {column.id: column.weight or 0 for column in self.matrix.columns}
        open_cells = [cell for cell in self.matrix.cells if not cell.is_understood]
        return max(open_cells, key=lambda cell: (weight[cell.column], RANK[cell.reach]), default=None)

    @property
    def languages(self) -> dict[str, str]:
        """Languages by their code, as the single points name them."""
        asked = self.asked
        return {item.id: item.name for item in languages_of(asked.kaart, residents=asked.residents)}


def look(asked: Asked) -> CoverageView:
    """Work out everything there is to show."""
    after = _imagined(asked) if asked.is_imagined else asked.kaart
    languages = _languages(asked.kaart, after, residents=asked.residents)
    columns = _columns(asked, after=after)
    grid = _grid(after, languages=languages, asked=asked)
    matrix = fill(grid, per=asked.per, columns=columns, step_names=asked.known.chain_steps)
    before, changed = None, None
    if asked.is_imagined:
        today = _grid(asked.kaart, languages=languages, asked=asked)
        before = fill(today, per=asked.per, columns=columns, step_names=asked.known.chain_steps)
        changed = what_if(kaart=asked.kaart, after=after, grids=(today, grid), matrices=(before, matrix))
    return CoverageView(
        asked=asked,
        kaart=after,
        matrix=matrix,
        alternatives=alternatives_of(matrix, grid=grid, layers=asked.known.layers),
        points=single_points(grid, weights={item.id: item.weight for item in languages}),
        grid=grid,
        before=before,
        what_if=changed,
    )


def _imagined(asked: Asked) -> Kaart:
    return imagined(
        asked.kaart,
        without=asked.without,
        organizations=asked.organizations,
        services=asked.services,
        as_of=asked.as_of,
    )


def _grid(kaart: Kaart, *, languages: Iterable[Column], asked: Asked) -> Grid:
    codes = tuple(item.id for item in languages)
    return Grid(kaart=kaart, languages=codes, steps=tuple(asked.known.chain_steps), as_of=asked.as_of)


def _languages(*kaarten: Kaart, residents: Residents) -> tuple[Column, ...]:
    """Give the languages of before and after together, so that both have the same columns."""
    found = {item.id: item for kaart in kaarten for item in languages_of(kaart, residents=residents)}
    return tuple(found.values())


def _columns(asked: Asked, *, after: Kaart) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    for kaart in (asked.kaart, after):
        columns = columns_of(
            asked.per, kaart, residents=asked.residents, areas=asked.areas, layers=asked.known.layers
        )
        found |= {item.id: item for item in columns}
    return tuple(found.values())
