"""Several values in one text: taken apart only when every piece is one, and nothing valid is lost."""

from __future__ import annotations

import pytest

from psoh_cli.problems.pieces import loses, valid_pieces, ways_to_take_apart


def known(piece: str) -> str:
    return piece if piece in {"taal", "wachttijd", "geld"} else ""


@pytest.mark.parametrize(
    "text",
    [
        "taal, wachttijd", "taal,wachttijd", "taal; wachttijd", "taal en wachttijd", "taal wachttijd", "taal/wachttijd",
        "• taal • wachttijd", "•taal •wachttijd", "– taal – wachttijd", "- taal\n- wachttijd", "taal\nwachttijd",
        "1. taal\n2. wachttijd", "-taal -wachttijd", "taal + wachttijd", "taal & wachttijd",
    ],
)  # fmt: skip
def test_every_piece_is_found(text: str) -> None:
    assert valid_pieces(text, known) == ("taal", "wachttijd")


@pytest.mark.parametrize("text", ["taal", "taal, iets", "geen taal", "", "taal,", "x" * 2_000])
def test_a_text_with_another_word_is_left_whole(text: str) -> None:
    assert valid_pieces(text, known) == ()


def test_what_would_be_lost_is_seen_among_other_words() -> None:
    assert loses("vooral taal, soms wachttijd", ("taal",), known)
    assert not loses("vooral taal", ("taal",), known)


def test_a_long_text_is_not_taken_apart() -> None:
    assert list(ways_to_take_apart("taal, " * 500)) == []
