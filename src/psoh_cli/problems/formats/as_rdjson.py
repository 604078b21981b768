"""A Report in the Reviewdog Diagnostic Format, with what psoh may write instead as a suggestion.

Its columns count bytes of UTF-8, and ours count characters: without the text of a file only the lines are told.
"""

from __future__ import annotations

from typing import Any

from psoh_cli.problems.fix import Fix
from psoh_cli.problems.formats.json_text import as_text
from psoh_cli.problems.formats.told import UNREAD, last_line, proper_end, told
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, Unread, arranged
from psoh_cli.problems.text_lines import TextLines

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


def as_rdjson(report: Report) -> str:
    """Write a report as one DiagnosticResult."""
    report = arranged(report)
    lines = TextLines(report.texts)
    diagnostics = [_unread(item) for item in report.unread]
    diagnostics += [_diagnostic(problem, lines=lines) for problem in report.problems]
    return as_text({"source": {"name": "psoh"}, "diagnostics": diagnostics})


def _diagnostic(problem: Problem, *, lines: TextLines) -> dict[str, Any]:
    diagnostic = {
        "message": told(problem.message, problem.hint),
        "location": {"path": problem.file, "range": _range(problem, lines=lines)},
        "severity": _SEVERITIES[problem.severity],
        "code": {"value": problem.code},
    }
    suggestion = _suggestion(problem, lines=lines)
    return {**diagnostic, "suggestions": [suggestion]} if suggestion else diagnostic


def _unread(item: Unread) -> dict[str, Any]:
    return {
        "message": told(item.message, item.hint),
        "location": {"path": item.file or "."},
        "severity": "ERROR",
        "code": {"value": UNREAD},
    }


def _range(problem: Problem, *, lines: TextLines) -> dict[str, Any]:
    start = _position(problem.file, (problem.line, problem.column), lines=lines)
    known_end = proper_end(problem)
    end = _position(problem.file, known_end, lines=lines) if known_end else None
    if start and (end or not known_end):
        return {"start": start, "end": end} if end else {"start": start}
    whole = {"start": {"line": problem.line}}
    return {**whole, "end": {"line": last_line(problem)}} if known_end else whole


def _suggestion(problem: Problem, *, lines: TextLines) -> dict[str, Any] | None:
    """Give what may be written instead; a suggestion stands alone, so only for a safe Fix of one edit."""
    fix: Fix | None = problem.fix
    if fix is None or not fix.is_safe or len(fix.edits) != 1:
        return None
    span, text = fix.edits[0].span, fix.edits[0].text
    start = _position(problem.file, span[:2], lines=lines)
    end = _position(problem.file, span[2:], lines=lines)
    new = lines.with_line_ends_of(problem.file, text)
    return {"range": {"start": start, "end": end}, "text": new} if start and end else None


def _position(file: str, place: tuple[int, int], *, lines: TextLines) -> dict[str, int] | None:
    number, column = place
    line = lines.line(file, number)
    if line is None or column > len(line) + 1:
        return None
    before = line[: column - 1]
    return {"line": number, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
