"""A problem without an end gets that of the word it begins with, and nothing more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.problems.making import problem_of
from psoh_cli.problems.text_lines import TextLines
from psoh_cli.problems.underlining import underlined


@pytest.mark.parametrize(
    ("line", "column", "word"),
    [
        ("  soort: overgenomen", 3, "soort"),
        ("  - {jaar: 2027, bedrag: 1}", 5, "{jaar: 2027, bedrag: 1}"),
        ("  na: [m-visie, x]  # zo", 7, "[m-visie, x]"),
        ("  na: [[m-visie], x]", 7, "[[m-visie], x]"),
        ("  na: [[[m-visie]], x]", 7, ""),
        ("  na: [een,", 7, ""),
        ("  naam: @Home sterk", 9, "@Home"),
        ('  naam: "zo \\" nog" x', 9, '"zo \\" nog"'),
        ("  naam: 'zo''n' x", 9, "'zo''n'"),
        ("  naam: 't Huis", 9, ""),
        ("  naam:  ", 9, ""),
        ("  naam", 99, ""),
    ],
)
def test_the_word_is_underlined(line: str, column: int, word: str) -> None:
    problem = problem_of("YAML014", "x", file="a.yaml", place=(2, column))
    found = underlined(problem, lines=TextLines({"a.yaml": f"\ufeffa: 1\r\n{line}\r\nb: 2\r\n"}))
    assert found.end == ((2, column + len(word)) if word else None)
    assert replace(found, end=None) == problem


def test_what_has_an_end_or_is_about_the_whole_file_stays() -> None:
    lines = TextLines({"a.yaml": "naam: x\nb: y\n"})
    for problem in (
        problem_of("YAML014", "x", file="a.yaml"),
        problem_of("YAML014", "x", file="a.yaml", place=(2, 1), end=(2, 9)),
        problem_of("YAML014", "x", file="b.yaml", place=(2, 1)),
        problem_of("YAML014", "x", file="a.yaml", place=(9, 1)),
    ):
        assert underlined(problem, lines=lines) is problem


@given(st.text("ab'\"\\[]{}:,# é", max_size=20), st.integers(1, 25))
def test_an_end_lies_in_the_line_and_past_the_beginning(line: str, column: int) -> None:
    problem = problem_of("YAML014", "x", file="a.yaml", place=(2, column))
    end = underlined(problem, lines=TextLines({"a.yaml": f"\n{line}\n"})).end
    assert end is None or (end[0] == 2 and column < end[1] <= len(line) + 1)
