"""Which words a document says, and whether a file says them too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from psoh_cli.press.office.flow import on_one_page
from psoh_cli.report.compose import KINDS
from psoh_cli.report.document import Document

_NOT_SAID = {
    "soort", "svg", "id", "doel", "datum", "kennisversie", "versie", "stijl", "toon", "pagina", "herkomst",
    "gevraagd_aan", "onderschrift", "peildatum",
}  # fmt: skip
"""Keys whose values steer and are not read; who was asked stands among the facts, strip and peildatum on every page."""

WITH_THE_LONG_ONES_SLOW = tuple(
    kind if kind == "samenvatting" else pytest.param(kind, marks=pytest.mark.slow) for kind in KINDS
)


def texts_of(document: Document) -> Iterator[str]:
    """Give every text of a document, as its JSON holds it; one page says two facts in its own words."""
    facts = document.facts
    if on_one_page(document):
        facts = tuple(fact for fact in facts if fact.term not in {"Gevraagd", "Kennis"})
    yield from _texts(document.model_copy(update={"facts": facts}).model_dump(mode="json"))


def found_in(written: str, *, document: Document) -> list[str]:
    """Give the texts that a file does not say; blanks are alike, and a badge is in capitals."""
    said = _even(written)
    return [text for text in texts_of(document) if _even(text) not in said]


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().lower()


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key not in _NOT_SAID and value.strip():
            yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            # the title of a column says its verdict in other words
            if not (name == "oordeel" and value.keys() >= {"titel", "items", "noot"}):
                yield from _texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
