"""The priority matrix of the gaps, with the table that says the same."""

from __future__ import annotations

from collections import Counter

from psoh_cli.analysis.finding import Finding
from psoh_cli.analysis.priority import EFFORT, IMPACT, REACH
from psoh_cli.report.document import Block, Column, Figure, Table
from psoh_cli.report.figures_priority import Dot, Matrix, priority_matrix
from psoh_cli.report.spans import line, lines
from psoh_cli.vocabulary import Verdict

LARGE, SMALL = 3.0, 1.5
"""Impact from which it is called large, and below which it is called small (our own choice: afgeleid)."""

_UNKNOWN = "onbekend"
_IMPACTS = ("groot", "middel", "klein", _UNKNOWN)
_EFFORTS = ("weinig", "middel", "veel", _UNKNOWN)


def priority_blocks(gaps: tuple[Finding, ...], *, most: int) -> tuple[Block, ...]:
    """Draw the gaps that have a priority; the first `most` by number, the others counted."""
    ranked = tuple(gap for gap in gaps if gap.priority)
    if not ranked:
        return ()
    matrix = matrix_of(ranked, most=most)
    title = "Gevolg en inspanning"
    drawing = priority_matrix(
        matrix, title=title, description="De tabel ‘Gevolg en inspanning’ zegt hetzelfde in woorden."
    )
    caption = (
        "Het nummer is de plaats in de tabel met de volgorde. Links boven staat wat veel oplevert voor weinig werk. "
        "Waar een stip binnen een vak staat, zegt niets. Gevolg is groot vanaf 3 en klein "
        "onder 1,5: die grenzen zijn afgeleid."
    )
    return (Figure(svg=drawing, title=title, caption=caption, width=640), _table(matrix, caption=title))


def matrix_of(gaps: tuple[Finding, ...], *, most: int) -> Matrix:
    """Give each gap its row and column; a row or column of unknowns is there only when something stands in it."""
    places = [(_impact(gap), _effort(gap)) for gap in gaps]
    rows = [name for name in _IMPACTS if name != _UNKNOWN or any(row == _UNKNOWN for row, _ in places)]
    columns = [name for name in _EFFORTS if name != _UNKNOWN or any(place == _UNKNOWN for _, place in places)]
    at = [(rows.index(row), columns.index(column)) for row, column in places]
    dots = tuple(
        Dot(
            number=gap.priority.rank if gap.priority else 0,
            row=row,
            column=column,
            missing=gap.verdict is Verdict.MISSING,
            reach_known=_factor(gap, REACH) is not None,
        )
        for gap, (row, column) in zip(gaps[:most], at, strict=False)
    )
    return Matrix(rows=tuple(rows), columns=tuple(columns), dots=dots, more=dict(Counter(at[most:])))


def _table(matrix: Matrix, *, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Gevolg", width=2),
            *(Column(title=f"Inspanning {name}", width=3) for name in matrix.columns),
        ),
        rows=tuple(
            (
                line(name),
                *lines(*(_numbers(matrix, row=row, column=place) for place in range(len(matrix.columns)))),
            )
            for row, name in enumerate(matrix.rows)
        ),
        note="Een nummer met * heeft een onbekend bereik; dat telt dan niet mee in de volgorde."
        if any(not dot.reach_known for dot in matrix.dots)
        else "",
    )


def _numbers(matrix: Matrix, *, row: int, column: int) -> str:
    named = ", ".join(
        f"{dot.number}{'' if dot.reach_known else '*'}"
        for dot in sorted(matrix.dots)
        if (dot.row, dot.column) == (row, column)
    )
    more = matrix.more.get((row, column), 0)
    return (
        f"{named} en nog {more}" if named and more else named or (f"{more} zonder nummer" if more else "geen")
    )


def _impact(gap: Finding) -> str:
    value = _factor(gap, IMPACT)
    if value is None:
        return _UNKNOWN
    return "groot" if value >= LARGE else "klein" if value < SMALL else "middel"


def _effort(gap: Finding) -> str:
    value = _factor(gap, EFFORT)
    return _UNKNOWN if value is None else _EFFORTS[min(3, max(1, round(value))) - 1]


def _factor(gap: Finding, name: str) -> float | None:
    factors = gap.priority.factors if gap.priority else ()
    return next((factor.value for factor in factors if factor.name == name), None)
