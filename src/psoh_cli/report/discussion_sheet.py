"""The discussion sheet: two pages for a klankbordgroep around a table, with space to write what it decides."""

from __future__ import annotations

from psoh_cli.dutch import date_in_words, listing, plural
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import cover, wording
from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.discussion_gathering import topics
from psoh_cli.report.discussion_layout import HOW, sections
from psoh_cli.report.document import Document, Paragraph, Section, Term
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

KIND = "gesprekskaart"


def discussion_sheet(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the sheet; raise ValueError for the public: it is a paper for who sits at the table."""
    if version is Version.PUBLIC:
        raise ValueError("a discussion sheet has no public version")
    draft = Draft(material, version=version)
    found = topics(
        material.analysis, catalogue=material.catalogue, whole=material.round, gemeente=material.gemeente
    )
    subtitle = (
        f"Voor de klankbordgroep · peildatum {date_in_words(material.analysis.as_of)} · {_asked(draft)}"
    )
    document = cover.bind(
        draft,
        kind=KIND,
        title="Gesprekskaart",
        subtitle=subtitle,
        status="Om over te praten, niet vastgesteld",
        sections=(
            Section(
                id="gesprek",
                title="Om samen over te praten",
                page="eigen",
                blocks=(Paragraph(content=HOW, style="lead"),),
                sections=sections(found, above=_above(draft, subtitle=subtitle)),
            ),
        ),
    )
    facts = tuple(
        Term(term=fact.term, content=_FOR_WHOM) if fact.term == "Versie" else fact for fact in document.facts
    )
    return document.model_copy(update={"facts": facts})


_FOR_WHOM = (
    "Voor de klankbordgroep. Antwoorden staan bij een groep, nooit bij een functie. Opmerkingen en open antwoorden "
    "staan er niet in."
)
_HELPING = "vrijwilligers"
"""The group of those who are no professionals."""


def _above(draft: Draft, *, subtitle: str) -> float:
    """Reckon what the top of the first page takes beside its title and one line below it, in millimetres."""
    top = room.banner(cover.banner(draft.gemeente)) + room.letterhead(draft.gemeente.name)
    return top + room.more_than_a_line(subtitle)


def _asked(draft: Draft) -> str:
    """Say whose answers these are; statushouders are named beside the number and are not in it."""
    if wording.from_public_sources(draft.gemeente):
        return "niemand gesproken, alleen openbare bronnen"
    groups = [informant.group for informant in draft.analysis.informants]
    others = [group for group in groups if group != STATUSHOUDERS]
    told = []
    if others:
        one, many = ("professional", "professionals")
        if _HELPING in others:
            one, many = ("professional of vrijwilliger", "professionals en vrijwilligers")
        told.append(f"van {plural(len(others), one, many)}")
    if len(others) < len(groups):
        told.append(f"van {STATUSHOUDERS}")
    return f"antwoorden {listing(told)}" if told else "nog niemand gevraagd"
