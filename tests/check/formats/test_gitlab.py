"""GitLab Code Quality: what its documentation asks of a report, written as a schema."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from tests.check.formats.reports import CLEAN, KAART, SMALL, many, reports, told

from psoh_cli.problems.formats.as_gitlab import as_gitlab
from psoh_cli.problems.report import Report, arranged

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./."}},
                    "lines": {
                        "type": "object",
                        "required": ["begin", "end"],
                        "additionalProperties": False,
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def read(report: Report) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(as_gitlab(report))
    jsonschema.validate(content, SCHEMA)
    return content


def test_the_small_report() -> None:
    found = [
        (item["check_name"], item["severity"], item["location"]["path"], item["location"]["lines"])
        for item in read(SMALL)
    ]
    assert found == [
        ("ONLEESBAAR", "blocker", "dossiers/weg", {"begin": 1, "end": 1}),
        ("DOSSIER004", "info", "dossiers/gemeente.yaml", {"begin": 4, "end": 5}),
        ("KAART007", "minor", KAART, {"begin": 3, "end": 3}),
        ("KAART005", "major", KAART, {"begin": 3, "end": 3}),
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert as_gitlab(CLEAN) == "[]\n"


@pytest.mark.slow
@given(report=reports)
def test_any_report_is_valid_and_keeps_its_words(report: Report) -> None:
    content = read(report)
    kept = arranged(report)
    expected = [told(item.message, item.hint) for item in kept.unread]
    expected += [told(problem.message, problem.hint) for problem in kept.problems]
    assert [item["description"] for item in content] == expected
    assert all(item["location"]["lines"]["begin"] <= item["location"]["lines"]["end"] for item in content)


def test_every_fingerprint_is_its_own() -> None:
    same = many(1) * 1000
    content = read(Report(problems=(*same, *many(1000)), texts={"a.yaml": "gelijk\n" * 1000}))
    assert len({item["fingerprint"] for item in content}) == 2000


@pytest.mark.parametrize("wrong", [{"severity": "fout"}, {"fingerprint": ""}, {"location": {"path": "a"}}])
def test_the_schema_sees_what_gitlab_would_not_take(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**read(SMALL)[0], **wrong}], SCHEMA)
