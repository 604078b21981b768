"""What keeps the interview plain: every text an informant sees, judged; a pure check that yields Problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.places import Places, problem
from psoh_cli.practices.question import Option, Question
from psoh_cli.practices.readability import (
    MOST_WORDS,
    MOST_WORDS_IN_LABEL,
    Hard,
    PlainLanguage,
    hard_sentences,
)
from psoh_cli.problems.problem import Problem


class Told(NamedTuple):
    """A text that informants get to see, with the list and the id of its item and the field in which it stands."""

    key: tuple[str, str]
    at: str
    text: str
    most_words: int = MOST_WORDS


def plain_words(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS034: what an informant reads is plain Dutch."""
    for told, hard in hard_texts(catalogue):
        message = f"Een zin bij '{told.key[1]}' {hard.why}: {hard.sentence}"
        yield problem("KENNIS034", message, told.key, places, hint=hard.instead, at=told.at, said=told.text)


def hard_texts(catalogue: Catalogue) -> Iterator[tuple[Told, Hard]]:
    """Yield every hard sentence beside the text in which it stands, in the order of the interview."""
    language = PlainLanguage(hard=catalogue.hard_words, words=catalogue.words)
    for told in texts(catalogue):
        for hard in hard_sentences(told.text, language, most_words=told.most_words):
            yield told, hard


def texts(catalogue: Catalogue) -> Iterator[Told]:
    """Yield everything that informants get to see: introductions, questions, options, reasons and the glossary."""
    for theme in catalogue.themes:
        yield Told(("themas", theme.id), "inleiding", theme.introduction)
        yield from _said(
            ("themas", theme.id), naam_gesprek=theme.talk_name, inleiding_gesprek=theme.talk_introduction
        )
    for group in catalogue.groups:
        yield from _said(("informanten", group.id), opening=group.opening, slot=group.closing)
    for question in catalogue.questions:
        yield from _of_question(question)
    for word in catalogue.words:
        yield Told(("woordenlijst", word.word), "uitleg", word.explanation)


def _of_question(question: Question) -> Iterator[Told]:
    key = ("vragen", question.id)
    yield Told(key, "tekst", question.text)
    yield Told(key, "toelichting", question.explanation)
    yield from _said(key, doel_waarom=question.purpose_why, let_op=question.caution)
    yield from _labels(key, "opties", question.options)
    for detail in question.details:
        yield Told(key, "per_keuze", detail.text)
        yield from _labels(key, "per_keuze", detail.options)


def _said(key: tuple[str, str], **texts: str | None) -> Iterator[Told]:
    """Yield what is there of some texts, by the field in which each stands."""
    for at, text in texts.items():
        if text:
            yield Told(key, at, text)


def _labels(key: tuple[str, str], at: str, options: tuple[Option, ...]) -> Iterator[Told]:
    for option in options:
        yield Told(key, at, option.label, MOST_WORDS_IN_LABEL)


RULES = (plain_words,)
"""Every check of this module."""
