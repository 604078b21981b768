"""A mended text says the same as before, but for what its edits touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.yaml.written import Data, files

from psoh_cli.checking.faithful import says_the_same
from psoh_cli.files import yaml_file
from psoh_cli.problems.editing import edited
from psoh_cli.problems.fix import Edit, Span

TEXT = """\
naam: Dordrecht
talen: [ar, ti]
lijst:
  - id: a
    op: "1"
  - id: b
onder: x
"""


def is_same(text: str, *edits: Edit) -> bool:
    done = edited(text, edits)
    assert done is not None
    old, new = yaml_file.parse(text, name="oud"), yaml_file.parse(done.text, name="nieuw")
    return says_the_same(
        old, new, gone=[edit.span for edit in done.written], came=list(done.written.values())
    )


def edit(line: int, column: int, end: int, text: str, *, end_line: int = 0) -> Edit:
    return Edit(Span(line, column, end_line or line, end), text)


@pytest.mark.parametrize(
    "meant",
    [
        edit(1, 7, 16, "Zwolle"), edit(1, 7, 10, "D"), edit(1, 1, 5, "name"), edit(2, 9, 11, "nl"),
        edit(2, 8, 16, "ar"), edit(1, 1, 1, "# boven\n"), edit(3, 1, 1, "extra: y\n"), edit(4, 5, 7, "ID"),
        edit(4, 5, 5, "extra: y\n    "),
        edit(6, 5, 1, "", end_line=7), edit(5, 1, 1, "", end_line=6), edit(7, 8, 9, "'y'"), edit(7, 9, 9, "\nnieuw: z"),
        edit(2, 1, 1, "", end_line=3), edit(7, 9, 9, " # zo"),
    ],
)  # fmt: skip
def test_what_an_edit_touches_may_become_something_else(meant: Edit) -> None:
    if meant.span[:2] == (6, 5):
        assert not is_same(TEXT, meant)  # an item without anything in it is another item
    else:
        assert is_same(TEXT, meant)


@pytest.mark.parametrize(
    "sly",
    [
        edit(1, 16, 16, "\nonder: y"),  # a field that comes twice: the first counts, and that is another value
        edit(1, 7, 16, '"D'), edit(1, 7, 16, "&D"), edit(2, 8, 8, "["), edit(2, 16, 16, " x: y"),
        edit(3, 7, 7, " []\nrest:"), edit(5, 12, 12, "\n    id: c"), edit(5, 9, 9, "|\n "), edit(6, 3, 5, "  # "),
        edit(1, 7, 16, "D\n  onder: y"), edit(7, 1, 1, "---\n"), edit(3, 1, 6, "naam"), edit(4, 3, 3, "- "),
    ],
)  # fmt: skip
def test_what_an_edit_does_besides_is_seen(sly: Edit) -> None:
    assert not is_same(TEXT, sly)


def test_a_text_that_could_not_be_read_has_to_come_closer() -> None:
    broken = "naam: 'a\ntalen: [ar\n"
    assert is_same("naam:\ta\n", edit(1, 6, 7, " "))
    assert is_same("a:\tb\nc:\td\n", edit(1, 3, 4, " "))
    assert not is_same(broken, edit(1, 1, 5, "name"))


@given(files(), st.data())
def test_a_change_outside_its_own_place_never_goes_unseen(
    case: tuple[str, Data], choose: st.DataObject
) -> None:
    """Change something at random and say that it was done elsewhere: only when nothing differs that is the same."""
    text = case[0].removeprefix("\ufeff")
    at = choose.draw(st.integers(0, len(text)))
    other = text[:at] + choose.draw(st.sampled_from(["x", " ", "#", "'", "\n", ": ", "- "])) + text[at:]
    old, new = yaml_file.parse(text, name="oud"), yaml_file.parse(other, name="nieuw")
    nowhere = [Span(9_999, 1, 9_999, 2)]
    if new.root is None:
        assert not says_the_same(old, new, gone=nowhere, came=nowhere)
    elif says_the_same(old, new, gone=nowhere, came=nowhere):
        assert old.plain() == new.plain()
    else:
        assert old.plain() != new.plain() or new.problems != old.problems
