"""Two ways of doing something, timed side by side: what each takes and how they compare."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

Work = Callable[[], object]
Measure = Callable[[Work], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: `a` is ours, `b` what we hold it against, both in `unit`; `goal` is the most the ratio may be."""

    name: str
    ratio: float
    a: float
    b: float
    unit: str
    runs: int
    goal: float | None = None

    @property
    def verdict(self) -> str:
        """Tell whether the goal was met; empty when there is none."""
        if self.goal is None:
            return ""
        return "met" if self.ratio <= self.goal else "missed"


def on_the_clock(work: Work) -> float:
    """Give the seconds somebody waits for this."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def on_the_processor(work: Work) -> float:
    """Give the seconds this process computes for this, whatever else the computer does meanwhile."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def side_by_side(*works: Work, runs: int, measure: Measure) -> list[tuple[float, ...]]:
    """Measure all in every run, each in turn first, so that a slow moment of the computer hits all alike."""
    measured = []
    for run in range(runs):
        order = [(run + place) % len(works) for place in range(len(works))]
        taken = {place: measure(works[place]) for place in order}
        measured.append(tuple(taken[place] for place in range(len(works))))
    return measured


def figure(
    name: str,
    pairs: Sequence[tuple[float, ...]],
    *,
    unit: str,
    goal: float | None = None,
    each: tuple[float, float] = (1, 1),
) -> Figure:
    """Sum up the pairs (a, b) of a bench: the median of the ratios, not the ratio of the medians.

    `each` divides a and b first, to give the time per service or per page.
    """
    scaled = [(a / each[0], b / each[1]) for a, b in pairs]
    return Figure(
        name=name,
        ratio=median(a / b for a, b in scaled),
        a=median(a for a, _ in scaled),
        b=median(b for _, b in scaled),
        unit=unit,
        runs=len(scaled),
        goal=goal,
    )


def as_json(figures: Sequence[Figure]) -> dict[str, dict[str, Any]]:
    """Give what goes in `bench.json`: per name the ratio, both medians, their unit and the number of runs."""
    kept = ("ratio", "a", "b", "unit", "runs")
    return {item.name: {key: value for key, value in asdict(item).items() if key in kept} for item in figures}


def table(figures: Sequence[Figure]) -> str:
    """Lay out the figures for a terminal, each beside its goal."""
    head = ("figure", "ratio", "goal", "", "a (psoh)", "b (baseline)", "unit", "runs")
    rows = [head, *(_row(item) for item in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(_cell(row, column, widths) for column in range(len(head))).rstrip() for row in rows]
    return "\n".join((lines[0], "-" * len(lines[0]), *lines[1:]))


def _row(item: Figure) -> tuple[str, ...]:
    goal = "-" if item.goal is None else f"<= {item.goal:.2f}"
    return (
        item.name, f"{item.ratio:.3f}", goal, item.verdict, _number(item.a), _number(item.b), item.unit, str(item.runs)
    )  # fmt: skip


def _cell(row: tuple[str, ...], column: int, widths: Sequence[int]) -> str:
    is_number = column in {1, 4, 5, 7}
    return row[column].rjust(widths[column]) if is_number else row[column].ljust(widths[column])


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.4g}"
