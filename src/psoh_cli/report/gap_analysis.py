"""The gap analysis: what there is, what is missing, what we do not know, and what each rests on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from psoh_cli.report import (
    annexes,
    bottlenecks,
    cover,
    decision_points,
    differences,
    findings,
    five_questions,
    for_partners,
    for_public,
    method,
    partners,
    priorities,
    reach,
    summary,
    trend_figure,
    unknowns,
    wording,
)  # fmt: skip
from psoh_cli.report.document import Document, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

KIND = "gap-analyse"

Part = Callable[..., Section]


def gap_analysis(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the document for its readers."""
    draft = Draft(material, version=version, most_sources=_MOST_SOURCES[version])
    return cover.bind(
        draft,
        kind=KIND,
        title="Gap-analyse",
        subtitle="Wat er is, wat ontbreekt en wat nog niet bekend is "
        "in de psychosociale ondersteuning van statushouders.",
        status="Concept, niet vastgesteld",
        sections=_COMPOSED[version](draft),
    )


def _for_council(draft: Draft) -> tuple[Section, ...]:
    """Give everything; for a young dossier whom to ask comes before the findings."""
    first: list[Part] = [method.method, method.people_section, five_questions.five_questions]
    body: list[Part] = [
        reach.reach_section,
        findings.findings_section,
        bottlenecks.bottlenecks,
        differences.differences,
        partners.partners,
        partners.freshness,
        priorities.priorities,
    ]
    if draft.material.previous is not None:
        body.insert(0, partial(trend_figure.trend_section, before=draft.material.previous))
    order = (
        [*first, unknowns.unknowns, *body]
        if wording.is_young(draft.analysis)
        else [*first, *body, unknowns.unknowns]
    )
    return (
        summary.summary(draft, asks=decision_points.for_analysis()),
        *(part(draft, number=str(place)) for place, part in enumerate(order, start=1)),
        annexes.chain(draft, number="A"),
        annexes.kaart(draft, number="B"),
    )


_MOST_SOURCES = {Version.COUNCIL: None, Version.PARTNERS: 1, Version.PUBLIC: 1}
_COMPOSED = {
    Version.COUNCIL: _for_council,
    Version.PARTNERS: for_partners.analysis,
    Version.PUBLIC: for_public.analysis,
}
