"""The Portrait: all answers of all informants together; a difference is kept, never voted on."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.model import Frozen


class Agreement(StrEnum):
    """How the known answers to one question relate."""

    AGREE = "eens"
    DIFFER = "oneens"
    ONE_VOICE = "één stem"
    NOBODY_KNOWS = "niemand weet het"
    NOT_ASKED = "niet gevraagd"


class Voice(Frozen):
    """One answer beside the role that gave it."""

    informant: str
    role: str
    group: str
    day: PartialDate | None
    answer: Answer


class Portrait(Frozen):
    """Every informant, in a stable order that does not depend on the order of files."""

    informants: tuple[Informant, ...]

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
                )
                collected.setdefault(question, []).append(voice)
        return {question: tuple(voices) for question, voices in sorted(collected.items())}

    def on(self, question: str) -> tuple[Voice, ...]:
        """Give all answers to one question."""
        return self.voices.get(question, ())

    def known(self, question: str) -> tuple[Voice, ...]:
        """Give the answers that say something about the matter asked."""
        return tuple(voice for voice in self.on(question) if voice.answer.is_known)

    def agreement(self, question: str) -> Agreement:
        """Tell how the known answers to one question relate; choices count as sets."""
        known = self.known(question)
        if not known:
            return Agreement.NOBODY_KNOWS if self.on(question) else Agreement.NOT_ASKED
        if len({frozenset(voice.answer.values) for voice in known}) > 1:
            return Agreement.DIFFER
        return Agreement.AGREE if len(known) > 1 else Agreement.ONE_VOICE


def combine(informants: tuple[Informant, ...]) -> Portrait:
    """Put all informants together; the order in which they come does not matter."""
    return Portrait(informants=tuple(sorted(informants, key=lambda informant: informant.id)))
