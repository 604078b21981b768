"""Finding the way in a list: to another question, by search, or by looking at what is there.

At a question that is answered in words, such a command begins with a slash: `open` may be what somebody wants to say.
Only `naar` with a number is taken for itself there too: nobody says that in answer to anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SLASH = "/"


@dataclass(frozen=True, slots=True)
class Goto:
    """Go to a question by its number, or to a theme by (the beginning of) its name; empty when that was not said."""

    where: str


@dataclass(frozen=True, slots=True)
class Search:
    """List the questions in which these words stand; empty when none were given."""

    words: str


@dataclass(frozen=True, slots=True)
class NoDirection:
    """A slash with something behind it that is no command."""

    typed: str


class Show(StrEnum):
    """What can be looked at while a question waits."""

    OPEN = "open"
    OVERVIEW = "overzicht"
    REVIEW = "nakijken"


Direction = Goto | Search | Show | NoDirection

_SHOWS = {
    "open": Show.OPEN,
    "overzicht": Show.OVERVIEW, "thema's": Show.OVERVIEW, "themas": Show.OVERVIEW,
    "nakijken": Show.REVIEW,
}  # fmt: skip
_GOTO = ("naar", "ga naar")
_SEARCH = ("zoek", "zoeken")


def read_direction(line: str, *, slash_needed: bool) -> Direction | None:
    """Understand a cleaned line as a command to find the way; None when it is something else."""
    text = line.casefold()
    if text.startswith(SLASH):
        return _direction(text[1:].strip()) or NoDirection(line)
    found = _direction(text)
    is_plain = isinstance(found, Goto) and found.where.isdecimal()
    return found if is_plain or not slash_needed else None


def _direction(text: str) -> Direction | None:
    if text in _SHOWS:
        return _SHOWS[text]
    for word in _SEARCH:
        if text == word or text.startswith(f"{word} "):
            return Search(text[len(word) :].strip())
    for word in _GOTO:
        if text == word or text.startswith(f"{word} "):
            return Goto(text[len(word) :].strip())
    return None
