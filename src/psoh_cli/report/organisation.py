"""Who does what: the roles in the project, who takes the lead on which measure, and who sits in the klankbordgroep."""

from __future__ import annotations

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.dutch import listing
from psoh_cli.plan.plan import Entry
from psoh_cli.report import measures
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, line, lines
from psoh_cli.vocabulary import Verdict


def organisation(draft: Draft, *, number: str) -> Section:
    """Compose the chapter on organization and roles."""
    return Section(
        id="organisatie",
        number=number,
        title="Organisatie en rollen",
        blocks=(*_roles(draft), *_leads(draft), *_board(draft), *_calendar(draft)),
    )


def _roles(draft: Draft) -> tuple[Block, ...]:
    if not draft.gemeente.roles:
        return (Paragraph(content="Wie welke rol heeft in dit project, is nog niet ingevuld (onbekend)."),)
    return (
        Table(
            caption="Rollen in dit project",
            columns=(Column(title="Rol", width=5), Column(title="Functie", width=8)),
            rows=tuple(lines(role.role, role.function) for role in draft.gemeente.roles),
        ),
    )


def _leads(draft: Draft) -> tuple[Block, ...]:
    entries = draft.material.plan.current
    if not entries:
        return ()
    return (
        Table(
            caption="Wie neemt het voortouw",
            columns=(
                Column(title="Wie", width=8),
                Column(title="Besloten", width=4),
                Column(title="Voorgesteld", width=7),
            ),
            rows=tuple(_lead(who, entries=found, draft=draft) for who, found in by_lead(draft).items()),
            note="Een voorstel geldt pas als de partner ja zegt.",
        ),
    )


def by_lead(draft: Draft) -> dict[str, tuple[Entry, ...]]:
    """Give the measures that stand by who takes the lead, in the order of the plan."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in draft.material.plan.current:
        name = measures.who(entry, draft=draft)
        found[name] = (*found.get(name, ()), entry)
    return found


def _lead(who: str, *, entries: tuple[Entry, ...], draft: Draft) -> tuple[Line, ...]:
    decided = [draft.measures[entry.id] for entry in entries if entry.decision and entry.decision.owner]
    proposed = [
        draft.measures[entry.id] for entry in entries if not (entry.decision and entry.decision.owner)
    ]
    return (line(who), line(listing(decided) or "geen"), line(listing(proposed) or "geen"))


def _board(draft: Draft) -> tuple[Block, ...]:
    """Say which kinds of partner sit in the klankbordgroep, as far as informants told."""
    found = draft.analysis.of_kind(FindingKind.PARTNER)
    sitting = [
        draft.catalogue.partner_type[finding.about].name
        for finding in found
        if finding.about in draft.catalogue.partner_type
        and len(finding.rules) > 1
        and finding.rules[1].verdict is Verdict.MET
    ]
    told = f"Hierin zitten: {listing(sitting)}." if sitting else "Wie hierin zitten, is nog onbekend."
    return (Paragraph(content=f"Klankbordgroep van ketenpartners. {told}"),)


def _calendar(draft: Draft) -> tuple[Block, ...]:
    """Say that nobody told when is decided; the moments themselves stand in the planning."""
    if draft.gemeente.calendar:
        return ()
    return (Paragraph(content="Wanneer college en raad beslissen, is nog niet ingevuld (onbekend)."),)
