"""What an editor sees: YAML 1.2 with its own types, and the schema of that kind of file."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it ships no types

from psoh_cli.dossier.schemas import KINDS, json_schema

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")

_KIND_OF = {
    "gemeente.yaml": "gemeente",
    "sociale-kaart.yaml": "sociale-kaart",
    "plan.yaml": "plan",
    "ronde.yaml": "ronde",
    "huisstijl.yaml": "huisstijl",
}
_FOLDERS = {"momenten": "moment", "interviews": "interview"}
_KNOWLEDGE = {"kennis.yaml": "kennis", "kaartvelden.yaml": "kaartvelden"}


def kind_of(path: Path, *, knowledge: bool = False) -> str:
    """Tell which schema belongs to a file, by its name and folder."""
    folder = path.parent
    if folder.name in _FOLDERS:
        return _FOLDERS[folder.name]
    if knowledge and folder.name == "vragen":
        return "vragen"
    if knowledge and folder.name == "praktijken" and folder.parent.name in ("praktijken", "kennis"):
        return "praktijk"
    if knowledge:
        return _KNOWLEDGE.get(path.name, "kennislijst")
    return _KIND_OF.get(path.name, "sociale-kaart")


@cache
def validator(kind: str) -> Draft7Validator:
    """Give the validator of one kind of file."""
    return Draft7Validator(json.loads(json_schema(kind)))


def wrong_with(text: str, kind: str) -> list[str]:
    """Say what an editor underlines in a text."""
    errors = validator(kind).iter_errors(as_an_editor_reads(text))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors]


def leads_to_its_schema(path: Path) -> bool:
    """Tell whether the first line of a file names a schema that is there, and that is the one of its kind."""
    found = MODELINE.match(path.read_text("utf-8"))
    if found is None:
        return False
    schema = path.parent / found[1]
    kind = kind_of(path)
    return kind in KINDS and schema.is_file() and schema.read_bytes() == json_schema(kind).encode()


def as_an_editor_reads(text: str) -> Any:
    """Read YAML 1.2: numbers, `true` and `null` have a type; a date, `ja` and everything in quotes is text."""
    return yaml.load(text, Loader=_Editor)


class _Editor(yaml.SafeLoader):
    """PyYAML with the core schema of YAML 1.2 in place of the types of 1.1."""


_Editor.yaml_implicit_resolvers = {}


def _number(loader: _Editor, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


def _fraction(loader: _Editor, node: yaml.ScalarNode) -> float:
    return float(re.sub(r"\.(inf|nan)", r"\1", node.value.lower()))


def _truth(loader: _Editor, node: yaml.ScalarNode) -> bool:
    return str(node.value).lower() == "true"


def _nothing(loader: _Editor, node: yaml.ScalarNode) -> None:
    return None


for _tag, _pattern, _construct in (
    ("null", r"~|null|Null|NULL|", _nothing),
    ("bool", r"true|True|TRUE|false|False|FALSE", _truth),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", _number),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        _fraction,
    ),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), None)
    _Editor.add_constructor(f"tag:yaml.org,2002:{_tag}", _construct)
