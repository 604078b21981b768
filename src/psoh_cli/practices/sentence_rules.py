"""What makes the sentences of the knowledge fit to be printed: statements on verdicts and clauses on answers."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.places import Places, problem
from psoh_cli.practices.practice import Need, Practice
from psoh_cli.practices.question import Question
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import DONT_KNOW, AnswerKind

MOST_WORDS = 14
"""Words a statement may have, so that it can stand as a title; our own bound."""

_CHOSEN = frozenset({AnswerKind.YES_NO_PARTLY, AnswerKind.CHOICE, AnswerKind.MULTIPLE})


def statements(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS018: every practice and every need has four different statements that can stand as a title."""
    items: dict[str, tuple[Practice | Need, ...]] = {
        "praktijken": catalogue.practices,
        "behoeften": catalogue.needs,
    }
    for name, found in items.items():
        for item in found:
            for wrong, said in _wrong_statements(item):
                message = f"'{item.id}' {wrong}"
                yield problem("KENNIS018", message, (name, item.id), places, at="uitspraken", said=said)


def clauses(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS019: every question behind an ARQ question can be said in a sentence, whatever the answer."""
    asked = {name for item in catalogue.arq_questions for name in item.questions}
    for question in catalogue.questions:
        for wrong, at, said in _wrong_clauses(question, needed=question.id in asked):
            message = f"De vraag '{question.id}' {wrong}"
            yield problem("KENNIS019", message, ("vragen", question.id), places, at=at, said=said)


def _wrong_statements(item: Practice | Need) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and the sentence that it is about."""
    if item.statements is None:
        yield "heeft geen uitspraken.", ""
        return
    said: dict[str, str] = item.statements.model_dump(by_alias=True)
    for key, text in said.items():
        if len(text.split()) > MOST_WORDS:
            yield f"heeft bij '{key}' een uitspraak van meer dan {MOST_WORDS} woorden.", text
        if text.endswith(".") or text[:1].islower():
            yield f"heeft bij '{key}' een uitspraak zonder hoofdletter of met een punt.", text
    if len(set(said.values())) < len(said):
        yield "heeft twee keer dezelfde uitspraak.", ""


def _wrong_clauses(question: Question, *, needed: bool) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong, and the field and the words that it is about."""
    options = {option.value for option in question.choices()}
    for value in question.clauses:
        if value not in options:
            yield f"heeft een zin voor '{value}', en dat is geen antwoord.", "zinnen", value
    said = (question.topic, question.clause_prefix, *question.clauses.values())
    for text in (text for text in said if text):
        if text.endswith(".") or (not question.clause_prefix and text[:1].isupper()):
            yield f"heeft een zin met een hoofdletter of een punt: '{text}'.", "", text
    if not needed:
        return
    if question.topic is None:
        yield "heeft geen zin_onderwerp.", "", ""
    if question.kind not in _CHOSEN and question.clause_prefix is None:
        yield "heeft geen zin_begin.", "", ""
    if question.kind in _CHOSEN and question.clause_prefix is None:
        missing = sorted(options - question.clauses.keys() - {DONT_KNOW})
        if missing:
            yield f"heeft geen zin voor: {', '.join(missing)}.", "zinnen", ""


RULES = (statements, clauses)
"""Every check of this module."""
