"""The colophon of a document: what it was made with and from, and how anybody can check that."""

from __future__ import annotations

from collections.abc import Sequence

from psoh_cli.press.source import Source
from psoh_cli.report.document import Document, Term
from psoh_cli.report.spans import LineLike, code
from psoh_cli.report.version import Version

_GROUP = 8
"""Characters of the fingerprint that stand together: short enough to compare by eye."""

_LEAVES_OUT = {
    Version.COUNCIL: "raad, zonder vrije opmerkingen en interviews",
    Version.PARTNERS: "partners, zonder vrije opmerkingen en interviews",
    Version.PUBLIC: "publiek, zonder interne opmerkingen, kleine aantallen en interviews",
}
_WITH_INTERVIEWS = "raad, met de interviews en opmerkingen als bijlage in de pdf, op verzoek van de maker"


def with_colophon(
    document: Document,
    *,
    tool_version: str,
    source: Source | None,
    dressed_by: Sequence[str] = (),
    own_words: str = "",
    with_interviews: bool = False,
) -> Document:
    """Fill in how this document came about; `dressed_by` says what a house style brought, `own_words` are its own."""
    lines: list[tuple[str, LineLike]] = [
        ("Gemaakt met", f"psoh {tool_version}, kennisversie {document.knowledge_version}"),
        ("Peildatum", document.as_of),
        ("Versie", _WITH_INTERVIEWS if with_interviews else _LEAVES_OUT[document.version]),
    ]
    if dressed_by:
        lines.append(("Vormgeving", "; ".join(dressed_by)))
    if own_words:
        lines.append(("Uitgave", own_words))
    if source is not None:
        lines.append(("Vingerafdruk", code(in_groups(source.fingerprint))))
        lines.append(("Controleer met", code(f"psoh pdf verifieer {document.id}.pdf MAP")))
    terms = tuple(Term(term=term, content=content) for term, content in lines)
    return document.model_copy(update={"colophon": terms})


def in_groups(fingerprint: str) -> str:
    """Write a fingerprint in short groups."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))
