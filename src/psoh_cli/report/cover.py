"""The cover: what this is, about whom, on what day, how firm, and who was asked."""

from __future__ import annotations

from psoh_cli.dutch import FEWEST, date_in_words
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.report import wording
from psoh_cli.report.document import Document, Section, Term
from psoh_cli.report.draft import Draft
from psoh_cli.report.version import Version
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
    asked = _asked(draft)
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
        banner=banner(gemeente),
        strip=_of(_STRIPS, gemeente=gemeente),
        asked=asked,
        knowledge_version=material.catalogue.version,
        facts=(
            Term(term="Gemeente", content=_place(gemeente)),
            Term(term="Peildatum", content=as_of),
            Term(term="Status", content=status),
            Term(term="Versie", content=_version(draft)),
            Term(term="Gevraagd", content=f"{asked}."),
            Term(term="Kennis", content=f"Versie {material.catalogue.version} van {header.day.in_words()}"),
        ),
        sections=sections,
        sources=draft.sources(),
    )


def _version(draft: Draft) -> str:
    """Say what the version is for and leaves out, and how those are named who answered."""
    told = _VERSIONS[draft.version]
    if draft.version is not Version.COUNCIL or not draft.material.portrait.group_names:
        return told
    return f"{told} Wie iets zegt staat er als groep, nooit als functie van één mens."


_VERSIONS = {
    Version.COUNCIL: "Voor de raad: volledig, zonder opmerkingen uit gesprekken en zonder de gesprekken zelf. "
    "Toelichtingen bij bedragen en cijfers staan er wel.",
    Version.PARTNERS: "Voor partners: kort. Zonder bedragen, zonder wie wat zei, zonder bewijs per bevinding. Dat "
    "staat in de versie voor de raad.",
    Version.PUBLIC: "Voor iedereen: zonder opmerkingen, zonder wie wat zei, zonder functies van medewerkers en zonder "
    "kleine aantallen.",
}
"""What each version is for and what it leaves out: a reader must know what is not here."""


def _asked(draft: Draft) -> str:
    """Name who was asked; where they are so few that a group points at a person, only that."""
    asked = len(draft.analysis.informants)
    if (
        draft.version is Version.PUBLIC
        and 0 < asked < FEWEST
        and not wording.from_public_sources(draft.gemeente)
    ):
        return draft.informants(asked).capitalize()
    return wording.heard(draft.analysis, gemeente=draft.gemeente, catalogue=draft.catalogue)


def is_adopted(draft: Draft) -> bool:
    """Tell whether the plan was adopted on the peildatum."""
    adoption = draft.gemeente.adoption
    return adoption is not None and adoption.day.last_day() <= draft.analysis.as_of


def adopted(draft: Draft) -> str:
    """Say who adopted the plan and when; empty while nobody did."""
    adoption = draft.gemeente.adoption
    if adoption is None or not is_adopted(draft):
        return ""
    return f"Vastgesteld door {adoption.by} op {adoption.day.in_words()}; dit is de stand op de peildatum"


def banner(gemeente: Gemeente) -> str:
    """Say that this is an example and of what kind; empty for a dossier of a gemeente itself."""
    return _of(_BANNERS, gemeente=gemeente)


def _of(texts: dict[ExampleKind, str], *, gemeente: Gemeente) -> str:
    return texts[gemeente.example].format(name=gemeente.name) if gemeente.example else ""


def _place(gemeente: Gemeente) -> str:
    parts = [f"{gemeente.name} ({gemeente.code})"]
    if gemeente.province:
        parts.append(f"provincie {gemeente.province}")
    if gemeente.region:
        parts.append(f"regio {gemeente.region.name}")
    return ", ".join(parts)
