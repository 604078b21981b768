"""The Reviewdog Diagnostic Format: its messages as a schema, and columns that count bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.check.formats.reports import CLEAN, KAART, LANGUAGE, SMALL, STEP, TEXT, reports, told

from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.formats.as_rdjson import as_rdjson
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, arranged

_POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": _POSITION, "end": _POSITION},
}
SCHEMA = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {"path": {"type": "string", "minLength": 1}, "range": _RANGE},
                    },
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "properties": {"value": {"type": "string"}},
                    },
                    "suggestions": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {
                                "range": {**_RANGE, "required": ["start", "end"]},
                                "text": {"type": "string"},
                            },
                        },
                    },
                },
            },
        },
    },
}


def read(report: Report) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(as_rdjson(report))
    jsonschema.validate(content, SCHEMA)
    return content


def replaced(data: bytes, suggestion: dict[str, Any]) -> bytes:
    """Do what a reader does with a suggestion: count lines, and then bytes."""
    lines = data.split(b"\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    where = suggestion["range"]
    start, end = (starts[where[side]["line"] - 1] + where[side]["column"] - 1 for side in ("start", "end"))
    new: str = suggestion["text"]
    return data[:start] + new.encode("utf-8") + data[end:]


def test_the_small_report() -> None:
    content = read(SMALL)
    assert content["source"] == {"name": "psoh"}
    assert [(item["severity"], item["code"]["value"]) for item in content["diagnostics"]] == [
        ("ERROR", "ONLEESBAAR"),
        ("INFO", "DOSSIER004"),
        ("WARNING", "KAART007"),
        ("ERROR", "KAART005"),
    ]
    assert content["diagnostics"][2] == {
        "message": told(LANGUAGE.message, LANGUAGE.hint),
        "location": {
            "path": KAART,
            "range": {"start": {"line": 3, "column": 26}, "end": {"line": 3, "column": 34}},  # é is two bytes
        },
        "severity": "WARNING",
        "code": {"value": "KAART007"},
        "suggestions": [
            {"range": {"start": {"line": 3, "column": 26}, "end": {"line": 3, "column": 34}}, "text": "ti"}
        ],
    }


def test_without_the_text_only_the_lines_are_told() -> None:
    block = read(SMALL)["diagnostics"][1]
    assert block["location"]["range"] == {"start": {"line": 4}, "end": {"line": 5}}
    bare = read(Report(problems=(LANGUAGE,)))["diagnostics"][0]
    assert bare["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}
    assert "suggestions" not in bare


def test_an_unsafe_fix_is_not_suggested() -> None:
    assert "suggestions" not in read(Report(problems=(STEP,), texts={KAART: TEXT}))["diagnostics"][0]


def test_nothing_found_is_an_empty_list() -> None:
    assert read(CLEAN)["diagnostics"] == []


@given(report=reports)
def test_any_report_is_valid_and_keeps_its_words(report: Report) -> None:
    content = read(report)
    kept = arranged(report)
    expected = [told(item.message, item.hint) for item in kept.unread]
    expected += [told(problem.message, problem.hint) for problem in kept.problems]
    assert [item["message"] for item in content["diagnostics"]] == expected


_LINES = st.lists(st.text(st.sampled_from("aé😀\u0301 :-"), max_size=8), min_size=1, max_size=5)


@given(
    lines=_LINES,
    end=st.sampled_from(["\n", "\r\n"]),
    data=st.data(),
    new=st.sampled_from(["ti", "é😀", "", "x\ny"]),
)
def test_a_suggestion_done_in_bytes_gives_what_the_fix_means(
    lines: list[str], end: str, data: st.DataObject, new: str
) -> None:
    number = data.draw(st.integers(1, len(lines)))
    line = lines[number - 1]
    first = data.draw(st.integers(0, len(line)))
    last = data.draw(st.integers(first, len(line)))
    text = end.join([*lines, ""])
    assume(text)
    span = Span(number, first + 1, number, last + 1)
    problem = Problem(
        code="KAART007",
        severity=Severity.ERROR,
        message="x",
        file="a.yaml",
        fix=Fix(edits=(Edit(span, new),), does=""),
    )
    [diagnostic] = read(Report(problems=(problem,), texts={"a.yaml": text}))["diagnostics"]
    changed = line[:first] + new.replace("\n", end) + line[last:]
    expected = end.join([*lines[: number - 1], changed, *lines[number:], ""])
    assert replaced(text.encode("utf-8"), diagnostic["suggestions"][0]) == expected.encode("utf-8")


def test_the_schema_sees_a_column_that_begins_at_zero() -> None:
    content = read(SMALL)
    content["diagnostics"][2]["location"]["range"]["start"]["column"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, SCHEMA)
