"""Every kind of block as paragraphs, tables and pictures of an office document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from psoh_cli.press.office import columns as office_columns
from psoh_cli.press.office import discussion as office_discussion
from psoh_cli.press.office import panels as office_panels
from psoh_cli.press.office.items import Grid, Item, Opening, Para, Picture, text_cell
from psoh_cli.press.office.roles import A4, Role, Sheet
from psoh_cli.press.office.text import Look, Run, runs, said, said_plain
from psoh_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Columns,
    Definitions,
    Discussion,
    Figure,
    FindingBlock,
    Heading,
    KeyFigures,
    Labelled,
    Legend,
    Panel,
    Paragraph,
    Table,
)  # fmt: skip
from psoh_cli.report.spans import plain

WIDEST_UPRIGHT = 8
"""A table with more columns than this stands on a landscape page, whatever its section says."""

_AROUND_PICTURE = 36.0
"""What a picture leaves free on its page for the heading above it and the caption below, in millimetres."""

_CELLS = {
    (False, False): Role.TABLE_TEXT,
    (True, False): Role.TABLE_NUMBER,
    (False, True): Role.TABLE_TOTAL,
    (True, True): Role.TABLE_TOTAL_NUMBER,
}
"""The style of a cell: whether it is a number, and whether it stands in the total."""
_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')
_SAID = re.compile("<(title|desc)>(.*?)</(?:title|desc)>", re.DOTALL)


class Blocks:
    """Turns blocks into items, and counts the tables, figures and ordered lists of one document."""

    def __init__(self, sheet: Sheet = A4) -> None:
        self.sheet = sheet
        self.tables = 0
        self.figures = 0
        self.lists = 0

    def items(self, block: Block, *, level: int, wide: bool, landscape: bool) -> Iterator[Item]:
        """Give the items of a block; `level` is that of a heading inside it, `wide` leaves no column for labels."""
        width = self.sheet.text_width(landscape=landscape)
        match block:
            case Bullets():
                return self._bullets(block, wide=wide and not landscape)
            case Table():
                return self._table(block, width=width)
            case Figure():
                return self._figure(block, landscape=landscape)
            case Paragraph():
                return iter(
                    (Para(role=_paragraph(block, wide=wide, landscape=landscape), runs=runs(block.content)),)
                )
            case KeyFigures():
                return iter((office_columns.key_figures(block, width=width),))
            case Columns():
                return iter((office_columns.columns(block, width=width),))
            case Discussion():
                return iter((office_discussion.discussion(block, width=width),))
            case Callout():
                return office_panels.callout(block, wide=wide)
            case Heading() | Panel() | FindingBlock():
                return _headed(block, level=level)
            case _:
                return _labelled(block)

    def _bullets(self, block: Bullets, *, wide: bool) -> Iterator[Item]:
        if block.ordered:
            self.lists += 1
        role = Role.NUMBERED if block.ordered else Role.BULLET
        for item in block.items:
            indent = (4.5, 4.5) if wide and not block.ordered else None
            yield Para(role=role, runs=runs(item), ordinal=self.lists if block.ordered else 0, indent=indent)

    def _table(self, block: Table, *, width: float) -> Iterator[Item]:
        self.tables += 1
        yield Para(role=Role.CAPTION, runs=said(block.caption), sequence="Tabel", ordinal=self.tables)
        numeric = [column.kind in {"getal", "geld"} for column in block.columns]
        heads = tuple(
            text_cell(Role.TABLE_HEAD_NUMBER if number else Role.TABLE_HEAD, said(column.title))
            for column, number in zip(block.columns, numeric, strict=True)
        )
        last = len(block.rows) - 1 if block.footer else -1
        rows = tuple(
            tuple(
                text_cell(_CELLS[number, index == last], runs(cell))
                for cell, number in zip(row, numeric, strict=True)
            )
            for index, row in enumerate(block.rows)
        )
        yield Grid(
            title=said_plain(block.caption),
            shares=tuple(float(max(1, column.width)) for column in block.columns),
            heads=heads,
            rows=rows,
            row_headers=block.row_headers,
            footer=block.footer and bool(rows),
            width=width,
            noted=bool(block.note),
        )
        yield Para(role=Role.SMALL_WIDE, runs=runs(block.note))

    def _figure(self, block: Figure, *, landscape: bool) -> Iterator[Item]:
        drawn = _SAID.findall(block.svg)
        told = {name: _unescaped(text) for name, text in reversed(drawn)}
        width, height = _size(block.svg, sheet=self.sheet, landscape=landscape)
        title = block.title or told.get("title", "")
        sentences = dict.fromkeys(text for text in (told.get("desc", ""), plain(block.caption)) if text)
        described = [f"{title}."] if title else []
        yield Picture(
            svg=block.svg,
            title="".join(run.text for run in said(title)),
            description="".join(run.text for run in said(" ".join([*described, *sentences]))),
            width=width,
            height=height,
            captioned=bool(block.title),
        )
        if block.title:
            self.figures += 1
            yield Para(
                role=Role.FIGURE_CAPTION,
                runs=(*said(f"{block.title}.", Look.STRONG), Run(" "), *runs(block.caption)),
                sequence="Figuur",
                ordinal=self.figures,
            )


def _paragraph(block: Paragraph, *, wide: bool, landscape: bool) -> Role:
    roles = {
        "gewoon": (Role.BODY, Role.BODY_WIDE, Role.BODY_LANDSCAPE),
        "lead": (Role.LEAD, Role.LEAD_WIDE, Role.LEAD_LANDSCAPE),
        "klein": (Role.SMALL, Role.SMALL_WIDE, Role.SMALL_WIDE),
    }[block.style]
    return roles[2 if landscape else 1 if wide else 0]


def _headed(block: Heading | Panel | FindingBlock, *, level: int) -> Iterator[Para]:
    match block:
        case Heading():
            yield Para(role=Role(f"heading {level}"), runs=said(block.text))
            if block.note:
                yield Para(role=Role.SMALL, runs=said(block.note))
        case Panel():
            yield from office_panels.panel(block, level=level)
        case _:
            yield from office_panels.finding(block, level=level)


def _labelled(block: Definitions | Legend | Labelled) -> Iterator[Para]:
    match block:
        case Definitions():
            return office_panels.terms(block.items)
        case Legend():
            return office_panels.legend(block)
        case _:
            return office_panels.parts(block.parts)


def _size(drawing: str, *, sheet: Sheet, landscape: bool) -> tuple[float, float]:
    """Give width and height in millimetres: as wide as the text, but never taller than the page allows."""
    found = _VIEW_BOX.search(drawing)
    across, down = (float(found[1]), float(found[2])) if found else (2.0, 1.0)
    tallest = max(40.0, sheet.text_height(landscape=landscape) - _AROUND_PICTURE)
    width = min(sheet.text_width(landscape=landscape), tallest * across / max(down, 1.0))
    return width, width * down / max(across, 1.0)


def _unescaped(text: str) -> str:
    from xml.sax.saxutils import unescape

    return unescape(text)


def opened(item: Item, *, opens: Opening) -> Item:
    """Give an item that begins on a new page of some kind; where it cannot say so, an empty line before it does."""
    return replace(item, opens=opens) if isinstance(item, Para | Picture | Grid) else item
