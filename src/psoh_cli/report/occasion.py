"""Why this plan, and what the gemeente holds to: only people can say that, so nothing is made up."""

from __future__ import annotations

from psoh_cli.report import basis
from psoh_cli.report.document import Block, Bullets, Column, Legend, Paragraph, Section, Table, Term
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import line, lines
from psoh_cli.vocabulary import Provenance

_NO_OCCASION = "Waarom de gemeente dit plan nu maakt, is nog niet ingevuld (onbekend)."
_NO_AMBITION = "De gemeente heeft nog geen ambitie ingevuld (onbekend)."
_NO_PRINCIPLES = "De gemeente heeft nog geen uitgangspunten ingevuld (onbekend)."


def occasion(draft: Draft, *, number: str) -> Section:
    """Compose why this plan is made, in the words of the gemeente, and what it rests on."""
    blocks = (
        Paragraph(content=draft.gemeente.occasion or _NO_OCCASION, style="lead"),
        Paragraph(content=basis.rests_on_whom(draft)),
    )
    return Section(id="aanleiding", number=number, title="Aanleiding", page="nieuw", blocks=blocks)


def vision(draft: Draft, *, number: str) -> Section:
    """Compose what the gemeente wants and holds to, and apart from it the rules by which this plan is made."""
    return Section(
        id="visie",
        number=number,
        title="Visie en uitgangspunten",
        blocks=(
            *own_vision(draft),
            Paragraph(content="Zo is dit plan gemaakt (afgeleid):"),
            Bullets(items=lines(*_RULES)),
        ),
        sections=(legend_section(draft),),
    )


def legend_section(draft: Draft) -> Section:
    """Say what the badges behind claims mean."""
    return Section(id="leeswijzer", title="Wie zegt het?", blocks=(_legend(draft),))


def own_vision(draft: Draft) -> tuple[Block, ...]:
    """Give the ambition and the principles, or one calm line where they are missing."""
    gemeente = draft.gemeente
    blocks: list[Block] = [Paragraph(content=gemeente.ambition or _NO_AMBITION, style="lead")]
    if gemeente.principles:
        blocks.append(Paragraph(content="De gemeente houdt vast aan deze uitgangspunten:"))
        blocks.append(Bullets(items=lines(*gemeente.principles)))
    else:
        blocks.append(Paragraph(content=_NO_PRINCIPLES))
    return tuple(blocks)


_RULES = (
    "Elke maatregel volgt uit een bevinding in de gap-analyse, of is een eigen besluit van de gemeente.",
    "Waar iets onbekend is, stelt dit plan alleen voor om het na te vragen.",
    "Voorstellen komen uit de kennis en de regels van psoh; besluiten zijn van mensen en staan apart.",
    "Onbekende kosten zijn geen nul en tellen in geen enkel totaal mee.",
    "Bij een werkwijze staan hoogstens drie bronnen; alle bronnen staan in de gap-analyse voor de raad.",
)


def _legend(draft: Draft) -> Legend:
    meanings = draft.catalogue.header.provenances
    return Legend(
        items=tuple(
            Term(term=item.value, content=meanings[item.value])
            for item in Provenance
            if item.value in meanings
        )
    )


def frameworks(draft: Draft, *, number: str) -> Section:
    """Compose the laws and agreements that touch the pillars of this plan."""
    touched = {entry.proposal.pillar for entry in draft.material.plan.current if entry.proposal}
    found = [
        item for item in draft.catalogue.legal_frameworks if not touched or touched.intersection(item.pillars)
    ]
    table = Table(
        caption="Wetten en afspraken die dit plan raken",
        columns=(
            Column(title="Wet of afspraak", width=6),
            Column(title="Sinds", width=3),
            Column(title="Wat het plan eraan heeft", width=10),
        ),
        rows=tuple(
            (
                line(item.name),
                line(item.in_force.in_words() if item.in_force else "onbekend"),
                line(
                    draft.claim(
                        " ".join(part for part in (item.hook, item.caution) if part),
                        provenance=item.provenance,
                        sources=item.sources,
                    )
                ),
            )
            for item in found
        ),
    )
    return Section(
        id="kaders", number=number, title="Bijlage: wetten en afspraken", blocks=(table,) if found else ()
    )
