"""What counts as an answer to each kind of question; the one place that the terminal, a file and a check share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from psoh_cli.dutch import PartialDate, listing, plural, slug
from psoh_cli.near_misses import Meant, date_meant, number_meant, yes_or_no_meant
from psoh_cli.practices.question import STATUSHOUDERS, YES_NO_PARTLY_OPTIONS, Option, Question
from psoh_cli.problems.meant import nearest
from psoh_cli.problems.pieces import loses, valid_pieces
from psoh_cli.problems.typos import Sureness, meant_by
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerKind

OTHER = "anders"
EVERYWHERE = (
    Option(value=DONT_KNOW, label="Weet ik niet"),
    Option(value=NOT_APPLICABLE, label="Niet van toepassing"),
)
"""The two answers that every question takes."""

_WITH_CHOICES = (AnswerKind.YES_NO_PARTLY, AnswerKind.CHOICE, AnswerKind.MULTIPLE)
_ONE_OF = {"personen": "persoon", "weken": "week", "maanden": "maand"}
_MOST_DIGITS = 15
_DIGITS = re.compile(r"[0-9]{1,15}")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one value: the code of the check, where in the list it stands, and what to do."""

    code: str
    message: str
    hint: str
    index: int | None = None
    mend: Meant | None = None
    """What psoh may write in its place."""
    several: tuple[str, ...] = ()
    """The answers that stand there as one text, when that is what is wrong."""
    is_exact: bool = False
    """Whether each of those stands there exactly so."""


def has_choices(question: Question) -> bool:
    """Tell whether a question is answered by choosing."""
    return question.kind in _WITH_CHOICES


def stands_alone(question: Question) -> frozenset[str]:
    """Give the answers beside which no other fits: *weet ik niet*, *niet van toepassing*, and what says *geen*."""
    return frozenset((DONT_KNOW, NOT_APPLICABLE)) | question.nothing


def may_be_divided(question: Question) -> bool:
    """Tell whether *ja* and *nee* may both be the answer: a group may be divided, and nobody is voted down."""
    return question.kind is AnswerKind.YES_NO_PARTLY and question.groups == (STATUSHOUDERS,)


def divided_answers(question: Question) -> tuple[tuple[str, ...], ...]:
    """Give the answers of a group that was divided, each as the values that were said; none where one answer fits."""
    if not may_be_divided(question):
        return ()
    own = tuple(option.value for option in YES_NO_PARTLY_OPTIONS)
    return (("ja", "nee"), ("ja", "deels"), ("deels", "nee"), own)


def divided_label(question: Question, values: tuple[str, ...]) -> str:
    """Write the answer of a group that was divided: `Ja en nee`."""
    labels = listing([label(question, value) for value in values])
    return labels[:1] + labels[1:].casefold()


def all_options(question: Question) -> tuple[Option, ...]:
    """Give the options as they are numbered on screen: the question's own, then the two that fit everywhere."""
    own = tuple(option for option in question.choices() if option.value not in (DONT_KNOW, NOT_APPLICABLE))
    return own + EVERYWHERE


def label(question: Question, value: str) -> str:
    """Give the words for a stored value, for any kind of question."""
    for option in all_options(question) if has_choices(question) else EVERYWHERE:
        if option.value == value:
            return option.label
    if question.kind is AnswerKind.NUMBER and question.unit:
        return f"{value} {_ONE_OF.get(question.unit, question.unit) if value == '1' else question.unit}"
    if question.kind is AnswerKind.DATE and not _date_message(value):
        return PartialDate.parse(value).in_words()
    return value


