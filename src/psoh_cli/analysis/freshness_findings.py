"""Findings on freshness: per organization, the entries whose confirmation has passed its term."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.evidence import confirmed
from psoh_cli.analysis.finding import Evidence, EvidenceKind, Finding, FindingKind
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.practices.practice import FreshCriterion
from psoh_cli.vocabulary import Provenance, Verdict


def freshness_findings(*, picture: Picture) -> Iterator[Finding]:
    """Give one finding per organization that has entries which are not confirmed any more."""
    practices = tuple(
        practice.id
        for practice in picture.catalogue.practices
        if any(isinstance(rule, FreshCriterion) and rule.field for rule in practice.criteria)
    )
    stale = stale_entries(picture=picture)
    for organization in sorted(picture.kaart.organizations, key=lambda item: item.id):
        entries = stale.get(organization.id, ())
        if entries:
            yield _finding(organization, entries=entries, practices=practices, picture=picture)


def stale_entries(*, picture: Picture) -> dict[str, tuple[Organization | Service, ...]]:
    """Give, by organization, its own entry and its active services as far as their confirmation has lapsed."""
    found: dict[str, list[Organization | Service]] = {}
    for organization in picture.kaart.organizations:
        if not is_fresh(organization, as_of=picture.as_of):
            found.setdefault(organization.id, []).append(organization)
    for service in sorted(picture.kaart.active, key=lambda item: item.id):
        if not is_fresh(service, as_of=picture.as_of):
            found.setdefault(service.organization, []).append(service)
    return {name: tuple(entries) for name, entries in found.items()}


def _finding(
    organization: Organization,
    *,
    entries: tuple[Organization | Service, ...],
    practices: tuple[str, ...],
    picture: Picture,
) -> Finding:
    group = picture.catalogue.group_of_partner(organization.partner_type)
    evidence = tuple(
        Evidence(
            kind=EvidenceKind.SERVICE if isinstance(entry, Service) else EvidenceKind.ORGANIZATION,
            text=f"{entry.name}: {confirmed(entry, picture=picture)}.",
            day=str(entry.assured_date) if entry.assured_date else None,
            entry=entry.id,
            verdict=Verdict.PARTLY,
        )
        for entry in entries
    )
    count = plural(len(entries), "vermelding", "vermeldingen")
    names = [entry.name for entry in entries]
    shown = listing(names) if len(names) <= 4 else f"{', '.join(names[:4])} en nog {len(names) - 4}"
    return Finding(
        id=f"gap-{FindingKind.FRESHNESS.value}-{organization.id}",
        kind=FindingKind.FRESHNESS,
        about=organization.id,
        title=f"{organization.name}: {count} op de kaart niet of niet meer bevestigd",
        verdict=Verdict.PARTLY,
        reason=f"Of dit nog klopt, is niet zeker: {shown}. Vraag de organisatie om het te bevestigen.",
        evidence=evidence,
        pillar=picture.catalogue.practice[practices[0]].pillar if practices else None,
        practices=practices,
        provenance=Provenance.DERIVED,
        ask=(group.id,) if group else (),
    )
