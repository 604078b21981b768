"""Every free text in a value: all text that is no id, choice, code or web address, with the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from operator import attrgetter
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel

from psoh_cli.model import normal, web_address
from psoh_cli.problems.making import Path

_NO_PROSE = frozenset({"formaat", "kennisversie", "kvk", "agb", "postcode", "kaarten", "werkgebied", "taal"})
"""Fields of text that hold a number, a version, a code or a file; nobody writes a sentence there."""

_Step = tuple[str, bool, Callable[[Any], Any]]
"""The key of a field in the file, whether it is text itself, and how to take it out of a value."""


def free_texts(
    value: BaseModel, path: Path = (), *, without: frozenset[str] = frozenset()
) -> Iterator[tuple[Path, str]]:
    """Yield every free text below a value, with its path in the file; `without` are keys to pass by."""
    for key, is_text, take in _steps(type(value)):
        inside = take(value)
        if inside is None or key in without:
            continue
        if is_text and isinstance(inside, str):
            yield (*path, key), inside
        elif isinstance(inside, BaseModel):
            yield from free_texts(inside, (*path, key), without=without)
        elif isinstance(inside, tuple):
            yield from _in_list(inside, (*path, key), is_text=is_text, without=without)
        elif isinstance(inside, dict):
            for name, item in inside.items():
                if isinstance(item, BaseModel):
                    yield from free_texts(item, (*path, key, name), without=without)


def _in_list(
    items: tuple[Any, ...], path: Path, *, is_text: bool, without: frozenset[str]
) -> Iterator[tuple[Path, str]]:
    for index, item in enumerate(items):
        if isinstance(item, BaseModel):
            yield from free_texts(item, (*path, index), without=without)
        elif is_text and isinstance(item, str):
            yield (*path, index), item


@cache
def _steps(model: type[BaseModel]) -> tuple[_Step, ...]:
    """Tell which fields of a model can hold free text, at once or further down."""
    found = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        parts = [field.annotation, *field.metadata]
        is_text = key not in _NO_PROSE and _has(parts, normal) and not _has(parts, web_address)
        if is_text or _holds_models(field.annotation):
            found.append((key, is_text, attrgetter(name)))
    return tuple(found)


def _has(parts: list[Any], function: Callable[..., Any]) -> bool:
    """Tell whether a validator stands in an annotation, however deep."""
    for part in parts:
        if isinstance(part, AfterValidator):
            called = part.func.func if isinstance(part.func, partial) else part.func
            if called is function:
                return True
        elif _has(_inner(part), function):
            return True
    return False


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_models(part) for part in _inner(annotation))


def _inner(annotation: Any) -> list[Any]:
    return [*get_args(annotation), *getattr(annotation, "__metadata__", ())]
