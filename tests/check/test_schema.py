"""The schemas for editors are fresh, in Dutch, and agree with the reader on real files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it ships no types
from tests.dossier.sample import FILES

from psoh_cli import app
from psoh_cli.dossier.schemas import KINDS, json_schema

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
KIND_OF = {"gemeente.yaml": "gemeente", "sociale-kaart.yaml": "sociale-kaart", "plan.yaml": "plan"}


def kind_of(path: Path) -> str:
    return "moment" if path.parent.name == "momenten" else KIND_OF.get(path.name, "interview")


def as_an_editor_reads(text: str) -> Any:
    """Read YAML 1.2 as an editor does: numbers, true and false are typed, dates and `nee` stay text."""
    return _typed(yaml.load(text, Loader=yaml.BaseLoader))


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if re.fullmatch(r"-?\d+", value):
        return int(value)
    if re.fullmatch(r"-?\d+\.\d+", value):
        return float(value)
    return {"true": True, "false": False, "null": None, "~": None, "": None}.get(value, value)


def wrong_with(text: str, kind: str) -> list[str]:
    validator = Draft7Validator(json.loads(json_schema(kind)))
    return [error.message for error in validator.iter_errors(as_an_editor_reads(text))]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_in_docs_are_fresh(kind: str) -> None:
    path = ROOT / "docs" / "schema" / f"{kind}.schema.json"
    assert path.read_bytes() == json_schema(kind).encode("utf-8"), "type: psoh schema --output docs/schema"


def test_no_other_schema_is_left() -> None:
    found = {path.name for path in (ROOT / "docs" / "schema").iterdir()}
    assert found == {f"{kind}.schema.json" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema_and_has_no_english_in_it(kind: str) -> None:
    schema = json.loads(json_schema(kind))
    Draft7Validator.check_schema(schema)
    described: list[str] = []

    def walk(node: Any) -> None:
        for key, item in node.items() if isinstance(node, dict) else enumerate(node):
            if key == "description" and isinstance(item, str):
                described.append(item)
            elif isinstance(item, dict | list):
                walk(item)

    walk(schema)
    assert described
    assert [text for text in described if re.search(r"\b(the|of a|is not|None)\b", text)] == []


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.relative_to(EXAMPLES).as_posix()
)
def test_an_example_fits_its_schema_and_points_to_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert wrong_with(text, kind_of(path)) == []
    modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert modeline
    assert (path.parent / modeline[1]).resolve() == ROOT / "docs" / "schema" / f"{kind_of(path)}.schema.json"


def test_a_new_dossier_fits_its_schemas_and_holds_them(tmp_path: Path) -> None:
    assert app.run(["start", str(tmp_path / "d"), "--gemeente", "Dordrecht"]) == 0
    for path in (tmp_path / "d").rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert wrong_with(text, kind_of(path)) == []
        modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert modeline
        assert (path.parent / modeline[1]).read_bytes() == json_schema(kind_of(path)).encode("utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("gemeente.yaml", "naam: Dordrecht", "naan: Dordrecht"),
        ("gemeente.yaml", "code: GM0505\n", ""),
        ("gemeente.yaml", "totaal: 100", "totaal: veel"),
        ("gemeente.yaml", "2026-07", "juli 2026"),
        ("gemeente.yaml", "18-26", "18-27"),
        ("sociale-kaart.yaml", "[preventie]", "preventie"),
        ("sociale-kaart.yaml", "    organisatie: buurthuis\n", ""),
        ("plan.yaml", "[]", "[{}]"),
        ("interviews/beleidsadviseur.yaml", "groep: gemeente\n", ""),
    ],
)
def test_an_editor_sees_what_check_sees(name: str, old: str, new: str) -> None:
    text = FILES[name]
    kind = kind_of(Path(name))
    assert wrong_with(text, kind) == []
    assert old in text
    assert wrong_with(text.replace(old, new, 1), kind)


def test_the_command_shows_one_lists_all_and_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run(["schema", "plan"]) == 0
    assert capsys.readouterr().out == json_schema("plan")
    assert app.run(["schema"]) == 0
    listed = capsys.readouterr().out
    assert [kind for kind in KINDS if kind not in listed] == []
    assert app.run(["schema", "--output", str(tmp_path / "nieuw")]) == 0
    assert len(list((tmp_path / "nieuw").iterdir())) == len(KINDS)
    assert app.run(["schema", "plam"]) == 2
    said = capsys.readouterr().err
    assert "'plam' is geen soort bestand" in said
    assert "'plan'" in said
