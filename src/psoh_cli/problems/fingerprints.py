"""A mark by which a problem is known again in a later run, also when lines were put in or taken out above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import NamedTuple

from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Report, place_key
from psoh_cli.problems.text_lines import TextLines

_LENGTH = 32


class Fingerprints(NamedTuple):
    """One for each problem and each ignored problem, in the order of an arranged report."""

    problems: tuple[str, ...]
    ignored: tuple[str, ...]


def fingerprints(report: Report) -> Fingerprints:
    """Give everything in an arranged report a fingerprint of its own.

    It holds the code, the lasting name of the file and the address; without an address the words of the line. What is
    alike in all of these is numbered from the top, ignored or not, so that ignoring one does not change the others.
    """
    lines = TextLines(report.texts)
    found = [(problem, "problems", place) for place, problem in enumerate(report.problems)]
    found += [(item.problem, "ignored", place) for place, item in enumerate(report.ignored)]
    found.sort(key=lambda entry: (place_key(entry[0]), entry[1] == "ignored", entry[2]))
    marks = {"problems": [""] * len(report.problems), "ignored": [""] * len(report.ignored)}
    seen: Counter[tuple[str, ...]] = Counter()
    for problem, kind, place in found:
        alike = _alike(problem, file=report.lasting.get(problem.file, problem.file), lines=lines)
        seen[alike] += 1
        marks[kind][place] = _hashed((*alike, str(seen[alike])))
    return Fingerprints(tuple(marks["problems"]), tuple(marks["ignored"]))


def _alike(problem: Problem, *, file: str, lines: TextLines) -> tuple[str, ...]:
    if problem.address:
        return (problem.code, file, "address", problem.address)
    line = lines.line(problem.file, problem.line)
    if line is None:
        return (problem.code, file, "message", problem.message)
    return (problem.code, file, "line", "".join(line.split()))


def _hashed(parts: tuple[str, ...]) -> str:
    data = "\0".join(part.replace("\\", "\\\\").replace("\0", "\\0") for part in parts)
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
