"""The cover: what this is, about whom, on what day, how firm, and who was asked."""

from __future__ import annotations

from psoh_cli.dutch import date_in_words
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.report import wording
from psoh_cli.report.document import Document, Section, Term
from psoh_cli.report.draft import Draft
from psoh_cli.vocabulary import ExampleKind

_BANNERS = {
    ExampleKind.PUBLIC_SOURCES: "Voorbeeld op basis van openbare bronnen. "
    "Dit is niet het dossier van de gemeente {name}.",
    ExampleKind.ILLUSTRATIVE: "Illustratief. {name} bestaat niet: "
    "alle antwoorden, cijfers en besluiten zijn verzonnen.",
}
_STRIPS = {
    ExampleKind.PUBLIC_SOURCES: "Voorbeeld op basis van openbare bronnen · niet het dossier van de gemeente",
    ExampleKind.ILLUSTRATIVE: "Illustratief · verzonnen gemeente",
}


def bind(
    draft: Draft, *, kind: str, title: str, subtitle: str, status: str, sections: tuple[Section, ...]
) -> Document:
    """Put a cover before the sections and the sources behind them."""
    material = draft.material
    gemeente = material.gemeente
    asked = wording.heard(material.analysis, gemeente=gemeente, catalogue=material.catalogue)
    as_of = date_in_words(material.analysis.as_of)
    header = material.catalogue.header
    return Document(
        id=f"{kind}{draft.version.suffix}",
        kind=kind,
        version=draft.version,
        title=title,
        subtitle=subtitle,
        gemeente=gemeente.name,
        as_of=as_of,
        day=material.analysis.as_of.isoformat(),
        status=status,
        banner=_of(_BANNERS, gemeente=gemeente),
        strip=_of(_STRIPS, gemeente=gemeente),
        asked=asked,
        knowledge_version=material.catalogue.version,
        facts=(
            Term(term="Gemeente", content=_place(gemeente)),
            Term(term="Peildatum", content=as_of),
            Term(term="Status", content=status),
            Term(term="Gevraagd", content=f"{asked}."),
            Term(term="Kennis", content=f"Versie {material.catalogue.version} van {header.day.in_words()}"),
        ),
        sections=sections,
        sources=draft.sources(),
    )


def _of(texts: dict[ExampleKind, str], *, gemeente: Gemeente) -> str:
    return texts[gemeente.example].format(name=gemeente.name) if gemeente.example else ""


def _place(gemeente: Gemeente) -> str:
    parts = [f"{gemeente.name} ({gemeente.code})"]
    if gemeente.province:
        parts.append(f"provincie {gemeente.province}")
    if gemeente.region:
        parts.append(f"regio {gemeente.region.name}")
    return ", ".join(parts)
