"""Making a Problem: its severity and remedy come from its Code, its line and column from the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from psoh_cli.problems.codes import CODES
from psoh_cli.problems.problem import Problem

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in a file: keys and, from 0, positions in lists."""

PlaceOf: TypeAlias = Callable[[Path], tuple[int, int]]
"""Gives line and column of a value, or of the nearest thing around it; both count from 1."""


def problem_of(
    code: str, message: str, *, file: str, place: tuple[int, int] = (1, 1), hint: str = ""
) -> Problem:
    """Make a Problem; without a hint of its own it gives the remedy of its code."""
    about = CODES[code]
    line, column = place
    return Problem(
        code=code,
        severity=about.severity,
        message=message,
        file=file,
        line=line,
        column=column,
        hint=hint or about.remedy,
    )


@dataclass(frozen=True, kw_only=True)
class Examined:
    """A file under examination; the Subject of a room adds what its rules look at."""

    file: str
    place: PlaceOf

    def problem(self, code: str, path: Path, message: str, *, hint: str = "") -> Problem:
        """Make a Problem at the place of a value."""
        return problem_of(code, message, file=self.file, place=self.place(path), hint=hint)
