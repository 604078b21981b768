"""Remarks in a file that ask not to be told of a problem: `# psoh: negeer KAART012 omdat …`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from psoh_cli.policy.codes_named import is_reason, wrong_with
from psoh_cli.policy.comments import Standing, holds, lines_together, values_around
from psoh_cli.policy.misread import may_be_misread, misread
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.text_lines import lines_of

_REMARK = re.compile(r"(?:^|(?<=\s))#\s*psoh\s*:(?P<asked>[^\n]*)", re.IGNORECASE)
_IGNORE = re.compile(r"\s*negeer\b(?P<rest>.*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]+[0-9]*")
_CODES = re.compile(r"\s*(?P<codes>[A-Za-z]+[0-9]+(?:\s*(?:,|\ben\b)\s*[A-Za-z]+[0-9]+)*)", re.IGNORECASE)
_REASON = re.compile(r"\s*[:;,.–-]?\s*omdat\b[\s:…]*(?P<reason>.*)", re.IGNORECASE)
_AGAIN = re.compile(r"(?:^|(?<=\s))#\s*psoh\s*(?::|\bnegeer\b)", re.IGNORECASE)
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
    text: str, *, file: str, values: Iterable[Standing]
) -> tuple[tuple[Remark, ...], tuple[Problem, ...]]:
    """Find the remarks in a text, and what is wrong with them; `values` says where a `#` is part of a value."""
    found: list[Remark] = []
    problems: list[Problem] = []
    if not _REMARK.search(text) and not may_be_misread(text):
        return (), ()
    stands = tuple(values)
    for comment in _comments(text, values=stands):
        told, wrong = _read(comment, file=file)
        found.extend(told)
        problems.extend(wrong)
    problems.extend(misread(text, file=file, values=stands))
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


def _comments(text: str, *, values: Iterable[Standing]) -> Iterator[_Comment]:
    """Yield the comments for psoh; a `#` inside a value is no comment."""
    lines = lines_of(text)
    found = [
        (number, match)
        for number, line in enumerate(lines, start=1)
        if "psoh" in line.casefold()
        for match in (_REMARK.search(line),)
        if match
    ]
    if not found:
        return
    stands = tuple(values)
    others = _first_others(lines)
    together = lines_together(stands)
    inside = values_around([number for number, _ in found], values=stands)
    for number, match in found:
        column = match.start() + 1
        if any(holds(item, line=number, column=column) for item in inside.get(number, ())):
            continue
        before = lines[number - 1][: column - 1].rstrip()
        about = (
            together.get(number, range(number, number + 1))
            if before
            else _lines_below(number, below=others[number], lines=lines, together=together)
        )
        end = (number, len(lines[number - 1]) + 1) if before or number == len(lines) else (number + 1, 1)
        whole = Span(number, len(before) + 1, *end)
        yield _Comment(number, column, match["asked"], match.start("asked") + 1, about, whole)


def _first_others(lines: list[str]) -> list[int]:
    """Give for each line, from 0, the first from there on that is no comment; the number of lines when none is."""
    found = [len(lines)] * (len(lines) + 1)
    for number in range(len(lines) - 1, -1, -1):
        found[number] = found[number + 1] if lines[number].lstrip().startswith("#") else number
    return found


def _lines_below(number: int, *, below: int, lines: list[str], together: Mapping[int, range]) -> range:
    """Give what a comment of its own stands above: other comments, and the value under them if there is one."""
    if below == len(lines):
        return range(number + 1, len(lines) + 1)
    if not lines[below].strip():
        return range(number + 1, below + 1)
    about = together.get(below + 1, range(below + 1, below + 2))
    return range(number + 1, about.stop)


def _read(comment: _Comment, *, file: str) -> tuple[tuple[Remark, ...], tuple[Problem, ...]]:
    again = _AGAIN.search(comment.asked)
    if again is not None:
        return (), (_two(comment, column=comment.begins + again.start(), file=file),)
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
    if not is_reason(reason):
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


def _two(comment: _Comment, *, column: int, file: str) -> Problem:
    return problem_of(
        "CONTROLE007",
        "op deze regel staan twee opmerkingen voor psoh achter elkaar; ze doen allebei niets",
        file=file,
        place=(comment.line, column),
        hint="Zet elke opmerking op een eigen regel, boven de regel waar ze over gaat. Is de reden dezelfde? Schrijf "
        "dan beide codes: # psoh: negeer KAART026, KAART012 omdat …",
        end=(comment.line, comment.begins + len(comment.asked.rstrip())),
    )


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
