"""The Form: a question list for one informant, as it is sent in whatever shape; and what came with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS, Question, Theme

FORMAT = "psoh-vragenlijst-1"
"""How a list of ours is recognised when it comes back."""


@dataclass(frozen=True, kw_only=True)
class FormQuestion:
    """One question on the list. Every question of the group is on it, follow-ups too, with their condition in words."""

    question: Question
    number: int
    theme: Theme
    condition: str = ""
    """For a follow-up: when to fill it in, as a full sentence; empty when always."""
    current: Answer | None = None
    """What this informant answered before."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A question list for one informant; the same Form gives the same bytes in every shape."""

    gemeente: str
    code: str
    informant: str
    """The name of the interview file, without its ending."""
    group: str
    group_name: str
    role: str
    organization: str = ""
    made_on: date
    knowledge_version: str
    questions: tuple[FormQuestion, ...]
    participants: int | None = None
    """How many took part in a talk, where that was written down already."""
    opening: str = ""
    """What whoever leads a talk says first."""
    closing: str = ""

    @property
    def is_talk(self) -> bool:
        """Tell whether somebody fills the list in for a group that talks."""
        return self.group == STATUSHOUDERS

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes on the list, in order."""
        return tuple({item.theme.id: item.theme for item in self.questions}.values())


def make_form(
    informant: Informant,
    *,
    catalogue: Catalogue,
    gemeente: str,
    code: str,
    made_on: date,
    participants: int | None = None,
) -> Form:
    """Put every question for the group of an informant on a list, with what was answered before."""
    questionnaire = Questionnaire(catalogue, informant.group)
    themes = {theme.id: theme.for_group(informant.group) for theme in questionnaire.themes}
    group = catalogue.group[informant.group]
    return Form(
        gemeente=gemeente,
        code=code,
        informant=informant.id,
        group=informant.group,
        group_name=group.name,
        role=informant.interview.role,
        organization=informant.interview.organization or "",
        made_on=made_on,
        knowledge_version=catalogue.version,
        participants=participants,
        opening=group.opening or "",
        closing=group.closing or "",
        questions=tuple(
            FormQuestion(
                question=question,
                number=number,
                theme=themes[question.theme],
                condition=_condition(question, catalogue=catalogue),
                current=informant.answers.get(question.id),
            )
            for number, question in enumerate(questionnaire.questions, start=1)
        ),
    )


def _condition(question: Question, *, catalogue: Catalogue) -> str:
    wait = question.ask_when
    earlier = catalogue.question.get(wait.question) if wait else None
    if wait is None or earlier is None:
        return ""
    return f"Alleen invullen als u {earlier.in_quotes(wait.values)} antwoordde op: {earlier.text}"
