"""What an office document is made of, in order: paragraphs, tables, pictures and the contents."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from psoh_cli.press.office.roles import Role
from psoh_cli.press.office.text import BREAK, TAB, Run

_SHORT = 70.0
"""A table that takes no more than this, in millimetres by estimate, is not divided over two pages."""


class Opening(StrEnum):
    """Where a paragraph begins: where the one before it ends, or on a new page of some kind."""

    HERE = "hier"
    PAGE = "bladzijde"
    PORTRAIT = "staand"
    LANDSCAPE = "liggend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """One paragraph; `indent` (left and hanging, in millimetres) and `before` set aside what its style says."""

    role: Role
    runs: tuple[Run, ...] = ()
    anchor: str = ""
    opens: Opening = Opening.HERE
    indent: tuple[float, float] | None = None
    before: float | None = None
    sequence: str = ""
    """`Tabel` or `Figuur`: the paragraph starts with that word and a number that counts by itself."""
    ordinal: int = 0
    """The number in the sequence, or which ordered list this item belongs to."""
    band: float = 0
    """Height in millimetres of the coloured field behind the cover, which hangs on this paragraph."""
    kept: bool = False
    """On one page with what comes next, whatever its style says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The paragraphs of one cell."""

    paragraphs: tuple[Para, ...]


def _cell_height(cell: Cell, *, width: float) -> float:
    """Estimate how far a cell reaches down: 8.5 point letters, 12 point lines, a little white around each paragraph."""
    letters = max(4.0, (width - 2.5) / (8.5 * 0.55 * 25.4 / 72))
    lines = (math.ceil(sum(len(run.text) for run in para.runs) / letters) for para in cell.paragraphs)
    return sum(2.4 + max(1, count) * 12 * 25.4 / 72 for count in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: heads that come back on every page, rows, and the shares of its columns."""

    title: str
    shares: tuple[float, ...]
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headers: bool = False
    footer: bool = False
    edges: tuple[str, ...] = ()
    """A colour above each head, where columns stand beside each other instead of in ruled rows."""
    width: float
    """In millimetres."""
    noted: bool = False
    """A note follows, and the last row stays with it."""
    opens: Opening = Opening.HERE

    @property
    def kept(self) -> bool:
        """Whether the table is short enough to stay on one page."""
        return sum(map(self._height, (self.heads, *self.rows))) <= _SHORT

    def _height(self, cells: tuple[Cell, ...]) -> float:
        whole = sum(self.shares)
        return max(
            (
                _cell_height(cell, width=self.width * share / whole)
                for cell, share in zip(cells, self.shares, strict=True)
            ),
            default=0.0,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing with what it says in words; sizes in millimetres."""

    svg: str
    title: str
    description: str
    width: float
    height: float
    captioned: bool
    content: bytes = b""
    """The picture itself, where it is no drawing of ours."""
    media_type: str = "image/png"
    opens: Opening = Opening.HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the contents."""

    level: int
    number: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The list of contents, on a page of its own."""

    title: str
    entries: tuple[Entry, ...]


Item = Para | Grid | Picture | Contents


@dataclass(slots=True)
class Anchors:
    """Names for places in a document that every office program accepts: short, plain, and each only once."""

    known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[str]) -> Anchors:
        """Name all places of a document beforehand, so that a link knows whether it leads anywhere."""
        anchors = cls()
        taken: set[str] = set()
        for place in places:
            if place and place not in anchors.known:
                plain = "p_" + re.sub("[^A-Za-z0-9]+", "_", place)
                name, count = plain[:36], 1
                while name.lower() in taken:
                    count += 1
                    name = f"{plain[:32]}_{count}"
                taken.add(name.lower())
                anchors.known[place] = name
        return anchors

    def name(self, place: str) -> str:
        """Give the name of a place; empty when nothing stands there."""
        return self.known.get(place, "")


def beside(label: tuple[Run, ...], content: tuple[Run, ...], *, room: float, size: float) -> tuple[Run, ...]:
    """Put content beside its label, or on the next line where the label needs more than `room` millimetres."""
    if not label:
        return (TAB, *content)
    width = sum(len(run.text) for run in label) * size * 0.56 * 25.4 / 72
    return (*label, TAB if width < room else BREAK, *content)


def text_cell(role: Role, content: tuple[Run, ...]) -> Cell:
    """Give a cell of one paragraph."""
    return Cell(paragraphs=(Para(role=role, runs=content),))
