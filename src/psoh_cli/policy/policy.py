"""A Policy: which problems a gemeente chose to weigh otherwise or to leave, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import PurePosixPath

from psoh_cli.policy.remarks import Remark, unused_remark
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem, Severity, in_order
from psoh_cli.problems.report import Ignored


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One code that is not told of, in all files or in those that match a pattern."""

    code: str
    reason: str
    files: str = "*"
    line: int = 1
    column: int = 1
    """Where this was written."""

    def covers(self, problem: Problem, *, called: str) -> bool:
        """Tell whether a problem is meant; `called` is its file as seen from the policy."""
        return problem.code == self.code and _matches(called, self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The severity a gemeente gives to a code; an error is made less only with a reason."""

    code: str
    severity: Severity
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What stands in a `psoh.toml`, and how Problems call that file."""

    file: str = ""
    severities: tuple[Weight, ...] = ()
    exemptions: tuple[Exemption, ...] = ()

    @property
    def says_something(self) -> bool:
        """Tell whether anything in it can be applied."""
        return bool(self.severities or self.exemptions)

    def unused(self, used: Iterable[Exemption]) -> Iterator[Problem]:
        """Yield CONTROLE006 for every exemption that nothing needed."""
        needed = frozenset(used)
        for exemption in self.exemptions:
            if exemption not in needed:
                where = "" if exemption.files == "*" else f" in bestanden die passen op '{exemption.files}'"
                yield problem_of(
                    "CONTROLE006",
                    f"deze uitzondering is nergens voor nodig: {exemption.code} komt niet voor{where}",
                    file=self.file,
                    place=(exemption.line, exemption.column),
                    hint="Haal dit blok [[negeer]] weg, of verbeter de code of het bestand.",
                    end=(exemption.line, exemption.column + len(exemption.code) + 2),
                )


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Problems after the policy: what is left to tell, what is not told, and which requests did something."""

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()
    exemptions: frozenset[Exemption] = frozenset()
    remarks: frozenset[tuple[str, Remark]] = frozenset()
    unused: tuple[Problem, ...] = ()
    """CONTROLE006 for each remark that nothing needed."""


def weigh(
    problems: Iterable[Problem],
    *,
    policy: Policy,
    remarks: Mapping[str, tuple[Remark, ...]],
    called: Callable[[str], str] = str,
) -> Weighed:
    """Take out what a remark or the policy asks to leave, and give the rest the severity that the policy says.

    `called` gives the name of a file as seen from the folder of the policy.
    """
    by_line = _by_code_and_line(remarks)
    left: list[Problem] = []
    ignored: list[Ignored] = []
    needed: set[Exemption] = set()
    spent: set[tuple[str, Remark]] = set()
    for problem in dict.fromkeys(problems):
        remark = by_line.get((problem.file, problem.code, problem.line))
        exemption = next(
            (item for item in policy.exemptions if item.covers(problem, called=called(problem.file))), None
        )
        if remark is not None:
            spent.add((problem.file, remark))
            where = f"{problem.file}:{remark.line}"
            ignored.append(Ignored(problem=problem, reason=remark.reason, where=where))
        elif exemption is not None:
            needed.add(exemption)
            where = f"{policy.file}:{exemption.line}"
            ignored.append(Ignored(problem=problem, reason=exemption.reason, where=where))
        else:
            left.append(problem)
    idle = (
        unused_remark(remark, file=file)
        for file, listed in remarks.items()
        for remark in listed
        if (file, remark) not in spent
    )
    return Weighed(
        problems=in_order(
            _as_weighed(left, severities={weight.code: weight.severity for weight in policy.severities})
        ),
        ignored=tuple(sorted(ignored, key=lambda item: item.problem.sort_key())),
        exemptions=frozenset(needed),
        remarks=frozenset(spent),
        unused=in_order(idle),
    )


def _as_weighed(problems: Iterable[Problem], *, severities: Mapping[str, Severity]) -> Iterator[Problem]:
    for problem in problems:
        severity = severities.get(problem.code, problem.severity)
        yield problem if severity is problem.severity else replace(problem, severity=severity)


def _by_code_and_line(remarks: Mapping[str, tuple[Remark, ...]]) -> dict[tuple[str, str, int], Remark]:
    found: dict[tuple[str, str, int], Remark] = {}
    for file, listed in remarks.items():
        for remark in listed:
            for line in remark.about:
                found.setdefault((file, remark.code, line), remark)
    return found


@cache
def _matches(name: str, pattern: str) -> bool:
    """Match as people expect: a pattern without folder means that file in any folder."""
    return pattern == "*" or fnmatchcase(name, pattern) or PurePosixPath(name).match(pattern)
