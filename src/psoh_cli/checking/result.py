"""What `check` found in all paths together, and what it looked at to find it."""

from __future__ import annotations

from dataclasses import dataclass, field

from psoh_cli.checking import summary
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Report, Unread


@dataclass(frozen=True, slots=True)
class Counted:
    """One dossier as a word of a command, and how much there is to put right in it."""

    folder: str
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was looked at: how many of what, and with which policy."""

    dossiers: tuple[Counted, ...] = ()
    kaarten: int = 0
    knowledge: int = 0
    asked: tuple[str, ...] = ()
    """The paths as words of a command; none stands for the folder where somebody is."""
    is_part: bool = False
    """Whether only some files of a dossier were asked for."""
    policies: tuple[str, ...] = ()
    """The policies that were applied."""
    passed_by: tuple[str, ...] = ()
    """Links to dossiers elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What was found in all paths together."""

    report: Report
    looked: Looked = field(default_factory=Looked)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give what is to be put right."""
        return self.report.problems

    @property
    def files(self) -> tuple[str, ...]:
        """Name the files that were read."""
        return self.report.files

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Give what could not be read."""
        return self.report.unread

    @property
    def summary(self) -> str:
        """Say in Dutch what was looked at, what was left out and why, and what to do now."""
        return summary.in_words(self.report, looked=self.looked)
