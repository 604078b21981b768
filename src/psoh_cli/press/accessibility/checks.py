"""A check for accessibility and what came of it: the values, and how a list of checks is run over one file."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

LIST_VERSION = "1"
"""The version of our list of checks: it goes up when a check is added, dropped or judges otherwise."""

_SHOWN = 3
Facts = TypeVar("Facts")


class Result(StrEnum):
    """What a check says; the value is what is printed."""

    GOOD = "goed"
    WRONG = "fout"
    UNDECIDED = "niet te controleren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at in one file, and what was found."""

    id: str
    about: str
    """What was looked at, in plain Dutch."""
    criteria: tuple[str, ...]
    """Success criteria of WCAG 2.1 this bears on."""
    result: Result
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One file with its checks; the digest tells exactly which bytes were looked at."""

    name: str
    title: str
    sha256: str
    size: int
    checks: tuple[Check, ...]

    @property
    def is_good(self) -> bool:
        """Tell whether no check found something wrong."""
        return not self.wrong

    @property
    def wrong(self) -> tuple[Check, ...]:
        """The checks that found something wrong."""
        return tuple(check for check in self.checks if check.result is Result.WRONG)


class UndecidableError(Exception):
    """Say that a check has nothing to go by here; the text says why, in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Facts]):
    """What to look at; `look` gives what is wrong, in Dutch, and nothing when all is well."""

    id: str
    about: str
    criteria: tuple[str, ...]
    look: Callable[[Facts], Iterable[str]]


def run(rules: Iterable[Rule[Facts]], facts: Facts) -> tuple[Check, ...]:
    """Hold every rule against the facts of one file."""
    return tuple(_check(rule, facts) for rule in rules)


def _check(rule: Rule[Facts], facts: Facts) -> Check:
    try:
        complaints = list(dict.fromkeys(rule.look(facts)))
        result = Result.WRONG if complaints else Result.GOOD
    except UndecidableError as reason:
        complaints, result = [str(reason)], Result.UNDECIDED
    return Check(id=rule.id, about=rule.about, criteria=rule.criteria, result=result, detail=_few(complaints))


def _few(complaints: list[str]) -> str:
    more = len(complaints) - _SHOWN
    shown = " ".join(f"{complaint.rstrip('.')}." for complaint in complaints[:_SHOWN])
    return f"{shown} En nog {more}." if more > 0 else shown


def heading_complaints(levels: Iterable[int]) -> Iterable[str]:
    """Say what is wrong with the order of headings: one of level 1, first, and no level skipped."""
    found = list(levels)
    if found.count(1) != 1:
        yield f"Er zijn {found.count(1)} koppen van niveau 1 in plaats van één"
    if found and found[0] != 1:
        yield f"De eerste kop is van niveau {found[0]} in plaats van 1"
    for before, after in itertools.pairwise(found):
        if after > before + 1:
            yield f"Na een kop van niveau {before} komt er een van niveau {after}"


def plain(text: str) -> str:
    """Give a text with single plain spaces and no hyphens that only break lines, so that two can be compared."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())
