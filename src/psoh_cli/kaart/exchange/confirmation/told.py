"""What came back of a confirmation sheet, in whatever form: per question the text it showed and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from psoh_cli.kaart.exchange.incoming import NotUnderstood, Place


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
    """What came back about one entry, `o:huis` or `d:inloop`; `all_hold` is the answer to whether everything holds."""

    reference: str
    mark: str
    place: Place
    lines: tuple[ToldLine, ...]
    all_hold: ToldLine | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A confirmation sheet that came back."""

    file: str
    parts: tuple[ToldPart, ...]
    made_on: date | None = None
    answered_on: date | None = None
    everything_holds: bool = False
    """Whether somebody wrote above the questions that all of it holds."""
    loose: tuple[NotUnderstood, ...] = ()
    remarks: tuple[str, ...] = ()
