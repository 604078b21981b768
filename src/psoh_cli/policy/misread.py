"""What was meant as a remark for psoh and is none: written a little otherwise, or standing inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from psoh_cli.policy.comments import Standing, holds, values_around
from psoh_cli.problems.fix import Written
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.text_lines import lines_of

_NEARLY = re.compile(
    r"(?:^|(?<=\s))#[\W_]{0,4}(?:psoh\b[\W_]{0,4}(?:neg+eer|negeren|ignore)\b|(?:negeer|ignore)[\W_]{1,4}psoh\b)"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_AS_IT_SHOULD = re.compile(r"(?:^|(?<=\s))#\s*psoh\s*:", re.IGNORECASE)
_CODES = re.compile(r"\b[A-Za-z]{4,9}[ -]?\d{1,4}\b", re.ASCII)
_REASON = re.compile(r"\b(?:omdat|want|:)\s*(?P<reason>\S.*)", re.IGNORECASE)
_KEY = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+|'[^']+'|\"[^\"]+\")\s*:(?:\s|$)")


def may_be_misread(text: str) -> bool:
    """Tell quickly whether there can be such a line: how the values of a file stand costs time to find out."""
    return _NEARLY.search(text) is not None


def misread(text: str, *, file: str, values: Iterable[Standing]) -> Iterator[Problem]:
    """Yield CONTROLE007 for each line that looks like a remark and does nothing."""
    lines = lines_of(text)
    found = [
        (number, match)
        for number, line in enumerate(lines, start=1)
        if "psoh" in line.casefold()
        for match in (_NEARLY.search(line),)
        if match
    ]
    around = values_around([number for number, _ in found], values=values) if found else {}
    for number, match in found:
        column = match.start() + 1
        inside = [item for item in around.get(number, ()) if holds(item, line=number, column=column)]
        if inside and lines[number - 1].lstrip().startswith("#"):
            yield _inside(inside[0], number, column, lines=lines, file=file)
        elif not inside and not _AS_IT_SHOULD.search(lines[number - 1]):
            yield _nearly(match, number, column, file=file)


def _inside(around: Written, line: int, column: int, *, lines: list[str], file: str) -> Problem:
    """Tell of a remark that would be printed, and where it belongs: above the line on which the text begins."""
    begins = around.span.line
    key = _KEY.match(lines[begins - 1]) or _KEY.match(lines[max(0, begins - 2)])
    if key is not None and not _KEY.match(lines[begins - 1]):
        begins -= 1
    name = f", waar '{key['key'].strip(chr(39) + chr(34))}' staat" if key else ""
    return problem_of(
        "CONTROLE007",
        "deze opmerking staat binnen een tekst: ze doet niets, en wordt met de tekst meegedrukt",
        file=file,
        place=(line, column),
        hint=f"Zet haar boven regel {begins}{name}, als regel op zichzelf.",
        end=(line, len(lines[line - 1].rstrip()) + 1),
    )


def _nearly(found: re.Match[str], line: int, column: int, *, file: str) -> Problem:
    codes = [re.sub(r"[ -]", "", code).upper() for code in _CODES.findall(found["rest"])]
    reason = _REASON.search(found["rest"])
    form = (
        f"# psoh: negeer {', '.join(codes) or 'CODE'} omdat {reason['reason'].strip() if reason else 'REDEN'}"
    )
    return problem_of(
        "CONTROLE007",
        "deze opmerking lijkt voor psoh bedoeld, maar is anders geschreven; ze doet niets",
        file=file,
        place=(line, column),
        hint=f"Schrijf: {form}",
        end=(line, column + len(found[0].rstrip())),
    )
