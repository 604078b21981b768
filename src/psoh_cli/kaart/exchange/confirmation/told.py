"""What came back of a confirmation sheet, in whatever form: per question the text it showed and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from psoh_cli.came_in import NotUnderstood, Place


@dataclass(frozen=True, kw_only=True)
class ToldLine:
    """One question that came back. `key` is known in a sheet; in a mail `question` begins with the words asked."""

    number: str
    question: str
    key: str = ""
    shown: str | None = None
    """What the sheet showed; None in a mail, where it is the rest of the question."""
    answer: str = ""
    place: Place
    why: str = ""
    """Why the answer cannot be used, where the sheet itself tells."""


@dataclass(frozen=True, kw_only=True)
class ToldPart:
    """What came back about one entry, `o:huis` or `d:inloop`; the same entry may come back more than once.

    `organization` and `made_on` are those of the sheet it stands in, as its reference says; empty where there is
    none. `names` are what the entry is called above its questions, `number` is what its questions begin with.
    `all_hold` are the answers to whether everything holds.
    """

    reference: str
    mark: str
    place: Place
    lines: tuple[ToldLine, ...]
    all_hold: tuple[ToldLine, ...] = ()
    organization: str = ""
    made_on: date | None = None
    names: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Unread:
    """Text that is no answer and none of ours; `reference` is the entry it stands with, empty where nobody can tell."""

    place: Place
    text: str
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A confirmation sheet that came back."""

    file: str
    parts: tuple[ToldPart, ...]
    answered_on: date | None = None
    everything_holds: bool = False
    """Whether somebody wrote above the questions that all of it holds."""
    loose: tuple[NotUnderstood, ...] = ()
    unread: tuple[Unread, ...] = ()
    passed: tuple[int, ...] = ()
    """Lines that were passed over: greetings, signatures and the head of a mail."""
    remarks: tuple[str, ...] = ()
