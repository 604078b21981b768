"""A table in an OpenDocument text: widths, rows that stay whole, heads that come back, and the rules between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from odfdo import Cell as OdfCell
from odfdo import Column, Element, Row, Table

from psoh_cli.press.office.dress import Dress
from psoh_cli.press.office.items import Cell, Grid, Para
from psoh_cli.press.opendocument.automatic import Automatic
from psoh_cli.press.opendocument.names import millimetres
from psoh_cli.report.svg import HAIRLINE, PETROL

Written = Callable[[Para], Element]
"""Gives a paragraph as an element."""


def element(grid: Grid, *, number: int, automatic: Automatic, dress: Dress, paragraph: Written) -> Element:
    """Give a table; `number` is its place among the tables of the document."""
    whole = sum(grid.shares)
    named = f"T{round(grid.width)}{'k' if grid.kept else ''}{'n' if grid.noted else ''}"
    look = {
        "style:width": millimetres(grid.width),
        "table:align": "left",
        "table:border-model": "collapsing",
        "fo:keep-with-next": "always" if grid.noted else "auto",
        "style:may-break-between-rows": "false" if grid.kept else "true",
    }
    table = Table(f"Tabel{number}", style=automatic.named(named, "table", look))
    title = Element.from_tag("table:title")
    title.text = grid.title
    # as an element, because a table of odfdo puts columns and rows that come by themselves before those in a group
    add = partial(Element.append, table)
    add(title)
    for place, share in enumerate(grid.shares):
        width = grid.width * share / whole
        size = {"style:column-width": millimetres(width)}
        column = Column(style=automatic.named(f"C{round(width * 100)}", "table-column", size))
        add(_within("header-columns", column) if grid.row_headers and not place else column)
    for place, cells in enumerate((grid.heads, *grid.rows)):
        row: Any = Row(style="row")
        for column_place, cell in enumerate(cells):
            style = automatic.like("E", "table-cell", _edges(grid, place, column_place, dress=dress))
            row.append_cell(_cell(cell, style=style, paragraph=paragraph), clone=False)
        add(row if place else _within("header-rows", row))
    return table


def _within(kind: str, inner: Element) -> Element:
    """Put the first column or row among the heads."""
    around = Element.from_tag(f"table:table-{kind}")
    around.append(inner)
    return around


def _cell(cell: Cell, *, style: str, paragraph: Written) -> OdfCell:
    made: Any = OdfCell(style=style)
    made.type = "string"
    for para in cell.paragraphs:
        made.append(paragraph(para))
    return made  # type: ignore[no-any-return]


def _edges(grid: Grid, place: int, column: int, *, dress: Dress) -> dict[str, str]:
    """Give the white in a cell and the rule along it: under the heads, between the rows, above the total."""
    told = dict.fromkeys(("fo:padding-left", "fo:padding-top", "fo:padding-bottom"), "0mm")
    told["fo:padding-right"] = "5mm" if grid.edges else "2.5mm"
    if grid.edges:
        return told if place else {**told, "fo:border-top": f"1.5pt solid {dress.worn(grid.edges[column])}"}
    rule = f"1pt solid {dress.worn(PETROL)}"
    if not place:
        return {**told, "fo:border-bottom": rule, "style:vertical-align": "bottom"}
    if grid.footer and place == len(grid.rows):
        return {**told, "fo:border-top": rule}
    return {**told, "fo:border-bottom": f"0.5pt solid {HAIRLINE}"}
