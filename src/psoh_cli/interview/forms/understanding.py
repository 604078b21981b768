"""Filled → Understood: what a list says as Answers, judged as at the prompt, and what of it psoh cannot take over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.changed_questions import trail_of
from psoh_cli.interview.forms.filled import Filled, FilledAnswer
from psoh_cli.interview.forms.people_named import Held, Loose, named_in, without
from psoh_cli.interview.forms.sheet import SURE_WORDS
from psoh_cli.interview.forms.text_lengths import within_length
from psoh_cli.interview.forms.understood_details import details_of, led
from psoh_cli.interview.forms.words import NotThisError, apart, values_of
from psoh_cli.interview.values import OTHER
from psoh_cli.model import normal
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind


@dataclass(frozen=True, kw_only=True)
class Warned:
    """Something to know of an answer that is taken over all the same."""

    question: str
    place: Place
    text: str
    """A full Dutch sentence."""


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What a list says, by the question that asks it today."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    loose: Mapping[str, Loose] = field(default_factory=dict)
    untouched: frozenset[str] = frozenset()
    """Questions at which everything stands as psoh filled it in when the list was sent."""
    cleared: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By question, the parts that were taken away on the list; see `FilledAnswer.cleared`."""
    places: Mapping[str, Place] = field(default_factory=dict)
    not_understood: tuple[NotUnderstood, ...] = ()
    warnings: tuple[Warned, ...] = ()
    made_on: date = date.min
    """When the list was made; what was answered after that day is not on it."""
    knowledge_version: str = ""
    held: tuple[Held, ...] = ()
    """Texts that name somebody; they are in no answer here."""


