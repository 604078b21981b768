"""A Report as our own JSON: sorted, stable, and with everything in it."""

from __future__ import annotations

import json

from psoh_cli.problems.report import Report

JSON_VERSION = "1"


def as_json(report: Report) -> str:
    """Write a report as one JSON object: a count per severity, the files that were read and what could not be."""
    content = {
        "versie": JSON_VERSION,
        "bestanden": sorted(report.files),
        "aantallen": {severity.value: count for severity, count in report.counts.items()},
        "problemen": [
            {
                "bestand": problem.file,
                "regel": problem.line,
                "kolom": problem.column,
                "ernst": problem.severity.value,
                "code": problem.code,
                "bericht": problem.message,
                "tip": problem.hint,
            }
            for problem in report.problems
        ],
        "onleesbaar": [
            {"bericht": item.message, "tip": item.hint}
            for item in sorted(report.unread, key=lambda item: item.message)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
