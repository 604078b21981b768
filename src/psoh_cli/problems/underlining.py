"""How far a problem reaches, where whoever found it knew only where it begins: to the end of the word there."""

from __future__ import annotations

import re
from dataclasses import replace

from psoh_cli.problems.problem import Problem
from psoh_cli.problems.text_lines import TextLines

_NOWHERE = (1, 1)
"""What a problem of a whole file says of its place."""

_PLAIN, _LIST, _FIELDS = r"[^\[\]{}]", r"\[[^\[\]{}]*\]", r"\{[^\[\]{}]*\}"
_INSIDE = f"(?:{_PLAIN}|{_LIST}|{_FIELDS})*"
_WORD = re.compile(rf"""\[{_INSIDE}\]|\{{{_INSIDE}\}}|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:,\[\]{{}}#"']+""")


def underlined(problem: Problem, *, lines: TextLines) -> Problem:
    """Give a problem the end of the word, or of the list between brackets, with which it begins."""
    if problem.end is not None or (problem.line, problem.column) == _NOWHERE:
        return problem
    line = lines.line(problem.file, problem.line)
    word = _WORD.match(line, problem.column - 1) if line is not None else None
    return problem if word is None else replace(problem, end=(problem.line, word.end() + 1))
