"""Answers: which role said what, when, and how sure."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from psoh_cli.dutch import PartialDate
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerCertainty

_SCALAR = {"type": ["string", "number", "integer", "boolean"]}
_VALUES_SCHEMA = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}]}


def _as_values(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


class Answer(Frozen):
    """What one informant said to one question; *weet niet* and *niet van toepassing* are answers.

    `values` holds one text, or several for a question with several choices. Typing a number or a date
    is the question's business, see `rules.py`.
    """

    values: Annotated[
        tuple[Text, ...], BeforeValidator(_as_values), Field(min_length=1), WithJsonSchema(_VALUES_SCHEMA)
    ] = Field(alias="antwoord")
    other: Text | None = Field(default=None, alias="anders")
    day: PartialDate | None = Field(default=None, alias="datum")
    certainty: AnswerCertainty | None = Field(default=None, alias="zekerheid")
    remark: Text | None = Field(default=None, alias="opmerking")
    details: dict[Slug, dict[Slug, Text]] = Field(default={}, alias="per_keuze")
    """What was said about each choice: by the value of the choice, then by the id of what was asked about it."""
    sources: tuple[Slug, ...] = Field(default=(), alias="bronnen")

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was said, in the words of the informant or as the values of choices."""
        said = (text for about in self.details.values() for text in about.values())
        return tuple(text for text in (*self.values, self.other, *said, self.remark) if text)

    @property
    def is_unknown(self) -> bool:
        """Tell whether the informant does not know."""
        return self.values == (DONT_KNOW,)

    @property
    def is_not_applicable(self) -> bool:
        """Tell whether the informant says the question does not apply."""
        return self.values == (NOT_APPLICABLE,)

    @property
    def is_known(self) -> bool:
        """Tell whether this answer says something about the matter asked."""
        return not (self.is_unknown or self.is_not_applicable)


class InterviewFile(Frozen):
    """The file `interviews/<informant>.yaml`: one role at one organisation."""

    format: Text = Field(alias="formaat")
    knowledge_version: Text = Field(alias="kennisversie")
    group: Slug = Field(alias="groep")
    role: Text = Field(alias="rol")
    organization: Text | None = Field(default=None, alias="organisatie")
    day: PartialDate | None = Field(default=None, alias="afgenomen_op")
    participants: Text | None = Field(default=None, alias="deelnemers")
    remark: Text | None = Field(default=None, alias="toelichting")
    answers: dict[Slug, Answer] = Field(default={}, alias="antwoorden")


class Informant(Frozen):
    """One informant with all that was answered; `id` is the file name without its ending."""

    id: Slug
    file: Text
    interview: InterviewFile

    @property
    def group(self) -> str:
        """The group whose questions this informant is asked."""
        return self.interview.group

    @property
    def role(self) -> str:
        """How the informant is named everywhere: a role, with its organisation when that is told."""
        organization = self.interview.organization
        if organization and organization not in self.interview.role:
            return f"{self.interview.role}, {organization}"
        return self.interview.role

    @property
    def answers(self) -> dict[str, Answer]:
        """Answers by question id."""
        return self.interview.answers

    def day_of(self, question: str) -> PartialDate | None:
        """The day of an answer, or else of the whole interview."""
        answer = self.answers.get(question)
        return (answer.day if answer else None) or self.interview.day
