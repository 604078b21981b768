"""Which open questions were answered in own words, and by which groups; what was said is in no document."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.interview.portrait import Portrait
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind


def in_own_words(portrait: Portrait, *, questions: Iterable[Question]) -> dict[str, frozenset[str]]:
    """Give the groups that said something, by open question, in the order of the interview."""
    told = {
        question.id: frozenset(voice.group for voice in portrait.known(question.id))
        for question in questions
        if question.kind is AnswerKind.TEXT
    }
    return {question: groups for question, groups in told.items() if groups}
