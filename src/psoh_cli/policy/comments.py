"""Real comments in a YAML text: a `#` inside a value is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from psoh_cli.problems.fix import Written
from psoh_cli.problems.text_lines import lines_of

_OPENS = re.compile(r"(?:^|(?<=[ \t]))#")
_COLLECTIONS = frozenset({"block", "flow"})


class Standing(NamedTuple):
    """How a value stands in a file, the line of its key (0 without one), and whether a remark holds for all of it."""

    written: Written
    key_line: int = 0
    is_whole: bool = True


class Comment(NamedTuple):
    """The words behind the `#` of a comment, and where they begin."""

    line: int
    column: int
    words: str


def comments_in(
    text: str, *, values: Iterable[Standing], wanted: Callable[[str], object]
) -> Iterator[Comment]:
    """Yield the comments of which something is wanted; `values` are looked at only when there may be one."""
    if "#" not in text:
        return
    lines = lines_of(text)
    may_be = [
        number
        for number, line in enumerate(lines, start=1)
        for first in (line.find("#"),)
        if first >= 0 and wanted(line[first + 1 :])
    ]
    if not may_be:
        return
    around = values_around(may_be, values=values)
    for number in may_be:
        for opens in _OPENS.finditer(lines[number - 1]):
            if not any(holds(item, line=number, column=opens.start() + 1) for item in around.get(number, ())):
                yield Comment(number, opens.end() + 1, lines[number - 1][opens.end() :])
                break


def values_around(numbers: list[int], *, values: Iterable[Standing]) -> dict[int, list[Written]]:
    """Give the texts that stand on, or run over, some lines in order."""
    around: dict[int, list[Written]] = {}
    for written, _, _ in values:
        if written.style in _COLLECTIONS:
            continue
        for index in range(bisect_left(numbers, written.span.line), len(numbers)):
            if numbers[index] > written.span.end_line:
                break
            around.setdefault(numbers[index], []).append(written)
    return around


def lines_together(values: Iterable[Standing]) -> dict[int, range]:
    """Give the lines of what takes more than one, its key included, by the first line and by the last.

    Of fields and of a list with fields only the key and the first line belong together: the rest are many values.
    """
    together: dict[int, range] = {}
    for written, key_line, is_whole in values:
        span = written.span
        first, last = key_line or span.line, span.end_line if is_whole else span.line
        if last == first:
            continue
        ends = (first,) if written.style == "block" else (first, last)
        for line in ends:
            known = together.get(line, range(line, line))
            if last - first >= len(known):
                together[line] = range(first, last + 1)
    return together


def holds(stands: Written, *, line: int, column: int) -> bool:
    """Tell whether a place is inside a value."""
    span = stands.span
    if stands.style in {"|", ">"} and line == span.line:
        return False  # behind the sign that opens a block text comes a comment
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)
