"""The words somebody wrote at a question → the values that are stored; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

from psoh_cli.dutch import PartialDate, listing, slug, typed_number
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.changed_questions import answer_as_asked_now
from psoh_cli.interview.values import (
    all_options,
    divided_answers,
    divided_label,
    faults,
    has_choices,
    label,
    nearest_option,
)
from psoh_cli.model import normal
from psoh_cli.near_misses import date_meant, number_meant
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerKind

_ANYWHERE = {
    "weet-niet": DONT_KNOW,
    "weet-ik-niet": DONT_KNOW,
    "ik-weet-het-niet": DONT_KNOW,
    "nvt": NOT_APPLICABLE,
    "n-v-t": NOT_APPLICABLE,
    "niet-van-toepassing": NOT_APPLICABLE,
}

_SIGNS = re.compile(r"[,;\n]+")
"""What stands between answers that are written in one text."""
_MOST_PIECES = 100
_MOST_NAMED = 5
"""So many options are named where words are none of them."""


class NotThisError(ValueError):
    """Say why words are no answer to a question, and what to write instead."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why, self.remedy = why, remedy


def values_of(
    question: Question, said: tuple[str, ...], *, catalogue: Catalogue, asked_as: str, as_of: date
) -> tuple[str, ...]:
    """Give the values to store; raise NotThisError when the words are no answer to this question.

    `asked_as` is the question as it was called on the list: values that got another name since are led on.
    """
    try:
        texts = tuple(text for text in (normal(one) for one in said) if text)
    except ValueError as error:
        raise NotThisError(str(error), "Typ het antwoord opnieuw, zonder te plakken.") from None
    if not texts:
        return ()
    if asked_as in catalogue.question_change:
        texts = tuple(
            _as_called_now(question, text, asked_as=asked_as, catalogue=catalogue) for text in texts
        )
    values = tuple(dict.fromkeys(value for text in texts for value in _values(question, text)))
    for fault in faults(question, values, as_of=as_of):
        why = fault.message[:1].casefold() + fault.message[1:].rstrip(".")
        if has_choices(question):
            why = _why(question, values) or why
        raise NotThisError(why, _way(question, values) or fault.hint)
    return values


def _why(question: Question, values: tuple[str, ...]) -> str:
    """Say in the words on the list what is wrong with choices that are all known; empty when that is not it."""
    known = {option.value for option in all_options(question)}
    if len(values) < 2 or not known.issuperset(values):
        return ""
    labels = listing([f"‘{label(question, value)}’" for value in values[:_MOST_NAMED]])
    more = f" en nog {len(values) - _MOST_NAMED}" if len(values) > _MOST_NAMED else ""
    if question.kind is not AnswerKind.MULTIPLE:
        return f"bij deze vraag past één antwoord, en er staan er {len(values)}: {labels}{more}"
    return f"deze antwoorden kunnen niet samen: {labels}{more}"


def apart(
    question: Question, said: tuple[str, ...], *, catalogue: Catalogue, asked_as: str, as_of: date
) -> tuple[tuple[str, ...], tuple[tuple[str, NotThisError], ...]]:
    """Part what was given one by one into what is an answer by itself, and words that are none, each with why."""
    taken: list[str] = []
    strange: list[tuple[str, NotThisError]] = []
    for one in said:
        try:
            values_of(question, (one,), catalogue=catalogue, asked_as=asked_as, as_of=as_of)
        except NotThisError as error:
            strange.append((one, error))
        else:
            taken.append(one)
    return tuple(taken), tuple(strange)


def _as_called_now(question: Question, text: str, *, asked_as: str, catalogue: Catalogue) -> str:
    """Lead words on to the value of today, where the value they meant got another name."""
    if not has_choices(question) or _choice(question, text):
        return text
    led = answer_as_asked_now(asked_as, Answer(values=(slug(text) or text,)), catalogue)
    value = led[1].values[0] if led is not None else text
    return value if _choice(question, value) else text


def _values(question: Question, text: str) -> tuple[str, ...]:
    anywhere = _ANYWHERE.get(slug(text))
    if anywhere is not None:
        return (anywhere,)
    if has_choices(question):
        return _choices(question, text)
    if question.kind is AnswerKind.NUMBER:
        return (_number(question, text),)
    if question.kind is AnswerKind.DATE:
        return (_date(text),)
    return (text,)


def _choices(question: Question, text: str) -> tuple[str, ...]:
    """Find the option with this label; where several fit, one text may name them all."""
    whole = _choice(question, text)
    for values in divided_answers(question):
        if slug(text) == slug(divided_label(question, values)):
            return values
    several = question.kind is AnswerKind.MULTIPLE or bool(divided_answers(question))
    if whole or not several:
        return (whole or text,)
    return _several(question, [piece for piece in _SIGNS.split(text) if piece.strip()]) or (text,)


def _several(question: Question, pieces: list[str]) -> tuple[str, ...]:
    """Find the options that pieces of a text name one after another; a label may hold a comma of its own."""
    if not pieces or len(pieces) > _MOST_PIECES:
        return ()
    for count in range(len(pieces), 0, -1):
        value = _choice(question, " ".join(pieces[:count]))
        if value:
            rest = _several(question, pieces[count:])
            return (value, *rest) if rest or count == len(pieces) else ()
    return ()


def _choice(question: Question, text: str) -> str:
    wanted = slug(text)
    same = [option.value for option in all_options(question) if wanted in (option.value, slug(option.label))]
    exact = [option.value for option in all_options(question) if text in (option.value, option.label)]
    found = exact or same
    return found[0] if wanted and len(set(found)) == 1 else ""


def _number(question: Question, text: str) -> str:
    unit = (question.unit or "").casefold()
    bare = text[: -len(unit)].strip() if unit and text.casefold().endswith(unit) else text
    number = typed_number(bare) if bare.isascii() else None
    if number is None:
        meant = number_meant(text, unit=question.unit or "")
        return meant.text if meant is not None and meant.is_safe and meant.text else text
    return str(number)


def _date(text: str) -> str:
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        meant = date_meant(text)
        return meant.text if meant is not None and meant.is_safe else text


def _way(question: Question, values: tuple[str, ...]) -> str:
    """Name the labels to choose from; only our own values would make no sense to whoever filled in a list."""
    if not has_choices(question):
        return ""
    known = {option.value for option in all_options(question)}
    strange = next((value for value in values if value not in known), None)
    if strange is None:
        return "Laat alleen staan wat past, en lees het bestand opnieuw."
    near = nearest_option(question, strange)
    options = all_options(question)
    meant = f"Bedoelt u ‘{near.label}’? " if near else ""
    labels = [f"‘{label(question, option.value)}’" for option in options[:_MOST_NAMED]]
    rest = (
        f", of één van de {len(options) - _MOST_NAMED} andere in de lijst"
        if len(options) > _MOST_NAMED
        else ""
    )
    named = ", ".join(labels) if rest else listing(labels, last="of")
    return f"{meant}Kies uit: {named}{rest}."
