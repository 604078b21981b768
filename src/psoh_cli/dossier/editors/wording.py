"""Which words stand beside a field: those of its own model, or of what that model is a kind of."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from psoh_cli.dossier.editors import (
    words_gemeente,
    words_interview,
    words_kaart,
    words_plan,
    words_practices,
    words_reference,
    words_round,
    words_style,
)
from psoh_cli.dossier.editors.knowledge_list import LIST_WORDS
from psoh_cli.dossier.editors.words import Told, Words
from psoh_cli.dutch import slug

_ROOMS: tuple[Told, ...] = (
    words_gemeente.WORDS,
    words_kaart.WORDS,
    words_interview.WORDS,
    words_plan.WORDS,
    words_round.WORDS,
    words_style.WORDS,
    words_practices.WORDS,
    words_reference.WORDS,
    LIST_WORDS,
)
_WORDS: dict[type, Words] = {model: words for room in _ROOMS for model, words in room.items()}
_CALLED = {
    "id": "Id",
    "iasc_laag": "IASC-laag",
    "iasc_lagen": "IASC-lagen",
    "kvk": "KVK-nummer",
    "agb": "AGB-code",
    "ggd": "GGD",
    "email": "E-mailadres",
    "url": "Webadres",
    "nr": "Nummer",
    "na": "Komt na",
    "kosten_client": "Kosten voor de cliënt",
    "kosten_bedrag": "Bedrag voor de cliënt",
    "arq_vraag": "Vraag van ARQ",
    "arq_vragen": "Vragen van ARQ",
    "toetsing_combinatie": "Alle regels of één",
    "is": "Is het antwoord",
    "word": "Word-sjabloon",
}
"""Names of fields that do not read well as they are written."""


def title_of_model(model: type[BaseModel]) -> str:
    """Say what one thing of a model is called."""
    return _WORDS[model].title


def name_of(model: type[BaseModel]) -> str:
    """Name a model among the definitions of a schema."""
    return slug(title_of_model(model))


def title_of(_: type[BaseModel], key: str) -> str:
    """Say what a field is called."""
    words = key.replace("_", " ")
    return _CALLED.get(key, f"{words[:1].upper()}{words[1:]}")


def description_of(model: type[BaseModel], key: str) -> str:
    """Say what belongs in a field; empty when nobody wrote that down, which a test does not allow."""
    return next((words.fields[key] for words in _said_of(model) if key in words.fields), "")


def examples_of(model: type[BaseModel], key: str) -> tuple[str | int, ...]:
    """Give examples of what can stand in a field."""
    return next((words.examples[key] for words in _said_of(model) if key in words.examples), ())


def _said_of(model: type[BaseModel]) -> Iterator[Words]:
    return (_WORDS[kind] for kind in model.__mro__ if kind in _WORDS)
