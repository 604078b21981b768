"""YAML in and out of a dossier: scalars stay text, every line and column is known, and a model types it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from psoh_cli.collector import collector_held
from psoh_cli.errors import TooBigError
from psoh_cli.files import disk
from psoh_cli.files.yaml_causes import too_big
from psoh_cli.files.yaml_deeper import put_under
from psoh_cli.files.yaml_events import parse
from psoh_cli.files.yaml_nodes import (
    Node,
    Parsed,
    Path,
    Place,
    address_of,
    find,
    key_written_at,
    place_of,
    written_at,
)
from psoh_cli.files.yaml_repair import retold, with_dashes
from psoh_cli.files.yaml_shape import shape_problems
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem, Severity, has_errors, in_order

__all__ = [
    "Node",
    "Parsed",
    "Path",
    "Place",
    "address_of",
    "find",
    "key_written_at",
    "load",
    "parse",
    "place_of",
    "read",
    "written_at",
]

T = TypeVar("T", bound=BaseModel)


def read(path: FilePath, *, name: str | None = None) -> Parsed:
    """Read a YAML file; `name` is what Problems call it, otherwise the path with forward slashes.

    Raises UnreadableError when there is no such file or it is not UTF-8; one that is too big is a Problem.
    """
    called = name or path.as_posix()
    try:
        text = disk.read_text(path)
    except TooBigError as error:
        cause = too_big(found=error.found, allowed=error.allowed, unit="bytes")
        said = problem_of(cause.code, cause.message, file=called, place=cause.place, hint=cause.hint)
        return Parsed(text="", name=called, root=None, problems=(said,))
    return parse(text, name=called)


def load(parsed: Parsed, model: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """Type what was read with a model: the value, and every Problem of reading and typing it, in order.

    The problems of `parsed` are among them, so no caller has to add them. The value is None when any
    problem is an error. Validators say what is wrong with ValueError(message) or ValueError(message, hint).
    """
    if parsed.root is None:
        return None, in_order(retold(parsed, model=model))
    if has_errors(parsed.problems):
        parsed = replace(parsed, problems=with_dashes(parsed, model=model))
    try:
        with collector_held():
            value = model.model_validate(parsed.plain(), by_alias=True, by_name=False)
    except ValidationError as error:
        told, moved = _too_far_left(parsed, model=model, error=error)
        if told:
            return None, in_order((*parsed.problems, *told, *moved))
        unread = {problem.line for problem in parsed.problems if problem.severity is Severity.ERROR}
        found = shape_problems(error.errors(include_url=False), parsed=parsed, model=model)
        fresh = (problem for problem in found if problem.line not in unread)
        return None, in_order((*parsed.problems, *fresh))
    return (None if has_errors(parsed.problems) else value), in_order(parsed.problems)


def _too_far_left(
    parsed: Parsed, *, model: type[BaseModel], error: ValidationError
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Tell of fields that belong under the empty field above them, and of what else is wrong once they stand there."""
    empty = [
        one for one in error.errors(include_url=False) if one["input"] is None and one["type"] != "missing"
    ]
    if not empty or has_errors(parsed.problems):
        return (), ()
    found = shape_problems(error.errors(include_url=False), parsed=parsed, model=model)
    wrong = frozenset(problem.line for problem in found)
    now, told = put_under(parsed, model=model, wrong=wrong)
    if not told:
        return (), ()
    edits = [edit for problem in told if problem.fix for edit in problem.fix.edits]
    touched = {line for edit in edits for line in range(edit.span.line, edit.span.end_line + 1)}
    try:
        model.model_validate(now.plain(), by_alias=True, by_name=False)
    except ValidationError as other:
        left = shape_problems(other.errors(include_url=False), parsed=now, model=model)
        return told, tuple(problem for problem in left if problem.line not in touched)
    return told, ()
