"""Tabs in front of lines: how many spaces each stands for, found by trying which make the file fit its model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pydantic import BaseModel

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_candidates import columns_beside
from psoh_cli.files.yaml_nodes import Parsed
from psoh_cli.files.yaml_trial import UNREADABLE, Trial
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.problem import Problem

_FRONT = re.compile(r"[ \t]*")
_WIDTHS = (2, 4, 1, 3, 8)
"""How wide a tab may be meant, for the whole file."""
_MOST_LINES = 30
"""How many lines with a tab are looked at one by one."""


def with_widths(parsed: Parsed, *, model: type[BaseModel]) -> tuple[Problem, ...]:
    """Give each tab in front of a line the spaces that it stands for; no fix where nobody can tell."""
    in_front = [problem for problem in parsed.problems if _is_in_front(problem)]
    if not in_front or any(problem.code != codes.TAB for problem in parsed.problems):
        return parsed.problems
    trial = Trial(parsed.text, model)
    numbers = [problem.line for problem in in_front]
    chosen = _chosen(trial, numbers)
    fronts = {number: _FRONT.match(trial.lines[number - 1]) for number in numbers}
    told = []
    for problem in parsed.problems:
        front = fronts.get(problem.line)
        if problem not in in_front or front is None:
            told.append(problem)
        elif chosen is None:
            told.append(replace(problem, fix=None))
        else:
            told.append(_told(problem, spaces=chosen[problem.line], until=front.end() + 1))
    return tuple(told)


def _is_in_front(problem: Problem) -> bool:
    return problem.code == codes.TAB and problem.fix is not None and not problem.fix.is_safe


def _told(problem: Problem, *, spaces: int, until: int) -> Problem:
    written = "één spatie" if spaces == 1 else f"{spaces} spaties"
    line = problem.line
    if not spaces:
        hint, does = "Haal de tab weg.", "haal de tab weg"
    else:
        hint, does = (
            f"Vervang de tab door spaties: vooraan deze regel horen er {spaces}.",
            f"schrijf {written}",
        )
    edit = Edit(Span(line, 1, line, until), " " * spaces)
    return replace(problem, hint=hint, fix=Fix(edits=(edit,), does=does, is_safe=False))


def _chosen(trial: Trial, numbers: list[int]) -> dict[int, int] | None:
    """Give the spaces for each line; None when no choice makes the file readable."""
    best: tuple[int, dict[int, int]] | None = None
    plain = _without_tabs(trial.lines, dict.fromkeys(numbers, 0))
    bases = (None, *columns_beside(plain, number=numbers[0]))
    for base, width in ((base, width) for base in bases for width in _WIDTHS):
        if trial.left <= 0:
            break
        spaces = {number: _width(trial.lines[number - 1], width) for number in numbers}
        if base is not None:
            least = min(spaces.values())
            spaces = {number: base + spaces[number] - least for number in numbers}
        score = _score(trial, spaces)
        if best is None or score < best[0]:
            best = (score, spaces)
        if not score:
            return spaces
    if best is None or len(numbers) > _MOST_LINES:
        return best[1] if best and best[0] < UNREADABLE else None
    score, spaces = best
    for number in numbers:
        for indent in columns_beside(_without_tabs(trial.lines, spaces), number=number):
            other = {**spaces, number: indent}
            left = _score(trial, other) if trial.left > 0 else score
            if left < score:
                score, spaces = left, other
    return spaces if score < UNREADABLE else None


def _score(trial: Trial, spaces: dict[int, int]) -> int:
    """Count what is wrong; of two ways that cannot be read, the one that is read further is better."""
    lines = _without_tabs(trial.lines, spaces)
    faults = trial.faults(lines)
    if faults < UNREADABLE:
        return faults
    lost = Trial("\n".join(lines), trial.model).lost()
    return 2 * UNREADABLE - (lost[0] if lost else 0)


def _width(text: str, width: int) -> int:
    front = _FRONT.match(text)
    return sum(width if sign == "\t" else 1 for sign in (front[0] if front else ""))


def _without_tabs(lines: Iterable[str], spaces: dict[int, int]) -> list[str]:
    return [
        (" " * spaces[number] + line.lstrip(" \t") if number in spaces else line).replace("\t", " ")
        for number, line in enumerate(lines, start=1)
    ]
