"""What was meant is told only when there is one candidate, and how sure that is."""

from __future__ import annotations

import pytest

from psoh_cli.problems.typos import Meant, Sureness, distance, meant_by

KEYS = ("id", "naam", "talen", "tolktalen", "gecontroleerd_op", "gecontroleerd_door", "bron", "van", "tot")
WORDS = ("onbekend", "per-keer", "vast", "geen")


@pytest.mark.parametrize(
    ("word", "meant", "sureness"),
    [
        ("Talen", "talen", Sureness.SPELLING), ("gecontroleerd-op", "gecontroleerd_op", Sureness.SPELLING),
        ("Gecontroleerd Op", "gecontroleerd_op", Sureness.SPELLING), ("tálen", "talen", Sureness.SPELLING),
        ("tallen", "talen", Sureness.TYPO), ("nam", "naam", Sureness.TYPO), ("born", "bron", Sureness.TYPO),
        ("gecontroleerd_opp", "gecontroleerd_op", Sureness.TYPO), ("tolkstalen", "tolktalen", Sureness.TYPO),
        ("tolktaalen", "tolktalen", Sureness.TYPO), ("tolketaalen", "tolktalen", Sureness.TYPO),
        ("naameb", "naam", Sureness.GUESS), ("vam", "van", Sureness.GUESS),
    ],
)  # fmt: skip
def test_one_candidate_is_found_with_how_sure_it_is(word: str, meant: str, sureness: Sureness) -> None:
    assert meant_by(word, KEYS) == Meant(meant, sureness)


@pytest.mark.parametrize(
    "word", ["", "gecontroleerd", "gecontrolerd_dor", "namen", "xyz", "kosten", "a" * 61]
)
def test_none_or_several_is_nobody(word: str) -> None:
    assert meant_by(word, KEYS) is None


def test_a_word_between_two_known_words_is_nobody() -> None:
    assert meant_by("kaart", ("kaarts", "kaarta")) is None
    assert meant_by("tale", ("taal", "talen")) is None
    assert meant_by("Vast", ("vast", "VAST")) is None


def test_capitals_of_a_chosen_word_do_not_matter() -> None:
    assert meant_by("Per keer", WORDS) == Meant("per-keer", Sureness.SPELLING)
    assert meant_by("onbekent", WORDS) == Meant("onbekend", Sureness.TYPO)


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("ab", "ba", 1),
        ("abc", "acb", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
        ("a", "abcdefgh", 5),
    ],
)
def test_steps_between_words_are_counted(one: str, other: str, steps: int) -> None:
    assert distance(one, other, most=5) == distance(other, one, most=5) == steps
