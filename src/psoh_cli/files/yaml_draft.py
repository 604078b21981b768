"""A YAML text that is being edited: where its lines begin, and how splices are put in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from psoh_cli.files.yaml_nodes import Node, Parsed, Path, Place, find

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED_KEY = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")
_COLON = re.compile(r":(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters `start` up to `end` make way for `text`."""

    start: int
    end: int
    text: str


class Draft:
    """One text with its nodes; offsets count characters of `text`, lines and columns from 1."""

    def __init__(self, parsed: Parsed) -> None:
        text = parsed.text
        first = _LINE_END.search(text)
        self.newline = "\r\n" if first is not None and first[0] == "\r\n" else "\n"
        self.is_ended = not text or text.endswith(("\n", "\r"))
        self.text = text if self.is_ended else text + self.newline
        self.parsed = parsed
        self.root: Node | None = parsed.root
        ends = list(_LINE_END.finditer(self.text))
        self._starts = [int(text.startswith("\ufeff")), *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(self.text)]
        self.lines = [self.text[start:end] for start, end in zip(self._starts, self._ends, strict=True)]

    def find(self, path: Path) -> Node | None:
        """Give the node at a path."""
        return find(self.parsed, path)

    def offset(self, place: Place) -> int:
        """Turn a place into a position in the text."""
        return self._starts[place.line - 1] + place.column - 1

    def end_of_line(self, line: int) -> int:
        """Give the position just before the end of a line."""
        return self._ends[line - 1]

    def lines_from(self, first: int, last: int) -> tuple[int, int]:
        """Give the positions around whole lines, their ends included; empty when `last` is before `first`."""
        start = self._line_start(first)
        return (start, start) if last < first else (start, self._line_start(last + 1))

    def after(self, line: int, lines: list[str]) -> Splice:
        """Make the splice that puts whole lines behind a line; line 0 is the top."""
        position = self._line_start(line + 1)
        return Splice(position, position, self.joined(lines))

    def at_end(self, lines: list[str]) -> Splice:
        """Make the splice that puts whole lines at the end of the text."""
        return Splice(len(self.text), len(self.text), self.joined(lines))

    def joined(self, lines: list[str]) -> str:
        """Join lines, each with its end."""
        return "".join(f"{line}{self.newline}" for line in lines)

    def is_blank(self, line: int) -> bool:
        """Tell whether a line exists and holds nothing."""
        return 1 <= line <= len(self.lines) and not self.lines[line - 1].strip()

    def is_comment_deeper_than(self, line: int, *, column: int) -> bool:
        """Tell whether a line is a comment that starts to the right of a column."""
        if line > len(self.lines):
            return False
        text = self.lines[line - 1]
        bare = text.lstrip(" ")
        return bare.startswith("#") and len(text) - len(bare) >= column

    def is_first_on_line(self, place: Place) -> bool:
        """Tell whether only spaces stand before a place."""
        return not self.lines[place.line - 1][: place.column - 1].strip(" ")

    def dash(self, place: Place, *, column: int) -> Place:
        """Give the place of the dash in front of a list item; dashes of the list stand in `column`."""
        line = place.line
        while line > 1:
            text = self.lines[line - 1]
            if text[column - 1 : column] == "-" and not text[: column - 1].strip(" "):
                break
            line -= 1
        return Place(line, column)

    def behind_indicator(self, place: Place, *, is_key: bool) -> int:
        """Give the position just behind the colon of a key, or behind a dash."""
        start = self.offset(place)
        if not is_key:
            return start + 1
        quoted = _QUOTED_KEY.match(self.text, start)
        colon = _COLON.search(self.text, quoted.end() if quoted else start)
        return colon.end() if colon else self.end_of_line(place.line)

    def flow_around(self, path: Path) -> Path:
        """Give the path of the outermost [ ] or { } that holds a path, or the path itself."""
        node = self.root
        for depth, step in enumerate(path):
            if node is None or node.style == "flow":
                return path[:depth]
            node = node.child(step)
        return path

    def spliced(self, splices: list[Splice]) -> str | None:
        """Give the text with all splices put in, or None when two of them overlap."""
        parts: list[str] = []
        position = 0
        for splice in sorted(splices, key=lambda one: (one.start, one.end)):
            if splice.start < position:
                return None
            parts += [self.text[position : splice.start], splice.text]
            position = splice.end
        text = "".join([*parts, self.text[position:]])
        return text if self.is_ended else text.removesuffix(self.newline)

    def _line_start(self, line: int) -> int:
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)
