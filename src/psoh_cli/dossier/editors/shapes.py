"""From a model to the JSON Schema of its file: what may stand where, with our words beside it."""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from psoh_cli.dossier.editors import scalars
from psoh_cli.dossier.editors.scalars import Schema
from psoh_cli.dossier.editors.wording import description_of, examples_of, name_of, title_of, title_of_model

DEFINITIONS = "#/definitions/"


class Choice(NamedTuple):
    """A list of the knowledge that a field chooses from; `free` is what else may stand there."""

    name: str
    free: Schema | None = None


class Shapes:
    """Makes the schemas of models, and keeps those that others point at."""

    def __init__(
        self,
        *,
        choices: Mapping[tuple[type[BaseModel], str], Choice],
        lists: Mapping[str, Schema],
        whole: Mapping[tuple[type[BaseModel], str], Schema],
        besides: Mapping[type[BaseModel], Schema],
    ) -> None:
        self.definitions: dict[str, Schema] = {}
        self._choices, self._lists, self._whole, self._besides = choices, lists, whole, besides

    def of_model(self, model: type[BaseModel]) -> Schema:
        """Give the schema of the fields of a model, written out."""
        required, properties = [], {}
        hints = get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items():
            key = field.alias or name
            if field.is_required():
                required.append(key)
            properties[key] = self._property(model, key=key, hint=hints[name], field=field)
        shape: Schema = {"type": "object", "additionalProperties": False}
        if required:
            shape["required"] = required
        return {**shape, "properties": properties, **self._besides.get(model, {})}

    def to_model(self, model: type[BaseModel]) -> Schema:
        """Point at the schema of a model among the definitions."""
        name = name_of(model)
        if name not in self.definitions:
            self.definitions[name] = {}  # a model inside itself ends here
            self.definitions[name] = {"title": title_of_model(model), **self.of_model(model)}
        return {"$ref": f"{DEFINITIONS}{name}"}

    def choose(self, chosen: Choice) -> Schema:
        """Point at a list of the knowledge, or at the list and what else may stand there."""
        name = f"keuze-{chosen.name}"
        self.definitions.setdefault(name, self._lists[chosen.name])
        pointer: Schema = {"$ref": f"{DEFINITIONS}{name}"}
        return pointer if chosen.free is None else {"anyOf": [pointer, chosen.free]}

    def _property(self, model: type[BaseModel], *, key: str, hint: Any, field: FieldInfo) -> Schema:
        told: Schema = {"title": title_of(model, key), "description": description_of(model, key)}
        default = field.default
        if isinstance(default, str | int) and not field.is_required():
            told["default"] = default.value if isinstance(default, StrEnum) else default
        whole = self._whole.get((model, key))
        if whole is not None:
            return {**told, **whole}
        chosen = self._choices.get((model, key))
        leaf = self.choose(chosen) if chosen else None
        shape = self._value(hint, metadata=tuple(field.metadata), leaf=leaf)
        return {**told, **_with_examples(shape, examples_of(model, key))}

    def _value(self, hint: Any, *, metadata: tuple[Any, ...] = (), leaf: Schema | None = None) -> Schema:
        base, own = _parted(hint)
        known = scalars.known(hint)
        if known is not None and leaf is None:
            return scalars.bounded(known, metadata)
        said = (*own, *metadata)
        shape = get_origin(base)
        if shape in (Union, types.UnionType):
            return self._one_of(base, metadata=metadata, leaf=leaf)
        if shape is tuple:
            items = self._value(get_args(base)[0], leaf=leaf)
            return scalars.bounded({"type": "array", "items": items}, said)
        if shape is dict:
            names, values = get_args(base)
            pattern = self._value(names).get("pattern")
            inside: Schema = {"type": "object", "additionalProperties": self._value(values, leaf=leaf)}
            return {**inside, "propertyNames": {"pattern": pattern}} if pattern else inside
        if isinstance(base, type) and issubclass(base, BaseModel):
            return self.to_model(base)
        return leaf if leaf is not None else _scalar(base, own=own, metadata=metadata)

    def _one_of(self, union: Any, *, metadata: tuple[Any, ...], leaf: Schema | None) -> Schema:
        kinds = get_args(union)
        parts = [
            self._value(kind, metadata=metadata, leaf=leaf) for kind in kinds if kind is not types.NoneType
        ]
        either: Schema = parts[0] if len(parts) == 1 else {"anyOf": parts}
        return scalars.or_nothing(either) if types.NoneType in kinds else either


def _with_examples(shape: Schema, examples: tuple[str | int, ...]) -> Schema:
    """Show examples beside the value they are examples of: in a list that is one item."""
    if not examples:
        return shape
    if shape.get("type") == "array":
        return {**shape, "items": {**shape["items"], "examples": list(examples)}}
    return {"examples": list(examples), **shape}


def _parted(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Part an annotation into its type and what is said about it."""
    if get_origin(hint) is Annotated:
        base, *own = get_args(hint)
        return base, tuple(own)
    return hint, ()


def _scalar(base: Any, *, own: tuple[Any, ...], metadata: tuple[Any, ...]) -> Schema:
    bounds = tuple(item for part in own if isinstance(part, FieldInfo) for item in part.metadata)
    kept = tuple(part for part in own if not isinstance(part, FieldInfo))
    described = scalars.known(scalars.annotated(base, kept)) or _described((*kept, *bounds))
    schema = described or scalars.known(base) or _plain(base)
    return scalars.bounded(schema, (*bounds, *metadata))


def _described(metadata: tuple[Any, ...]) -> Schema | None:
    """Give what a type says about itself to editors, as the last word on it."""
    said = [item.json_schema for item in metadata if isinstance(item, WithJsonSchema)]
    patterns = [item.pattern for item in metadata if isinstance(getattr(item, "pattern", None), str)]
    if said and said[-1] is not None:
        return scalars.as_typed(dict(said[-1]))
    return scalars.as_typed({"type": "string", "pattern": patterns[-1]}) if patterns else None


def _plain(base: Any) -> Schema:
    if get_origin(base) is Literal:
        return scalars.choice(str(word) for word in get_args(base))
    if isinstance(base, type) and issubclass(base, StrEnum):
        return scalars.choice(word.value for word in base)
    if base is str:
        return {"type": scalars.TYPED}
    raise TypeError(f"an editor knows nothing about {base}: add it to editors/scalars.py")
