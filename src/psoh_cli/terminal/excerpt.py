"""The line of a file in which something is wrong, with a mark under exactly what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from psoh_cli.characters import shown
from psoh_cli.problems.problem import Problem
from psoh_cli.terminal.cells import cells, shown_width


class Part(NamedTuple):
    """A piece of a line in one style, which is empty where nothing stands out."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Part, ...]

Conceal: TypeAlias = Callable[[int, str, tuple[int, int]], str]
"""Covers what may not be seen: of a line with this number, between these places, from 0."""

_LONGEST = 2_000
"""Characters of a line on either side of the mark that are looked at: more never fits on a screen."""
_BEFORE = 20
"""Places of a cut line that stay free before the mark, and after it as far as there is room."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that lines are drawn with; a console that has no more gets plain ones."""

    bar: str = "│"
    dots: str = "…"
    cover: str = "▒"
    encoding: str = "utf-8"

    @classmethod
    def of(cls, encoding: str | None) -> Signs:
        """Give signs that a console with this encoding can show."""
        try:
            f"{cls().bar}{cls().dots}{cls().cover}".encode(encoding or "ascii")
        except (UnicodeEncodeError, LookupError):
            return cls(bar="|", dots="...", cover="*", encoding=encoding or "ascii")
        return cls(encoding=encoding or "utf-8")

    def drawn(self, text: str) -> str:
        """Give a text as the console will show it, character for character."""
        seen = shown(text)
        try:
            return seen.encode(self.encoding, "replace").decode(self.encoding)
        except LookupError:
            return seen


@dataclass(frozen=True)
class SourceLines:
    """The lines of a text as the reader of YAML counts them."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> SourceLines:
        """Cut a text into lines."""
        return cls(tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def excerpt(
    problem: Problem,
    source: SourceLines,
    *,
    width: int,
    signs: Signs,
    style: str,
    conceal: Conceal | None = None,
) -> Iterator[Line]:
    """Yield the line of a problem and the mark under it; nothing when the text has no such place.

    `conceal` covers what of a line is not to be shown; the line stays as long as it was.
    """
    if not 1 <= problem.line <= len(source.lines):
        return
    line = source.lines[problem.line - 1]
    if problem.column > len(line) + 1 or not line.strip():
        return
    if conceal is not None:
        start, end = _span(problem, line)
        seen = (max(0, start - _LONGEST), min(end, start + _LONGEST) + _LONGEST)
        line = conceal(problem.line, line, seen)
    number = f"{problem.line:>5}"
    window = _window(line, _span(problem, line), width=width - len(number) - 3, signs=signs)
    yield Part(f"{number} {signs.bar} ", "dim"), Part(window.text)
    yield Part(f"{'':>5} {signs.bar} ", "dim"), Part(" " * window.before), Part("^" * window.marked, style)


class _Window(NamedTuple):
    """What is shown of a line: how many places stand before the mark, and how many it is under."""

    text: str
    before: int
    marked: int


def _span(problem: Problem, line: str) -> tuple[int, int]:
    """Give where what is wrong begins and ends in its line, from 0; to the end of the line when it goes on below."""
    start = problem.column - 1
    if problem.end is None:
        return start, start + 1
    last_line, last = problem.end
    end = last - 1 if last_line == problem.line else len(line.rstrip())
    return start, max(start + 1, min(end, len(line)))


def _window(line: str, span: tuple[int, int], *, width: int, signs: Signs) -> _Window:
    """Cut a line around what is wrong in it, so that it fits: first the mark, then what follows, then the rest."""
    start, end = span
    dots = len(signs.dots)
    head = signs.drawn(line[max(0, start - _LONGEST) : start])
    marked = signs.drawn(line[start : min(end, start + _LONGEST)])
    tail = signs.drawn(line[end : end + _LONGEST].rstrip())
    is_short = start <= _LONGEST and end - start <= _LONGEST and len(line) <= end + _LONGEST
    if is_short and cells(head + marked + tail) <= width:
        return _Window(shown_width(head + marked + tail), cells(head), max(1, cells(marked)))
    least = cells(head) if cells(head) <= width // 2 else _BEFORE
    fits = _first(marked, width - least - 2 * dots)
    after = _first(tail, width - least - 2 * dots - cells(fits)) if fits == marked else ""
    before = _last(head, width - 2 * dots - cells(fits) - cells(after))
    front = signs.dots if len(before) < start else ""
    back = signs.dots if len(fits) + len(after) < len(line.rstrip()) - start else ""
    return _Window(
        text=shown_width(f"{front}{before}{fits}{after}{back}"),
        before=len(front) + cells(before),
        marked=max(1, cells(fits)),
    )


def _first(text: str, width: int) -> str:
    """Give the beginning of a text that fits."""
    used = 0
    for number, char in enumerate(text):
        used += cells(char)
        if used > width:
            return text[:number]
    return text


def _last(text: str, width: int) -> str:
    """Give the end of a text that fits; an accent is never parted from its letter."""
    used = 0
    for number in range(len(text) - 1, -1, -1):
        used += cells(text[number])
        if used > width:
            return _without_loose_accents(text[number + 1 :])
    return text


def _without_loose_accents(text: str) -> str:
    return text[next((number for number, char in enumerate(text) if cells(char)), len(text)) :]