def faults(question: Question, values: tuple[str, ...], *, as_of: date) -> Iterator[Fault]:
    """Yield everything that makes these values no answer to this question."""
    several = question.kind is AnswerKind.MULTIPLE or may_be_divided(question)
    if len(values) > 1 and not several:
        yield _several(question, values)
        return
    yield from _not_together(values, alone=stands_alone(question))
    if values in ((DONT_KNOW,), (NOT_APPLICABLE,)):
        return
    for index, value in enumerate(values):
        if has_choices(question):
            yield from _no_option(question, value, index=index, is_one=len(values) == 1)
        elif question.kind is AnswerKind.NUMBER:
            yield from _no_number(question, value)
        elif question.kind is AnswerKind.DATE:
            yield from _no_date(value, as_of=as_of)


def nearest_option(question: Question, text: str) -> Option | None:
    """Find the option whose value or label looks most like a text."""
    options = {option.value: option for option in all_options(question)}
    meant = nearest(text, {value: option.label for value, option in options.items()})
    return options.get(meant)


def _option_meant(question: Question, value: str, *, near: Option | None) -> Meant | None:
    """Give the option that this can only be: the words of its label, or yes and no in other words; else the nearest."""
    same = [option for option in all_options(question) if slug(value) in (option.value, slug(option.label))]
    if len(same) == 1:
        return Meant(same[0].value)
    yes_no = yes_or_no_meant(value)
    if yes_no is not None and yes_no.text in {option.value for option in question.choices()}:
        return yes_no
    return Meant(near.value, is_safe=False) if near else None


def _several_in_one(question: Question, value: str, *, index: int, is_one: bool) -> Fault | None:
    """Find several answers in one text: a list was meant, or one has to be chosen."""
    values = tuple(option.value for option in all_options(question))
    if _same_as(question, value):
        return None
    found = valid_pieces(value, partial(_same_as, question)) or valid_pieces(
        value, partial(_near_to, question)
    )
    if not found:
        return None
    shown = listing([f"'{one}'" for one in found])
    several_fit = question.kind is AnswerKind.MULTIPLE or may_be_divided(question)
    if not several_fit or stands_alone(question) & {*found}:
        return Fault(
            code="INTERVIEW003",
            message=f"Hier staan {len(found)} antwoorden in één tekst: {shown}.",
            hint=f"Bij deze vraag past één antwoord. Kies er één, en zet de rest in een opmerking: {', '.join(found)}.",
            index=index,
        )
    way = f"Schrijf [{', '.join(found)}], of zet elk antwoord op een eigen regel met een streepje ervoor."
    if not is_one:
        way = f"Maak er losse onderdelen van de lijst van: {', '.join(found)}."
    return Fault(
        code="INTERVIEW003",
        message=f"Hier staan {len(found)} antwoorden als één tekst: {shown}.",
        hint=way,
        index=index,
        several=found if is_one else (),
        is_exact=set(found) <= set(values)
        and bool(valid_pieces(value, lambda piece: piece * (piece in values))),
    )


def _same_as(question: Question, piece: str) -> str:
    """Give the answer that a piece of text is, in its value or its label; empty when it is none."""
    bare = slug(piece)
    same = [option.value for option in all_options(question) if bare in (option.value, slug(option.label))]
    return same[0] if len(same) == 1 and bare else ""


def _near_to(question: Question, piece: str) -> str:
    same = _same_as(question, piece)
    near = meant_by(piece, [option.value for option in all_options(question)]) if not same else None
    return same or (near.word if near and near.sureness >= Sureness.TYPO else "")


def _without_loss(question: Question, value: str, meant: Meant | None) -> Meant | None:
    """Give what may be written in the place of a value, unless another answer in it would be lost."""
    if meant is None or loses(value, (meant.text,), partial(_same_as, question)):
        return None
    return meant


def _date_mended(value: str) -> Meant | None:
    meant = date_meant(value)
    return meant if meant is not None and not _date_message(meant.text) else None


def _several(question: Question, values: tuple[str, ...]) -> Fault:
    return Fault(
        code="INTERVIEW004",
        message=f"Bij deze vraag past één antwoord, en er staan er {len(values)}: {listing(list(values))}.",
        hint=f"Kies er één. De vraag is: {question.text}",
    )


