"""An answer in the words of its question: labels, dates, numbers with their unit; a few people are no number."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.dutch import FEWEST, PartialDate, listing, number, people
from psoh_cli.interview.portrait import Voice
from psoh_cli.interview.values import may_be_divided
from psoh_cli.practices.question import PEOPLE, Question
from psoh_cli.small_numbers import SMALL
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerKind

_SPECIAL = {DONT_KNOW: "weet ik niet", NOT_APPLICABLE: "niet van toepassing"}


def says(voice: Voice, *, question: Question | None) -> str:
    """Write what a voice answered, in the words of the options."""
    words = words_of(voice.answer.values, question=question)
    if question is not None and len(words) > 1 and may_be_divided(question):
        return f"{listing(list(words))} (de groep was verdeeld)"
    return "; ".join(words)


def words_of(values: Iterable[str], *, question: Question | None) -> tuple[str, ...]:
    """Write the values of an answer out: labels, dates, and a number with its unit; a few people are no number."""
    return tuple(_word(value, question=question) for value in values)


def kept_values(values: tuple[str, ...], *, question: Question | None) -> tuple[str, ...]:
    """Give the values of an answer as evidence may hold them: a few people are no number here either."""
    return tuple(
        SMALL if _counts_people(question) and value.isdecimal() and int(value) < FEWEST else value
        for value in values
    )


def _word(value: str, *, question: Question | None) -> str:
    if value in _SPECIAL:
        return _SPECIAL[value]
    if question is None:
        return value
    if question.kind is AnswerKind.DATE:
        return _date_in_words(value)
    if question.kind is AnswerKind.NUMBER:
        return _number_in_words(value, question=question)
    label = question.label(value)
    return label.casefold() if question.kind is AnswerKind.YES_NO_PARTLY else label


def _number_in_words(value: str, *, question: Question) -> str:
    text = value
    if value.isdecimal():
        text = people(int(value)) if _counts_people(question) else number(int(value))
    return f"{text} {question.unit}" if question.unit else text


def _counts_people(question: Question | None) -> bool:
    return question is not None and question.kind is AnswerKind.NUMBER and question.unit == PEOPLE


def _date_in_words(value: str) -> str:
    try:
        return PartialDate.parse(value).in_words()
    except ValueError:
        return value
