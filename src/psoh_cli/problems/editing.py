"""Putting edits into a text: only the characters that were meant, and never two edits in each other's way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from psoh_cli.problems.fix import Edit, Fix, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after its edits; `written` tells where, in the new text, each of them stands."""

    text: str
    written: Mapping[Edit, Span]


class Lines:
    """Where the lines of a text begin and end: at CR, LF and both together, as the reader counts them."""

    def __init__(self, text: str) -> None:
        ends = list(_LINE_END.finditer(text))
        self.text = text
        self._starts = [0, *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(text)]
        self._line_ends = [match[0] for match in ends]

    def offset(self, line: int, column: int) -> int | None:
        """Turn a line and a column into a position; None when the text has no such place."""
        if not 1 <= line <= len(self._starts) or column < 1:
            return None
        found = self._starts[line - 1] + column - 1
        return found if found <= self._ends[line - 1] else None

    def place(self, offset: int) -> tuple[int, int]:
        """Turn a position into a line and a column."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_end(self, line: int) -> str:
        """Give the sign that ends a line; for a last line without one that of the line before it."""
        signs = self._line_ends[line - 1 : line] or self._line_ends[-1:]
        return signs[0] if signs else "\n"


def compatible(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Leave out every Fix that gets in the way of an earlier one; the same edit twice is no trouble."""
    chosen: list[Fix] = []
    taken: dict[int, list[Edit]] = {}
    for fix in fixes:
        if any(_clash(edit, other) for edit in fix.edits for other in _near(edit.span, taken)):
            continue
        chosen.append(fix)
        for edit in fix.edits:
            for line in range(edit.span.line, edit.span.end_line + 1):
                taken.setdefault(line, []).append(edit)
    return tuple(chosen)


def edited(text: str, edits: Iterable[Edit]) -> Edited | None:
    """Put edits in a text that begins behind its byte order mark; None when one has no place there, or two overlap.

    A line end in an edit becomes the one that the file has at that spot.
    """
    lines = Lines(text)
    cuts: list[tuple[int, int, str, Edit]] = []
    for edit in set(edits):
        start = lines.offset(edit.span.line, edit.span.column)
        end = lines.offset(edit.span.end_line, edit.span.end_column)
        if start is None or end is None or end < start:
            return None
        cuts.append((start, end, edit.text.replace("\n", lines.line_end(edit.span.line)), edit))
    cuts.sort(key=lambda cut: cut[:2])
    parts: list[str] = []
    written: list[tuple[Edit, int, int]] = []
    position = length = 0
    for start, end, new, edit in cuts:
        if start < position:
            return None
        length += start - position
        parts += [text[position:start], new]
        written.append((edit, length, length + len(new)))
        length += len(new)
        position = end
    done = "".join([*parts, text[position:]])
    there = Lines(done)
    return Edited(done, {edit: Span(*there.place(start), *there.place(end)) for edit, start, end in written})


def covers(span: Span, place: tuple[int, int]) -> bool:
    """Tell whether a place lies in a span; of an empty span only its own place does."""
    first, last = span[:2], span[2:]
    return first <= place < last or first == place


def _near(span: Span, taken: dict[int, list[Edit]]) -> Iterable[Edit]:
    for line in range(span.line, span.end_line + 1):
        yield from taken.get(line, ())


def _clash(one: Edit, other: Edit) -> bool:
    if one == other:
        return False
    start, end = one.span[:2], one.span[2:]
    begin, close = other.span[:2], other.span[2:]
    return (start < close and begin < end) or start == begin
