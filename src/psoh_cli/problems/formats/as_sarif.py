"""A Report as SARIF 2.1.0: for code scanning, and for editors that show such a file.

Lines and columns count characters, as ours do. Nothing tells on which computer or at what time it was made.
"""

from __future__ import annotations

from typing import Any

from psoh_cli.problems.fingerprints import fingerprints
from psoh_cli.problems.fix import Fix, Span
from psoh_cli.problems.formats.json_text import as_text
from psoh_cli.problems.formats.sarif_rules import LEVELS, rules_for
from psoh_cli.problems.formats.told import proper_end, told
from psoh_cli.problems.formats.uris import is_below, uri_of
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Ignored, Report, Unread, arranged
from psoh_cli.problems.text_lines import TextLines

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
FINGERPRINT = "psoh/v1"

_ROOT_IS = (
    "De map van waaruit de paden gelden: de bovenste map van de opslag, of de map waar psoh is gestart."
)


def as_sarif(report: Report) -> str:
    """Write a report as a log with one run."""
    report = arranged(report)
    codes = {problem.code for problem in report.problems} | {item.problem.code for item in report.ignored}
    driver: dict[str, Any] = {"name": "psoh", "language": "nl"}
    if report.version:
        driver["version"] = report.version
    rules = rules_for(codes)
    run = {
        "tool": {"driver": {**driver, "rules": rules}},
        "language": "nl",
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {ROOT: {"description": {"text": _ROOT_IS}}},
        "artifacts": [{"location": _location(file), "roles": ["analysisTarget"]} for file in report.files],
        "newlineSequences": ["\r\n", "\n", "\r"],
        "columnKind": "unicodeCodePoints",
        "results": _results(report, places={rule["id"]: place for place, rule in enumerate(rules)}),
    }
    return as_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _results(report: Report, *, places: dict[str, int]) -> list[dict[str, Any]]:
    """Give what was found and what is ignored; when one result tells of suppressions, all must."""
    marks = fingerprints(report)
    lines = TextLines(report.texts)
    none: dict[str, Any] = {"suppressions": []} if report.ignored else {}
    found = [
        {**_result(problem, mark=mark, place=places[problem.code], lines=lines), **none}
        for problem, mark in zip(report.problems, marks.problems, strict=True)
    ]
    ignored = [
        {
            **_result(item.problem, mark=mark, place=places[item.problem.code], lines=lines),
            "suppressions": [_suppression(item)],
        }
        for item, mark in zip(report.ignored, marks.ignored, strict=True)
    ]
    return found + ignored


def _result(problem: Problem, *, mark: str, place: int, lines: TextLines) -> dict[str, Any]:
    where: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": _location(problem.file), "region": _region(problem)}
    }
    if problem.address:
        where["logicalLocations"] = [{"fullyQualifiedName": problem.address}]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": place,
        "level": LEVELS[problem.severity],
        "message": {"text": told(problem.message, problem.hint)},
        "locations": [where],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if problem.times > 1:
        result["occurrenceCount"] = problem.times
    if problem.fix and problem.fix.edits:
        result["fixes"] = [_fix(problem.fix, file=problem.file, lines=lines)]
    return result


def _region(problem: Problem) -> dict[str, int]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    end = proper_end(problem)
    return {**region, "endLine": end[0], "endColumn": end[1]} if end else region


def _fix(fix: Fix, *, file: str, lines: TextLines) -> dict[str, Any]:
    does = fix.does if fix.is_safe else f"{fix.does} (kijk eerst of dat klopt)"
    replacements = [
        {
            "deletedRegion": _span(edit.span),
            "insertedContent": {"text": lines.with_line_ends_of(file, edit.text)},
        }
        for edit in sorted(fix.edits, key=lambda edit: (edit.span, edit.text))
    ]
    change = {"artifactLocation": _location(file), "replacements": replacements}
    return {"description": {"text": does}, "artifactChanges": [change]}


def _span(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _suppression(item: Ignored) -> dict[str, Any]:
    """Tell of a remark beside the problem, or of what was agreed elsewhere."""
    kind = "inSource" if item.where.startswith(f"{item.problem.file}:") else "external"
    return {"kind": kind, "status": "accepted", "justification": f"{item.reason} ({item.where})"}


def _location(file: str) -> dict[str, str]:
    return {"uri": uri_of(file), "uriBaseId": ROOT} if is_below(file) else {"uri": uri_of(file)}


def _invocation(report: Report) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not report.unread, "exitCode": report.exit_code}
    if report.unread:
        invocation["toolExecutionNotifications"] = [_notification(item) for item in report.unread]
    return invocation


def _notification(item: Unread) -> dict[str, Any]:
    told_of: dict[str, Any] = {"level": "error", "message": {"text": told(item.message, item.hint)}}
    if item.file:
        told_of["locations"] = [{"physicalLocation": {"artifactLocation": _location(item.file)}}]
    return told_of
