"""What statushouders were asked in other words about the same as professionals, and what they said to it."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.interview.heard import Heard, hear
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import AnswerKind


def twins(question: Question, *, catalogue: Catalogue) -> tuple[Question, ...]:
    """Give the questions by which statushouders are asked the same; an answer to one means the same as to the other."""
    if question.kind is not AnswerKind.YES_NO_PARTLY:
        return ()
    return tuple(
        other
        for other in catalogue.questions
        if question.id in other.beside and other.kind is question.kind and STATUSHOUDERS in other.groups
    )


def of_statushouders(question: Question, *, portrait: Portrait, catalogue: Catalogue) -> Heard:
    """Give what statushouders said to one question."""
    heard = hear(question.id, portrait=portrait, questions=catalogue.question)
    return _only(heard, statushouders=True)


def of_professionals(heard: Heard) -> Heard:
    """Leave out what statushouders said."""
    return _only(heard, statushouders=False)


def otherwise(
    question: Question, *, voices: Iterable[Voice], portrait: Portrait, catalogue: Catalogue
) -> tuple[tuple[Question, tuple[Voice, ...]], ...]:
    """Give what statushouders say on the same that none of these voices says; by the question that they were asked."""
    said = {value for voice in voices for value in voice.answer.values}
    if not said:
        return ()
    found = (
        (twin, of_statushouders(twin, portrait=portrait, catalogue=catalogue).known)
        for twin in twins(question, catalogue=catalogue)
    )
    return tuple((twin, told) for twin, told in found if any(set(each.answer.values) - said for each in told))


def _only(heard: Heard, *, statushouders: bool) -> Heard:
    def kept(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        return tuple(voice for voice in voices if (voice.group == STATUSHOUDERS) is statushouders)

    return Heard(
        known=kept(heard.known),
        unknown=kept(heard.unknown),
        excused=kept(heard.excused),
        conditioned=kept(heard.conditioned),
    )
