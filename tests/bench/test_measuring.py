"""The arithmetic of the bench, with a clock that says what we want it to say. No test asserts how fast anything is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench.measuring import Figure, as_json, figure, side_by_side, table

from bench import measuring, run


def _clock(times: Iterator[float]) -> Callable[[object], float]:
    return lambda _work: next(times)


def test_a_figure_is_the_median_of_the_ratios_not_the_ratio_of_the_medians() -> None:
    pairs = [(10.0, 10.0), (4.0, 2.0), (9.0, 3.0)]
    found = figure("x", pairs, unit="s")
    assert (found.ratio, found.a, found.b, found.runs) == (2.0, 9.0, 3.0, 3)
    assert found.ratio != found.a / found.b


def test_with_an_even_number_of_runs_the_two_in_the_middle_count() -> None:
    assert figure("x", [(1.0, 1.0), (3.0, 1.0), (2.0, 1.0), (9.0, 1.0)], unit="s").ratio == 2.5


def test_a_and_b_are_divided_by_what_they_are_about() -> None:
    found = figure("x", [(50.0, 4.0)], unit="s/page", each=(100, 10))
    assert found.ratio == pytest.approx(1.25)
    assert (found.a, found.b) == (0.5, 0.4)


def test_all_are_measured_in_every_run_each_in_turn_first() -> None:
    order: list[str] = []

    def measure(work: Callable[[], object]) -> float:
        order.append(str(work()))
        return float(len(order))

    pairs = side_by_side(lambda: "a", lambda: "b", runs=3, measure=measure)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert pairs == [(1.0, 2.0), (4.0, 3.0), (5.0, 6.0)]
    order.clear()
    side_by_side(lambda: "a", lambda: "b", lambda: "c", runs=2, measure=measure)
    assert order == ["a", "b", "c", "b", "c", "a"]


def test_a_drifting_computer_does_not_change_the_ratio() -> None:
    """Each time the computer is twice as slow as in the run before, a is still half as slow again as b."""
    clock = {0: 1.5, 1: 1.0}
    runs = iter([clock[0], clock[1], 2 * clock[1], 2 * clock[0], 4 * clock[0], 4 * clock[1]])
    pairs = side_by_side(lambda: None, lambda: None, runs=3, measure=_clock(runs))
    assert figure("x", pairs, unit="s").ratio == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("ratio", "goal", "word"),
    [(1.0, 1.1, "met"), (1.1, 1.1, "met"), (1.11, 1.1, "missed"), (8.0, None, "")],
)
def test_a_goal_is_met_or_missed(ratio: float, goal: float | None, word: str) -> None:
    found = figure("x", [(ratio, 1.0)], unit="s", goal=goal)
    assert found.verdict == word
    assert word in table([found]).splitlines()[-1]


@pytest.mark.parametrize("measure", [measuring.on_the_clock, measuring.on_the_processor])
def test_measuring_runs_the_work_once(measure: measuring.Measure) -> None:
    done: list[int] = []
    assert measure(lambda: done.append(1)) >= 0
    assert done == [1]


def test_the_file_has_the_promised_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = (
        Figure(name="one", ratio=1.5, a=3.0, b=2.0, unit="s", runs=5, goal=2.0),
        Figure(name="two", ratio=1.3, a=650.0, b=500.0, unit="MB", runs=1, goal=1.2),
    )
    monkeypatch.setattr(run, "_BENCHES", {"fake": lambda: made})
    output = tmp_path / "build" / "bench.json"
    run.run(["fake"], output=output)
    written = json.loads(output.read_text(encoding="utf-8"))
    assert written == as_json(made)
    assert written["one"] == {"ratio": 1.5, "a": 3.0, "b": 2.0, "unit": "s", "runs": 5}
    head, rule, first, second = capsys.readouterr().out.splitlines()
    assert len(rule) == len(head)
    assert first.split() == ["one", "1.500", "<=", "2.00", "met", "3", "2", "s", "5"]
    assert second.split() == ["two", "1.300", "<=", "1.20", "missed", "650", "500", "MB", "1"]


def test_the_bench_lists_what_was_asked_for() -> None:
    assert set(run._BENCHES) == {
        "startup", "growth", "neighbours", "exchange", "rendering", "rerunning", "coverage", "site"
    }  # fmt: skip
