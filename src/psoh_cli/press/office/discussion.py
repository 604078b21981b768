"""Points to talk over in an office document: a table, what was said left and what is decided right."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.press.office.items import Cell, Grid, Para, text_cell
from psoh_cli.press.office.roles import Role
from psoh_cli.press.office.text import Look, Run, runs, said, said_plain
from psoh_cli.report.document import Discussion, DiscussionPoint

_SAID, _DECIDED = "Waar het over gaat", "Wat wij besluiten"
_MOST_LINES = 1
"""Who types has no use for more empty lines, and who prints it has the pdf."""
_SHARES = (13.0, 8.0)


def discussion(block: Discussion, *, width: float) -> Grid:
    """Give a row for each point; who types on the lines of a point writes beside it."""
    return Grid(
        title=said_plain(block.caption),
        shares=_SHARES,
        heads=(text_cell(Role.TABLE_HEAD, said(_SAID)), text_cell(Role.TABLE_HEAD, said(_DECIDED))),
        rows=tuple(
            (Cell(paragraphs=tuple(_told(point))), Cell(paragraphs=tuple(_written(point))))
            for point in block.items
        ),
        row_headers=True,
        width=width,
    )


def _told(point: DiscussionPoint) -> Iterator[Para]:
    number = (*said(point.number, Look.NUMBER), Run(" ")) if point.number else ()
    code = (Run(" "), *said(point.code, Look.CODE)) if point.code else ()
    yield Para(role=Role.POINT, runs=(*number, *said(point.title, Look.STRONG), *code), anchor=point.id)
    if point.lead:
        yield Para(role=Role.POINT_TEXT, runs=runs(point.lead))
    for part in point.parts:
        told: list[Run] = [*said(f"{part.label}:", Look.STRONG)]
        for item in part.items:
            told.extend((Run(" "), *runs(item)))
        yield Para(role=Role.POINT_TEXT, runs=tuple(told))


def _written(point: DiscussionPoint) -> Iterator[Para]:
    for decision in point.decided:
        yield Para(
            role=Role.DECIDED,
            runs=(*said(decision.term, Look.STRONG), Run(" "), *runs(decision.content)),
        )
    if point.state and not point.decided and not point.prompts:
        yield Para(role=Role.DECIDED, runs=said(point.state))
    for place, prompt in enumerate(point.prompts):
        yield Para(role=Role.WRITING, runs=said(f"{prompt}:" if prompt[-1:] != "?" else prompt))
        if not place:
            yield from (Para(role=Role.WRITING) for _ in range(min(point.lines, _MOST_LINES)))
