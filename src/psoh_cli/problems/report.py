"""A Report: everything one run of `check` found, ready to be written in any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from psoh_cli.problems.problem import Problem, Severity

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file or folder that could not be read, so that nobody knows what is in it."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A problem that somebody chose not to be told of, with the reason they gave and where they wrote it."""

    problem: Problem
    reason: str
    where: str
    """`file:line` of the remark, or the name of the policy file."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What was looked at and what was found; `problems` are in the order of their places.

    `texts` holds the text of a file under the name its problems have, for those files that have problems.
    """

    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    texts: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS, repr=False)
    version: str = ""
    """The version of psoh that looked."""

    @property
    def counts(self) -> dict[Severity, int]:
        """Count the problems per severity, those that another stands for included."""
        counted: Counter[Severity] = Counter()
        for problem in self.problems:
            counted[problem.severity] += problem.times
        return {severity: counted[severity] for severity in Severity}
