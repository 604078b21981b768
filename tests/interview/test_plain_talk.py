"""The plain mode line by line: what a screen reader reads in a sitting in which everything is used."""

from __future__ import annotations

from pathlib import Path

from tests.interview.test_details import Heard

_TYPED = (
    "zoek huisarts", "open", "overzicht", "naar tweede", "1,3 ~ ! soms", "4", "", "2", "<", "", ">", "/open", "rust",
    "2026", "tweede", "", "3", ">", "zoek rust", "klaar",
)  # fmt: skip


def test_a_whole_sitting_reads_as_it_should() -> None:
    expected = (Path(__file__).parent / "plain_talk.txt").read_text(encoding="utf-8").splitlines()
    assert Heard(*_TYPED, plain=True).screen == expected


def test_no_line_means_anything_by_its_place_or_its_looks() -> None:
    for line in Heard("?", *_TYPED, "", plain=True).screen:
        assert line == line.lstrip(), line
        assert not set(line) & set("#|_*[]\x1b"), line
        assert not line or any(char.isalnum() for char in line), line


def test_both_modes_say_the_same_questions_and_answers() -> None:
    plain, drawn = Heard(*_TYPED, plain=True), Heard(*_TYPED[:-6], "klaar")
    assert plain.answers == drawn.answers
