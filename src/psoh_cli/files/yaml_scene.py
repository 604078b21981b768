"""The lines around the place where a parser got lost: what a search for the likely cause looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from psoh_cli.files.yaml_nodes import Place
from psoh_cli.problems.fix import Edit, Fix, Span


@dataclass(frozen=True, slots=True)
class Failure:
    """Where and in what the parser got lost. `opened` is where the thing it was reading began."""

    place: Place
    inside: str
    opened: Place | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line in its parts: how far it is indented, dashes included, the key, and the value with its column."""

    number: int
    indent: int
    key: str
    value: str
    column: int


@dataclass(frozen=True, slots=True)
class Scene:
    """All lines, the one where the parser got lost, and what it said."""

    lines: list[str]
    here: Line
    failure: Failure

    def text(self, number: int) -> str:
        """Give a line by its number, from 1."""
        return self.lines[number - 1][:LONGEST_LINE] if 1 <= number <= len(self.lines) else ""

    def above(self, number: int) -> int:
        """Give the number of the nearest line above that holds something, comments aside; 0 when there is none."""
        found = number - 1
        while found > 0 and not _holds_something(self.text(found)):
            found -= 1
        return found


LONGEST_LINE = 2_000
"""What stands further on a line is never the cause, and would make the search slow."""

_PARTS = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\s'\"#\[\]{},:&*!|>%@`-][^:#]*?) *:(?: +|$))?(?P<value>.*)"
)


def parts(lines: list[str], *, number: int) -> Line:
    """Take a line apart."""
    number = max(1, min(number, len(lines)))
    text = lines[number - 1][:LONGEST_LINE]
    match = _PARTS.match(text)
    if match is None:
        return Line(number, 0, "", text, 1)
    return Line(
        number, len(match["lead"]), match["key"] or "", match["value"].rstrip(), match.start("value") + 1
    )


def indent_of(text: str) -> int:
    """Count the spaces in front."""
    return len(text) - len(text.lstrip(" "))


def replacing(number: int, *, first: int, until: int, text: str, does: str, is_safe: bool = False) -> Fix:
    """Make the Fix that writes a text on one line, from a column up to another."""
    return Fix(edits=(Edit(Span(number, first, number, until), text),), does=does, is_safe=is_safe)


def _holds_something(text: str) -> bool:
    bare = text.strip()
    return bool(bare) and not bare.startswith("#")
