"""A Report as a GitLab Code Quality report: one list, each finding with a fingerprint of its own."""

from __future__ import annotations

import hashlib
from typing import Any

from psoh_cli.problems.fingerprints import fingerprints
from psoh_cli.problems.formats.json_text import as_text
from psoh_cli.problems.formats.told import UNREAD, last_line, told
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, Unread, arranged

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def as_gitlab(report: Report) -> str:
    """Write a report as a list of findings; GitLab takes no byte order mark and no path that begins with `./`."""
    report = arranged(report)
    marks = fingerprints(report).problems
    unread = [_unread(item) for item in report.unread]
    found = [_problem(problem, mark=mark) for problem, mark in zip(report.problems, marks, strict=True)]
    return as_text(unread + found)


def _problem(problem: Problem, *, mark: str) -> dict[str, Any]:
    return {
        "description": told(problem.message, problem.hint),
        "check_name": problem.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[problem.severity],
        "location": {
            "path": problem.file.removeprefix("./"),
            "lines": {"begin": problem.line, "end": last_line(problem)},
        },
    }


def _unread(item: Unread) -> dict[str, Any]:
    about = f"{UNREAD}\0{item.file}\0{item.message}\0{item.hint}"
    return {
        "description": told(item.message, item.hint),
        "check_name": UNREAD,
        "fingerprint": hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": "blocker",
        "location": {"path": item.file.removeprefix("./") or ".", "lines": {"begin": 1, "end": 1}},
    }
