"""What `check --fix` would do: which files would hold something else, which problems go, and which stay."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.checking.result import Result
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Mended:
    """A problem with the fix that takes it away."""

    problem: Problem
    fix: Fix


@dataclass(frozen=True, slots=True)
class NotMended:
    """A problem whose fix is not made, and why: `dan klopt het nog steeds niet`."""

    problem: Problem
    why: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that would change: what it held when it was read, and what it should hold."""

    name: str
    before: bytes
    after: bytes


@dataclass(frozen=True, kw_only=True)
class Mending:
    """What psoh would mend; `result` is what `check` finds afterwards. Nothing of it has been written."""

    before: Result
    result: Result
    files: tuple[Changed, ...] = ()
    mended: tuple[Mended, ...] = ()
    refused: tuple[NotMended, ...] = ()
    unsure: tuple[Problem, ...] = ()
    """What only an unsafe fix would mend, and nobody asked for those."""
    unfinished: bool = False
    """Whether there was still something to mend when the rounds were over."""
