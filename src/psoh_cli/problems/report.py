"""A Report: everything one run of `check` found, ready to be written in any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from psoh_cli.problems.problem import SEVERITY_ORDER, Problem, Severity

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file or folder that could not be read, so that nobody knows what is in it."""

    message: str
    hint: str = ""
    file: str = ""
    """The path as the user typed it, with forward slashes, where one path is what could not be read."""


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
    lasting: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS, repr=False)
    """By the name of a file the one that it keeps wherever somebody stands; it is known again by that one."""
    version: str = ""
    """The version of psoh that looked."""
    strict: bool = False
    """Whether warnings count as errors this time."""

    @property
    def counts(self) -> dict[Severity, int]:
        """Count the problems per severity, those that another stands for included."""
        counted: Counter[Severity] = Counter()
        for problem in self.problems:
            counted[problem.severity] += problem.times
        return {severity: counted[severity] for severity in Severity}

    @property
    def exit_code(self) -> int:
        """Give the gravest outcome: 2 when something could not be read, 1 on errors (strict: or warnings)."""
        if self.unread:
            return 2
        return int(any(self.counts_as_error(severity) for severity, number in self.counts.items() if number))

    def counts_as_error(self, severity: Severity) -> bool:
        """Tell whether problems this grave make the run end with an error."""
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)


def arranged(report: Report) -> Report:
    """Put everything in an order of its own, so that equal reports become equal texts.

    What a fix would write of one person is left out: whoever mends reads the file itself.
    """
    ignored = (replace(item, problem=_sent_round(item.problem)) for item in report.ignored)
    return replace(
        report,
        problems=tuple(sorted(map(_sent_round, report.problems), key=place_key)),
        files=tuple(sorted(set(report.files))),
        unread=tuple(sorted(set(report.unread), key=lambda item: (item.file, item.message, item.hint))),
        ignored=tuple(sorted(ignored, key=lambda item: (place_key(item.problem), item.where, item.reason))),
    )


def _sent_round(problem: Problem) -> Problem:
    return replace(problem, fix=None) if problem.fix and problem.fix.is_private else problem


def place_key(problem: Problem) -> tuple[object, ...]:
    """Order problems by place, and those at one place by all they hold."""
    return (
        *problem.sort_key(),
        SEVERITY_ORDER[problem.severity],
        problem.address,
        problem.hint,
        problem.times,
        problem.end or (0, 0),
        repr(problem.fix),
    )


def gravest_first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Order problems by severity, and those of one severity by place."""
    return tuple(sorted(problems, key=lambda problem: (SEVERITY_ORDER[problem.severity], place_key(problem))))


def seen_from(report: Report, rename: Callable[[str], str]) -> Report:
    """Name every file in another way, such as from the top of a checkout."""

    def moved(problem: Problem) -> Problem:
        return replace(problem, file=rename(problem.file))

    return replace(
        report,
        problems=tuple(moved(problem) for problem in report.problems),
        files=tuple(rename(file) for file in report.files),
        unread=tuple(replace(item, file=rename(item.file)) if item.file else item for item in report.unread),
        ignored=tuple(
            replace(item, problem=moved(item.problem), where=_moved_place(item, rename=rename))
            for item in report.ignored
        ),
        texts={rename(file): text for file, text in report.texts.items()},
        lasting={rename(file): name for file, name in report.lasting.items()},
    )


def _moved_place(ignored: Ignored, *, rename: Callable[[str], str]) -> str:
    """Rename the file in `file:line`; a place that is not in the file of the problem stays as it is."""
    file = ignored.problem.file
    inside = ignored.where.startswith(f"{file}:")
    return rename(file) + ignored.where.removeprefix(file) if inside else ignored.where
