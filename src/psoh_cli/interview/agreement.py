"""How the answers of many to one question relate. Nobody is voted down and nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.heard import Heard
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import AnswerKind, Scope

OTHERWISE = "anders"
"""A choice that stands for words of the informant's own: two of them need not be the same."""


class Agreement(StrEnum):
    """How what was said to one question relates."""

    AGREE = "eens"
    DIFFER = "oneens"
    APART = "statushouders zeggen iets anders"
    """Those who were asked say the same; statushouders, who were asked it in other words, do not."""
    ADD_UP = "vullen elkaar aan"
    PER_ORGANIZATION = "verschilt per organisatie"
    OWN_ALIKE = "zeggen hetzelfde over eigen werk of ervaring"
    """Everybody speaks of what is their own, and says the same: they agree on nothing that is of all."""
    ONE_KNOWS = "alleen één groep weet het"
    """Another group that was asked does not know, or says that it does not apply to them."""
    ONE_GROUP = "één groep"
    """No other group was asked; of this one more than one was, and those who know say the same."""
    ONE_VOICE = "één stem"
    DIVIDED = "verdeeld"
    """Within one talk not all said the same; where there were more talks, each was divided alike."""
    NOBODY_KNOWS = "niemand weet het"
    NOT_APPLICABLE = "niet van toepassing"
    NOT_ASKED = "niet gevraagd"


def agreement(question: Question, *, heard: Heard) -> Agreement:
    """Tell how what was said to one question relates; who is not sure, or spoke long ago, was heard like anybody."""
    if not heard.known:
        if heard.not_applicable:
            return Agreement.NOT_APPLICABLE
        return Agreement.NOBODY_KNOWS if heard.unknown else Agreement.NOT_ASKED
    if differ(question, voices=heard.known):
        return Agreement.PER_ORGANIZATION if is_own(question) else Agreement.DIFFER
    alike = len(heard.known) == 1 or _all_the_same(heard.known, question=question)
    if is_own(question):
        if alike and any(is_divided(voice, question=question) for voice in heard.known):
            return Agreement.DIVIDED
        if len(heard.known) == 1:
            return Agreement.ONE_VOICE
        return Agreement.OWN_ALIKE if alike else Agreement.PER_ORGANIZATION
    return _about_all(heard, alike=alike)


def _about_all(heard: Heard, *, alike: bool) -> Agreement:
    """Relate answers about one fact that do not contradict; two of one group are one group."""
    told = {voice.group for voice in heard.known}
    silent = (*heard.unknown, *heard.excused)
    if len(told) == 1 and any(voice.group not in told for voice in silent):
        return Agreement.ONE_KNOWS
    if not alike:
        return Agreement.ADD_UP
    if len(told) > 1:
        return Agreement.AGREE
    return Agreement.ONE_GROUP if len(heard.known) > 1 or silent else Agreement.ONE_VOICE


def is_divided(voice: Voice, *, question: Question) -> bool:
    """Tell whether a group in a talk did not say the same."""
    return question.kind is AnswerKind.YES_NO_PARTLY and len(voice.answer.values) > 1


def is_own(question: Question) -> bool:
    """Tell whether everybody speaks of what is their own: their work, or what they went through themselves."""
    return question.scope is Scope.OWN_WORK or question.groups == (STATUSHOUDERS,)


def differ(question: Question, *, voices: Iterable[Voice]) -> bool:
    """Tell whether two known answers cannot both be the whole answer.

    Choices, numbers and dates contradict; a date that leaves out the day does not contradict that day. Several
    choices add up, but *geen* contradicts each of them. Words of one's own never contradict.
    """
    told = tuple(voices)
    if question.kind is AnswerKind.TEXT:
        return False
    if question.kind is AnswerKind.MULTIPLE:
        return len({question.nothing.issuperset(voice.answer.values) for voice in told}) > 1
    if question.kind is AnswerKind.DATE:
        return _dates_differ({voice.answer.values[0] for voice in told})
    return len({said_by(voice, question=question) for voice in told}) > 1


def said_by(voice: Voice, *, question: Question) -> frozenset[str]:
    """Give what a voice said, so that the same said in another way is the same: `07` is `7`."""
    values = voice.answer.values
    if question.kind is AnswerKind.NUMBER:
        return frozenset(str(int(value)) if value.isdecimal() else value for value in values)
    return frozenset(values)


def unlike(question: Question, *, voices: Iterable[Voice]) -> bool:
    """Tell whether not all say the same: also lists that add up, which contradict nobody."""
    if question.kind is AnswerKind.DATE:
        return differ(question, voices=voices)
    return len({said_by(voice, question=question) for voice in voices}) > 1


def _all_the_same(voices: tuple[Voice, ...], *, question: Question) -> bool:
    """Tell whether all say the same; words of one's own never are, however alike they look."""
    if question.kind is AnswerKind.TEXT:
        return False
    said = {said_by(voice, question=question) for voice in voices}
    if question.kind is AnswerKind.DATE:
        return True
    if question.kind in (AnswerKind.MULTIPLE, AnswerKind.CHOICE) and any(OTHERWISE in each for each in said):
        return False
    return len(said) == 1


def _dates_differ(values: set[str]) -> bool:
    try:
        days = sorted({PartialDate.parse(value) for value in values})
    except ValueError:
        return len(values) > 1
    return any(not _holds(first, second) for place, first in enumerate(days) for second in days[place + 1 :])


def _holds(rough: PartialDate, exact: PartialDate) -> bool:
    """Tell whether the rougher of two dates leaves open the other."""
    if rough.year != exact.year:
        return False
    if not rough.month or not exact.month:
        return True
    return rough.month == exact.month and (not rough.day or not exact.day or rough.day == exact.day)
