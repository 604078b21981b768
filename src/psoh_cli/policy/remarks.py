"""Remarks in a file that ask not to be told of a problem: `# psoh: negeer KAART012 omdat …`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from psoh_cli.policy.codes_named import wrong_with
from psoh_cli.problems.fix import Edit, Fix, Span, Written
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

_REMARK = re.compile(r"(?:^|(?<=\s))#\s*psoh\s*:(?P<asked>[^\n]*)", re.IGNORECASE)
_IGNORE = re.compile(r"\s*negeer\b(?P<rest>.*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]+[0-9]*")
_CODES = re.compile(r"\s*(?P<codes>[A-Za-z]+[0-9]+(?:\s*(?:,|\ben\b)\s*[A-Za-z]+[0-9]+)*)", re.IGNORECASE)
_REASON = re.compile(r"\s*[:;,.–-]?\s*omdat\b[\s:…]*(?P<reason>.*)", re.IGNORECASE)
_FORM = "Schrijf bijvoorbeeld: # psoh: negeer KAART012 omdat dit dialect geen eigen code heeft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One request about one code, where it stands and the lines it is about."""

    code: str
    reason: str
    line: int
    column: int
    about: range
    comment: Span | None = None
    """The whole comment, when it asks nothing else."""


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment for psoh: where its `#` stands, what it says after `psoh:`, and where that begins."""

    line: int
    column: int
    asked: str
    begins: int
    about: range
    whole: Span
    """All that goes when the comment goes: its line, or the spaces before it too."""


def remarks_in(
    text: str, *, file: str, values: Iterable[Written]
) -> tuple[tuple[Remark, ...], tuple[Problem, ...]]:
    """Find the remarks in a text, and what is wrong with them; `values` says where a `#` is part of a value."""
    found: list[Remark] = []
    problems: list[Problem] = []
    for comment in _comments(text, values=values):
        told, wrong = _read(comment, file=file)
        found.extend(told)
        problems.extend(wrong)
    return tuple(found), tuple(problems)


def unused_remark(remark: Remark, *, file: str) -> Problem:
    """Make CONTROLE006 for a remark that nothing needed; taking the comment away loses what somebody wrote."""
    gone = remark.comment
    return problem_of(
        "CONTROLE006",
        f"deze opmerking is nergens voor nodig: {remark.code} komt op deze plek niet voor",
        file=file,
        place=(remark.line, remark.column),
        hint="Haal de opmerking weg. Een opmerking geldt voor haar eigen regel, of voor de regel er direct onder.",
        end=(remark.line, remark.column + len(remark.code)),
        fix=Fix(edits=(Edit(gone, ""),), does="haal de opmerking weg", is_safe=False) if gone else None,
    )


def _comments(text: str, *, values: Iterable[Written]) -> Iterator[_Comment]:
    """Yield the comments for psoh; a `#` inside a value is no comment."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = [
        (number, match)
        for number, line in enumerate(lines, start=1)
        if "psoh" in line.casefold()
        for match in (_REMARK.search(line),)
        if match
    ]
    if not found:
        return
    long, inside = _spans([number for number, _ in found], values=values)
    for number, match in found:
        column = match.start() + 1
        if any(_holds(stands, line=number, column=column) for stands in inside.get(number, ())):
            continue
        before = lines[number - 1][: column - 1].rstrip()
        target = number if before else _line_below(number, lines=lines)
        about = long.get(target, range(target, target + 1)) if target else range(0)
        end = (number, len(lines[number - 1]) + 1) if before or number == len(lines) else (number + 1, 1)
        whole = Span(number, len(before) + 1, *end)
        yield _Comment(number, column, match["asked"], match.start("asked") + 1, about, whole)


def _spans(
    numbers: list[int], *, values: Iterable[Written]
) -> tuple[dict[int, range], dict[int, list[Written]]]:
    """Give the lines of each value of several lines, by its first and last; and the values around some lines."""
    long: dict[int, range] = {}
    inside: dict[int, list[Written]] = {}
    for stands in values:
        first, last = stands.span.line, stands.span.end_line
        if last > first:
            long[first] = long[last] = range(first, last + 1)
        for index in range(bisect_left(numbers, first), len(numbers)):
            if numbers[index] > last:
                break
            inside.setdefault(numbers[index], []).append(stands)
    return long, inside


def _holds(stands: Written, *, line: int, column: int) -> bool:
    span = stands.span
    if stands.style in {"|", ">"} and line == span.line:
        return False  # behind the sign that opens a block text comes a comment
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)


def _line_below(number: int, *, lines: list[str]) -> int:
    """Give the line that a comment of its own stands above, other comments in between; 0 when there is none."""
    for below in range(number, len(lines)):
        bare = lines[below].strip()
        if not bare.startswith("#"):
            return below + 1 if bare else 0
    return 0


def _read(comment: _Comment, *, file: str) -> tuple[tuple[Remark, ...], tuple[Problem, ...]]:
    ignore = _IGNORE.fullmatch(comment.asked)
    named = _CODES.match(ignore["rest"]) if ignore else None
    if ignore is None or named is None:
        return (), (_odd(comment, file=file, names_nothing=ignore is not None),)
    begins = comment.begins + ignore.start("rest") + named.start("codes")
    codes = [
        (match[0].upper(), begins + match.start())
        for match in _CODE.finditer(named["codes"])
        if match[0].casefold() != "en"
    ]
    given = _REASON.fullmatch(ignore["rest"], named.end())
    reason = " ".join(given["reason"].split()) if given else ""
    wrong = [
        problem_of(code, message, file=file, place=(comment.line, column), hint=hint, end=(comment.line, end))
        for name, column in codes
        for end in (column + len(name),)
        for code, message, hint in wrong_with(name)
    ]
    if not reason.strip(".… "):
        end = (comment.line, comment.begins + len(comment.asked.rstrip()))
        message = "bij deze opmerking staat geen reden"
        hint = f"Zet erachter waarom, na het woord omdat. {_FORM}"
        place = (comment.line, comment.column)
        wrong.append(problem_of("CONTROLE004", message, file=file, place=place, hint=hint, end=end))
    if wrong:
        return (), tuple(wrong)
    whole = comment.whole if len(codes) == 1 else None
    return tuple(
        Remark(code=name, reason=reason, line=comment.line, column=column, about=comment.about, comment=whole)
        for name, column in codes
    ), ()


def _odd(comment: _Comment, *, file: str, names_nothing: bool) -> Problem:
    said = "noemt geen code" if names_nothing else "begint niet met: negeer"
    return problem_of(
        "CONTROLE007",
        f"deze opmerking voor psoh {said}",
        file=file,
        place=(comment.line, comment.column),
        hint=f"{_FORM}. Is ze voor uzelf bedoeld? Laat 'psoh:' dan weg.",
        end=(comment.line, comment.begins + len(comment.asked.rstrip())),
    )
