"""Trying a repair before anybody is told of it: does the file read then, and how much of it fits its model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from psoh_cli.files.yaml_candidates import KEY, Candidate, skeleton
from psoh_cli.files.yaml_events import parse
from psoh_cli.files.yaml_nodes import Node, Parsed
from psoh_cli.problems.problem import has_errors

_NEWLINE = re.compile(r"\r\n?")
_MOST_CHARACTERS = 3_000_000
"""How many characters are read in all to find one slip; then it has taken long enough."""
_MOST_CANDIDATES = 1_000
_WINDOW = 14
UNREADABLE = 1_000_000
"""What counts as more faults than any file has that can be read."""

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Trial:
    """One file, its model, and how many characters may still be read to find what is wrong with it."""

    text: str
    model: type[BaseModel]
    left: int = _MOST_CHARACTERS
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the text out in lines, as the reader sees them."""
        self.lines = _NEWLINE.sub("\n", self.text.removeprefix("\ufeff")).split("\n")

    def faults(self, lines: list[str], *, moved: Candidate | None = None) -> int:
        """Count what is wrong with a whole file as it would be; a field that is moved may not become plain text."""
        return self._faults("\n".join(lines), moved=moved)

    def best(self, candidates: Iterable[Candidate]) -> tuple[Candidate, int] | None:
        """Find the repair after which least is wrong, with how much that is; None when none makes the file readable."""
        first = enumerate(islice(candidates, _MOST_CANDIDATES))
        hopeful = [(self._in_part(one), one.cost, index, one) for index, one in first]
        hopeful.sort(key=lambda item: item[:3])
        found: tuple[Candidate, int] | None = None
        for _, _, _, one in (item for item in hopeful if item[0] < UNREADABLE):
            if self.left <= 0:
                break
            faults = self.faults(one.applied(self.lines), moved=one)
            if faults < UNREADABLE and (found is None or faults < found[1]):
                found = (one, faults)
            if found is not None and not found[1]:
                break
        return found

    def lost(self) -> tuple[int, ...]:
        """Give the lines where a reader got lost, and where began what it was reading; none when it does not."""
        loader = _Loader("\n".join(self.lines))
        try:
            while loader.get_event() is not None:
                pass
        except yaml.YAMLError as error:
            marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
            return tuple(min(mark.line + 1, len(self.lines)) for mark in marks if mark is not None)
        finally:
            loader.dispose()
        return ()

    def _in_part(self, one: Candidate) -> int:
        """Count what is wrong with the lines around a repair; enough to pass by what cannot be."""
        if one.count > _WINDOW:
            return 0
        done = one.applied(self.lines)
        first, last = max(1, one.number - _WINDOW), min(len(done), one.number + one.count + _WINDOW)
        if sum(map(len, done[first - 1 : last])) > 50_000:
            return 0
        return self._faults("\n".join(skeleton(done, first=first, last=last)))

    def _faults(self, text: str, *, moved: Candidate | None = None) -> int:
        self.left -= len(text)
        parsed = parse(text, name="")
        if parsed.root is None:
            return UNREADABLE
        swallowed = _key_lines(text) - _lines_with_keys(parsed.root)
        if moved is not None and swallowed & set(range(moved.number, moved.number + moved.count)):
            return UNREADABLE
        return has_errors(parsed.problems) * 100 + faults_of(parsed, self.model) + len(swallowed)


def _key_lines(text: str) -> set[int]:
    """Give the lines that look like a field: a repair may not make plain text of them."""
    return {number for number, line in enumerate(text.split("\n"), start=1) if KEY.match(line)}


def _lines_with_keys(root: Node) -> set[int]:
    found, waiting = set[int](), [root]
    while waiting:
        node = waiting.pop()
        found.add(node.key_place.line)
        if isinstance(node.value, Mapping):
            waiting += node.value.values()
        elif isinstance(node.value, tuple):
            waiting += node.value
    return found


def faults_of(parsed: Parsed, model: type[BaseModel]) -> int:
    """Count what a model cannot take of what was read."""
    try:
        model.model_validate(parsed.plain(), by_alias=True, by_name=False)
    except ValidationError as error:
        return error.error_count()
    return 0
