"""The coverage as data, under Dutch keys and in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from psoh_cli.kaart.coverage_matrix import MatrixCell
from psoh_cli.kaart.coverage_view import CoverageView
from psoh_cli.kaart.coverage_words import summary
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.kaart.people import ORDER_ONLY


def as_data(view: CoverageView, *, only: tuple[str, str] | None = None) -> dict[str, Any]:
    """Give everything; with `only`, by step and column, that one cell."""
    matrix, asked = view.matrix, view.asked
    cells = [cell for cell in matrix.cells if only in {None, (cell.step, cell.column)}]
    return {
        "samenvatting": summary(view),
        "kaart": asked.name,
        "peildatum": asked.as_of.isoformat(),
        "per": matrix.per.value,
        "gewogen": matrix.is_weighed,
        "delen": {"van": "de getoonde groepen", "niet_meegeteld": list(matrix.not_in_share)},
        "kolommen": [column.model_dump(mode="json") for column in matrix.columns],
        "ketenstappen": [row.model_dump(mode="json") for row in matrix.rows],
        "cellen": [_cell(cell, view=view) for cell in cells],
        "diensten": {name: _service(name, view=view) for name in sorted(_named(cells, view=view))},
        "conclusies": list(matrix.takeaways),
        "volgordegewicht": ORDER_ONLY,
        "kwetsbaar": [
            {"organisatie_naam": view.organization(point.organization)}
            | point.model_dump(mode="json")
            | {"zeker": point.is_sure}
            for point in view.points
        ],
        "wat_als": _what_if(view),
    }


def _cell(cell: MatrixCell, *, view: CoverageView) -> dict[str, Any]:
    near = [item.model_dump(mode="json") for item in view.near(cell.step, cell.column)]
    was = view.before.cell[cell.step, cell.column].reach.value if view.before else None
    return cell.model_dump(mode="json") | ({"was": was} if view.before else {}) | {"alternatieven": near}


def _service(name: str, *, view: CoverageView) -> dict[str, Any]:
    service = view.service(name)
    day = service.assured_date
    return {
        "naam": service.name,
        "organisatie": service.organization,
        "organisatie_naam": view.organization(service.organization),
        "gecontroleerd_op": str(day) if day else "onbekend",
        "bevestigd": is_fresh(service, as_of=view.asked.as_of),
        "zichtbaar": service.visibility.value,
    }


def _named(cells: Iterable[MatrixCell], *, view: CoverageView) -> frozenset[str]:
    """Gather every service that is named anywhere."""
    return frozenset(_names(cells, view=view))


def _names(cells: Iterable[MatrixCell], *, view: CoverageView) -> Iterator[str]:
    for cell in cells:
        yield from cell.services
        yield from (item.service for item in view.near(cell.step, cell.column))
    for point in view.points:
        yield from (item.service for item in point.carried)
    if view.what_if:
        yield from (*view.what_if.without, *view.what_if.proposed)
        for change in view.what_if.changes:
            yield from (*change.gone, *change.added)


def _what_if(view: CoverageView) -> dict[str, Any] | None:
    if view.what_if is None:
        return None
    found = view.what_if.model_dump(mode="json")
    found["wordt_kwetsbaar"] = [
        {"ketenstap": step, "kolom": column} for step, column in view.what_if.newly_single
    ]
    return found | {"opent": len(view.what_if.opens), "sluit": len(view.what_if.closes)}
