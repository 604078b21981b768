"""The Filled: a question list that came back, whatever its shape; every reader hands over this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from psoh_cli.came_in import NotUnderstood, Place


@dataclass(frozen=True, kw_only=True)
class FilledAnswer:
    """What a list says to one question: words or values, exactly as they stand there; nothing is judged yet."""

    question: str
    values: tuple[str, ...] = ()
    """Values of options, or the words of a label, a number, a date or a text. Empty: left open."""
    other: str = ""
    remark: str = ""
    certainty: str = ""
    details: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By choice, then by the id of what was asked about it."""
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)
    """Of the parts that stand elsewhere: `anders`, `opmerking`, `zekerheid`, or `<choice>/<id>`."""
    as_sent: bool = False
    """Whether it stands there exactly as psoh filled it in when the list was sent: nobody touched it."""
    cleared: Mapping[str, str] = field(default_factory=dict)
    """Parts that psoh had filled in and that came back empty: `antwoord`, `anders`, `opmerking`, `zekerheid`, or
    `<choice>/<id>`; each with what stood there, or an empty text when that is not known."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was filled in here."""
        said = any(text for about in self.details.values() for text in about.values())
        return not (self.values or self.other or self.remark or said)


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A list that came back, with what was hidden in it when it was sent."""

    file: str
    informant: str
    code: str
    group: str
    knowledge_version: str
    made_on: date
    answers: tuple[FilledAnswer, ...] = ()
    answered_on: date | None = None
    odd_day: NotUnderstood | None = None
    """What stands there as the day on which it was answered, when that can be no such day."""
    participants: int | None = None
    """How many took part in a talk."""
    not_understood: tuple[NotUnderstood, ...] = ()
    remarks: tuple[str, ...] = ()
    """Full Dutch sentences on the file as a whole."""
