"""Edits land where the reader counted, touch nothing else, and never get in each other's way."""

from __future__ import annotations

import pytest

from psoh_cli.problems.editing import compatible, edited
from psoh_cli.problems.fix import Edit, Fix, Span


def edit(line: int, column: int, end: int, text: str) -> Edit:
    return Edit(Span(line, column, line, end), text)


def fix(*edits: Edit) -> Fix:
    return Fix(edits=edits, does="schrijf iets")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_edit_lands_on_its_line_whatever_ends_the_lines(newline: str) -> None:
    text = newline.join(["één: a", "twee: b # zo", "drie: c"])
    done = edited(text, [edit(2, 7, 8, "x"), edit(1, 6, 7, "yy")])
    assert done is not None
    assert done.text == newline.join(["één: yy", "twee: x # zo", "drie: c"])


def test_line_ends_may_be_mixed_and_stay_so() -> None:
    done = edited("a: 1\r\nb: 2\rc: 3\nd: 4", [edit(3, 4, 5, "x"), edit(4, 4, 5, "y")])
    assert done is not None
    assert done.text == "a: 1\r\nb: 2\rc: x\nd: y"


@pytest.mark.parametrize(
    ("text", "first"), [("a\r\nb\n", "\r\n"), ("a\nb\r\n", "\n"), ("a", "\n"), ("a\rb", "\r")]
)
def test_a_line_that_is_added_ends_as_its_neighbour_does(text: str, first: str) -> None:
    done = edited(text, [Edit(Span(1, 1, 1, 1), "# boven\n")])
    assert done is not None
    assert done.text == f"# boven{first}{text}"


def test_the_place_of_what_was_written_is_told() -> None:
    one, two = edit(1, 4, 5, "drie\nregels\nlang"), edit(1, 6, 7, "y")
    done = edited("a: 1 2\n", [one, two])
    assert done is not None
    assert done.text == "a: drie\nregels\nlang y\n"
    assert done.written == {one: Span(1, 4, 3, 5), two: Span(3, 6, 3, 7)}


@pytest.mark.parametrize(
    "wrong",
    [edit(9, 1, 1, "x"), edit(1, 9, 9, "x"), edit(1, 3, 2, "x"), edit(0, 1, 1, "x"), edit(1, 0, 1, "x"),
     Edit(Span(1, 1, 3, 1), "x")],
)  # fmt: skip
def test_a_place_that_is_not_there_changes_nothing(wrong: Edit) -> None:
    assert edited("a: 1\n", [wrong]) is None


def test_edits_that_overlap_are_refused() -> None:
    assert edited("abcdef", [edit(1, 1, 4, "x"), edit(1, 3, 5, "y")]) is None


def test_of_two_fixes_in_one_place_the_first_wins() -> None:
    first, inside, behind = fix(edit(1, 1, 4, "x")), fix(edit(1, 3, 5, "y")), fix(edit(1, 4, 6, "z"))
    assert compatible([first, inside, behind]) == (first, behind)


def test_a_fix_of_two_edits_is_left_out_as_a_whole() -> None:
    first, both = fix(edit(1, 1, 4, "x")), fix(edit(1, 2, 3, "y"), edit(9, 1, 2, "z"))
    later = fix(edit(9, 1, 2, "w"))
    assert compatible([first, both, later]) == (first, later)


def test_the_same_edit_twice_is_no_trouble() -> None:
    assert compatible([fix(edit(1, 1, 4, "x")), fix(edit(1, 1, 4, "x"))]) == (fix(edit(1, 1, 4, "x")),) * 2
    done = edited("abcdef", [edit(1, 1, 4, "x"), edit(1, 1, 4, "x")])
    assert done is not None
    assert done.text == "xdef"


def test_two_things_added_in_one_place_have_no_order() -> None:
    one, other = fix(edit(1, 1, 1, "a")), fix(edit(1, 1, 1, "b"))
    assert compatible([one, other]) == (one,)
    assert compatible([one, fix(edit(1, 1, 3, "c"))]) == (one,)
    assert compatible([fix(edit(1, 1, 3, "c")), fix(edit(1, 3, 3, "d"))]) == (
        fix(edit(1, 1, 3, "c")),
        fix(edit(1, 3, 3, "d")),
    )
