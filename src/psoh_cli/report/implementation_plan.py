"""The implementation plan: what to do, who, when, at what cost, and what the council is asked."""

from __future__ import annotations

from psoh_cli.dutch import plural
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import (
    asks,
    cover,
    following,
    measures,
    method,
    money,
    planning,
    summary,
    unknowns,
    wording,
)
from psoh_cli.report.document import Block, Bullets, Document, Legend, Paragraph, Section, Term
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.spans import lines
from psoh_cli.report.version import Version
from psoh_cli.vocabulary import Provenance

KIND = "implementatieplan"


def implementation_plan(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the document."""
    draft = Draft(material, version=version)
    parts = (
        summary.summary(draft, asks=asks.asks_for_plan(draft)),
        _foundation(draft, number="2"),
        measures.overview(draft, number="3"),
        planning.planning(draft, number="4"),
        money.money(draft, number="5"),
        following.indicators(draft, number="6"),
        following.risks(draft, number="7"),
        following.decisions(draft, number="8"),
        unknowns.pointer(draft, number="9"),
        measures.worked_out(draft, number="A"),
    )
    return cover.bind(
        draft,
        kind=KIND,
        title="Implementatieplan",
        subtitle="Wat wij gaan doen, wie dat doet, wanneer, wat het kost en hoe wij zien of het helpt.",
        status=_status(material),
        sections=parts,
    )


def _status(material: Material) -> str:
    entries = material.plan.current
    decided = sum(standing_of(entry) is not Standing.PROPOSED for entry in entries)
    if not entries:
        return "Concept, nog zonder maatregelen"
    if not decided:
        return "Concept, nog zonder besluiten"
    if decided == len(entries):
        return "Over elke maatregel is besloten"
    return f"Concept: over {decided} van de {plural(len(entries), 'maatregel', 'maatregelen')} is besloten"


def _foundation(draft: Draft, *, number: str) -> Section:
    """Say what the plan rests on, in half a page."""
    ambition = draft.gemeente.ambition
    asked = wording.heard(draft.analysis, gemeente=draft.gemeente, catalogue=draft.catalogue)
    asked = asked[0].lower() + asked[1:]
    blocks: list[Block] = [
        Paragraph(content=wording.state_of_knowledge(draft.analysis), style="lead"),
        Bullets(
            items=lines(
                "Elke maatregel volgt uit een bevinding in de gap-analyse; het nummer van die bevinding staat erbij.",
                "Waar iets onbekend is, stelt dit plan alleen voor om het na te vragen.",
                "Voorstellen komen uit de kennis en de regels van psoh; besluiten zijn van mensen en staan apart.",
                f"Gevraagd: {asked}. Er staan nog {unknowns.count(draft)}.",
            )
        ),
    ]
    if ambition:
        blocks.insert(0, Paragraph(content=f"Ambitie van de gemeente: {ambition}"))
    meanings = draft.catalogue.header.provenances
    legend = Legend(
        items=tuple(
            Term(term=item.value, content=meanings[item.value])
            for item in Provenance
            if item.value in meanings
        )
    )
    return Section(
        id="basis", number=number, title="Waar dit plan op rust", page="nieuw", blocks=tuple(blocks),
        sections=(Section(id="leeswijzer", title="Wie zegt het?", blocks=(legend,)),
                  method.people_section(draft, number="")),
    )  # fmt: skip
