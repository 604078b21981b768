"""The colophon of a document: what it was made with and from, and how anybody can check that."""

from __future__ import annotations

from collections.abc import Sequence

from psoh_cli.press.request import WITH_INTERVIEWS
from psoh_cli.press.source import Source
from psoh_cli.report.document import Document, Term
from psoh_cli.report.spans import LineLike, code
from psoh_cli.report.version import Version

_GROUP = 8
"""Characters of the fingerprint that stand together: short enough to compare by eye."""

_OF_TALKS = frozenset({"gesprekskaart"})
"""Documents made of interviews, which the fingerprint leaves out: there it would seem to prove more than it does."""

_LEAVES_OUT = {
    Version.COUNCIL: "raad, zonder interviews en opmerkingen daaruit",
    Version.PARTNERS: "partners, zonder interviews en opmerkingen daaruit",
    Version.PUBLIC: "publiek, zonder interne opmerkingen, kleine aantallen en interviews",
}
_WITH_INTERVIEWS = "raad, met de interviews en opmerkingen als bijlage in de pdf, op verzoek van de maker"

_ON_THE_COVER = (
    "Voor intern gebruik: de versie voor de raad, met in dit bestand ook de interviews en de opmerkingen daarin. "
    "Niet om te publiceren."
)
_BANNER = "Niet om te publiceren: in dit bestand zitten de interviews, met wie wat zei en alle opmerkingen."
_STRIP = "Met interviews en opmerkingen · niet om te publiceren"


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
    if with_interviews:
        document = _warned(document)
    lines: list[tuple[str, LineLike]] = [
        ("Gemaakt met", f"psoh {tool_version}, kennisversie {document.knowledge_version}"),
        ("Peildatum", document.as_of),
        ("Versie", _WITH_INTERVIEWS if with_interviews else _LEAVES_OUT[document.version]),
    ]
    if dressed_by:
        lines.append(("Vormgeving", "; ".join(dressed_by)))
    if own_words:
        lines.append(("Uitgave", own_words))
    if source is not None and document.kind not in _OF_TALKS:
        lines.append(("Vingerafdruk", code(in_groups(source.fingerprint))))
        lines.append(("Controleer met", code(f"psoh pdf verifieer {document.id}.pdf MAP")))
    terms = tuple(Term(term=term, content=content) for term, content in lines)
    return document.model_copy(update={"colophon": terms})


def _warned(document: Document) -> Document:
    """Give a document that carries the interviews a name of its own, and say so on the cover and every page."""
    facts = tuple(
        Term(term=fact.term, content=_ON_THE_COVER) if fact.term == "Versie" else fact
        for fact in document.facts
    )
    return document.model_copy(
        update={
            "id": f"{document.id}{WITH_INTERVIEWS}",
            "facts": facts,
            "banner": " ".join(filter(None, (_BANNER, document.banner))),
            "strip": " · ".join(filter(None, (_STRIP, document.strip))),
        }
    )


def in_groups(fingerprint: str) -> str:
    """Write a fingerprint in short groups."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))
