"""Two readers beside ours: one that knows only text, and the text itself beside the value that a model made of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Any

import yaml
from pydantic import BaseModel

from psoh_cli.dutch import PartialDate
from psoh_cli.files.yaml_nodes import Parsed
from psoh_cli.problems.problem import has_errors

_SMALL = 600
"""Up to how many characters the slow reader, which shares no code with ours, reads along."""

_NOTHING = ("", "~", "null")


class UnlikeError(Exception):
    """The other reader cannot read this text; then there is nothing to compare."""


class _ByText(yaml.BaseLoader):
    """Reads every value as text, and a value without a sign that is nothing as nothing, as YAML 1.2 does."""


class _ByTextFast(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Does the same for long texts."""


def _scalar(loader: Any, node: yaml.ScalarNode) -> str | None:
    value = unicodedata.normalize("NFC", node.value)
    return None if not node.style and value in _NOTHING else value


for reader in (_ByText, _ByTextFast):
    reader.add_constructor("tag:yaml.org,2002:str", _scalar)


def read_by_another(text: str) -> Any:
    """Read a text with a reader that knows only text; raise UnlikeError when it cannot."""
    body = text.removeprefix("\ufeff")
    body += "" if body.endswith(("\n", "\r")) else "\n"
    try:
        return yaml.load(body, Loader=_ByText if len(body) <= _SMALL else _ByTextFast)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise UnlikeError(str(error)) from error


def expect_alike(parsed: Parsed) -> bool:
    """Make sure that a text without errors says to us what it says to another reader; tell whether both could."""
    if parsed.root is None or has_errors(parsed.problems):
        return False
    try:
        other = read_by_another(parsed.text)
    except UnlikeError:
        return False
    assert parsed.plain() == _without_nothing_keys(other), "a value was changed in silence"
    return True


def _without_nothing_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {"null" if key is None else key: _without_nothing_keys(item) for key, item in value.items()}
    return [_without_nothing_keys(item) for item in value] if isinstance(value, list) else value


def changed_values(
    said: Any, made: Any, *, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[Any, Any, Any]]:
    """Yield where a value that a model made does not mean what the text said."""
    if isinstance(said, dict):
        for key, item in said.items():
            inside = _field(made, key)
            if inside is not _ABSENT:
                yield from changed_values(item, inside, path=(*path, key))
    elif isinstance(said, list):
        if isinstance(made, (list, tuple)):
            assert len(said) == len(made), path
            for number, (item, inside) in enumerate(zip(said, made, strict=True)):
                yield from changed_values(item, inside, path=(*path, number))
    elif isinstance(said, str) and not _means(said, made):
        yield path, said, made


_ABSENT = object()


def _field(made: Any, key: str) -> Any:
    if isinstance(made, BaseModel):
        for name, about in type(made).model_fields.items():
            if key in {name, about.alias}:
                return getattr(made, name)
    return made.get(key, _ABSENT) if isinstance(made, dict) else _ABSENT


def _means(said: str, made: Any) -> bool:
    """Tell whether a value means what was said; how a Dutch reader takes it is in the last lines."""
    bare = unicodedata.normalize("NFC", said).strip()
    if isinstance(made, tuple) and len(made) == 1:  # one answer, where several may be given
        made = made[0]
    if isinstance(made, Enum):
        made = made.value
    if isinstance(made, bool):
        return bare == ("ja" if made else "nee")
    if isinstance(made, int):
        return re.sub(r"\.(?=\d{3})", "", bare).lstrip("0") == (str(made) if made else "")
    if isinstance(made, PartialDate):
        return str(made) == bare
    if made is None:
        return bare == "onbekend"
    if not isinstance(made, str):
        return False
    return made == bare or made.upper() in {bare.upper(), f"GM{bare}"} or _clock(made) == _clock(bare) != ()


def _clock(text: str) -> tuple[int, ...]:
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", text)
    return (int(found[1]), int(found[2])) if found else ()
