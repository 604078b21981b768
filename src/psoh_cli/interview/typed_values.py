"""From typed words to values for the file: numbers of choices, the words of an option, a number, a date, or text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from psoh_cli.dutch import listing, slug, typed_number
from psoh_cli.interview.values import all_options, has_choices, may_be_divided, nearest_option
from psoh_cli.near_misses import date_meant
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerKind

_ANYWHERE = {
    "w": DONT_KNOW, "weet niet": DONT_KNOW, "weet ik niet": DONT_KNOW, "weet-niet": DONT_KNOW,
    "nvt": NOT_APPLICABLE, "n.v.t.": NOT_APPLICABLE, "n.v.t": NOT_APPLICABLE,
    "niet van toepassing": NOT_APPLICABLE, "niet-van-toepassing": NOT_APPLICABLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why this is no answer, and what to type."""

    message: str


def values_typed(question: Question, text: str) -> tuple[str, ...] | Mistake:
    """Give the values that were typed, not judged yet; or say why these words are none."""
    anywhere = _ANYWHERE.get(text.casefold())
    if anywhere is not None:
        return (anywhere,)
    if has_choices(question):
        return _choices(question, text)
    if question.kind is AnswerKind.NUMBER:
        return (_number(question, text),)
    if question.kind is AnswerKind.DATE:
        return (_date(text),)
    return (text,)


def _choices(question: Question, text: str) -> tuple[str, ...] | Mistake:
    whole = _choice(question, text)
    if isinstance(whole, str):
        return (whole,)
    parts = [part for part in re.split(r"[,;+]| en ", text) if part.strip()]
    if len(parts) == 1 and re.fullmatch(r"\d+( \d+)+", text):
        parts = text.split()
    if len(parts) < 2:
        return whole
    if question.kind is not AnswerKind.MULTIPLE and not may_be_divided(question):
        return Mistake("Bij deze vraag past één antwoord. Typ één nummer.")
    values: list[str] = []
    for part in parts:
        value = _choice(question, part.strip())
        if isinstance(value, Mistake):
            return value
        if value not in values:
            values.append(value)
    return tuple(values)


def _choice(question: Question, text: str) -> str | Mistake:
    options = all_options(question)
    if text.isdecimal():
        number = typed_number(text) or 0
        if 1 <= number <= len(options):
            return options[number - 1].value
        return Mistake(f"{text} staat niet in de lijst. Typ een nummer van 1 tot en met {len(options)}.")
    anywhere = _ANYWHERE.get(text.casefold())
    if anywhere is not None:
        return anywhere
    exact = option_named(question, text)
    if exact is not None:
        return exact
    wanted = slug(text)
    starting = [option for option in question.choices() if wanted and slug(option.label).startswith(wanted)]
    if len(starting) == 1:
        return starting[0].value
    if len(starting) > 1:
        labels = listing([f"'{option.label}'" for option in starting], last="of")
        return Mistake(f"'{text}' kan {labels} zijn. Typ het nummer.")
    near = nearest_option(question, text)
    meant = f" Bedoelt u {options.index(near) + 1} ({near.label})?" if near else ""
    return Mistake(f"'{text}' staat niet in de lijst.{meant} Typ een nummer van 1 tot en met {len(options)}.")


def option_named(question: Question, text: str) -> str | None:
    """Give the value of the option that is named in its own words, capitals and accents aside."""
    wanted = slug(text)
    options = all_options(question)
    return next((option.value for option in options if wanted in (option.value, slug(option.label))), None)


def _number(question: Question, text: str) -> str:
    """Take the unit off: `6 weken` is 6 when the question asks for weeks."""
    if question.unit and text.casefold().endswith(question.unit.casefold()):
        text = text[: -len(question.unit)].strip()
    number = typed_number(text) if text.isascii() else None
    return text if number is None else str(number)


def _date(text: str) -> str:
    """Write a date as people type it the way files hold it; what is no clear date comes back as it was."""
    meant = date_meant(text)
    return meant.text if meant is not None and meant.is_safe else text
