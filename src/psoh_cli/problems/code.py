"""A Code: what a check looks for, why it matters to a gemeente, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from psoh_cli.problems.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The manual page of one check; a code is stable for ever and never used again."""

    code: str
    severity: Severity
    title: str
    what: str
    why: str
    remedy: str
    wrong: str = ""
    """A few lines of YAML in which the check finds something; they stand in its bad example too."""
    right: str = ""
    """The same lines as they should be; they stand in its good example too."""
    fix: Literal["", "veilig", "onveilig"] = ""
    """Whether psoh can often mend it itself: safely, only when the user says so, or not. Its bad example shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The codes about one kind of file: what their names begin with, and where psoh looks for them."""

    prefix: str
    title: str
    where: str
    """Completes *psoh kijkt hiernaar …*."""
    codes: tuple[Code, ...]
