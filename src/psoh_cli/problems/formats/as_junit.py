"""A Report as JUnit XML: one test case per file, so that a file without a problem shows too.

There is no written standard. This is what GitLab, Azure and the `junit-10.xsd` of Jenkins all take: at most one
failure or error in a test case, and no attribute that one of them does not know.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from psoh_cli.problems.formats.json_text import storable
from psoh_cli.problems.formats.told import UNREAD, told
from psoh_cli.problems.problem import Problem, count
from psoh_cli.problems.report import Ignored, Report, Unread, arranged, gravest_first

SUITE = "psoh check"
_CLASS = "psoh.check"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CALLS = (re.compile(r"^(\s*):(?=:)", re.MULTILINE), re.compile(r"(#)#(?=\[)"))
"""How an order begins in the log of GitHub: two colons at the beginning of a line, and `##[` anywhere."""
_BY_NUMBER = re.compile("[\r\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def as_junit(report: Report) -> str:
    """Write a report as one test suite; what counts as an error makes a failure, the rest is told as output."""
    report = arranged(report)
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        found[problem.file].append(problem)
    ignored: dict[str, list[Ignored]] = defaultdict(list)
    for item in report.ignored:
        ignored[item.problem.file].append(item)
    files = sorted({*report.files, *found, *ignored})
    unread = [_unread(item, number=number) for number, item in enumerate(report.unread, start=1)]
    failed = sum(any(report.counts_as_error(problem.severity) for problem in found[file]) for file in files)
    numbers = f'tests="{len(files) + len(unread)}" failures="{failed}" errors="{len(unread)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="{SUITE}" {numbers}>',
        f'<testsuite name="{SUITE}" {numbers} skipped="0">',
        *unread,
        *(_file(file, found[file], ignored[file], report=report) for file in files),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _file(file: str, problems: Iterable[Problem], ignored: Iterable[Ignored], *, report: Report) -> str:
    listed = gravest_first(tuple(problems))
    wrong = tuple(problem for problem in listed if report.counts_as_error(problem.severity))
    inside = _failure(wrong) if wrong else ""
    rest = [_line(problem) for problem in listed if not report.counts_as_error(problem.severity)]
    rest += [f"genegeerd: {_line(item.problem)}\n    Reden: {item.reason} ({item.where})" for item in ignored]
    if rest:
        inside += f"<system-out>{_text(chr(10).join(rest))}</system-out>\n"
    return _case(file, inside)


def _failure(wrong: tuple[Problem, ...]) -> str:
    first, more = wrong[0], count(wrong) - 1
    about = f"{first.code}: {first.message}" + (f" (en nog {more})" if more else "")
    lines = "\n".join(_line(problem) for problem in wrong)
    return f'<failure type="{first.severity.value}" message="{_attribute(about)}">{_text(lines)}</failure>\n'


def _unread(item: Unread, *, number: int) -> str:
    name = f"{UNREAD} {number}" + (f": {item.file}" if item.file else "")
    text = _text(told(item.message, item.hint))
    return _case(name, f'<error type="{UNREAD}" message="{_attribute(item.message)}">{text}</error>\n')


def _case(name: str, inside: str) -> str:
    start = f'<testcase classname="{_CLASS}" name="{_attribute(name)}"'
    return f"{start}>\n{inside}</testcase>" if inside else f"{start}/>"


def _line(problem: Problem) -> str:
    """Write a problem as it stands in the terminal, its hint indented below it."""
    hint = problem.hint.replace("\n", "\n    ")
    below = f"\n    {hint}" if hint else ""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place} {problem.severity.value} {problem.code} {problem.message}{below}"


def _text(text: str) -> str:
    valid = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", storable(text))
    safe = valid.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for call in _CALLS:
        safe = call.sub(lambda match: f"{match[1]}&#{ord(match[0][-1])};", safe)
    return _BY_NUMBER.sub(lambda match: f"&#{ord(match[0])};", safe)


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
