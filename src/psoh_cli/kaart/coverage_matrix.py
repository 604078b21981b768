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


STAR = "*"
"""Behind a share of the groups whose number is shown, where the others could make it another."""

_OPEN = frozenset({Reach.UNKNOWN, Reach.NOT_CONFIRMED})
_ALL = 100


class Row(Frozen):
    """One step of the chain, and which share of the statushouders is understood there (in percents)."""

    id: str
    name: str = Field(alias="naam")
    share: int | None = Field(default=None, alias="deel_bereikt")
    """Of the groups whose number is shown, rounded down where part of it is open; None where no number is shown."""
    open_share: int | None = Field(default=None, alias="deel_onbekend")
    """The share of whom it is unknown, or no longer confirmed, whether they are reached at all."""
    is_of_shown: bool = Field(default=False, alias="alleen_getoonde_groepen")
    """Whether the shares could be others with the groups whose number is not shown: how large those are stays out."""

    @property
    def share_in_words(self) -> str:
        """Write the share: a question mark where nothing is known, and at least so much where part of it is not.

        A star stands behind one that holds for the shown groups only.
        """
        if self.share is None:
            return ""
        least = "≥" if self.open_share else ""
        said = "?" if self.open_share == _ALL else f"{least}{self.share}%"
        return f"{said}{STAR if self.is_of_shown else ''}"


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

    @property
    def not_in_share(self) -> tuple[str, ...]:
        """The columns that no share counts: their number is not shown, or nobody counted them."""
        return tuple(column.id for column in self.columns if not isinstance(column.people, int))


def fill(grid: Grid, *, per: Per, columns: tuple[Column, ...], step_names: Mapping[str, str]) -> Matrix:
    """Judge every cell. Any column but a language shows the best reach over all languages together."""
    cells = tuple(_cells(grid, per=per, columns=columns))
    by_step: dict[str, list[MatrixCell]] = {step: [] for step in grid.steps}
    for cell in cells:
        by_step[cell.step].append(cell)
    return Matrix(
        per=per,
        columns=columns,
        rows=tuple(_row(step, found, name=step_names.get(step, step)) for step, found in by_step.items()),
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


def _row(step: str, cells: list[MatrixCell], *, name: str) -> Row:
    """Reckon the shares from what is shown alone, so that they are exact and tell no number that is not."""
    counted = [(cell.people, cell.reach) for cell in cells if isinstance(cell.people, int)]
    whole = sum(people for people, _ in counted)
    if not whole:
        return Row(id=step, name=name)
    understood = sum(people for people, reach in counted if reach in UNDERSTOOD)
    open_ended = sum(people for people, reach in counted if reach in _OPEN)
    return Row(
        id=step,
        name=name,
        share=_ALL * understood // whole if open_ended else percent(understood, whole=whole),
        open_share=percent(open_ended, whole=whole),
        is_of_shown=_hangs_on_hidden(cells),
    )


def _hangs_on_hidden(cells: list[MatrixCell]) -> bool:
    """Tell whether a group whose number is not shown is reached otherwise than another that was counted."""
    counted = [cell for cell in cells if cell.people is not None]
    ways = {(cell.is_understood, cell.reach in _OPEN) for cell in counted}
    return len(ways) > 1 and any(isinstance(cell.people, str) for cell in counted)


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
