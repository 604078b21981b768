"""Where in a file a model's error belongs, and which keys the model does know there."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import AliasChoices, BaseModel

from psoh_cli.files.yaml_nodes import Node, Parsed, Path, find


def resolve(parsed: Parsed, where: tuple[str | int, ...], *, given: object) -> Path:
    """Find the path an error is about: its `loc` without the tags that unions put in it.

    Every step is either taken or skipped as a tag; the way that ends at the value the error holds wins,
    and then the one that takes most steps.
    """
    best: tuple[int, int, Path] = (-1, -1, ())
    for path in _ways(parsed.root, where):
        node = find(parsed, path)
        same = int(node is not None and _same(node, given))
        if (same, len(path)) > best[:2]:
            best = (same, len(path), path)
    return best[2]


def keys_at(model: type[BaseModel], where: tuple[str | int, ...]) -> list[str]:
    """Give the keys a model knows at the place an error's `loc` points to."""
    models = [model]
    for step in where:
        if isinstance(step, str):
            models = _models_under(models, step) or _narrowed(models, step) or models
    return list(dict.fromkeys(name for one in models for name in _names(one)))


def keys_inside(model: type[BaseModel], where: tuple[str | int, ...]) -> list[str]:
    """Give the keys of the groups of fields that the field at a place holds; none when it holds no such groups."""
    models = [model]
    for step in where[:-1]:
        if isinstance(step, str):
            models = _models_under(models, step) or _narrowed(models, step) or models
    inside = _models_under(models, str(where[-1])) if where else []
    return list(dict.fromkeys(name for one in inside for name in _names(one)))


def _ways(node: Node | None, where: tuple[str | int, ...]) -> Iterator[Path]:
    if not where or node is None:
        yield ()
        return
    inside = node.child(where[0])
    if inside is not None:
        for rest in _ways(inside, where[1:]):
            yield (where[0], *rest)
    if inside is None or isinstance(where[0], str):
        yield from _ways(node, where[1:])


def _same(node: Node, given: object) -> bool:
    if isinstance(node.value, Mapping):
        return isinstance(given, dict) and given.keys() == node.value.keys()
    if isinstance(node.value, tuple):
        return isinstance(given, list) and len(given) == len(node.value)
    return bool(node.value == given)


def _names(model: type[BaseModel]) -> list[str]:
    return [_name(field_name, field) for field_name, field in model.model_fields.items()]


def _name(field_name: str, field: Any) -> str:
    alias = field.validation_alias or field.alias
    if isinstance(alias, AliasChoices):
        alias = alias.choices[0]
    return alias if isinstance(alias, str) else field_name


def _models_under(models: list[type[BaseModel]], key: str) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    for model in models:
        for field_name, field in model.model_fields.items():
            if key in (_name(field_name, field), field_name):
                found.extend(_models_in(field.annotation))
    return found


def _narrowed(models: list[type[BaseModel]], tag: str) -> list[type[BaseModel]]:
    """Keep the members of a union that a tag in `loc` means."""
    return [
        model
        for model in models
        if model.__name__ == tag
        or any(tag in typing.get_args(field.annotation) for field in model.model_fields.values())
    ]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if hasattr(annotation, "__value__"):  # a `type` alias
        return _models_in(annotation.__value__)
    return [model for part in typing.get_args(annotation) for model in _models_in(part)]
