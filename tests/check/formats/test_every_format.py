"""What holds for every format: the same bytes in any order, one newline at the end, and nothing it cannot carry."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.check.formats.reports import SMALL, many, problems, reports

from psoh_cli.characters import shown
from psoh_cli.checking.output_names import HELP, NAMES, TEXT
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.formats.writers import WRITERS
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, arranged

each_format = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)

Write = Callable[[Report], str]


def test_every_name_has_a_writer_and_stands_in_the_help() -> None:
    assert list(NAMES) == [TEXT, *WRITERS]
    assert all(name in HELP for name in NAMES)


@pytest.mark.slow
@given(report=reports, seed=st.integers())
def test_any_report_in_any_order_is_the_same_text_that_every_reader_takes(report: Report, seed: int) -> None:
    order = random.Random(seed)
    other = replace(
        report,
        problems=tuple(order.sample(report.problems, len(report.problems))),
        files=tuple(order.sample(report.files, len(report.files))),
        unread=tuple(order.sample(report.unread, len(report.unread))),
        ignored=tuple(order.sample(report.ignored, len(report.ignored))),
    )
    for write in WRITERS.values():
        text = write(report)
        assert write(other) == text
        assert text.encode("utf-8").decode("utf-8") == text
        assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))
        assert not text.startswith("\ufeff")
        assert "\r" not in text
        assert shown(text) == text  # so a terminal shows it as a file holds it


@each_format
@pytest.mark.parametrize(
    "change",
    [
        {"hint": "anders"},
        {"end": (1, 4)},
        {"address": "diensten/inloop"},
        {"times": 2},
        {"severity": Severity.HINT},
        {"fix": Fix(edits=(Edit(Span(1, 1, 1, 2), "x"),), does="schrijf x")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_two_that_differ_in_one_thing_have_an_order_too(write: Write, change: dict[str, Any]) -> None:
    [problem] = many(1)
    both = (problem, replace(problem, **change))
    texts = {"a.yaml": "een regel\n"}
    assert write(Report(problems=both, texts=texts)) == write(Report(problems=both[::-1], texts=texts))


@each_format
def test_an_empty_report_is_written_too(write: Write) -> None:
    assert write(Report()) == write(Report())


@pytest.mark.slow
@each_format
def test_ten_thousand_problems_and_a_very_long_line_take_time_in_proportion(write: Write) -> None:
    half, whole = (_seconds(write, _flood(number)) for number in (5_000, 10_000))
    assert whole < 8 * half + 1  # in proportion is 2


def _flood(number: int) -> Report:
    long = Problem(
        code="KAART004",
        severity=Severity.ERROR,
        message="x" * 100_000,
        file="a.yaml",
        line=1,
        column=99_990,
        end=(1, 99_999),
    )
    texts = {"a.yaml": "é" * 10 * number + "\n" + "regel\n" * number}
    several = (replace(long, column=column) for column in range(1, number // 250))
    return Report(problems=(*many(number), *several), texts=texts)


def _seconds(write: Write, report: Report) -> float:
    started = time.process_time()
    assert write(report)
    return time.process_time() - started


@each_format
def test_it_says_nothing_of_this_computer(write: Write) -> None:
    text = write(SMALL)
    assert str(Path.cwd()) not in text
    assert str(Path.home()) not in text


@given(listed=st.lists(problems, max_size=6))
def test_arranging_is_done_once(listed: list[Problem]) -> None:
    once = arranged(Report(problems=tuple(listed), files=("b", "a", "b")))
    assert once.files == ("a", "b")
    assert arranged(once) == once
    assert sorted(map(repr, once.problems)) == sorted(map(repr, listed))
