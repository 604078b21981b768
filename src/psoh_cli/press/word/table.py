"""A table in a Word document: widths, rows that stay whole, heads that come back, and the rules between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph

from psoh_cli.press.office.items import Grid, Para
from psoh_cli.press.word.letters import hexadecimal
from psoh_cli.press.word.raw import element_of, made, put
from psoh_cli.press.word.styles import RULED, SIDE_BY_SIDE, Styles
from psoh_cli.report.svg import PETROL

Fill = Callable[[Paragraph, Para], None]
"""Writes what a paragraph says into an empty one."""


def write(word: Word, grid: Grid, *, styles: Styles, fill: Fill) -> None:
    """Add a table at the end of a file."""
    table = word.add_table(rows=len(grid.rows) + 1, cols=len(grid.shares))
    table.style = styles.tables[SIDE_BY_SIDE if grid.edges else RULED]
    table.autofit = False
    _describe(table, grid)
    widths = _widths(grid)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for place, row in enumerate(table.rows):
        properties = element_of(row).get_or_add_trPr()
        properties.append(made("w:cantSplit"))
        if not place:
            properties.append(made("w:tblHeader"))
        kept = grid.noted if place == len(grid.rows) else grid.kept
        told = grid.rows[place - 1] if place else grid.heads
        for column, (cell, content) in enumerate(zip(row.cells, told, strict=True)):
            cell.width = widths[column]
            _draw_edge(element_of(cell).get_or_add_tcPr(), grid, place, column, styles=styles)
            for number, para in enumerate(content.paragraphs):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                fill(paragraph, replace(para, kept=kept))


def _widths(grid: Grid) -> list[Mm]:
    """Divide the width so that the columns fill it to the last unit the format knows."""
    total, whole = Mm(grid.width).twips, sum(grid.shares)
    ends = [round(total * sum(grid.shares[: place + 1]) / whole) for place in range(len(grid.shares))]
    return [Mm((end - start) * 25.4 / 1440) for start, end in zip([0, *ends], ends, strict=False)]


def _describe(table: Table, grid: Grid) -> None:
    """Say what the table is called, and which of its rows and columns are heads."""
    properties: Any = element_of(table).tblPr
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(Mm(grid.width).twips))
    put(properties, made("w:tblInd", w=0, type="dxa"), before=("w:tblLayout", "w:tblLook"))
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    heads = {
        "firstRow": 1,
        "lastRow": int(grid.footer),
        "firstColumn": int(grid.row_headers),
        "lastColumn": 0,
    }
    properties.append(made("w:tblLook", val="0000", **heads, noHBand=1, noVBand=1))
    properties.append(made("w:tblCaption", val=grid.title))


def _draw_edge(cell: Any, grid: Grid, place: int, column: int, *, styles: Styles) -> None:
    """Draw the rule under the heads and above the total: not every program takes it from the table style."""
    side, colour, width = "", PETROL, 8
    if grid.edges:
        side, colour, width = ("" if place else "top"), grid.edges[column], 12
    elif not place:
        side = "bottom"
    elif grid.footer and place == len(grid.rows):
        side = "top"
    if side:
        edges = made("w:tcBorders")
        drawn = hexadecimal(styles.dress.worn(colour))
        edges.append(made(f"w:{side}", val="single", sz=width, space=0, color=drawn))
        cell.append(edges)
