"""What stands in the workbook beside and beneath our questions: nobody asked for it, so somebody has to read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from psoh_cli.came_in import Place
from psoh_cli.kaart.exchange.confirmation.sheet import ANSWERED_ON, HEADINGS, INTRODUCTION
from psoh_cli.kaart.exchange.confirmation.told import Unread
from psoh_cli.problems.meant import bare
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet, shown

_OURS = frozenset({bare(text) for text in (*INTRODUCTION, *HEADINGS)})
_TITLE = re.compile(
    r"Klopt dit nog\? .{1,250}|Vragen van \d{1,2} \w+ \d{4} voor de sociale kaart van .{1,250}"
)
_MOST = 200
"""More cells than this are not listed one by one."""


@dataclass
class Around:
    """Cells that are no answer, of one sheet. `seen` are the entries by the row they stand in."""

    sheet: RawSheet
    found: list[tuple[int, int, str]] = field(default_factory=list)
    seen: dict[int, str] = field(default_factory=dict)

    def beside(self, number: int, row: Sequence[Cell], *, columns: Sequence[int], reference: str) -> None:
        """Take the cells of a row with a question that stand outside our columns."""
        self.seen[number] = reference
        self.found += [(number, at, text) for at, text in _texts(row) if at not in columns]

    def elsewhere(self, number: int, row: Sequence[Cell]) -> None:
        """Take the cells of a row that holds no question: above, beneath or in between."""
        texts = list(_texts(row))
        if any(text.startswith(ANSWERED_ON) for _, text in texts):
            texts = [item for item in texts if not item[1].startswith(ANSWERED_ON)][1:]
        self.found += [
            (number, at, text) for at, text in texts if bare(text) not in _OURS and not _TITLE.fullmatch(text)
        ]

    def unread(self) -> Iterator[Unread]:
        """Yield what is to be read; a row between two of one entry is about that entry."""
        for number, at, text in self.found[:_MOST]:
            place = Place(file=self.sheet.file, sheet=self.sheet.name, row=number, column=_letters(at))
            yield Unread(place=place, text=text, reference=self.seen.get(number) or self._between(number))

    def _between(self, number: int) -> str:
        above = next((self.seen[row] for row in range(number, 0, -1) if row in self.seen), "")
        last = max(self.seen, default=0)
        below = next((self.seen[row] for row in range(number, last + 1) if row in self.seen), "")
        return above if above == below else ""


def _texts(row: Sequence[Cell]) -> Iterator[tuple[int, str]]:
    for at, cell in enumerate(row):
        text = shown(cell).strip()
        if text:
            yield at, text


def _letters(at: int) -> str:
    """Name a column as a spreadsheet does."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
