"""Who counts on a question: the one place that sorts what was said, for the analysis and the Portrait alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """All that was said to one question, each voice in one place."""

    known: tuple[Voice, ...] = ()
    unknown: tuple[Voice, ...] = ()
    """Voices that said *weet ik niet*."""
    excused: tuple[Voice, ...] = ()
    """Voices that said *niet van toepassing*."""
    conditioned: tuple[Voice, ...] = ()
    """What was said to the question on which this one depends, by those to whom it therefore does not apply."""

    @property
    def not_applicable(self) -> bool:
        """Tell whether everybody who could say something says that it does not apply."""
        return not self.known and not self.unknown and bool(self.excused or self.conditioned)

    @property
    def silent(self) -> bool:
        """Tell whether nobody was asked."""
        return not (self.known or self.unknown or self.excused or self.conditioned)

    @property
    def is_open(self) -> bool:
        """Tell whether this still has to be asked or found out."""
        return not self.known and not self.not_applicable

    @property
    def known_groups(self) -> frozenset[str]:
        """The groups of which somebody knows."""
        return frozenset(voice.group for voice in self.known)

    @property
    def unknown_groups(self) -> frozenset[str]:
        """The groups of which somebody does not know."""
        return frozenset(voice.group for voice in self.unknown)

    @property
    def groups(self) -> frozenset[str]:
        """The groups that were asked, whatever they said."""
        everybody = (*self.known, *self.unknown, *self.excused, *self.conditioned)
        return frozenset(voice.group for voice in everybody)


def hear(question: str, *, portrait: Portrait, questions: Mapping[str, Question]) -> Heard:
    """Sort what informants said to a question; a condition that fails makes it not applicable for that informant.

    A follow-up of a follow-up falls away with the first of the two conditions that fails.
    """
    conditioned = _conditioned(questions.get(question), portrait=portrait, questions=questions)
    outside = {voice.informant for voice in conditioned}
    voices = [voice for voice in portrait.on(question) if voice.informant not in outside]
    return Heard(
        known=tuple(voice for voice in voices if voice.answer.is_known),
        unknown=tuple(voice for voice in voices if voice.answer.is_unknown),
        excused=tuple(voice for voice in voices if voice.answer.is_not_applicable),
        conditioned=conditioned,
    )


def _conditioned(
    question: Question | None, *, portrait: Portrait, questions: Mapping[str, Question]
) -> tuple[Voice, ...]:
    if question is None or question.ask_when is None:
        return ()
    answered = {voice.informant for voice in portrait.on(question.id)}
    failed: dict[str, Voice] = {}
    seen, each = {question.id}, question
    while each.ask_when is not None and each.ask_when.question not in seen:
        for voice in portrait.on(each.ask_when.question):
            asked = voice.group in question.groups or voice.informant in answered
            if asked and not voice.answer.is_unknown and not each.ask_when.is_met(voice.answer.values):
                failed[voice.informant] = voice
        seen.add(each.ask_when.question)
        parent = questions.get(each.ask_when.question)
        if parent is None:
            break
        each = parent
    return tuple(failed[name] for name in sorted(failed))
