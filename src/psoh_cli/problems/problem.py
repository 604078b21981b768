"""A Problem: something in the user's files to put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from psoh_cli.problems.fix import Fix


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    HINT = "tip"


MOST_LISTED = 1000
"""How many problems of one code in one file are listed: nobody reads on, and a report must come to an end."""

SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right: where it is, what is wrong and what to do.

    `file` is a path as the user typed it, with forward slashes; `line` and `column` count from 1. `end` is the line
    and column just past what is wrong, where that is known. `address` names the value by keys and ids instead of
    by line, so that it stays the same when lines move: `diensten/warme-overdracht/talen/0`.
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int = 1
    column: int = 1
    hint: str = ""
    times: int = 1
    """How many problems this one stands for."""
    end: tuple[int, int] | None = None
    address: str = ""
    fix: Fix | None = None

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order problems by place, then by code."""
        return (self.file, self.line, self.column, self.code, self.message)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place and drop doubles; of very many of one code in a file the last stands for the rest."""
    ordered = sorted(set(problems), key=Problem.sort_key)
    counts = Counter((problem.file, problem.code) for problem in ordered)
    if max(counts.values(), default=0) <= MOST_LISTED:
        return tuple(ordered)
    listed: list[Problem] = []
    rest: dict[tuple[str, str], list[Problem]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for problem in ordered:
        kind = (problem.file, problem.code)
        seen[kind] += 1
        many = counts[kind] > MOST_LISTED and seen[kind] >= MOST_LISTED
        (rest.setdefault(kind, []) if many else listed).append(problem)
    listed.extend(standing_for(hidden[0], times=count(hidden)) for hidden in rest.values())
    return tuple(sorted(listed, key=Problem.sort_key))


def standing_for(first: Problem, *, times: int) -> Problem:
    """Make the problem that stands for several of the same code, at the place of the first of them."""
    number = f"{times:,}".replace(",", ".")
    return replace(
        first,
        message=f"en nog {number} meldingen met deze code",
        hint="Verbeter eerst wat hierboven staat; vaak verdwijnt de rest dan mee.",
        times=times,
    )


def count(problems: Iterable[Problem]) -> int:
    """Count problems, those that another one stands for included."""
    return sum(problem.times for problem in problems)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
