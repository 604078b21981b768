"""Columns beside each other in an office document: short lists, and key figures."""

from __future__ import annotations

from psoh_cli.press.office.items import Cell, Grid, Para, text_cell
from psoh_cli.press.office.roles import Role
from psoh_cli.press.office.styles import MET, MISSING, UNKNOWN
from psoh_cli.press.office.text import VERDICTS, Look, runs, said, said_plain
from psoh_cli.report import svg
from psoh_cli.report.document import Columns, KeyFigures
from psoh_cli.vocabulary import Verdict

_EDGES = {Verdict.MET: MET, Verdict.MISSING: MISSING, Verdict.UNKNOWN: UNKNOWN}


def columns(block: Columns, *, width: float) -> Grid:
    """Give short lists beside each other, each under its head."""
    bodies = []
    for column in block.columns:
        lines = [Para(role=Role.COLUMN_ITEM, runs=runs(item)) for item in column.items]
        if column.note:
            lines.append(Para(role=Role.COLUMN_NOTE, runs=said(column.note)))
        bodies.append(Cell(paragraphs=tuple(lines) or (Para(role=Role.COLUMN_ITEM),)))
    return Grid(
        title=said_plain(", ".join(column.title for column in block.columns)),
        shares=(1.0,) * len(block.columns),
        heads=tuple(
            text_cell(
                Role.COLUMN_HEAD,
                said(column.title, VERDICTS[column.verdict] if column.verdict else Look.STRONG),
            )
            for column in block.columns
        ),
        rows=(tuple(bodies),),
        edges=tuple(
            _EDGES.get(column.verdict, svg.PETROL) if column.verdict else svg.PETROL
            for column in block.columns
        ),
        width=width,
    )


def key_figures(block: KeyFigures, *, width: float) -> Grid:
    """Give key figures beside each other, each under what it counts."""
    return Grid(
        title=said_plain(", ".join(item.label for item in block.items)),
        shares=(1.0,) * len(block.items),
        heads=tuple(text_cell(Role.KEY_LABEL, said(item.label)) for item in block.items),
        rows=(
            tuple(
                Cell(
                    paragraphs=(
                        Para(role=Role.KEY_VALUE, runs=said(item.value)),
                        *((Para(role=Role.KEY_NOTE, runs=said(item.note)),) if item.note else ()),
                    )
                )
                for item in block.items
            ),
        ),
        edges=(svg.PETROL,) * len(block.items),
        width=width,
    )
