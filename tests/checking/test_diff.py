"""The diff says exactly what would change: who makes it by hand gets the same file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.mending import Planted, planted

from psoh_cli.checking.diff import diff
from psoh_cli.checking.mending import Changed, Mending
from psoh_cli.checking.result import Result
from psoh_cli.problems.report import Report

NOTHING = Result(report=Report())


def diff_of(before: str, after: str) -> str:
    file = Changed("kaart.yaml", before.encode("utf-8"), after.encode("utf-8"))
    return diff(Mending(before=NOTHING, result=NOTHING, files=(file,)))


def made_by_hand(before: list[str], said: str) -> list[str]:
    """Follow a diff line by line, and complain where it does not fit."""
    made: list[str] = []
    at = 0
    for line in said.split("\n")[2:]:
        head = re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line)
        if head:
            start = int(head[1]) - (head[2] != "0")
            made += before[at:start]
            at = start
            assert len(made) == int(head[3]) - (head[4] != "0")
        elif line[0] == "+":
            made.append(line[1:])
        elif line[0] in " -":
            assert before[at] == line[1:]
            made += [line[1:]] if line[0] == " " else []
            at += 1
    return made + before[at:]


lines = st.lists(st.sampled_from(["a", "b", "c", "d: 1", ""]), max_size=12)


@given(lines, lines)
def test_following_the_diff_gives_the_new_text(before: list[str], after: list[str]) -> None:
    one, other = ("".join(f"{line}\n" for line in text) for text in (before, after))
    assert made_by_hand(before, diff_of(one, other)) == after


@pytest.mark.slow
@given(planted())
def test_following_the_diff_of_a_kaart_gives_the_kaart(case: Planted) -> None:
    before, after = (re.split("\r\n|\r|\n", text.decode("utf-8-sig")) for text in (case.wrong, case.right))
    before, after = ([*text[:-1], text[-1]] if text[-1] else text[:-1] for text in (before, after))
    assert made_by_hand(before, diff_of(case.wrong.decode("utf-8"), case.right.decode("utf-8"))) == after


def test_a_diff_looks_as_everybody_knows_it() -> None:
    assert diff_of("a\r\nb\r\nc\r\nd\r\ne\r\nf", "a\r\nb\r\nc\r\nd\r\nx\r\nf").split("\n") == [
        "--- kaart.yaml (nu)", "+++ kaart.yaml (verbeterd)", "@@ -2,5 +2,5 @@",
        " b", " c", " d", "-e", "+x", " f", "\\ Geen regeleinde aan het eind van het bestand",
    ]  # fmt: skip


def test_nothing_that_orders_a_terminal_about_is_shown() -> None:
    assert "\x1b" not in diff_of("a: \x1b[31m\n", "b: \x1b[31m\n")


@pytest.mark.slow
@pytest.mark.timeout(20)
def test_a_big_file_in_which_every_line_changes_is_shown_in_time() -> None:
    before = [f"regel {number}" for number in range(60_000)]
    after = [f"lijn {number}" if number % 3 else f"regel {number}" for number in range(60_000)]
    said = diff_of("\n".join(before), "\n".join(["# boven", *after]))
    assert made_by_hand(before, said) == ["# boven", *after]
    changed = diff_of("\n".join(before), "\n".join(f"lijn {number}" for number in range(60_000)))
    assert changed.count("\n-") == changed.count("\n+lijn") == 60_000
