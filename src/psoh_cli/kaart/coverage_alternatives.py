"""The nearest alternative for a cell where nobody is helped in the own language: what is there, and what it lacks.

Nearness is our own choice (afgeleid): first what may already be there in the same step, then what surely is in a
neighbouring step, then the same step for others. Only what stands on the kaart is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from psoh_cli.kaart import alternative_words as words
from psoh_cli.kaart.coverage_columns import Column, Per, fits_of
from psoh_cli.kaart.coverage_grid import NOBODY, Grid, Placed, runs
from psoh_cli.kaart.coverage_matrix import UNDERSTOOD, Matrix, MatrixCell
from psoh_cli.kaart.reach import ORDER, RANK, Reach
from psoh_cli.model import Frozen

MOST = 3
"""More alternatives than this help nobody to choose."""


class AlternativeKind(StrEnum):
    """In what way a service is near; the nearest first."""

    NOT_CONFIRMED = "niet meer bevestigd"
    NOT_FILLED_IN = "niet alles is ingevuld"
    NEIGHBOUR = "in een stap ernaast"
    DUTCH_ENGLISH = "alleen in het Nederlands of Engels"
    OTHERS = "voor anderen"
    NO_STEP = "zonder ketenstap"


_NEAREST = {kind: place for place, kind in enumerate(AlternativeKind)}


_BY_REACH = {
    Reach.NOT_CONFIRMED: AlternativeKind.NOT_CONFIRMED,
    Reach.DUTCH_ENGLISH: AlternativeKind.DUTCH_ENGLISH,
}


class Alternative(Frozen):
    """A service that comes near, and what would make it an answer."""

    service: str = Field(alias="dienst")
    kind: AlternativeKind = Field(alias="hoe")
    step: str | None = Field(default=None, alias="ketenstap")
    """The step in which it helps."""
    missing: str = Field(alias="ontbreekt")


Alternatives = Mapping[tuple[str, str], tuple[Alternative, ...]]
"""For each cell by step and column that calls for one: the nearest alternatives, the nearest first."""


def alternatives_of(matrix: Matrix, *, grid: Grid, layers: Mapping[str, str]) -> Alternatives:
    """Find the nearest alternatives for every cell that is not reached in the own language."""
    found = {}
    for column in matrix.columns:
        search = _Search(grid, matrix=matrix, column=column, layers=layers)
        for step in grid.steps:
            cell = matrix.cell[step, column.id]
            if _calls_for_one(cell, per=matrix.per):
                found[step, column.id] = search.nearest(cell)
    return found


def _calls_for_one(cell: MatrixCell, *, per: Per) -> bool:
    """Tell whether a cell can be better: a language by its own language, another column by being understood."""
    return cell.reach is not Reach.OWN_LANGUAGE if per is Per.LANGUAGE else cell.reach not in UNDERSTOOD


class _Near(NamedTuple):
    """A service that comes near: in what way, how near within that way (less is nearer), and in which step."""

    kind: AlternativeKind
    within: int
    placed: Placed
    step: str | None


class _Search:
    """Everything needed to look around the cells of one column."""

    def __init__(self, grid: Grid, *, matrix: Matrix, column: Column, layers: Mapping[str, str]) -> None:
        self._grid, self._matrix, self._column, self._layers = grid, matrix, column, layers
        self._per = matrix.per
        self._place = grid.place_of[column.id] if self._per is Per.LANGUAGE else None
        self._fits = fits_of(self._per, column.id, areas=tuple(item.id for item in matrix.columns))

    def nearest(self, cell: MatrixCell) -> tuple[Alternative, ...]:
        """Give the best of each kind, the nearest first; of services alike the first by name."""
        best: dict[AlternativeKind, _Near] = {}
        serving = frozenset(cell.services) if cell.is_understood else frozenset[str]()
        for near in self._around(cell):
            if near.placed.service.id in serving:  # it helps here already
                continue
            held = best.get(near.kind)
            if held is None or near.within < held.within:
                best[near.kind] = near
        chosen = sorted(best.values(), key=lambda near: _NEAREST[near.kind])
        return tuple(
            Alternative(
                service=near.placed.service.id, kind=near.kind, step=near.step, missing=self._missing(near)
            )
            for near in chosen[:MOST]
        )

    def _around(self, cell: MatrixCell) -> Iterator[_Near]:
        """Look around; where an interpreter helps already, only the own language is better."""
        interpreted = cell.reach is Reach.INTERPRETER
        best = RANK[Reach.OWN_LANGUAGE if interpreted else Reach.INTERPRETER]
        for placed in () if interpreted else self._services(cell.step):
            kind, within = self._in_step(placed)
            if kind is not None:
                yield _Near(kind, within, placed, cell.step)
        for distance, step in enumerate(self._neighbours(cell.step)):
            for placed in self._services(step):
                fit, rank = self._look(placed)
                if fit and rank <= best:
                    yield _Near(AlternativeKind.NEIGHBOUR, 2 * rank + distance, placed, step)
        for placed in () if interpreted else self._grid.without_step:
            fit, rank = self._look(placed)
            if fit is not False and rank < NOBODY:
                yield _Near(AlternativeKind.NO_STEP, 0, placed, None)

    def _services(self, step: str) -> tuple[Placed, ...]:
        """Give the services of a step; for a language one of those alike is enough."""
        return self._grid.by_step[step] if self._place is None else self._grid.alike[step]

    def _look(self, placed: Placed) -> tuple[bool | None, int]:
        if self._place is not None:
            return True, placed.ranks[self._place]
        return self._fits(placed.service), placed.best

    def _in_step(self, placed: Placed) -> tuple[AlternativeKind | None, int]:
        """Tell in what way a service in the same step comes near; None where it does not."""
        fit, rank = self._look(placed)
        if fit is False:
            return (AlternativeKind.OTHERS, rank) if rank <= RANK[Reach.DUTCH_ENGLISH] else (None, 0)
        if rank == NOBODY:
            helps = self._place is not None and runs(placed.service)
            return (AlternativeKind.OTHERS if helps else None, 0)
        if fit is None or rank == RANK[Reach.UNKNOWN]:
            return AlternativeKind.NOT_FILLED_IN, 0
        kind = _BY_REACH.get(ORDER[rank])
        return kind, self._once_confirmed(placed) if kind is AlternativeKind.NOT_CONFIRMED else 0

    def _once_confirmed(self, placed: Placed) -> int:
        """Give how well a service would reach the column once somebody confirmed it."""
        ranks = self._grid.when_confirmed(placed.service)
        return min(ranks) if self._place is None else ranks[self._place]

    def _missing(self, near: _Near) -> str:
        """Say what a service lacks."""
        service, per, column = near.placed.service, self._per, self._column
        fit, rank = self._look(near.placed)
        if near.kind is AlternativeKind.NEIGHBOUR and near.step is not None:
            return words.this_step(self._matrix.row[near.step].name, reach=ORDER[rank])
        if near.kind is AlternativeKind.NOT_CONFIRMED:
            return words.confirmation(service, then=ORDER[near.within])
        if near.kind is AlternativeKind.NOT_FILLED_IN:
            return words.answer(per, column, service, is_for_them=fit)
        if near.kind is AlternativeKind.DUTCH_ENGLISH:
            return words.interpreter(per, column)
        if near.kind is AlternativeKind.NO_STEP:
            return words.some_step()
        if per is Per.LANGUAGE:
            return words.speaker(column, service)
        return f"{words.place_for_them(per, column, service, layers=self._layers)} ({ORDER[rank].value})"

    def _neighbours(self, step: str) -> tuple[str, ...]:
        """Give the step before, where somebody comes from, and the step after."""
        steps, place = self._grid.steps, self._grid.steps.index(step)
        return (*steps[max(0, place - 1) : place], *steps[place + 1 : place + 2])
