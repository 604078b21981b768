"""SARIF 2.1.0: valid by the schema itself, and by the rules of its text that a schema cannot hold."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from tests.check.formats.reports import AGREED, CLEAN, KAART, SMALL, reports, told
from tests.conftest import missing, shared_folder

from psoh_cli.problems.codes import CODES
from psoh_cli.problems.formats.as_sarif import as_sarif
from psoh_cli.problems.formats.uris import is_below, uri_of
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, arranged

URI_CHARACTERS = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
)


@cache
def validator() -> jsonschema.Draft7Validator:
    """Give the validator of the real schema, which lies beside the checkout, or skip."""
    folder = shared_folder()
    path = (folder or Path("nowhere")) / "standards" / "schemastore" / "sarif-2.1.0.json"
    if not path.is_file():
        missing("no sarif-2.1.0.json in the folder 'shared' beside the checkout (PSOH_SHARED)")
    return jsonschema.Draft7Validator(
        json.loads(path.read_text("utf-8")), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )


def run_of(report: Report) -> dict[str, Any]:
    content = json.loads(as_sarif(report))
    assert content["version"] == "2.1.0"
    [run] = content["runs"]
    assert isinstance(run, dict)
    return run


def locations_in(value: object) -> list[dict[str, Any]]:
    """Find every artifact location, wherever it stands."""
    if isinstance(value, dict):
        own = [value] if "uri" in value else []
        return own + [found for inner in value.values() for found in locations_in(inner)]
    return [found for inner in value for found in locations_in(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("report", [SMALL, CLEAN, Report()], ids=["small", "clean", "empty"])
def test_the_real_schema_finds_nothing(report: Report) -> None:
    assert [error.message for error in validator().iter_errors(json.loads(as_sarif(report)))] == []


def test_the_real_schema_would_find_something() -> None:
    content = json.loads(as_sarif(SMALL))
    content["runs"][0]["results"][0]["level"] = "fout"
    assert list(validator().iter_errors(content))


@given(report=reports)
def test_any_report_is_valid_by_schema_and_text_and_keeps_its_words(report: Report) -> None:
    content = json.loads(as_sarif(report))
    assert [error.message for error in validator().iter_errors(content)] == []
    [run] = content["runs"]
    kept = arranged(report)
    found = (*kept.problems, *(item.problem for item in kept.ignored))
    assert [item["message"]["text"] for item in run["results"]] == [
        told(one.message, one.hint) for one in found
    ]
    keeps_to_the_standard(run)


def keeps_to_the_standard(run: dict[str, Any]) -> None:
    """Check what the text of the standard asks and its schema cannot."""
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    told_of = ["suppressions" in result for result in run["results"]]
    assert all(told_of) or not any(told_of)
    marks = [result["partialFingerprints"]["psoh/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        begin = (region["startLine"], region["startColumn"])
        assert (region.get("endLine", begin[0]), region.get("endColumn", begin[1])) >= begin
    for location in locations_in(run):
        assert set(location["uri"]) <= URI_CHARACTERS
        parts = urlsplit(location["uri"])
        assert ("uriBaseId" in location) <= (not parts.scheme and not location["uri"].startswith("/"))


def test_a_result_of_the_small_report() -> None:
    language = next(result for result in run_of(SMALL)["results"] if result["ruleId"] == "KAART007")
    place = {
        "uri": "dossiers/%C3%A9%C3%A9n%20map/sociale-kaart.yaml",
        "uriBaseId": "SRCROOT",
    }
    assert len(language.pop("partialFingerprints")["psoh/v1"]) == 32
    assert language == {
        "ruleId": "KAART007",
        "ruleIndex": 3,
        "level": "warning",
        "message": {
            "text": "'Tigrinya' is geen taalcode.\nSchrijf ti.\nDe lijst ziet u met: psoh praktijken --lijst talen"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": place,
                    "region": {"startLine": 3, "startColumn": 25, "endLine": 3, "endColumn": 33},
                },
                "logicalLocations": [{"fullyQualifiedName": "diensten/café/talen/0"}],
            }
        ],
        "fixes": [
            {
                "description": {"text": "schrijf ti"},
                "artifactChanges": [
                    {
                        "artifactLocation": place,
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 3,
                                    "startColumn": 25,
                                    "endLine": 3,
                                    "endColumn": 33,
                                },
                                "insertedContent": {"text": "ti"},
                            }
                        ],
                    }
                ],
            }
        ],
        "suppressions": [],
    }


def test_the_manual_of_a_code_comes_along() -> None:
    rule = next(rule for rule in run_of(SMALL)["tool"]["driver"]["rules"] if rule["id"] == "KAART004")
    code = CODES["KAART004"]
    assert rule["shortDescription"]["text"] == code.title
    assert rule["fullDescription"]["text"] == code.what
    assert rule["defaultConfiguration"] == {"level": "warning"}
    for part in (code.what, code.why, code.remedy, "psoh uitleg KAART004"):
        assert part in rule["help"]["text"]
    assert rule["help"]["markdown"].count("**") == 2 * (2 + bool(code.wrong) + bool(code.right))


def test_an_unsafe_fix_says_that_somebody_must_look() -> None:
    step = next(result for result in run_of(SMALL)["results"] if result["ruleId"] == "KAART005")
    assert step["fixes"][0]["description"]["text"] == "schrijf preventie (kijk eerst of dat klopt)"


def test_what_is_ignored_says_where_and_why() -> None:
    told_of = {
        item["ruleId"]: item["suppressions"] for item in run_of(SMALL)["results"] if item["suppressions"]
    }
    assert told_of == {
        "PLAN001": [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "de raad heeft dit zo besloten (dossiers/plan.yaml:8)",
            }
        ],
        AGREED.problem.code: [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "wordt in januari gebeld (psoh.toml:4)",
            }
        ],
    }


def test_the_run_says_how_it_ended() -> None:
    assert run_of(CLEAN)["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]
    [invocation] = run_of(SMALL)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == (
        "dossiers/weg bestaat niet.\nControleer de naam."
    )
    warned = Report(problems=(Problem(code="KAART004", severity=Severity.WARNING, message="x", file="a"),))
    assert run_of(warned)["invocations"][0]["exitCode"] == 0
    assert run_of(Report(problems=warned.problems, strict=True))["invocations"][0]["exitCode"] == 1


def test_every_file_that_was_read_is_named() -> None:
    assert [unquote(item["location"]["uri"]) for item in run_of(SMALL)["artifacts"]] == [
        "dossiers/gemeente.yaml",
        "dossiers/plan.yaml",
        KAART,
    ]


@pytest.mark.parametrize(
    ("path", "uri", "below"),
    [
        ("d/kaart.yaml", "d/kaart.yaml", True),
        ("een map/é.yaml", "een%20map/%C3%A9.yaml", True),
        ("100%/#1?.yaml", "100%25/%231%3F.yaml", True),
        ("a:b/c.yaml", "a%3Ab/c.yaml", True),
        ("../d/kaart.yaml", "../d/kaart.yaml", False),
        ("a/../../d.yaml", "a/../../d.yaml", False),
        ("..", "..", False),
        ("..map/x.yaml", "..map/x.yaml", True),
        ("/home/é/x.yaml", "file:///home/%C3%A9/x.yaml", False),
        ("C:/Mijn map/x.yaml", "file:///C:/Mijn%20map/x.yaml", False),
        ("//server/deel/x y.yaml", "file://server/deel/x%20y.yaml", False),
        ("niet-utf8-\udce9.yaml", "niet-utf8-%E9.yaml", True),
        ("half-\ud800.yaml", "half-%EF%BF%BD.yaml", True),
    ],
)
def test_a_path_becomes_a_uri(path: str, uri: str, below: bool) -> None:
    assert uri_of(path) == uri
    assert is_below(path) is below
