"""Spans: the pieces of one line of a document, and how a plain text becomes one."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, TypeAdapter

from psoh_cli.model import Frozen
from psoh_cli.report.typography import bound
from psoh_cli.vocabulary import Provenance, Verdict

DUTCH_KEYS = {
    "as_of": "peildatum", "asked": "gevraagd_aan", "banner": "strook", "blocks": "blokken",
    "caption": "bijschrift", "code": "code", "colophon": "colofon", "columns": "kolommen", "content": "inhoud",
    "day": "datum", "decided": "besloten", "facts": "feiten",
    "footer": "laatste_rij_is_totaal", "gemeente": "gemeente", "id": "id", "items": "items", "kind": "soort",
    "knowledge_version": "kennisversie", "label": "label", "lead": "kern", "lines": "schrijfregels", "note": "noot",
    "number": "nummer", "numbers": "nummers", "ordered": "genummerd", "origin": "gesteld_door", "page": "pagina",
    "parts": "delen", "prompts": "opschrijven", "provenance": "herkomst",
    "publisher": "uitgever", "quiet": "ingetogen", "row_headers": "rijkoppen", "rows": "rijen",
    "sections": "paragrafen", "sources": "bronnen", "state": "stand", "status": "status", "strip": "onderschrift",
    "style": "stijl", "subtitle": "ondertitel", "svg": "svg", "target": "doel", "term": "term", "text": "tekst",
    "title": "titel", "tone": "toon", "url": "url", "value": "waarde", "verdict": "oordeel", "version": "versie",
    "voices": "stemmen", "width": "breedte", "year": "jaar",
}  # fmt: skip
"""English field to Dutch key, for every value of a document: a reader of the JSON reads Dutch."""


class Value(Frozen):
    """A part of a document: a plain value that holds no HTML."""

    model_config = ConfigDict(alias_generator=DUTCH_KEYS.__getitem__)


class Style(StrEnum):
    """How words are set."""

    PLAIN = "gewoon"
    STRONG = "nadruk"
    QUIET = "rustig"
    CODE = "code"


class Words(Value):
    """Some words in one style."""

    kind: Literal["woorden"] = "woorden"
    text: str
    style: Style = Style.PLAIN


class Badge(Value):
    """Who says so, printed beside the claim."""

    kind: Literal["herkomst"] = "herkomst"
    provenance: Provenance


class Cite(Value):
    """Numbers in the list of sources."""

    kind: Literal["bron"] = "bron"
    numbers: tuple[int, ...]


class Mark(Value):
    """A verdict: always a word and a shape."""

    kind: Literal["oordeel"] = "oordeel"
    verdict: Verdict


class Reference(Value):
    """A link to a section or finding of this document, or to a page outside it."""

    kind: Literal["verwijzing"] = "verwijzing"
    text: str
    target: str


Span = Annotated[Words | Badge | Cite | Mark | Reference, Field(discriminator="kind")]


def _as_line(value: object) -> object:
    if isinstance(value, str):
        return (Words(text=bound(value)),) if value else ()
    if isinstance(value, Value):
        return (_bound(value),)
    if isinstance(value, tuple | list):
        return tuple(_bound(piece) for piece in value if piece != "")
    return value


def _bound(piece: object) -> object:
    """Keep together what belongs on one line; what somebody types or opens stays as it is."""
    if isinstance(piece, str):
        return Words(text=bound(piece))
    if isinstance(piece, Words) and piece.style is not Style.CODE:
        text = bound(piece.text)
        return piece if text == piece.text else piece.model_copy(update={"text": text})
    return piece


def _as_short(spans: tuple[Any, ...]) -> list[Any]:
    """Write plain words as they are, and every other span as an object."""
    return [
        span.text if isinstance(span, Words) and span.style is Style.PLAIN else span.model_dump(mode="json")
        for span in spans
    ]


Line = Annotated[tuple[Span, ...], BeforeValidator(_as_line), PlainSerializer(_as_short)]
"""A line of spans; a plain text, one span or a mix of both may be given, and plain words are written as text."""

Piece = str | Words | Badge | Cite | Mark | Reference
LineLike = str | Words | Badge | Cite | Mark | Reference | tuple[Piece, ...]
"""What may be given where a line is wanted."""


def strong(text: str) -> Words:
    """Set words with emphasis."""
    return Words(text=text, style=Style.STRONG)


def quiet(text: str) -> Words:
    """Set words in the background."""
    return Words(text=text, style=Style.QUIET)


def code(text: str) -> Words:
    """Set an id or command as it is typed."""
    return Words(text=text, style=Style.CODE)


def pieces(*parts: LineLike) -> tuple[Piece, ...]:
    """Join lines, spans and texts into one line."""
    joined: list[Piece] = []
    for part in parts:
        joined.extend(part if isinstance(part, tuple) else (part,))
    return tuple(joined)


def plain(line: LineLike) -> str:
    """Give the words of a line without their dress."""
    if isinstance(line, str):
        return line
    spans = line if isinstance(line, tuple) else (line,)
    return "".join(_plain_piece(span) for span in spans)


def _plain_piece(span: Piece) -> str:
    match span:
        case str():
            return span
        case Words() | Reference():
            return span.text
        case Badge():
            return f"[{span.provenance.value}]"
        case Cite():
            return f"[{', '.join(str(number) for number in span.numbers)}]"
        case Mark():
            return span.verdict.value


def line(text: LineLike) -> Line:
    """Make one line of what was given."""
    return _ADAPTER.validate_python(text)


def lines(*texts: LineLike) -> tuple[Line, ...]:
    """Make lines, one of each."""
    return tuple(line(text) for text in texts)


_ADAPTER: TypeAdapter[Line] = TypeAdapter(Line)
