"""What a PDF page draws: every piece of text with its place in the structure, its colour and what lies beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from psoh_cli.press.accessibility.pdf_file import PdfFacts
from psoh_cli.press.accessibility.pdf_paint import Shown
from psoh_cli.report.contrast import LARGE_TEXT, TEXT, contrast, written_ratio

_LARGE, _LARGE_BOLD = 18.0, 14.0
"""Points from which text counts as large, and as large when it is bold (WCAG 2.2, definition of "large scale")."""


def loose_text(facts: PdfFacts) -> Iterable[str]:
    """Say on which pages text stands outside the structure, other than in the head and foot of the page."""
    real = {tag.element.objgen for tag in facts.tags}
    for number, (page, pieces) in enumerate(zip(facts.pdf.pages, facts.shown, strict=True), start=1):
        owners = _owners(page, facts=facts)
        for shown in pieces:
            if shown.owner is None and shown.artifact != "Pagination":
                yield f"Op bladzijde {number} staat tekst buiten de structuur"
            elif shown.owner is not None and not _is_real(shown.owner, owners=owners, real=real):
                yield f"Op bladzijde {number} hoort tekst bij een deel dat niet in de structuur staat"


def _owners(page: Any, *, facts: PdfFacts) -> list[Any]:
    found = facts.owners.get(int(page.get("/StructParents", -1)))
    return list(found) if found is not None else []


def _is_real(number: int, *, owners: list[Any], real: set[tuple[int, int]]) -> bool:
    from pikepdf import Dictionary

    owner = owners[number] if number < len(owners) else None
    return isinstance(owner, Dictionary) and owner.objgen in real


def contrast_complaints(facts: PdfFacts) -> Iterable[str]:
    """Say which colours of text have too little contrast with what was painted beneath it."""
    seen: set[tuple[str, str, float]] = set()
    for number, pieces in enumerate(facts.shown, start=1):
        for shown in pieces:
            yield from _too_faint(shown, page=number, seen=seen)


def _too_faint(shown: Shown, *, page: int, seen: set[tuple[str, str, float]]) -> Iterator[str]:
    large = shown.size >= _LARGE or (shown.is_bold and shown.size >= _LARGE_BOLD)
    least = LARGE_TEXT if large else TEXT
    pair = (shown.colour, shown.ground, least)
    if pair in seen:
        return
    seen.add(pair)
    found = contrast(shown.colour, shown.ground)
    if found < least:
        yield f"Op bladzijde {page} heeft {shown.colour} op {shown.ground} een contrast van {written_ratio(found)}"
