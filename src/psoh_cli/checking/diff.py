"""A mending as a diff: line by line what would go and what would come, and nothing is written."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from psoh_cli.checking.mending import Changed, Mending
from psoh_cli.one_line import on_one_line

_Opcode: TypeAlias = tuple[
    Literal["replace", "delete", "insert", "equal"], int, int, int, int
]  # as difflib has them

_AHEAD = 200
"""How many lines further is looked for two that are the same again."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_LINE_END = "\\ Geen regeleinde aan het eind van het bestand"


def diff(mending: Mending) -> str:
    """Write what would change as a unified diff, without a line end after the last; empty when nothing would."""
    return "\n".join(line for file in mending.files for line in _of_file(file))


def _of_file(file: Changed) -> Iterator[str]:
    (before, is_ended), (after, ends) = _lines(file.before), _lines(file.after)
    name = on_one_line(file.name)
    yield f"--- {name} (nu)"
    yield f"+++ {name} (verbeterd)"
    for group in _Aligned(before, after).get_grouped_opcodes():
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"
        for tag, start, end, begin, stop in group:
            if tag == "equal":
                yield from _marked(" ", before, start, end, is_ended=is_ended)
            else:
                yield from _marked("-", before, start, end, is_ended=is_ended)
                yield from _marked("+", after, begin, stop, is_ended=ends)


class _Aligned(difflib.SequenceMatcher[str]):
    """Lines laid side by side from the top: mending stays within a line, and a big file has to be shown as fast."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, "", "")
        self.before, self.after = before, after

    def get_opcodes(self) -> list[_Opcode]:
        """Give what is equal and what is replaced, in order."""
        found: list[_Opcode] = []
        here = there = 0
        while here < len(self.before) or there < len(self.after):
            same = self._same(here, there)
            if same:
                found.append(("equal", here, here + same, there, there + same))
            else:
                gone, came = self._apart(here, there)
                found.append(("replace", here, here + gone, there, there + came))
            _, _, here, _, there = found[-1]
        return found

    def _same(self, here: int, there: int) -> int:
        most = min(len(self.before) - here, len(self.after) - there)
        return next((far for far in range(most) if self.before[here + far] != self.after[there + far]), most)

    def _apart(self, here: int, there: int) -> tuple[int, int]:
        """Give how many lines go and come before two lines are the same again."""
        for total in range(1, _AHEAD):
            for gone in range(total + 1):
                one, other = here + gone, there + total - gone
                if self.before[one : one + 2] == self.after[other : other + 2]:
                    return min(gone, len(self.before) - here), min(total - gone, len(self.after) - there)
        return min(_AHEAD, len(self.before) - here), min(_AHEAD, len(self.after) - there)


def _marked(mark: str, lines: Sequence[str], start: int, end: int, *, is_ended: bool) -> Iterator[str]:
    for number in range(start, end):
        yield mark + _OBEYED.sub("�", lines[number])
        if number == len(lines) - 1 and not is_ended:
            yield _NO_LINE_END


def _range(start: int, end: int) -> str:
    return f"{start + 1}" if end - start == 1 else f"{start + (end > start)},{end - start}"


def _lines(data: bytes) -> tuple[list[str], bool]:
    """Give the lines without their ends, and whether the last one has one."""
    *lines, last = _LINE_END.split(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    return ([*lines, last], False) if last else (lines, True)