@dataclass
class _Found:
    has_read: bool = False
    stands: frozenset[str] = frozenset()
    answers: dict[str, Answer] = field(default_factory=dict)
    loose: dict[str, Loose] = field(default_factory=dict)
    untouched: set[str] = field(default_factory=set)
    cleared: dict[str, dict[str, str]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def understand(
    filled: Filled,
    *,
    catalogue: Catalogue,
    as_of: date,
    has_read: bool = False,
    stands: frozenset[str] = frozenset(),
) -> Understood:
    """Judge every answer on its own; what is not understood is told with its place, and nothing is guessed.

    `has_read` takes over a text that seems to be about a person: somebody read it. `stands` are the texts of the
    interview that are longer than a list may hold: those may come back.
    """
    found = _Found(has_read=has_read, stands=stands, not_understood=list(filled.not_understood))
    for item in filled.answers:
        if item.is_empty and not item.certainty and not item.cleared:
            continue
        question = _question(item, filled, catalogue=catalogue, found=found)
        if question is not None:
            _take(item, question, catalogue=catalogue, as_of=as_of, found=found)
    return Understood(
        answers=found.answers,
        loose=found.loose,
        untouched=frozenset(found.untouched),
        cleared=found.cleared,
        places=found.places,
        not_understood=tuple(found.not_understood),
        warnings=tuple(found.warnings),
        made_on=filled.made_on,
        knowledge_version=filled.knowledge_version,
        held=tuple(found.held),
    )


def _question(item: FilledAnswer, filled: Filled, *, catalogue: Catalogue, found: _Found) -> Question | None:
    """Find the question that asks this today; tell when there is none, or when it is not for this group."""
    trail = trail_of(item.question, catalogue)
    name = item.question if trail is None else trail.question
    question = catalogue.question.get(name) if name is not None else None
    if question is not None and (not filled.group or filled.group in question.groups):
        return question
    if item.as_sent or item.is_empty:
        return None
    why = "deze vraag is niet bedoeld voor de groep van deze informant"
    if name is None:
        since = catalogue.question_change[item.question].since
        why = f"deze vraag wordt niet meer gesteld sinds kennisversie {since}"
    elif question is None:
        why = f"psoh kent de vraag '{item.question}' niet"
    remedy = "Is het belangrijk? Zet het dan zelf als opmerking bij een vraag die erop lijkt."
    found.not_understood.append(NotUnderstood(place=item.place, text=_brief(item), why=why, remedy=remedy))
    return None


def _take(
    item: FilledAnswer, question: Question, *, catalogue: Catalogue, as_of: date, found: _Found
) -> None:
    problems: list[NotUnderstood] = []
    item, long = within_length(led(item, catalogue=catalogue), stands=found.stands)
    problems += long
    answer = _answer(item, question, catalogue=catalogue, as_of=as_of, problems=problems)
    name = question.id
    if name in found.places:
        problems = [_twice(item, question)]
        answer = None
    else:
        found.places[name] = item.place
        if item.as_sent:
            found.untouched.add(name)
        if item.cleared and (answer is not None or not problems):
            found.cleared[name] = dict(item.cleared)
    if not item.as_sent:
        found.not_understood += [
            replace(one, why=f"{one.why} (de vraag is: {question.text})", about=question.text)
            for one in problems
        ]
    if answer is not None and not item.as_sent:
        answer = _nameless(answer, item, question, found)
    if isinstance(answer, Loose):
        found.loose[name] = answer
    elif answer is not None:
        found.answers[name] = answer


def _nameless(
    answer: Answer | Loose, item: FilledAnswer, question: Question, found: _Found
) -> Answer | Loose | None:
    """Hold back the texts that name somebody, unless somebody read them."""
    named = named_in(answer, item, question)
    if found.has_read:
        found.warnings += (Warned(question=question.id, place=one.place, text=one.warning) for one in named)
        return answer
    found.held += named
    return without(answer, named) if named else answer


def _answer(
    item: FilledAnswer,
    question: Question,
    *,
    catalogue: Catalogue,
    as_of: date,
    problems: list[NotUnderstood],
) -> Answer | Loose | None:
    remark = _text(item.remark, item, "opmerking", problems)
    other = _text(item.other, item, "anders", problems)
    certainty = _certainty(item, problems)
    said = _with_other(item, question)
    if question.kind is AnswerKind.MULTIPLE and len(said) > 1:
        said, strange = apart(question, said, catalogue=catalogue, asked_as=item.question, as_of=as_of)
        problems += (
            NotUnderstood(place=item.place, text=text[:80], why=error.why, remedy=error.remedy)
            for text, error in strange
        )
    try:
        values = values_of(question, said, catalogue=catalogue, asked_as=item.question, as_of=as_of)
    except NotThisError as error:
        problems.append(
            NotUnderstood(place=item.place, text=_brief(item), why=error.why, remedy=error.remedy)
        )
        return None
    details = dict(details_of(item, question, values, catalogue=catalogue, as_of=as_of, problems=problems))
    if other and not any(option.value == OTHER for option in question.choices()):
        problems.append(_part(item, "anders", other, "bij deze vraag is er geen antwoord ‘anders’",
            "Kies een antwoord van de vraag. Wat hier staat, kan bij Opmerking."))  # fmt: skip
        other = None
    if not values:
        return Loose(remark=remark, certainty=certainty) if remark or certainty else None
    if other and OTHER not in values:
        problems.append(_part(item, "anders", other, "er staat ook een ander antwoord bij deze vraag",
            "Past het bij ‘anders’? Kies dat dan als antwoord. Anders kan het bij Opmerking."))  # fmt: skip
        other = None
    return Answer(values=values, other=other, certainty=certainty, remark=remark, details=details)


def _with_other(item: FilledAnswer, question: Question) -> tuple[str, ...]:
    """Take words at 'anders' for that choice, where nothing else was chosen or several may be."""
    may = any(option.value == OTHER for option in question.choices())
    if not (item.other and may) or OTHER in item.values:
        return item.values
    if item.values and question.kind is not AnswerKind.MULTIPLE:
        return item.values
    return (*item.values, OTHER)


def _certainty(item: FilledAnswer, problems: list[NotUnderstood]) -> AnswerCertainty | None:
    word = " ".join(item.certainty.casefold().replace("-", " ").strip(" .!").split())
    if not word:
        return None
    for value, words in SURE_WORDS.items():
        if word in (words, value.value.replace("-", " ")):
            return value
    choices = ", ".join(SURE_WORDS.values())
    problems.append(
        _part(
            item, "zekerheid", item.certainty, "zo zeker kan psoh niet opschrijven", f"Kies uit: {choices}."
        )
    )
    return None


def _text(text: str, item: FilledAnswer, part: str, problems: list[NotUnderstood]) -> str | None:
    try:
        return normal(text) or None
    except ValueError as error:
        problems.append(_part(item, part, text, str(error), "Typ die tekst opnieuw, zonder te plakken."))
        return None


def _part(item: FilledAnswer, part: str, text: str, why: str, remedy: str) -> NotUnderstood:
    return NotUnderstood(place=item.places.get(part, item.place), text=text[:80], why=why, remedy=remedy)


def _twice(item: FilledAnswer, question: Question) -> NotUnderstood:
    return NotUnderstood(
        place=item.place,
        text=_brief(item),
        why=f"deze vraag en een andere op de lijst zijn nu dezelfde: {question.text}",
        remedy="psoh nam het eerste antwoord. Klopt het tweede beter, neem dat dan zelf over.",
    )


def _brief(item: FilledAnswer) -> str:
    return ", ".join((*item.values, *filter(None, (item.other, item.remark))))[:80]
