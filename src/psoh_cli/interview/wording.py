"""How the interview reads on screen: lines of text, for eyes and for screen readers alike.

Nothing here redraws, colours or draws a box. The plain mode also leaves out what is only layout: rulers and indents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from psoh_cli.interview import certainty
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.details import AskedMore, as_question, choice_label, choices_to_tell_of, detail_label
from psoh_cli.interview.directions import SLASH
from psoh_cli.interview.values import (
    EVERYWHERE,
    OTHER,
    all_options,
    count_of_questions,
    divided_label,
    has_choices,
    label,
    may_be_divided,
)
from psoh_cli.practices.question import STATUSHOUDERS, Option, Question, Theme
from psoh_cli.vocabulary import AnswerKind

PROMPT = "Antwoord: "
_RULER = "-" * 72
_ONE_LINE = 76

_HOW = {
    AnswerKind.YES_NO_PARTLY: "Typ een nummer. Deels: een deel klopt, of het geldt niet overal.",
    AnswerKind.CHOICE: "Typ één nummer.",
    AnswerKind.MULTIPLE: "Typ één of meer nummers, bijvoorbeeld: 1,3",
    AnswerKind.NUMBER: "Typ een heel getal{unit}.",
    AnswerKind.TEXT: "Typ uw antwoord in één regel, zonder namen of medische gegevens.",
    AnswerKind.DATE: "Typ een dag, een maand of een jaar, bijvoorbeeld: 31-3-2026, 3-2026 of 2026.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question as it is put on screen."""

    question: Question
    number: int
    total: int
    theme: Theme
    current: Answer | None


def card_lines(card: Card, *, plain: bool) -> Iterator[str]:
    """Write out a question with its reason and its numbered answers."""
    question = card.question
    indent = "" if plain else "  "
    yield ""
    place = f"Vraag {card.number} van {card.total}"
    yield f"{place}. Thema: {card.theme.name}." if plain else place
    yield question.text
    yield f"{indent}Waarom wij dit vragen: {question.explanation}"
    if question.caution and STATUSHOUDERS in question.groups:
        yield f"{indent}Voor wie het vraagt: {question.caution}"
    if not plain:
        yield ""
    yield from _option_lines(question, plain=plain)
    if card.current is not None:
        yield f"Nu staat er: {answer_text(question, card.current)} (Enter = laten staan)"
        yield from detail_lines(question, card.current, plain=plain)
        if card.current.remark:
            yield "De opmerking weghalen: typ ! -"
        if choices_to_tell_of(question, card.current.values):
            yield "Typ aanvullen om per antwoord iets toe te voegen of te wijzigen."
    yield _how(question)
    yield "Of: ? uitleg, < terug, > thema overslaan, ! opmerking, ~ twijfel, stop"
    sign = sign_of(question)
    yield f"Ook: {sign}naar 12, {sign}zoek tolk, {sign}open, {sign}overzicht, {sign}nakijken"


def theme_lines(
    theme: Theme, *, number: int, total: int, plain: bool, still_open: int, time_left: str
) -> Iterator[str]:
    """Open a chapter of the interview; once the pace is known, with how much is to come."""
    yield ""
    if not plain:
        yield _RULER
    yield f"Thema {number} van {total}: {theme.name}"
    yield theme.introduction
    if time_left:
        yield f"Nog {count_of_questions(still_open)} open: {time_left}."
    if not plain:
        yield _RULER


def short_lines(question: Question, *, number: int, plain: bool) -> Iterator[str]:
    """Put a question once more, in as few lines as its choices allow."""
    yield ""
    yield f"Vraag {number}: {question.text}"
    if not has_choices(question):
        yield _how(question)
    elif plain:
        yield from _option_lines(question, plain=True)
    else:
        yield from _packed(all_options(question))


def _packed(options: Iterable[Option]) -> Iterator[str]:
    """Put numbered choices beside each other as far as they fit; a number stays with its words."""
    line = ""
    for number, option in enumerate(options, start=1):
        shown = f"  {number} {option.label}"
        if line and len(line) + len(shown) > _ONE_LINE:
            yield line
            line = ""
        line += shown
    yield line


def answer_text(question: Question, answer: Answer) -> str:
    """Write an answer out in words, with how sure it is and its remark."""
    labels = []
    for value in answer.values:
        shown = label(question, value)
        labels.append(f"{shown} ({answer.other})" if value == OTHER and answer.other else shown)
    text = "; ".join(labels)
    if len(labels) > 1 and may_be_divided(question):
        text = f"{divided_label(question, answer.values)} (de groep was verdeeld)"
    if answer.certainty:
        text = f"{text}. Hoe zeker: {certainty.shown(answer.certainty)}"
    return f"{text}. Opmerking: {answer.remark}" if answer.remark else text


def detail_lines(question: Question, answer: Answer, *, plain: bool) -> Iterator[str]:
    """Write what was said about each choice."""
    asked = {detail.id: detail for detail in question.details}
    for choice, about in answer.details.items():
        said = [
            f"{asked[name].text} {detail_label(question, asked[name], text)}"
            for name, text in about.items()
            if name in asked
        ]
        if said:
            yield f"{'' if plain else '      '}Over {choice_label(question, answer, choice)}: {'; '.join(said)}"


def more_lines(
    question: Question, answer: Answer, one: AskedMore, *, at: int, total: int, plain: bool
) -> Iterator[str]:
    """Put what is asked about one choice."""
    yield ""
    yield f"Over {choice_label(question, answer, one.choice)} ({at} van {total})"
    yield one.detail.text
    asked = as_question(one.detail, question)
    yield from _short_options(asked, plain=plain)
    said = answer.details.get(one.choice, {}).get(one.detail.id)
    if said:
        yield f"Nu staat er: {label(asked, said)} (- = weghalen)"
    elif not has_choices(asked):
        yield _how(asked)


def _short_options(question: Question, *, plain: bool) -> Iterator[str]:
    """Put the numbered answers on one line where they fit: they come back with every choice."""
    if not has_choices(question):
        return
    line = ", ".join(
        f"{number} {option.label}" for number, option in enumerate(all_options(question), start=1)
    )
    if len(line) <= _ONE_LINE:
        yield line
    else:
        yield from _option_lines(question, plain=plain)


def sign_of(question: Question) -> str:
    """Give what stands before a command here: a slash where the answer is in words, so that no word is taken for it."""
    return SLASH if question.kind is AnswerKind.TEXT else ""


def _option_lines(question: Question, *, plain: bool) -> Iterator[str]:
    if not has_choices(question):
        if not plain:
            keys = ("w", "nvt")
            yield "  " + "   ".join(
                f"{key} = {option.label}" for key, option in zip(keys, EVERYWHERE, strict=True)
            )
        else:
            yield "Typ w voor: Weet ik niet. Typ nvt voor: Niet van toepassing."
        return
    options = all_options(question)
    width = len(str(len(options)))
    for number, option in enumerate(options, start=1):
        yield f"{number}: {option.label}" if plain else f"  {number:>{width}}  {option.label}"


def _how(question: Question) -> str:
    unit = f" ({question.unit})" if question.unit else ""
    if may_be_divided(question):
        return "Typ een nummer. Zegt de groep iets verschillends? Typ dan allebei, bijvoorbeeld: 1,3"
    return _HOW[question.kind].format(unit=unit)
