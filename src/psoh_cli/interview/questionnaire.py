"""The Questionnaire: the questions for one informant, and which of them comes next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from psoh_cli.interview.answers import Answer
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question, Theme

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeProgress:
    """How far one theme is: answered questions of those that apply."""

    theme: Theme
    answered: int
    total: int

    @property
    def open(self) -> int:
        """How many questions are still open."""
        return self.total - self.answered


@dataclass(frozen=True)
class Questionnaire:
    """The questions that are asked to one group, in the order of the themes.

    Whether a follow-up applies depends on what the same informant said before; every method therefore takes the
    answers so far, by question id.
    """

    catalogue: Catalogue
    group: str

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes that hold a question for this group."""
        used = {question.theme for question in self.questions}
        return tuple(theme for theme in self._all_themes if theme.id in used)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions for this group, follow-ups included."""
        return tuple(
            question
            for theme in self._all_themes
            for question in self.catalogue.questions
            if question.theme == theme.id and self.group in question.groups
        )

    def applicable(self, answers: Answers) -> tuple[Question, ...]:
        """Give the questions that count: those without a condition, and follow-ups whose condition holds."""
        return tuple(question for question in self.questions if self.applies(question, answers))

    def applies(self, question: Question, answers: Answers) -> bool:
        """Tell whether a question counts; a follow-up of a follow-up counts only when both conditions hold."""
        return self._applies(question, answers, seen=frozenset())

    def open(self, answers: Answers) -> tuple[Question, ...]:
        """Give the questions that count and have no answer yet."""
        return tuple(question for question in self.applicable(answers) if question.id not in answers)

    def next_open(
        self, answers: Answers, after: str | None = None, *, without_themes: Collection[str] = ()
    ) -> Question | None:
        """Give the first open question behind `after`, or from the start; None when there is none."""
        order = [question.id for question in self.questions]
        start = order.index(after) + 1 if after in order else 0
        behind = set(order[start:])
        candidates = (question for question in self.open(answers) if question.id in behind)
        return next((question for question in candidates if question.theme not in without_themes), None)

    def neighbour(self, question: str, answers: Answers, *, step: int) -> Question | None:
        """Give the question before (-1) or behind (+1) a question, answered or not; None at either end."""
        order = [item.id for item in self.questions]
        at = order.index(question) + step
        while 0 <= at < len(order):
            if self.applies(self.questions[at], answers):
                return self.questions[at]
            at += step
        return None

    def position(self, question: str, answers: Answers) -> tuple[int, int]:
        """Give the number of a question and how many there are: the 12 and 58 of 'vraag 12 van 58'."""
        order = [item.id for item in self.applicable(answers)]
        return (order.index(question) + 1 if question in order else 0, len(order))

    def progress(self, answers: Answers) -> tuple[ThemeProgress, ...]:
        """Count per theme what is answered."""
        applicable = self.applicable(answers)
        counted = []
        for theme in self.themes:
            here = [question for question in applicable if question.theme == theme.id]
            answered = sum(question.id in answers for question in here)
            counted.append(ThemeProgress(theme=theme, answered=answered, total=len(here)))
        return tuple(counted)

    @cached_property
    def _all_themes(self) -> tuple[Theme, ...]:
        ordered = sorted(self.catalogue.themes, key=lambda theme: theme.number)
        return tuple(theme.for_group(self.group) for theme in ordered)

    def _applies(self, question: Question, answers: Answers, *, seen: frozenset[str]) -> bool:
        condition = question.ask_when
        if condition is None:
            return True
        earlier = next((item for item in self.questions if item.id == condition.question), None)
        answer = answers.get(condition.question)
        if earlier is None or answer is None or question.id in seen:
            return False
        return condition.is_met(answer.values) and self._applies(earlier, answers, seen=seen | {question.id})
