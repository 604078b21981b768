"""The implementation plan: what to do, who, when, at what cost, and what the council is asked."""

from __future__ import annotations

from psoh_cli.dutch import plural
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import (
    challenge,
    cover,
    decision_points,
    following,
    for_partners,
    for_public,
    found_in_brief,
    measures,
    money,
    national,
    occasion,
    organisation,
    planning,
    summary,
)
from psoh_cli.report.document import Document, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

KIND = "implementatieplan"


def implementation_plan(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the document for its readers."""
    draft = Draft(material, version=version, most_sources=_MOST_SOURCES[version])
    return cover.bind(
        draft,
        kind=KIND,
        title="Implementatieplan",
        subtitle=_SUBTITLES[version],
        status=_status(draft),
        sections=_COMPOSED[version](draft),
    )


def _for_council(draft: Draft) -> tuple[Section, ...]:
    """Follow the chapters that municipal plans share; what is long stands in the annexes."""
    return (
        summary.summary(draft, asks=decision_points.in_brief(draft)),
        occasion.occasion(draft, number="1"),
        challenge.challenge(draft, number="2"),
        occasion.vision(draft, number="3"),
        found_in_brief.found_in_brief(draft, number="4"),
        measures.overview(draft, number="5"),
        planning.planning(draft, number="6"),
        organisation.organisation(draft, number="7"),
        money.money(draft, number="8"),
        following.indicators(draft, number="9"),
        following.risks(draft, number="10"),
        decision_points.decision_points(draft, number="11"),
        measures.worked_out(draft, number="A"),
        following.decisions(draft, number="B"),
        occasion.frameworks(draft, number="C"),
        national.background(draft, number="D"),
    )


_MOST_SOURCES = {Version.COUNCIL: 3, Version.PARTNERS: 1, Version.PUBLIC: 1}
"""Sources that a claim in a plan names; the gap analysis for the council names them all."""
_SUBTITLES = {
    Version.COUNCIL: "Wat wij gaan doen, wie dat doet, wanneer, wat het kost en hoe wij zien of het helpt.",
    Version.PARTNERS: "Wat wij samen gaan doen, wie wat doet en wat wij van u vragen.",
    Version.PUBLIC: "Wat de gemeente en haar partners gaan doen voor statushouders.",
}
_COMPOSED = {
    Version.COUNCIL: _for_council,
    Version.PARTNERS: for_partners.plan,
    Version.PUBLIC: for_public.plan,
}


def _status(draft: Draft) -> str:
    adopted = cover.adopted(draft)
    if adopted:
        return adopted
    entries = draft.material.plan.current
    decided = sum(standing_of(entry) is not Standing.PROPOSED for entry in entries)
    if not entries:
        return "Concept, nog zonder maatregelen"
    if not decided:
        return "Concept, nog zonder besluiten"
    if decided == len(entries):
        return "Over elke maatregel is besloten"
    return f"Concept: over {decided} van de {plural(len(entries), 'maatregel', 'maatregelen')} is besloten"
