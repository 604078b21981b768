"""What a round reaches: which questions are answered, which wait for somebody, and which nobody is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question, Theme
from psoh_cli.rounds.state import Standing


@dataclass(frozen=True, kw_only=True)
class QuestionReach:
    """One question in the round."""

    question: Question
    known: bool = False
    """Somebody gave an answer that says something."""
    said: bool = False
    """Somebody was asked and did not know, or said it does not apply."""
    waits_for: tuple[str, ...] = ()
    """Ids of informants from whom an answer may still come."""

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody could tell so far, and somebody still may."""
        return bool(self.waits_for) and not self.known

    @property
    def has_nobody(self) -> bool:
        """Tell whether nobody answered and nobody in the round will."""
        return not (self.known or self.said or self.waits_for)


@dataclass(frozen=True, kw_only=True)
class ThemeReach:
    """One theme in the round: its questions, and who speaks of it."""

    theme: Theme
    questions: tuple[QuestionReach, ...]
    informants: tuple[str, ...]
    """Ids of those who take part and are asked something in this theme."""

    @property
    def known(self) -> int:
        """How many questions have an answer that says something."""
        return sum(item.known for item in self.questions)

    @property
    def only_said(self) -> int:
        """How many questions were only answered with *weet ik niet* or *niet van toepassing*, by all who are asked."""
        return sum(item.said and not (item.known or item.waits_for) for item in self.questions)

    @property
    def waiting(self) -> int:
        """How many questions nobody could tell yet, and somebody still may."""
        return sum(item.is_waiting for item in self.questions)

    @property
    def without_anybody(self) -> tuple[Question, ...]:
        """The questions to which nobody will answer."""
        return tuple(item.question for item in self.questions if item.has_nobody)

    @property
    def covered(self) -> str:
        """Say in a word how far the theme is."""
        if self.known == len(self.questions):
            return "gedekt"
        if not self.informants:
            return "niemand"
        return "deels" if self.known else "nog niets"


@dataclass(frozen=True, kw_only=True)
class Unasked:
    """A question that nobody in the round will answer, and the groups that could."""

    question: Question
    groups: tuple[str, ...]
    """Their names."""


def unasked_in(themes: Iterable[ThemeReach], *, catalogue: Catalogue) -> tuple[Unasked, ...]:
    """Give the questions that nobody in a round will answer, with the groups that could."""
    names = {group.id: group.name for group in catalogue.groups}
    return tuple(
        Unasked(question=question, groups=tuple(names.get(name, name) for name in question.groups))
        for theme in themes
        for question in theme.without_anybody
    )


def reach(them: Iterable[Standing], *, catalogue: Catalogue) -> tuple[ThemeReach, ...]:
    """Work out per theme which questions are answered, wait for somebody, or have nobody.

    A follow-up counts as soon as it applies to somebody; until then it is no gap that nobody answered it.
    """
    present = tuple(them)
    here = [item for item in present if item.takes_part]
    applicable = {question.id for item in here for question in item.questions}
    groups = {item.group for item in here}
    found = []
    for theme in sorted(catalogue.themes, key=lambda theme: theme.number):
        counted = [
            _reach_of(question, present=present)
            for question in catalogue.questions
            if question.theme == theme.id and (question.ask_when is None or question.id in applicable)
        ]
        asked = {group for item in counted for group in item.question.groups} & groups
        speakers = tuple(item.id for item in here if item.group in asked)
        if counted:
            found.append(ThemeReach(theme=theme, questions=tuple(counted), informants=speakers))
    return tuple(found)


def _reach_of(question: Question, *, present: tuple[Standing, ...]) -> QuestionReach:
    answers = [item.answers[question.id] for item in present if question.id in item.answers]
    known = any(answer.is_known for answer in answers)
    waiting = (
        item.id
        for item in present
        if item.may_answer
        and question.id not in item.answers
        and item.group in question.groups
        and (question.ask_when is None or question in item.questions)
    )
    return QuestionReach(
        question=question, known=known, said=bool(answers) and not known, waits_for=tuple(waiting)
    )
