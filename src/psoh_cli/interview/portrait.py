"""The Portrait: all answers of all informants together; a difference is kept, never voted on."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from pydantic import Field

from psoh_cli.dutch import FEWEST, PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.model import Frozen


class Voice(Frozen):
    """One answer beside the role that gave it."""

    informant: str
    role: str
    group: str
    day: PartialDate | None
    answer: Answer
    question: str = ""


class TookPart(Frozen):
    """How many people took part in the talks with statushouders, together."""

    people: int
    """In the talks of which it is known."""
    unknown: int = 0
    """In how many talks it is not known."""

    @property
    def is_enough(self) -> bool:
        """Tell whether so many took part that an answer points at nobody.

        A talk of which nobody knows it counts as one person (our own choice: afgeleid).
        """
        return self.people + self.unknown >= FEWEST


class Portrait(Frozen):
    """Every informant, in a stable order that does not depend on the order of files."""

    informants: tuple[Informant, ...]
    group_names: dict[str, str] = Field(default_factory=dict)
    """How each group is named where roles stay out, see `nameless.py`; empty where informants are named by role."""
    took_part: TookPart | None = None
    """How many statushouders took part; None where none were heard, or where that is of no matter."""

    @cached_property
    def voices(self) -> dict[str, tuple[Voice, ...]]:
        """All answers by question id, per question ordered by informant id."""
        collected: dict[str, list[Voice]] = {}
        for informant in self.informants:
            for question, answer in informant.answers.items():
                voice = Voice(
                    informant=informant.id,
                    role=informant.role,
                    group=informant.group,
                    day=informant.day_of(question),
                    answer=answer,
                    question=question,
                )
                collected.setdefault(question, []).append(voice)
        return {question: tuple(voices) for question, voices in sorted(collected.items())}

    @cached_property
    def group_sizes(self) -> Counter[str]:
        """How many informants each group has."""
        return Counter(informant.group for informant in self.informants)

    @property
    def withholds(self) -> bool:
        """Tell whether so few statushouders took part that what they say was left out."""
        return bool(self.group_names) and self.took_part is not None and not self.took_part.is_enough

    def on(self, question: str) -> tuple[Voice, ...]:
        """Give all answers to one question; who of them counts is told by `heard.py`."""
        return self.voices.get(question, ())

    def known(self, question: str) -> tuple[Voice, ...]:
        """Give the answers that say something about the matter asked, also those whose condition fails."""
        return tuple(voice for voice in self.on(question) if voice.answer.is_known)


def combine(informants: tuple[Informant, ...]) -> Portrait:
    """Put all informants together; the order in which they come does not matter."""
    return Portrait(informants=tuple(sorted(informants, key=lambda informant: informant.id)))
