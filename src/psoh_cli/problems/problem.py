"""A Problem: something in the user's files to put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    HINT = "tip"


SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right: where it is, what is wrong and what to do.

    `file` is a path as the user typed it, with forward slashes; `line` and `column` count from 1.
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int = 1
    column: int = 1
    hint: str = ""

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order problems by place, then by code."""
        return (self.file, self.line, self.column, self.code, self.message)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place and drop doubles."""
    return tuple(sorted(set(problems), key=Problem.sort_key))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
