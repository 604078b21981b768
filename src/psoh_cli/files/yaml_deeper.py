"""Fields that stand one level too far to the left: beside the empty field above them instead of under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_events import parse
from psoh_cli.files.yaml_nodes import Node, Parsed
from psoh_cli.files.yaml_trial import Trial, faults_of
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

_DEEPER = "  "
_MOST_FIELDS = 4
_MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class _Place:
    """An empty field, and the fields below it in the same column: their names, and the lines of each."""

    key: str
    line: int
    below: tuple[tuple[str, int, int], ...]


def put_under(
    parsed: Parsed, *, model: type[BaseModel], wrong: frozenset[int]
) -> tuple[Parsed, tuple[Problem, ...]]:
    """Find fields that belong under the empty field above: what is read once they stand there, and what to tell.

    `wrong` are the lines where something does not fit.
    """
    trial, told, now = Trial(parsed.text, model), list[Problem](), parsed
    faults = faults_of(parsed, model)
    for place in list(_places(parsed.root, wrong))[:_MOST_PLACES]:
        best: tuple[int, int, list[str]] | None = None
        for count in range(1, len(place.below) + 1):
            lines = _moved(trial.lines, first=place.below[0][1], last=place.below[count - 1][2])
            left = trial.faults(lines)
            if left <= faults - 2 and (best is None or left < best[0]) and trial.left > 0:
                best = (left, count, lines)
        if best is not None:
            faults, count, trial.lines = best
            now = parse("\n".join(trial.lines), name=parsed.name)
            told.append(_told(place, count=count, lines=trial.lines, file=parsed.name))
    return (replace(now, text=parsed.text) if not told else now), tuple(told)


def _places(root: Node | None, wrong: frozenset[int]) -> Iterator[_Place]:
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, tuple):
            waiting += node.value
        if not isinstance(node.value, dict):
            continue
        waiting += node.value.values()
        fields = list(node.value.items()) if node.style == "block" else []
        for index, (key, item) in enumerate(fields[:-1]):
            below = [
                (name, other.key_place.line, max(other.key_place.line, other.end.line))
                for name, other in fields[index + 1 : index + 1 + _MOST_FIELDS]
            ]
            lines = {item.key_place.line, item.place.line}
            following = fields[index + 1][1]
            beside = {following.key_place.line, following.place.line}
            if item.value is None and lines & wrong and beside & wrong:
                yield _Place(key, item.key_place.line, tuple(below))


def _moved(lines: list[str], *, first: int, last: int) -> list[str]:
    done = list(lines)
    for number in range(first, last + 1):
        done[number - 1] = _DEEPER + lines[number - 1] if lines[number - 1].strip() else lines[number - 1]
    return done


def _told(place: _Place, *, count: int, lines: list[str], file: str) -> Problem:
    name, first, _ = place.below[0]
    last = place.below[count - 1][2]
    column = len(lines[first - 1]) - len(lines[first - 1].lstrip()) - len(_DEEPER) + 1
    further = f", en voor de regels daaronder tot en met regel {last}" if last > first else ""
    # From the empty field on, since that is what changes: a check of the fix then sees what was meant.
    span = Span(place.line, 1, last, len(lines[last - 1]) + 1 - len(_DEEPER))
    edit = Edit(span, "\n".join(lines[place.line - 1 : last]))
    return problem_of(
        codes.INDENTATION,
        f"'{name}' hoort onder '{place.key}' op regel {place.line}, en begint in dezelfde kolom",
        file=file,
        place=(first, column),
        end=(first, column + len(name)),
        hint=f"Zet twee spaties extra voor '{name}'{further}.",
        fix=Fix(edits=(edit,), does="zet er twee spaties voor", is_safe=False),
    )
