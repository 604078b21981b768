"""The answers of an interview to an editor: each question by its id, with its text and what can be answered."""

from __future__ import annotations

from typing import Any

from psoh_cli.dossier.editors import scalars
from psoh_cli.dossier.editors.scalars import Schema
from psoh_cli.dossier.editors.shapes import DEFINITIONS, Shapes
from psoh_cli.dutch import listing, slug
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.values import EVERYWHERE, all_options, has_choices, may_be_divided
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerKind

_EVERYWHERE = f"{DONT_KNOW}|{NOT_APPLICABLE}"
_ANSWER = "antwoord"


def answers_of(catalogue: Catalogue, shapes: Shapes) -> Schema:
    """Give the schema of the key `antwoorden`: every question of the knowledge, and no other."""
    around = _around_an_answer(shapes)
    themes = {theme.id: theme.name for theme in catalogue.themes}
    groups = {group.id: group.name for group in catalogue.groups}
    properties: dict[str, Any] = {}
    for question in catalogue.questions:
        asked = [groups[group] for group in question.groups if group in groups]
        properties[question.id] = {
            "title": themes.get(question.theme, question.theme),
            "description": f"{question.text} {question.explanation} Voor: {listing(asked)}.",
            "allOf": [around],
            "properties": {_ANSWER: _answer_to(question, shapes)},
        }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _around_an_answer(shapes: Shapes) -> Schema:
    """Give the other fields of an answer, which are the same for each question."""
    pointer = shapes.to_model(Answer)
    shape = shapes.definitions[pointer["$ref"].removeprefix(DEFINITIONS)]
    shape["properties"][_ANSWER] = {
        key: said for key, said in shape["properties"][_ANSWER].items() if key in ("title", "description")
    }
    return pointer


def _answer_to(question: Question, shapes: Shapes) -> Schema:
    one = _one_value(question, shapes)
    if question.kind is AnswerKind.MULTIPLE or may_be_divided(question):
        several: Schema = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
    else:
        several = {"type": "array", "items": one, "minItems": 1, "maxItems": 1}
    return {"anyOf": [one, several]}


def _one_value(question: Question, shapes: Shapes) -> Schema:
    """Give what one value can be; questions with the same options share them."""
    if has_choices(question):
        options = all_options(question)
        words = scalars.choice(
            (option.value for option in options),
            meanings=[option.label for option in options],
        )
        return _shared(words, question=question, shapes=shapes)
    if question.kind is AnswerKind.NUMBER:
        return {
            "type": ["integer", "string"],
            "minimum": question.minimum or 0,
            "pattern": rf"^\s*(\d{{1,15}}|{_EVERYWHERE})\s*$",
            "examples": _examples(),
        }
    if question.kind is AnswerKind.DATE:
        date = scalars.DATE
        return {**date, "pattern": rf"{date['pattern']}|^\s*({_EVERYWHERE})\s*$", "examples": _examples()}
    return {**scalars.TEXT, "examples": _examples()}


def _shared(words: Schema, *, question: Question, shapes: Shapes) -> Schema:
    for name, known in shapes.definitions.items():
        if known == words:
            return {"$ref": f"{DEFINITIONS}{name}"}
    kind = question.kind.value if question.kind is AnswerKind.YES_NO_PARTLY else question.id
    name = slug(f"antwoord-{kind}")
    shapes.definitions[name] = words
    return {"$ref": f"{DEFINITIONS}{name}"}


def _examples() -> list[str]:
    return [option.value for option in EVERYWHERE]
