"""YAML in and out of a dossier: scalars stay text, every line and column is known, and a model types it."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from psoh_cli.errors import TooBigError
from psoh_cli.files import disk
from psoh_cli.files.yaml_causes import too_big
from psoh_cli.files.yaml_events import collector_held, parse
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
        return None, in_order(parsed.problems)
    try:
        with collector_held():
            value = model.model_validate(parsed.plain(), by_alias=True, by_name=False)
    except ValidationError as error:
        unread = {problem.line for problem in parsed.problems if problem.severity is Severity.ERROR}
        found = shape_problems(error.errors(include_url=False), parsed=parsed, model=model)
        fresh = (problem for problem in found if problem.line not in unread)
        return None, in_order((*parsed.problems, *fresh))
    return (None if has_errors(parsed.problems) else value), in_order(parsed.problems)
