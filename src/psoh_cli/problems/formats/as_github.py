"""A Report as GitHub workflow commands: a mark on the line in a pull request, the gravest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.problems.formats.json_text import storable
from psoh_cli.problems.formats.told import UNREAD, in_thousands, last_line, proper_end, told
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, arranged, gravest_first

MOST_SHOWN = 10
"""GitHub shows ten of each kind per step; more are only in its log."""

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def as_github(report: Report) -> str:
    """Write a command for each of the gravest problems; empty when there is nothing to tell."""
    report = arranged(report)
    left = {"error": MOST_SHOWN, "warning": MOST_SHOWN, "notice": MOST_SHOWN - 1}
    lines: list[str] = []
    hidden = 0
    for kind, line, number in _commands(report):
        if left[kind] > 0:
            left[kind] -= 1
            lines.append(line)
        else:
            hidden += number
    if hidden:
        lines.append(_command("notice", _more(hidden), title="psoh check"))
    return "".join(f"{line}\n" for line in lines)


def _commands(report: Report) -> Iterator[tuple[str, str, int]]:
    for item in report.unread:
        yield "error", _command("error", told(item.message, item.hint), file=item.file, title=UNREAD), 1
    for problem in gravest_first(report.problems):
        kind = _KINDS[problem.severity]
        yield kind, _command(kind, told(problem.message, problem.hint), **_place(problem)), problem.times


def _place(problem: Problem) -> dict[str, str | int]:
    """Give file and lines; columns only within one line, for GitHub drops them otherwise."""
    place: dict[str, str | int] = {"file": problem.file, "line": problem.line}
    end, last = proper_end(problem), last_line(problem)
    if last == problem.line:
        place["col"] = problem.column
    if end is not None:
        place["endLine"] = last
    if end is not None and end[0] == problem.line:
        place["endColumn"] = end[1]
    return {**place, "title": problem.code}


def _command(kind: str, message: str, **properties: str | int) -> str:
    given = ",".join(
        f"{name}={_escaped(str(value), more=':,')}" for name, value in properties.items() if value
    )
    return f"::{kind} {given}::{_escaped(message)}"


def _escaped(text: str, *, more: str = "") -> str:
    """Escape what would end a command or one of its properties; the percent sign goes first."""
    shown = _OBEYED.sub("\N{REPLACEMENT CHARACTER}", storable(text))
    for char in f"%\r\n{more}":
        shown = shown.replace(char, f"%{ord(char):02X}")
    return shown


def _more(number: int) -> str:
    what = "Nog 1 melding staat" if number == 1 else f"Nog {in_thousands(number)} meldingen staan"
    return f"{what} hier niet bij: GitHub toont er hoogstens {MOST_SHOWN} per soort. Alles ziet u met: psoh check"
