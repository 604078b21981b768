"""The coverage as a matrix with one kind of column: chain steps down, and what was asked for across."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from pydantic import Field

from psoh_cli.dutch import percent
from psoh_cli.kaart.coverage import Cell
from psoh_cli.kaart.coverage_columns import Column, Per, fits_of
from psoh_cli.kaart.coverage_grid import Grid, Judged
from psoh_cli.kaart.reach import Reach
from psoh_cli.kaart.takeaways import conclude
from psoh_cli.model import Frozen

UNDERSTOOD = frozenset({Reach.OWN_LANGUAGE, Reach.INTERPRETER})
"""The ways of being reached in which somebody is understood: that is what we call covered."""


_OPEN = frozenset({Reach.UNKNOWN, Reach.NOT_CONFIRMED})


class Row(Frozen):
    """One step of the chain, and which share of the statushouders is understood there (in percents)."""

    id: str
    name: str = Field(alias="naam")
    share: int | None = Field(default=None, alias="deel_bereikt")
    """None where the groups are not counted. Groups that are not shown weigh as small ones."""
    open_share: int | None = Field(default=None, alias="deel_onbekend")
    """The share of whom it is unknown, or no longer confirmed, whether they are reached at all."""

    @property
    def share_in_words(self) -> str:
        """Write the share: a question mark where nothing is known, and at least so much where part of it is not."""
        if self.share is None:
            return ""
        if self.open_share:
            return f"≥{self.share}%" if self.share else "?"
        return f"{self.share}%"


class MatrixCell(Frozen):
    """How those in a column are reached in a step, by what and why."""

    step: str = Field(alias="ketenstap")
    column: str = Field(alias="kolom")
    reach: Reach = Field(alias="bereik")
    services: tuple[str, ...] = Field(default=(), alias="diensten")
    """Ids of the services behind the cell, best first; those no longer confirmed included."""
    people: int | str | None = Field(default=None, alias="aantal")
    reason: str = Field(alias="reden")

    @property
    def is_understood(self) -> bool:
        """Tell whether they are helped in their own language or through an interpreter."""
        return self.reach in UNDERSTOOD


class Matrix(Frozen):
    """Every cell of one kind of column, by step."""

    per: Per
    columns: tuple[Column, ...] = Field(alias="kolommen")
    rows: tuple[Row, ...] = Field(alias="ketenstappen")
    cells: tuple[MatrixCell, ...] = Field(alias="cellen")
    takeaways: tuple[str, ...] = Field(default=(), alias="conclusies")

    @cached_property
    def cell(self) -> dict[tuple[str, str], MatrixCell]:
        """Cells by chain step and column."""
        return {(cell.step, cell.column): cell for cell in self.cells}

    @cached_property
    def column(self) -> dict[str, Column]:
        """Columns by id."""
        return {column.id: column for column in self.columns}

    @cached_property
    def row(self) -> dict[str, Row]:
        """Rows by the id of their step."""
        return {row.id: row for row in self.rows}

    @property
    def is_weighed(self) -> bool:
        """Tell whether anybody counted a column."""
        return any(column.people is not None for column in self.columns)


def fill(grid: Grid, *, per: Per, columns: tuple[Column, ...], step_names: Mapping[str, str]) -> Matrix:
    """Judge every cell. Any column but a language shows the best reach over all languages together."""
    cells = tuple(_cells(grid, per=per, columns=columns))
    by_step: dict[str, list[MatrixCell]] = {step: [] for step in grid.steps}
    for cell in cells:
        by_step[cell.step].append(cell)
    weights = {column.id: column.weight for column in columns}
    return Matrix(
        per=per,
        columns=columns,
        rows=tuple(
            Row(
                id=step,
                name=step_names.get(step, step),
                share=_share(found, weights=weights, reaches=UNDERSTOOD),
                open_share=_share(found, weights=weights, reaches=_OPEN),
            )
            for step, found in by_step.items()
        ),
        cells=tuple(cell for found in by_step.values() for cell in found),
        takeaways=_takeaways(by_step, step_names=step_names) if per is Per.LANGUAGE else (),
    )


def _cells(grid: Grid, *, per: Per, columns: tuple[Column, ...]) -> Iterable[MatrixCell]:
    areas = tuple(column.id for column in columns)
    for column in columns:
        if per is Per.LANGUAGE:
            judged = {step: grid.judge(step, language=column.id) for step in grid.steps}
        else:
            judged = grid.judge_all(fits_of(per, column.id, areas=areas))
        for step in grid.steps:
            yield _cell(step, judged[step], column=column)


def _cell(step: str, judged: Judged, *, column: Column) -> MatrixCell:
    return MatrixCell(
        step=step, column=column.id, reach=judged.reach, services=judged.services, people=column.people,
        reason=judged.reason,
    )  # fmt: skip


def _share(
    cells: list[MatrixCell], *, weights: Mapping[str, int | None], reaches: frozenset[Reach]
) -> int | None:
    """Give the share of the statushouders, of groups that somebody counted, who are reached in one of these ways."""
    weighed = [(weights[cell.column] or 0, cell.reach) for cell in cells]
    whole = sum(weight for weight, _ in weighed)
    part = sum(weight for weight, reach in weighed if reach in reaches)
    return percent(part, whole=whole) if whole else None


def _takeaways(by_step: Mapping[str, list[MatrixCell]], *, step_names: Mapping[str, str]) -> tuple[str, ...]:
    cells = tuple(
        Cell(
            step=step, language=cell.column, reach=cell.reach, services=cell.services[:1], people=cell.people,
            reason=cell.reason,
        )
        for step, found in by_step.items()
        for cell in found
    )  # fmt: skip
    return conclude(cells, step_names={step: f"‘{name}’" for step, name in step_names.items()})
