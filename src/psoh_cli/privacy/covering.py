"""Covering in a report what the guard found: a report is sent round, and a log is read by many."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.numbers import passes_elfproef
from psoh_cli.privacy.trace import Kind
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Report
from psoh_cli.problems.text_lines import TextLines

_NINE = re.compile(r"(?<!\d)\d{9}(?!\d)")

HIDDEN = "•••"
"""Stands in a message for what seems to be about one person."""

GUARD = "PRIVACY"
_A_NAME, _ABOUT_A_CASE = "PRIVACY005", "PRIVACY006"
_WORD = re.compile(r"[^\W\d_a-z][\w'’-]*")
_QUOTED = re.compile(r"'([^'\n]+)'|\"([^\"\n]+)\"")
_BEHIND_COLON = re.compile(r": (\S[^\n]*)")
"""What a message quotes from a file: between quotes, or behind a colon; the one may stand in the other."""
_MOST_KNOWN = 200
"""How many words that the guard found in a file are looked for in all that is said of that file."""
_WHOLE = sys.maxsize
_LEAST = 4
"""Shorter words are found in too much else."""


def without_people(report: Report) -> Report:
    """Give a report that repeats nothing that seems to be about one person; what `--fix` writes stays as it is.

    The texts of files stay too: who shows a line of them covers it with `covered`.
    """
    known = _Known(report)
    return replace(
        report,
        problems=tuple(problem_without_people(item, known=known.around(item)) for item in report.problems),
        ignored=tuple(
            replace(
                item,
                problem=problem_without_people(item.problem, known=known.around(item.problem)),
                reason=hidden(item.reason),
            )
            for item in report.ignored
        ),
    )


def problem_without_people(problem: Problem, *, known: tuple[re.Pattern[str], ...] = ()) -> Problem:
    """Cover what one problem repeats; `known` finds words of which the guard knows already."""
    message, hint, address = (
        hidden(text, known=known) for text in (problem.message, problem.hint, problem.address)
    )
    fix = _fix_without_people(problem.fix, known=known) if problem.fix else None
    if (message, hint, address, fix) == (problem.message, problem.hint, problem.address, problem.fix):
        return problem
    return replace(problem, message=message, hint=hint, address=address, fix=fix)


def hidden(text: str, *, known: tuple[re.Pattern[str], ...] = ()) -> str:
    """Put a sign in the place of each piece of a message that seems to be about one person."""
    for words in known:
        text = words.sub(HIDDEN, text)
    return _hidden(text)


def covered(
    line: str, *, sign: str, spans: Iterable[tuple[int, int]] = (), within: tuple[int, int] | None = None
) -> str:
    """Give a line of a file with a sign on every character that seems to be about one person.

    `spans` are pieces of it, from 0, of which the guard knows already. Of a very long line only what is shown
    (`within`) needs to be looked at.
    """
    first, last = within or (0, len(line))
    found = [*spans, *((first + start, first + end) for start, end in _found_in(line[first:last]))]
    if not found:
        return line
    chars = list(line)
    for start, end in found:
        for at in range(max(start, first), min(end, last, len(line))):
            if not chars[at].isspace():
                chars[at] = sign
    return "".join(chars)


def covered_diff(text: str, *, sign: str) -> str:
    """Give the lines of a diff, each behind its mark, with a sign on whatever seems to be about one person."""
    return "\n".join(covered(line, sign=sign, within=(1, len(line))) for line in text.split("\n"))


def spans_of(report: Report, *, file: str) -> Mapping[int, list[tuple[int, int]]]:
    """Give by line of a file the pieces, from 0, of which the guard told; it may know them by more than their line."""
    found: dict[int, list[tuple[int, int]]] = {}
    for problem in (*report.problems, *(item.problem for item in report.ignored)):
        if problem.file != file or not problem.code.startswith(GUARD) or problem.end is None:
            continue
        last, column = problem.end
        for line in range(problem.line, last + 1):
            start = problem.column - 1 if line == problem.line else 0
            found.setdefault(line, []).append((start, column - 1 if line == last else _WHOLE))
    return found


@lru_cache(maxsize=256)
def _found_in(line: str) -> tuple[tuple[int, int], ...]:
    """Give what is found in a line; many problems may show the same one."""
    return (*((trace.start, trace.end) for trace in traces(line)), *_nine_digits(line))


def _nine_digits(text: str) -> Iterator[tuple[int, int]]:
    """Find what can be a BSN, whatever it is called: in a report too much is covered rather than too little."""
    for match in _NINE.finditer(text):
        if passes_elfproef(match[0]):
            yield match.span()


@lru_cache(maxsize=2048)
def _hidden(text: str) -> str:
    found = [(trace.start, trace.end) for trace in traces(text) if trace.kind is not Kind.CASE]
    found += _nine_digits(text)
    for match in (*_QUOTED.finditer(text), *_BEHIND_COLON.finditer(text)):
        group = match.lastindex or 0
        begin = match.start(group)
        for trace in traces(match[group]):
            # one word of a story does not tell less than the rest
            whole = trace.kind is Kind.CASE and match.re is _QUOTED
            found.append(match.span(group) if whole else (begin + trace.start, begin + trace.end))
    for start, end in _joined(found):
        text = text[:start] + HIDDEN + text[end:]
    return text


def _joined(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces that lie over each other; the last comes first, so that places ahead stay what they are."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined[::-1]


def _fix_without_people(fix: Fix, *, known: tuple[re.Pattern[str], ...]) -> Fix:
    """Cover what is said of a fix, and mark one that writes what is about a person: no report repeats it."""
    is_private = any(
        traces(edit.text) or any(words.search(edit.text) for words in known) for edit in fix.edits
    )
    does = hidden(fix.does, known=known)
    if (does, is_private) == (fix.does, fix.is_private):
        return fix
    return replace(fix, does=does, is_private=is_private)


class _Known:
    """The very words of which the guard told: per file, and of a name each word for what else is told of its line."""

    def __init__(self, report: Report) -> None:
        self._lines = TextLines(report.texts)
        words: dict[str, set[str]] = {}
        parts: dict[tuple[str, int], set[str]] = {}
        for problem in (*report.problems, *(item.problem for item in report.ignored)):
            word = self._word(problem)
            known = words.setdefault(problem.file, set())
            if len(word) >= _LEAST and len(known) < _MOST_KNOWN:
                known.add(word)
            if problem.code == _A_NAME:
                found = {part for part in _WORD.findall(word) if len(part) >= _LEAST}
                parts.setdefault((problem.file, problem.line), set()).update(found)
        self._words = {file: _any_of(found) for file, found in words.items() if found}
        self._parts = {place: _any_of(found) for place, found in parts.items() if found}

    def around(self, problem: Problem) -> tuple[re.Pattern[str], ...]:
        """Give what finds these words in what is said of a problem."""
        found = (self._words.get(problem.file), self._parts.get((problem.file, problem.line)))
        return tuple(pattern for pattern in found if pattern is not None)

    def _word(self, problem: Problem) -> str:
        if not problem.code.startswith(GUARD) or problem.code == _ABOUT_A_CASE:
            return ""
        line = self._lines.line(problem.file, problem.line)
        if line is None or problem.end is None or problem.end[0] != problem.line:
            return ""
        return line[problem.column - 1 : problem.end[1] - 1].strip(" '\"")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of some words; the longest goes first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(map(re.escape, ordered)), re.IGNORECASE
    )  # an id made of a name has no capitals
