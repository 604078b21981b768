"""Every kind of block as paragraphs, tables and pictures of an office document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from psoh_cli.press.office_items import Cell, Grid, Item, Opening, Para, Picture, beside
from psoh_cli.press.office_roles import A4, LABELS, Role, Sheet
from psoh_cli.press.office_styles import MET, MISSING, UNKNOWN
from psoh_cli.press.office_text import VERDICTS, Look, Run, badge, runs, said, verdict
from psoh_cli.report import svg
from psoh_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Columns,
    Definitions,
    Figure,
    FindingBlock,
    Heading,
    KeyFigures,
    Labelled,
    Legend,
    Panel,
    Paragraph,
    Part,
    Table,
    Term,
)  # fmt: skip
from psoh_cli.report.spans import plain
from psoh_cli.vocabulary import Provenance, Verdict

WIDEST_UPRIGHT = 8
"""A table with more columns than this stands on a landscape page, whatever its section says."""

_AROUND_PICTURE = 36.0
"""What a picture leaves free on its page for the heading above it and the caption below, in millimetres."""

_CALLOUTS = {
    "let-op": (Role.NOTICE_TITLE, Role.NOTICE, Role.NOTICE_ITEM),
    "besluit": (Role.DECISION_TITLE, Role.DECISION, Role.DECISION_ITEM),
    "uitleg": (Role.EXPLANATION_TITLE, Role.EXPLANATION, Role.EXPLANATION_ITEM),
}
_CELLS = {
    (False, False): Role.TABLE_TEXT,
    (True, False): Role.TABLE_NUMBER,
    (False, True): Role.TABLE_TOTAL,
    (True, True): Role.TABLE_TOTAL_NUMBER,
}
"""The style of a cell: whether it is a number, and whether it stands in the total."""
_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')
_SAID = re.compile("<(title|desc)>(.*?)</(?:title|desc)>", re.DOTALL)
_EDGES = {Verdict.MET: MET, Verdict.MISSING: MISSING, Verdict.UNKNOWN: UNKNOWN}


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
                return self._bullets(block)
            case Table():
                return self._table(block, width=width)
            case Figure():
                return self._figure(block, landscape=landscape)
            case Paragraph():
                return iter(
                    (Para(role=_paragraph(block, wide=wide, landscape=landscape), runs=runs(block.content)),)
                )
            case KeyFigures():
                return iter((_key_figures(block, width=width),))
            case Columns():
                return iter((_columns(block, width=width),))
            case Callout():
                return _callout(block, wide=wide)
            case Heading() | Panel() | FindingBlock():
                return _headed(block, level=level)
            case _:
                return _labelled(block)

    def _bullets(self, block: Bullets) -> Iterator[Item]:
        if block.ordered:
            self.lists += 1
        role = Role.NUMBERED if block.ordered else Role.BULLET
        for item in block.items:
            yield Para(role=role, runs=runs(item), ordinal=self.lists if block.ordered else 0)

    def _table(self, block: Table, *, width: float) -> Iterator[Item]:
        self.tables += 1
        yield Para(role=Role.CAPTION, runs=said(block.caption), sequence="Tabel", ordinal=self.tables)
        numeric = [column.kind in {"getal", "geld"} for column in block.columns]
        heads = tuple(
            _cell(Role.TABLE_HEAD_NUMBER if number else Role.TABLE_HEAD, said(column.title))
            for column, number in zip(block.columns, numeric, strict=True)
        )
        last = len(block.rows) - 1 if block.footer else -1
        rows = tuple(
            tuple(
                _cell(_CELLS[number, index == last], runs(cell))
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


def said_plain(text: str) -> str:
    """Give a text as an office program can hold it in an attribute."""
    return "".join(run.text for run in said(text))


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
            yield from _panel(block, level=level)
        case _:
            yield from _finding(block, level=level)


def _labelled(block: Definitions | Legend | Labelled) -> Iterator[Para]:
    match block:
        case Definitions():
            return _terms(block.items)
        case Legend():
            return _legend(block)
        case _:
            return _parts(block.parts)


def _cell(role: Role, content: tuple[Run, ...]) -> Cell:
    return Cell(paragraphs=(Para(role=role, runs=content),))


def _terms(terms: tuple[Term, ...]) -> Iterator[Para]:
    for term in terms:
        yield Para(
            role=Role.PART,
            runs=beside(said(term.term, Look.LABEL), runs(term.content), room=LABELS, size=8.5),
        )


def _legend(block: Legend) -> Iterator[Para]:
    known = {provenance.value: provenance for provenance in Provenance}
    for item in block.items:
        sign = (badge(known[item.term]),) if item.term in known else said(item.term, Look.LABEL)
        yield Para(role=Role.PART, runs=beside(sign, runs(item.content), room=LABELS, size=8.5))


def _parts(parts: tuple[Part, ...]) -> Iterator[Para]:
    for part in parts:
        first = runs(part.items[0]) if part.items else ()
        yield Para(role=Role.PART, runs=beside(said(part.label, Look.LABEL), first, room=LABELS, size=8.5))
        for item in part.items[1:]:
            yield Para(role=Role.PART_MORE, runs=runs(item))


def _panel(block: Panel, *, level: int) -> Iterator[Para]:
    origin = runs(block.origin)
    title = (*said(block.title), Run(" "), *origin) if origin else said(block.title)
    numbered = (
        beside(said(block.number, Look.NUMBER), title, room=LABELS, size=12.5) if block.number else title
    )
    yield Para(
        role=Role(f"Paneel {max(2, level)}"),
        runs=numbered,
        anchor=block.id,
        indent=None if block.number else (LABELS, 0),
    )
    yield from _answered(Role.FINDING_LEAD, judged=block.verdict, lead=runs(block.lead))
    yield from _parts(block.parts)


def _finding(block: FindingBlock, *, level: int) -> Iterator[Para]:
    yield Para(role=Role(f"Bevinding {max(2, level)}"), runs=said(block.title), anchor=block.id)
    role = Role.FINDING_LEAD_QUIET if block.quiet else Role.FINDING_LEAD
    yield from _answered(role, judged=block.verdict, lead=runs(block.lead))
    for question in block.voices:
        yield Para(role=Role.QUESTION, runs=said(question.text))
        for answer in question.items:
            label = said(answer.term, Look.STRONG)
            yield Para(role=Role.VOICE, runs=beside(label, runs(answer.content), room=44, size=8.5))
    yield from _parts(block.parts)


def _answered(role: Role, *, judged: Verdict | None, lead: tuple[Run, ...]) -> Iterator[Para]:
    """Give the verdict in the margin with the answer beside it."""
    if judged is not None:
        yield Para(role=role, runs=beside((verdict(judged),), lead, room=LABELS, size=10.5))
    elif lead:
        yield Para(role=role, runs=lead, indent=(LABELS, 0))


def _callout(block: Callout, *, wide: bool) -> Iterator[Para]:
    title, text, item = _CALLOUTS[block.tone]
    yield Para(role=title, runs=said(block.title), indent=(4, 0) if wide else None)
    many = len(block.content) > 1
    for place, line in enumerate(block.content, start=1):
        yield Para(
            role=item if many else text,
            runs=runs(line),
            indent=((7, 3) if many else (4, 0)) if wide else None,
            kept=place < len(block.content),
        )


def _columns(block: Columns, *, width: float) -> Grid:
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
            _cell(
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


def _key_figures(block: KeyFigures, *, width: float) -> Grid:
    return Grid(
        title=said_plain(", ".join(item.label for item in block.items)),
        shares=(1.0,) * len(block.items),
        heads=tuple(_cell(Role.KEY_LABEL, said(item.label)) for item in block.items),
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
