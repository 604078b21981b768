"""Where an office document begins and ends: cover or letterhead, and the sources and colophon."""

from __future__ import annotations

import math
from collections.abc import Iterator

from psoh_cli.press.office.items import Para, beside
from psoh_cli.press.office.roles import LABELS, TEXT_WIDTH, Role
from psoh_cli.press.office.text import TAB, Look, Run, badge, linked, runs, said, said_plain
from psoh_cli.report.document import Document, SourceLine, Term
from psoh_cli.report.spans import plain

SOURCES, COLOPHON = "bronnen", "colofon"
_RUBRIC = "Psychosociale ondersteuning van statushouders"
_ABOUT_SOURCES = (
    "Het nummer achter een zin verwijst naar deze lijst. De herkomst zegt wie het zegt. "
    "Bij een bron zonder jaar is het jaar niet bekend."
)
_BAND = 138.0
"""How far the coloured field of the cover reaches down the page, in millimetres."""


def cover(document: Document) -> Iterator[Para]:
    """Give the cover: title, gemeente and facts, with a coloured field behind the title."""
    title, subtitle = said_plain(document.title), said_plain(document.subtitle)
    # 22 margin, 7 rubric, 34 above the title, 10 the gemeente, 5 above the subtitle; then what the lines take
    down = 22 + 7 + 34 + 10 + 5 + _lines(title, size=32) * 13.4 + _lines(subtitle, size=10.5) * 5.3
    band = max(_BAND, down + 10)
    yield Para(role=Role.RUBRIC, runs=(Run(_RUBRIC),), band=band)
    yield Para(role=Role.TITLE, runs=said(document.title))
    yield Para(role=Role.GEMEENTE, runs=said(document.gemeente))
    yield Para(role=Role.SUBTITLE, runs=said(document.subtitle))
    below = band - down + 8
    if document.banner:
        yield Para(role=Role.BANNER, runs=said(document.banner), before=below)
    for index, fact in enumerate(document.facts):
        yield _fact(fact, before=below + 4 if index == 0 and not document.banner else None)


def _lines(text: str, *, size: float) -> int:
    """Estimate how many lines a text takes on the cover."""
    letters = (TEXT_WIDTH - LABELS) / (size * 0.57 * 25.4 / 72)
    return max(1, math.ceil(len(text) / letters))


def _fact(fact: Term, *, before: float | None = None) -> Para:
    content = beside(said(fact.term, Look.LABEL), runs(fact.content), room=LABELS, size=8.5)
    return Para(role=Role.FACT, runs=content, before=before)


def letterhead(document: Document) -> Iterator[Para]:
    """Give what stands above a document of one page."""
    yield Para(role=Role.PLAIN_TITLE, runs=said(document.title))
    yield Para(role=Role.PLAIN_GEMEENTE, runs=said(document.gemeente))
    yield Para(role=Role.PLAIN_SUBTITLE, runs=said(document.subtitle))
    if document.banner:
        yield Para(role=Role.STRIP, runs=said(document.banner))


_SAID_ON_THE_PAGE = frozenset({"Gevraagd", "Kennis"})
"""The first paragraph says how many were asked, the colophon which knowledge was used."""


def facts_in_a_line(document: Document) -> Para:
    """Give the facts that neither the letterhead nor the page says, in one line."""
    content: list[Run] = []
    told = f"{document.gemeente} {document.subtitle}".lower()
    for fact in (*document.facts, *document.colophon[:1]):  # the rest of a colophon is about the pdf
        if fact.term in _SAID_ON_THE_PAGE or plain(fact.content).lower() in told:
            continue
        content.extend((*said(f"{fact.term}: ", Look.STRONG), *runs(fact.content), Run("  ")))
    return Para(role=Role.SMALL_WIDE, runs=tuple(content[:-1]))


def sources(document: Document) -> Iterator[Para]:
    """Give the numbered sources."""
    yield Para(role=Role.HEADING_1, runs=(Run("Bronnen"),), anchor=SOURCES, indent=(0, 0))
    yield Para(role=Role.SMALL_WIDE, runs=(Run(_ABOUT_SOURCES),))
    for source in document.sources:
        yield Para(role=Role.SOURCE, runs=_source(source), anchor=f"bron-{source.number}")


def _source(source: SourceLine) -> tuple[Run, ...]:
    told = [Run(str(source.number), Look.NUMBER), TAB]
    told.extend(said(f"{source.title}. {source.publisher}, {source.year}."))
    if source.provenance:
        told.extend((Run(" "), badge(source.provenance)))
    if source.url:
        told.extend((Run(" "), linked(source.url)))
    return tuple(told)


def colophon(document: Document) -> Iterator[Para]:
    """Give how the document came about."""
    yield Para(role=Role.HEADING_1, runs=(Run("Colofon"),), anchor=COLOPHON, indent=(LABELS, 0))
    for term in document.colophon:
        content = beside(said(term.term, Look.LABEL), runs(term.content), room=LABELS, size=8.5)
        yield Para(role=Role.PART, runs=content)
