"""The coverage as a drawing that stands on its own: readable in grey, and said in words as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.dutch import FEWEST, date_in_words, number
from psoh_cli.kaart.coverage_columns import Column
from psoh_cli.kaart.coverage_matrix import Matrix, MatrixCell
from psoh_cli.kaart.coverage_view import CoverageView
from psoh_cli.kaart.coverage_words import people_line, summary, what_if_words
from psoh_cli.report import svg
from psoh_cli.report.figures_reach import Around, ColumnWeight, heat_map
from psoh_cli.small_numbers import SMALL

_LEFT, _USUAL, _NARROWEST = 200.0, 680.0, 34.0


@dataclass(frozen=True)
class _Drawn:
    steps: tuple[str, ...]
    cell: Mapping[tuple[str, str], MatrixCell]


def drawing_of(view: CoverageView) -> str:
    """Draw the matrix; after a change the cells that differ get a heavy frame."""
    matrix = view.matrix
    changes = view.what_if.changes if view.what_if else ()
    drawn = heat_map(
        _Drawn(tuple(row.id for row in matrix.rows), matrix.cell),
        steps=tuple(row.name for row in matrix.rows),
        columns=_columns(matrix),
        title=f"{view.asked.title}, {date_in_words(view.asked.as_of)}",
        description=_description(view),
        width=max(_USUAL, _LEFT + _NARROWEST * len(matrix.columns)),
        marked=frozenset((change.step, change.column) for change in changes),
        around=Around(paper=svg.PAPER, note=people_line(view)),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}'


def _description(view: CoverageView) -> str:
    """Say in words what the drawing shows, row by row."""
    matrix = view.matrix
    rows = (
        f"{row.name}: "
        + ", ".join(
            f"{column.name} {matrix.cell[row.id, column.id].reach.value}" for column in matrix.columns
        )
        for row in matrix.rows
    )
    marked = ("Een dikke rand staat om elk vak dat verandert.",) if view.what_if else ()
    return " ".join(
        (*what_if_words(view), *marked, summary(view), people_line(view), *(f"{row}." for row in rows))
    )


def _columns(matrix: Matrix) -> tuple[ColumnWeight, ...]:
    sizes = [column.people for column in matrix.columns if isinstance(column.people, int)]
    most = max(sizes, default=0)
    return tuple(
        ColumnWeight(
            language=column.id,
            name=column.name,
            weight=_weight(column) if matrix.is_weighed else "",
            share=column.people / most if isinstance(column.people, int) and most else 0.0,
        )
        for column in matrix.columns
    )


def _weight(column: Column) -> str:
    if column.people is None:
        return "?"
    if isinstance(column.people, int):
        return number(column.people)
    return f"< {FEWEST}" if column.people == SMALL else "n.g."
