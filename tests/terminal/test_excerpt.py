"""The line in which something is wrong: the mark stands under exactly what, however wide or long the line is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.terminal.cells import TAB, cells
from psoh_cli.terminal.excerpt import Signs, SourceLines, excerpt

GUTTER = len("   42 │ ")


def problem(column: int, end: int | tuple[int, int] | None = None, *, line: int = 1) -> Problem:
    place = (line, end) if isinstance(end, int) else end
    return Problem(
        code="KAART012",
        severity=Severity.ERROR,
        message="x",
        file="a.yaml",
        line=line,
        column=column,
        end=place,
    )


def drawn(text: str, found: Problem, *, width: int = 80, signs: Signs | None = None) -> list[str]:
    lines = excerpt(found, SourceLines.of(text), width=width, signs=signs or Signs(), style="red")
    return ["".join(part.text for part in line) for line in lines]


def test_the_mark_is_under_what_is_wrong() -> None:
    assert drawn("a: 1\ntalen: [nl, xx]\n", problem(13, 15, line=2)) == [
        "    2 │ talen: [nl, xx]",
        "      │             ^^",
    ]


@pytest.mark.parametrize(
    ("text", "column", "end", "before", "marked"),
    [
        ("a: b", 4, None, 3, 1),
        ("咖啡: xx", 5, 7, 6, 2),
        ("a: 咖啡", 4, 6, 3, 4),
        ("e\u0301e\u0301: xx", 7, 9, 4, 2),
        ("a:\txx", 4, 6, 2 + TAB, 2),
        ("\ta: x", 1, 2, 0, TAB),
        ("a: \u200bxx", 4, 5, 3, 1),
        ("a: b", 5, None, 4, 1),
        ("a: |", 4, (3, 5), 3, 1),
        ("a: b c  ", 4, (2, 3), 3, 3),
        ("a: bc", 4, (1, 3), 3, 1),
    ],
    ids=["no end", "wide before", "wide inside", "accents", "tab before", "tab", "no width", "past the end",
         "a block", "several lines", "an end before the start"],
)  # fmt: skip
def test_places_are_counted_as_a_screen_counts_them(
    text: str, column: int, end: int | tuple[int, int] | None, before: int, marked: int
) -> None:
    line, mark = drawn(f"{text}\nb\nc\n", problem(column, end))
    assert mark[GUTTER:] == " " * before + "^" * marked
    assert "\t" not in line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_yaml_does(end: str) -> None:
    text = f"a: 1{end}b: \x85x\u2028y{end}c: 3{end}"
    assert drawn(text, problem(4, 5, line=3))[0] == "    3 │ c: 3"


@pytest.mark.parametrize(
    "found", [problem(1, line=0), problem(1, line=9), problem(99), problem(1, line=2)],
    ids=["before", "after", "right of it", "an empty line"],
)  # fmt: skip
def test_a_place_that_is_not_there_has_no_line(found: Problem) -> None:
    assert drawn("a: 1\n\n", found) == []


@pytest.mark.parametrize("column", [1, 30, 2_100, 50_000, 99_998])
def test_a_line_of_a_hundred_thousand_characters_is_cut_around_the_mark(column: int) -> None:
    text = "ab " * 33_333
    line, mark = drawn(text, problem(column, column + 2))
    assert len(line) <= 80
    start = mark.index("^")
    assert line[start : start + 2] == text[column - 1 : column + 1]
    assert ("…" in line[: GUTTER + 1]) == (column > 40)
    assert line.endswith("…") == (column < 99_990)


def test_what_is_wrong_may_be_wider_than_the_screen() -> None:
    line, mark = drawn(f"a: {'x' * 500} # b", problem(4, 504))
    assert 78 <= len(line) <= 80
    assert (line[-1], len(mark)) == ("…", len(line) - 1)


def test_a_poor_console_gets_plain_signs() -> None:
    line, mark = drawn(f"a: 咖é {'x' * 200}", problem(6, 8), signs=Signs.of("ascii"))
    assert line.isascii()
    assert line.startswith("    1 | a: ?? xxx")
    assert line.endswith("...")
    assert mark == "      |      ^^"


@pytest.mark.parametrize(
    ("encoding", "bar"), [("utf-8", "│"), ("cp1252", "|"), ("cp850", "|"), (None, "|"), ("x", "|")]
)
def test_signs_follow_the_encoding(encoding: str | None, bar: str) -> None:
    assert Signs.of(encoding).bar == bar


def test_nothing_in_a_line_can_order_the_terminal_about() -> None:
    line, mark = drawn("a: \x1b[2J\u202exx", problem(9, 11))
    assert line == "    1 │ a: \ufffd[2J\ufffdxx"
    assert mark[GUTTER:] == " " * 8 + "^^"


SIGNS = st.text(st.sampled_from("ab 咖é\u0301\t\u200b#:"), min_size=1, max_size=120)


@given(before=SIGNS, wrong=SIGNS, after=SIGNS, width=st.integers(30, 100))
def test_a_line_never_leaves_the_screen_and_the_mark_is_in_it(
    before: str, wrong: str, after: str, width: int
) -> None:
    text = before + wrong + after
    start = len(before) + 1
    shown = drawn(text, problem(start, start + len(wrong)), width=width)
    if not text.strip():
        assert shown == []
        return
    line, mark = shown
    assert cells(line) <= width + 1  # a mark under something without width takes one place
    assert "^" in mark
    assert len(mark) <= width + 1
