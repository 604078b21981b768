"""Where a piece of a text stands in a file: in every way in which YAML writes a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.files import yaml_edit, yaml_file
from psoh_cli.files.yaml_inside import pieces_of
from psoh_cli.problems.fix import Span

WORD = "0612345678"


def place_of_word(text: str, *, word: str = WORD) -> Span | None:
    parsed = yaml_file.parse(text, name="x.yaml")
    node = yaml_file.find(parsed, ("a",))
    assert node is not None, parsed.problems
    assert isinstance(node.value, str)
    value = node.value.strip()
    inside = pieces_of(parsed, ("a",))
    assert inside is not None
    return inside(value.index(word), value.index(word) + len(word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: bel 0612345678 nu", (1, 8, 1, 18)),
        ("a: 'bel 0612345678'", (1, 9, 1, 19)),
        ("a: 'zo''n 0612345678'", (1, 11, 1, 21)),
        ('a: "bel \\"nu\\" 0612345678"', (1, 16, 1, 26)),
        ('a: "caf\\u00e9 \\xe9 0612345678"', (1, 20, 1, 30)),
        ('a: "bel \\\n  nu 0612345678"', (2, 6, 2, 16)),
        ("a: bel\n  nu even\n  0612345678", (3, 3, 3, 13)),
        ('a: "bel\n\n  nu 0612345678"', (3, 6, 3, 16)),
        ("a: |\n  bel\n\n    nu 0612345678\n", (4, 8, 4, 18)),
        ("a: >-\n  bel\n  nu\n  0612345678\n", (4, 3, 4, 13)),
        ("a: >\n  bel\n\n  nu 0612345678\n\n\n", (4, 6, 4, 16)),
        ("a: |2 # zo\n   bel 0612345678\n", (2, 8, 2, 18)),
        ("\ufeffa: é 0612345678\r\nb: 1\r\n", (1, 6, 1, 16)),
        ("b: 1\r\na: |\r\n  bel\r\n  0612345678\r\n", (4, 3, 4, 13)),
    ],
)
def test_a_word_is_found_where_it_stands(text: str, expected: tuple[int, int, int, int]) -> None:
    assert place_of_word(text) == expected


def test_a_piece_over_two_lines_ends_on_the_second() -> None:
    assert place_of_word("a: met mw.\n  Jansen erbij", word="mw. Jansen") == (1, 8, 2, 9)


def test_a_list_has_no_pieces() -> None:
    parsed = yaml_file.parse("a: [1, 2]", name="x.yaml")
    assert pieces_of(parsed, ("a",)) is None
    assert pieces_of(parsed, ("b",)) is None


def test_what_is_not_in_the_text_has_no_place() -> None:
    inside = pieces_of(yaml_file.parse("a: bel", name="x.yaml"), ("a",))
    assert inside is not None
    assert inside(0, 9) is None


def test_a_text_that_is_written_in_another_encoding_is_left_alone() -> None:
    assert pieces_of(yaml_file.parse("a: cafe\u0301 0612345678", name="x.yaml"), ("a",)) is None


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30),
    st.text("ab' \"\\é:#-|>", max_size=30),
)
def test_whatever_psoh_writes_is_found_again(before: str, after: str) -> None:
    value = f"{before}{WORD}{after}".strip()
    parsed = yaml_file.parse(yaml_edit.dump_block({"a": value}), name="x.yaml")
    node = yaml_file.find(parsed, ("a",))
    inside = pieces_of(parsed, ("a",))
    if node is None or not isinstance(node.value, str) or inside is None:
        return
    at = node.value.strip().index(WORD)
    span = inside(at, at + len(WORD))
    assert span is not None
    line = parsed.text.split("\n")[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == WORD
