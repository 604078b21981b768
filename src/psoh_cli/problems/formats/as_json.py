"""A Report as our own JSON: sorted, stable, and with everything in it."""

from __future__ import annotations

from typing import Any

from psoh_cli.problems.fingerprints import fingerprints
from psoh_cli.problems.fix import Edit, Fix
from psoh_cli.problems.formats.json_text import as_text
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Report, arranged

JSON_VERSION = "1"
"""Goes up when a key goes away or means something else; a new key does not count."""


def as_json(report: Report) -> str:
    """Write a report as one JSON object: a count per severity, the files that were read and what could not be."""
    report = arranged(report)
    marks = fingerprints(report)
    return as_text(
        {
            "versie": JSON_VERSION,
            "psoh": report.version,
            "bestanden": report.files,
            "aantallen": {severity.value: count for severity, count in report.counts.items()},
            "problemen": [
                _problem(problem, mark=mark)
                for problem, mark in zip(report.problems, marks.problems, strict=True)
            ],
            "genegeerd": [
                {**_problem(item.problem, mark=mark), "reden": item.reason, "waar": item.where}
                for item, mark in zip(report.ignored, marks.ignored, strict=True)
            ],
            "onleesbaar": [
                {"bestand": item.file, "bericht": item.message, "tip": item.hint} for item in report.unread
            ],
        }
    )


def _problem(problem: Problem, *, mark: str) -> dict[str, Any]:
    end_line, end_column = problem.end or (None, None)
    return {
        "bestand": problem.file,
        "regel": problem.line,
        "kolom": problem.column,
        "eindregel": end_line,
        "eindkolom": end_column,
        "adres": problem.address,
        "ernst": problem.severity.value,
        "code": problem.code,
        "bericht": problem.message,
        "tip": problem.hint,
        "aantal": problem.times,
        "oplossing": _fix(problem.fix) if problem.fix else None,
        "vingerafdruk": mark,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"doet": fix.does, "veilig": fix.is_safe, "wijzigingen": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "regel": edit.span.line,
        "kolom": edit.span.column,
        "eindregel": edit.span.end_line,
        "eindkolom": edit.span.end_column,
        "tekst": edit.text,
    }
