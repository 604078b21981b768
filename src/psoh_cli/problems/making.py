"""Making a Problem: its severity and remedy come from its Code, its line and column from the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from psoh_cli.problems.codes import CODES
from psoh_cli.problems.problem import Problem
from psoh_cli.shell import in_place

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in a file: keys and, from 0, positions in lists."""

PlaceOf: TypeAlias = Callable[[Path], tuple[int, int]]
"""Gives line and column of a value, or of the nearest thing around it; both count from 1."""

Hint: TypeAlias = str | Callable[[], str]
"""What to do; as a function when working it out takes time, such as looking for what was meant."""

MOST_SUGGESTIONS = 200
"""How often one file gets a worked-out hint with the same code; after that the remedy of the code has to do."""


@dataclass
class Suggestions:
    """Hands out hints, and stops working them out when a file has had enough of them."""

    given: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, hint: Hint, *, file: str, code: str) -> str:
        """Give the words of a hint; empty when it would be one too many."""
        if isinstance(hint, str):
            return hint
        self.given[file, code] += 1
        return hint() if self.given[file, code] <= MOST_SUGGESTIONS else ""


def problem_of(
    code: str, message: str, *, file: str, place: tuple[int, int] = (1, 1), hint: str = ""
) -> Problem:
    """Make a Problem; without a hint of its own it gives the remedy of its code.

    Where a hint says MAP comes the folder of the dossier, so that a command in it can be typed as it is.
    """
    about = CODES[code]
    line, column = place
    return Problem(
        code=code,
        severity=about.severity,
        message=message,
        file=file,
        line=line,
        column=column,
        hint=in_place(hint or about.remedy, file=file),
    )


@dataclass(frozen=True, kw_only=True)
class Examined:
    """A file under examination; the Subject of a room adds what its rules look at."""

    file: str
    place: PlaceOf
    suggestions: Suggestions = field(default_factory=Suggestions, compare=False, repr=False)

    def problem(self, code: str, path: Path, message: str, *, hint: Hint = "") -> Problem:
        """Make a Problem at the place of a value; a hint that is a function is called only while that helps."""
        words = self.suggestions.take(hint, file=self.file, code=code)
        return problem_of(code, message, file=self.file, place=self.place(path), hint=words)
