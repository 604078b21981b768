"""The schemas for editors are fresh, in Dutch, small, and work where there is no network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it ships no types
from tests.check.editor import kind_of, wrong_with
from tests.dossier.sample import FILES

from psoh_cli import app
from psoh_cli.dossier.schemas import ALL_KINDS, KINDS, json_schema
from psoh_cli.practices.practice_files import read_catalogue

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "schema"
MOST_BYTES = 300_000
LONGEST_SENTENCE = 22
ENGLISH = re.compile(r"\b(the|of a|is not|and|with|None|must|should|file)\b")


def walked(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Give every part of a schema with its path."""
    if isinstance(node, dict):
        yield path, node
        for key, item in node.items():
            yield from walked(item, (*path, key))
    elif isinstance(node, list):
        for number, item in enumerate(node):
            yield from walked(item, (*path, str(number)))


def properties_of(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every property that a schema names; what narrows one elsewhere has no words of its own."""
    for path, node in walked(json.loads(json_schema(kind))):
        if path[-1:] != ("properties",) or "then" in path or "if" in path:
            continue
        narrows = "antwoorden" in path and path[-3:-2] == ("properties",) and path[-4:-3] == ("antwoorden",)
        if not narrows:
            yield from ((f"{'/'.join(path)}/{key}", said) for key, said in node.items())


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_schemas_in_docs_are_fresh(kind: str) -> None:
    path = SCHEMAS / f"{kind}.schema.json"
    assert path.read_bytes() == json_schema(kind).encode(), "type: psoh schema --kennis --output docs/schema"


def test_no_other_schema_is_left() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{kind}.schema.json" for kind in ALL_KINDS}


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_schema_is_a_small_schema_that_needs_nothing_from_elsewhere(kind: str) -> None:
    text = json_schema(kind)
    schema = json.loads(text)
    Draft7Validator.check_schema(schema)
    assert len(text.encode()) < MOST_BYTES
    assert max(len(line) for line in text.splitlines()) < 600
    named = [node["$ref"] for _, node in walked(schema) if isinstance(node.get("$ref"), str)]
    assert [name for name in named if not name.startswith("#/definitions/")] == []
    assert {name.removeprefix("#/definitions/") for name in named} == set(schema.get("definitions", {}))
    assert [
        path for path, node in walked(schema) if {"$id", "id"} & set(node) and path[-1:] != ("properties",)
    ] == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_property_has_a_dutch_title_and_description(kind: str) -> None:
    found = dict(properties_of(kind))
    assert len(found) > 3
    bare = [
        path
        for path, said in found.items()
        if not said.get("title") or not said.get("description", "").strip()
    ]
    assert bare == []
    texts = [said[word] for said in found.values() for word in ("title", "description")]
    assert [text for text in texts if ENGLISH.search(text)] == []
    assert [said["title"] for said in found.values() if not said["title"][0].isupper()] == []
    assert [
        said["description"] for said in found.values() if said["description"].rstrip()[-1] not in ".?"
    ] == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_description_is_said_in_short_sentences(kind: str) -> None:
    ours = [said["description"] for path, said in properties_of(kind) if "antwoorden/properties" not in path]
    sentences = [sentence for text in ours for sentence in re.split(r"[.:?]\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_an_example_fits_and_is_never_the_only_one(kind: str) -> None:
    """An editor that completes a key writes the value after it when only one is offered: an invented one."""
    schema = json.loads(json_schema(kind))
    definitions = schema.get("definitions", {})
    for path, said in properties_of(kind):
        examples = said.get("examples", ())
        if not examples:
            continue
        check = Draft7Validator({**said, "definitions": definitions})
        assert [example for example in examples if not check.is_valid(example)] == [], path
        assert len(examples) > 1, path


def test_the_words_of_the_knowledge_are_offered_with_their_meaning() -> None:
    definitions = json.loads(json_schema("sociale-kaart"))["definitions"]
    catalogue = read_catalogue()[0]
    steps = definitions["keuze-ketenstap"]
    assert steps["enum"] == [step.id for step in catalogue.chain_steps]
    assert steps["enumDescriptions"] == [step.name for step in catalogue.chain_steps]
    languages = definitions["keuze-taal"]
    assert dict(zip(languages["enum"], languages["enumDescriptions"], strict=True))["ti"] == "Tigrinya"
    offered = [node for _, node in walked(definitions) if "enumDescriptions" in node]
    assert [node for node in offered if len(node["enum"]) != len(node["enumDescriptions"])] == []


def test_every_question_is_offered_with_its_text_and_its_answers() -> None:
    schema = json.loads(json_schema("interview"))
    questions = schema["properties"]["antwoorden"]["properties"]
    catalogue = read_catalogue()[0]
    assert list(questions) == [question.id for question in catalogue.questions]
    for question in catalogue.questions:
        assert question.text in questions[question.id]["description"]
    partly = schema["definitions"]["antwoord-ja-nee-deels"]
    assert partly["enum"] == ["ja", "deels", "nee", "weet-niet", "niet-van-toepassing"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("gemeente.yaml", "naam: Dordrecht", "naan: Dordrecht"),
        ("gemeente.yaml", "code: GM0505\n", ""),
        ("gemeente.yaml", "totaal: 100", "totaal: veel"),
        ("gemeente.yaml", "2026-07", "juli 2026"),
        ("gemeente.yaml", "2026-07", "2026-02-31"),
        ("gemeente.yaml", "18-26", "18-27"),
        ("sociale-kaart.yaml", "[preventie]", "preventie"),
        ("sociale-kaart.yaml", "[preventie]", "[preventi]"),
        ("sociale-kaart.yaml", "    organisatie: buurthuis\n", ""),
        ("plan.yaml", "[]", "[{}]"),
        ("plan.yaml", "[]", "[{id: maatregel}]"),
        ("interviews/beleidsadviseur.yaml", "groep: gemeente\n", ""),
        ("interviews/beleidsadviseur.yaml", "groep: gemeente\n", "groep: gemeentes\n"),
    ],
)
def test_an_editor_sees_what_check_sees(name: str, old: str, new: str) -> None:
    text, kind = FILES[name], kind_of(Path(name))
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
    assert {path.name for path in (tmp_path / "nieuw").iterdir()} == {f"{kind}.schema.json" for kind in KINDS}
    assert app.run(["schema", "--kennis", "--output", str(tmp_path / "alle")]) == 0
    assert len(list((tmp_path / "alle").iterdir())) == len(ALL_KINDS)
    assert app.run(["schema", "praktijk"]) == 0
    capsys.readouterr()
    assert app.run(["schema", "plam"]) == 2
    said = capsys.readouterr().err
    assert "'plam' is geen soort bestand" in said
    assert "'plan'" in said