def _not_together(values: tuple[str, ...], *, alone: frozenset[str]) -> Iterator[Fault]:
    for value in (DONT_KNOW, NOT_APPLICABLE, *sorted(alone - {DONT_KNOW, NOT_APPLICABLE})):
        if len(values) > 1 and value in values:
            yield Fault(
                code="INTERVIEW007",
                message=f"'{value}' kan niet samen met een ander antwoord.",
                hint=f"Laat alleen '{value}' staan, of haal '{value}' weg.",
                index=values.index(value),
            )
            return
    for index, value in enumerate(values):
        if value in values[:index]:
            yield Fault(
                code="INTERVIEW007",
                message=f"'{value}' staat er twee keer.",
                hint="Haal er één weg.",
                index=index,
            )


def _no_option(question: Question, value: str, *, index: int, is_one: bool) -> Iterator[Fault]:
    known = [option.value for option in all_options(question)]
    together = _several_in_one(question, value, index=index, is_one=is_one) if value not in known else None
    if together is not None:
        yield together
    elif value not in known:
        near = nearest_option(question, value)
        meant = f"Bedoelt u '{near.value}'? " if near else ""
        yield Fault(
            code="INTERVIEW003",
            message=f"'{value}' is geen antwoord op deze vraag.",
            hint=f"{meant}Kies uit: {', '.join(known)}.",
            index=index,
            mend=_without_loss(question, value, _option_meant(question, value, near=near)),
        )


def _no_number(question: Question, value: str) -> Iterator[Fault]:
    unit = f" {question.unit}" if question.unit else ""
    if _GROUPED.fullmatch(value):
        plain = value.replace(".", "")
        hint = f"Bedoelt u {plain}? Schrijf een aantal zonder punten."
        yield Fault(
            code="INTERVIEW005",
            message=f"'{value}' is niet duidelijk.",
            hint=hint,
            mend=Meant(plain, is_safe=False),
        )
    elif len(value) > _MOST_DIGITS and value.isdecimal():
        hint = f"Een aantal heeft hoogstens {_MOST_DIGITS} cijfers."
        yield Fault(code="INTERVIEW005", message=f"'{value[:20]}...' is te groot.", hint=hint)
    elif not _DIGITS.fullmatch(value):
        hint = "Schrijf alleen cijfers, bijvoorbeeld 120. 'Ongeveer' kan in een opmerking."
        mend = number_meant(value, unit=question.unit or "")
        if mend is not None and mend.text:
            hint = f"Schrijf {mend.text}. 'Ongeveer' kan in een opmerking."
        yield Fault(code="INTERVIEW005", message=f"'{value}' is geen heel getal.", hint=hint, mend=mend)
    elif question.minimum is not None and int(value) < question.minimum:
        yield Fault(
            code="INTERVIEW005",
            message=f"{value}{unit} is te laag.",
            hint=f"Het laagste dat hier kan is {question.minimum}{unit}.",
        )


def _no_date(value: str, *, as_of: date) -> Iterator[Fault]:
    wrong = _date_message(value)
    if wrong:
        hint = "Een maand (2026-03) of een jaar (2026) mag ook."
        yield Fault(code="INTERVIEW006", message=f"{wrong}.", hint=hint, mend=_date_mended(value))
    elif PartialDate.parse(value).first_day() > as_of:
        yield future(PartialDate.parse(value))


def future(day: PartialDate) -> Fault:
    """Say that a date has not come yet."""
    return Fault(
        code="INTERVIEW008",
        message=f"{day.in_words()} ligt in de toekomst.",
        hint="Vul de dag, de maand of het jaar in waarop het was.",
    )


def count_of_questions(count: int) -> str:
    """Write a number of questions: `1 vraag`, `12 vragen`."""
    return plural(count, "vraag", "vragen")


def _date_message(value: str) -> str:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        return str(error)
    return ""
