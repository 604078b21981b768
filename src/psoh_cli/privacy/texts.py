"""Every free text in a value: all text that is no id, choice, code or web address, with the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from operator import attrgetter
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel

from psoh_cli.model import normal, web_address
from psoh_cli.problems.making import Path

_NO_PROSE = frozenset({"formaat", "kennisversie", "kvk", "agb", "postcode", "kaarten", "taal"})
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


def plain_texts(
    model: type[BaseModel], values: Mapping[str, Any], path: Path = ()
) -> Iterator[tuple[Path, str]]:
    """Yield every free text in values that no model judged yet, as `free_texts` would of the value made of them.

    What does not have the shape of the model is passed by, but for text where none belongs: that may say anything.
    """
    shapes = _shapes(model)
    for key, given in values.items():
        shape = shapes.get(key)
        if shape is None:
            continue
        is_text, inner = shape
        for step, item in enumerate(given) if isinstance(given, list | tuple) else ((None, given),):
            at = (*path, key) if step is None else (*path, key, step)
            if isinstance(item, str) and (is_text or inner is not None):
                yield at, item
            elif isinstance(item, Mapping) and inner is not None:
                yield from plain_texts(inner, item, at)


@cache
def _shapes(model: type[BaseModel]) -> dict[str, tuple[bool, type[BaseModel] | None]]:
    """Tell by key which fields are text themselves, and which hold values of another model."""
    fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    return {key: (is_text, _model_in(fields[key])) for key, is_text, _ in _steps(model)}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, _inner(annotation))), None)


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
