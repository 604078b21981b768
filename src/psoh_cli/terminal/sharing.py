"""Which problems are shown when there are more than somebody reads: the worst, and some of every dossier."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import TypeAlias

from psoh_cli.problems.problem import SEVERITY_ORDER, Problem
from psoh_cli.shell import dossier_of


@dataclass(frozen=True)
class Rest:
    """Problems of one code in one file that are told in one line."""

    problems: tuple[Problem, ...]


Item: TypeAlias = Problem | Rest


def shared_out(items: Sequence[Item], *, most: int) -> tuple[list[Item], list[Item]]:
    """Part items in what is shown and what is left out; with 0 as `most` all is shown.

    Every dossier gets its turn, first with its errors; the order stays as it was.
    """
    numbers = [number for number, item in enumerate(items) if isinstance(item, Problem)]
    chosen = set(islice(_in_turns(items), most)) if most else set(numbers)
    left_out = {_kind(items[number]) for number in numbers if number not in chosen}
    shown: list[Item] = []
    left: list[Item] = []
    for number, item in enumerate(items):
        is_shown = number in chosen if isinstance(item, Problem) else _kind(item) not in left_out
        (shown if is_shown else left).append(item)
    return shown, left


def _in_turns(items: Sequence[Item]) -> Iterator[int]:
    """Yield the numbers of the problems: of the gravest kind the first of each dossier, then the second, and so on."""
    queues: dict[int, dict[PurePath, deque[int]]] = defaultdict(lambda: defaultdict(deque))
    for number, item in enumerate(items):
        if isinstance(item, Problem):
            queues[SEVERITY_ORDER[item.severity]][dossier_of(item.file)].append(number)
    for grave in sorted(queues):
        waiting = deque(queues[grave].values())
        while waiting:
            queue = waiting.popleft()
            yield queue.popleft()
            if queue:
                waiting.append(queue)


def _kind(item: Item) -> tuple[str, str, int]:
    problem = item.problems[0] if isinstance(item, Rest) else item
    return problem.file, problem.code, SEVERITY_ORDER[problem.severity]
