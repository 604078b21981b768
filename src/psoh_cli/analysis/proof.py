"""What one answer proves by itself: who is not sure, spoke long ago or sees only own work proves less."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.answer_age import is_old
from psoh_cli.analysis.picture import Heard, Picture
from psoh_cli.interview.agreement import is_own
from psoh_cli.interview.naming import GEMEENTE
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind, Verdict

SHAKY = "Een onzeker antwoord telt hoogstens als deels."
"""A yes of somebody who is not sure of it is no proof, and neither is a no."""

ONE_SIDE = (
    "Wie iets niet noemt en alleen het eigen werk ziet, bewijst niet dat het er in de hele gemeente niet is."
)
"""What a rule says of lists that add up, where others than those who see the whole may answer."""

NOBODY_CONFIRMS = (
    "Alleen de gemeente zegt dit; wie dit werk zelf doet, bevestigt het niet (telt als deels: afgeleid)."
)
"""What is said where those who do the work do not know, or say that it does not apply to them."""


def at_most(verdict: Verdict, *, voice: Voice, question: Question | None, picture: Picture) -> Verdict:
    """Lower what one answer says to what it proves.

    Who is not sure proves *deels* at most, yes or no; an old yes too. Of lists that add up, what somebody who sees only
    own work leaves out is *onbekend*.
    """
    if verdict is Verdict.MISSING and sees_a_part(voice, question=question):
        return Verdict.UNKNOWN
    unsure = voice.answer.certainty is AnswerCertainty.UNSURE
    if verdict is Verdict.MET and (unsure or is_old(voice, picture=picture)):
        return Verdict.PARTLY
    return Verdict.PARTLY if unsure and verdict is Verdict.MISSING else verdict


def sees_a_part(voice: Voice, *, question: Question | None) -> bool:
    """Tell whether somebody names what is in the gemeente, and sees only a part of it.

    The gemeente and those who do this work see the whole; of any other group nobody can tell.
    """
    return adds_up(question) and voice.group not in whole_view(question)


def adds_up(question: Question | None) -> bool:
    """Tell whether answers to a question are lists on the whole gemeente, which together make one list."""
    return question is not None and question.kind is AnswerKind.MULTIPLE and not is_own(question)


def whole_view(question: Question | None) -> tuple[str, ...]:
    """Give the groups whose list is one of the whole gemeente."""
    return (GEMEENTE, *(question.done_by if question else ()))


def names_nothing(voices: Iterable[Voice], *, question: Question | None) -> bool:
    """Tell whether all that was said is *geen*, by groups that see only a part: then nobody knows of any."""
    told, nothing = tuple(voices), question.nothing if question else frozenset[str]()
    return bool(told) and all(
        sees_a_part(voice, question=question) and nothing.issuperset(voice.answer.values) for voice in told
    )


def still_to_ask(heard: Heard, *, question: Question) -> tuple[str, ...]:
    """Give who sees the whole and was not asked, where all who answered see only a part; else nobody."""
    if not heard.known or not all(sees_a_part(voice, question=question) for voice in heard.known):
        return ()
    return tuple(group for group in question.groups if group in whole_view(question))


def only_gemeente_affirms(heard: Heard, *, question: Question | None) -> bool:
    """Tell whether those who do the work themselves were asked, and only the gemeente has an answer."""
    if question is None or is_own(question) or {voice.group for voice in heard.known} != {GEMEENTE}:
        return False
    doing = set(question.done_by) - {GEMEENTE}
    return any(voice.group in doing for voice in (*heard.unknown, *heard.excused))
