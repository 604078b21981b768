"""A problem in the knowledge stands where the wrong thing is said, and else at the id of its item."""

from __future__ import annotations

import pytest

from psoh_cli.files import yaml_file
from psoh_cli.practices.places import Place, problem
from psoh_cli.practices.places_file import place_of

TEXT = """\
lijst:
  - id: eerste
    titel: Een tolk uit Dordrecht
    na:
      - id: regie
        waarom: Eerst de regie.
    filter: {taal: [ar, ti]}
  - id: tweede
"""
PARSED = yaml_file.parse(TEXT, name="lijst.yaml")
PLACES = {
    ("lijst", name): place_of(PARSED, ("lijst", number, "id"))
    for number, name in enumerate(["eerste", "tweede"])
}


@pytest.mark.parametrize(
    ("at", "said", "place"),
    [
        ("", "", (2, 9)),
        ("titel", "", (3, 12)),
        ("na", "", (4, 5)),
        ("na", "regie", (5, 13)),
        ("na", "de regie", (6, 17)),
        ("na", "bestaat-niet", (4, 5)),
        ("filter", "taal", (7, 14)),
        ("filter", "ti", (7, 25)),
        ("bestaat-niet", "regie", (2, 9)),
        ("", "Dordrecht", (3, 12)),
        ("", "bestaat-niet", (2, 9)),
    ],
)
def test_what_is_said_is_found(at: str, said: str, place: tuple[int, int]) -> None:
    found = problem("KENNIS003", "Iets.", ("lijst", "eerste"), PLACES, at=at, said=said)
    assert (found.file, (found.line, found.column)) == ("lijst.yaml", place)
    assert found.address == f"lijst/eerste/{at}".rstrip("/")


@pytest.mark.parametrize(
    ("at", "said", "words"),
    [
        ("", "", "eerste"),
        ("titel", "", "Een tolk uit Dordrecht"),
        ("na", "", "na"),
        ("na", "regie", "regie"),
        ("filter", "taal", "taal"),
        ("filter", "ti", "ti"),
    ],
)
def test_the_words_are_underlined(at: str, said: str, words: str) -> None:
    found = problem("KENNIS003", "Iets.", ("lijst", "eerste"), PLACES, at=at, said=said)
    assert found.end is not None
    assert TEXT.split("\n")[found.line - 1][found.column - 1 : found.end[1] - 1] == words
    assert found.end[0] == found.line


def test_what_another_item_says_is_not_looked_at() -> None:
    found = problem("KENNIS003", "Iets.", ("lijst", "tweede"), PLACES, at="na", said="regie")
    assert (found.line, found.column) == (8, 9)


def test_an_item_without_a_place_names_its_list() -> None:
    found = problem("KENNIS003", "Iets.", ("lijst", "derde"), {}, at="na", said="regie")
    assert (found.file, found.line, found.column) == ("lijst", 1, 1)
    assert Place("x").within("na", "regie") is None
