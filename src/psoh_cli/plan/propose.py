"""(Analysis, decisions) → Plan: what could be done about each gap, and when. A decision always survives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from psoh_cli.analysis.finding import Analysis, Finding, FindingKind
from psoh_cli.dutch import PartialDate
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.plan.action import PlannedCost, Proposal
from psoh_cli.plan.candidates import NO_RANK, PHASE_ORDER, Candidate, collect, with_override
from psoh_cli.plan.exploring import explore
from psoh_cli.plan.fitting import World, fit
from psoh_cli.plan.funding import money_for
from psoh_cli.plan.limits import Limits
from psoh_cli.plan.measure import measures_of
from psoh_cli.plan.placing import Placing
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.quarters import quarter_at
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import Verdict

_LAPSED = {
    Verdict.MET: "Dit is volgens de analyse nu geregeld.",
    Verdict.PARTLY: "Een andere maatregel sluit wat hier nog ontbreekt.",
    Verdict.MISSING: "Een andere maatregel sluit wat hier nog ontbreekt.",
    Verdict.NOT_APPLICABLE: "Dit is volgens de analyse niet van toepassing.",
    Verdict.UNKNOWN: "De analyse heeft geen bewijs meer dat hier iets ontbreekt; het is nu onbekend.",
}


def propose(
    analysis: Analysis, *, gemeente: Gemeente, kaart: Kaart, catalogue: Catalogue, entries: tuple[Entry, ...]
) -> Plan:
    """Propose actions for all gaps and put them beside what stands in the plan already.

    Entries, decisions and people's own grades are kept as they are; a proposal that no longer applies is
    marked and kept. Proposing again on the result changes nothing.
    """
    standing = {entry.id: entry for entry in entries}
    candidates = candidates_of(analysis, kaart=kaart, catalogue=catalogue, entries=entries)
    measures = measures_of(candidates, entries=entries, catalogue=catalogue)
    world = World.of(gemeente, as_of=analysis.as_of, catalogue=catalogue)
    placing = Placing(fit(measures, limits=Limits.stated_by(gemeente), world=world), world)
    proposals = {
        candidate.id: _proposal(candidate, placing=placing, analysis=analysis, catalogue=catalogue)
        for candidate in candidates
    }
    merged = (
        *(_renew(entry, proposals=proposals, analysis=analysis, catalogue=catalogue) for entry in entries),
        *(Entry(id=name, proposal=proposal) for name, proposal in proposals.items() if name not in standing),
    )
    rank = {candidate.id: candidate.rank for candidate in candidates}
    return Plan(entries=tuple(sorted(merged, key=lambda entry: _order(entry, rank=rank))))


def candidates_of(
    analysis: Analysis, *, kaart: Kaart, catalogue: Catalogue, entries: Iterable[Entry]
) -> tuple[Candidate, ...]:
    """Give all that could be done, asking around included, with people's own grades in them."""
    standing = {entry.id: entry for entry in entries}
    collected = collect(analysis, catalogue=catalogue)
    found = (
        *explore(analysis, kaart=kaart, catalogue=catalogue, collected=collected),
        *collected.candidates,
    )
    return tuple(
        with_override(candidate, standing[candidate.id].override if candidate.id in standing else None)
        for candidate in found
    )


def _proposal(
    candidate: Candidate, *, placing: Placing, analysis: Analysis, catalogue: Catalogue
) -> Proposal:
    place = placing.place_of(candidate.id)
    money = money_for(
        candidate.practices,
        pillar=candidate.pillar,
        end=place.end or quarter_at(placing.world.first),
        catalogue=catalogue,
    )
    day = analysis.as_of
    return Proposal(
        title=candidate.title,
        reason=candidate.reason,
        pillar=candidate.pillar,
        practices=candidate.practices,
        gaps=candidate.gaps,
        lead=candidate.lead,
        phase=candidate.phase,
        start=place.start,
        end=place.end,
        why_now=place.why_now,
        ready_for=place.ready_for,
        not_fitting=place.not_fitting,
        depends_on=place.waits_for,
        effort=candidate.effort,
        benefit=candidate.benefit,
        first_steps=candidate.steps,
        cost=PlannedCost(note=candidate.cost_note),
        possible_funding=money.possible,
        expired_funding=money.expired,
        indicators=candidate.indicators,
        provenance=candidate.provenance,
        sources=candidate.sources,
        as_of=PartialDate(day.year, day.month, day.day),
        knowledge_version=catalogue.version,
    )


def _renew(
    entry: Entry, *, proposals: Mapping[str, Proposal], analysis: Analysis, catalogue: Catalogue
) -> Entry:
    """Put the new proposal in the place of the old one; one that only differs in its day stays as it is."""
    old, new = entry.proposal, proposals.get(entry.id)
    if new is None:
        if old is None:
            return entry
        why = _why_lapsed(old, analysis=analysis, catalogue=catalogue)
        return entry.model_copy(update={"proposal": old.model_copy(update={"lapsed": why})})
    if old is not None and old == new.model_copy(update={"as_of": old.as_of}):
        return entry
    return entry.model_copy(update={"proposal": new})


def _why_lapsed(proposal: Proposal, *, analysis: Analysis, catalogue: Catalogue) -> str:
    if not proposal.practices:
        return "Wat hier nog onbekend was, is nu bekend."
    if not any(practice in catalogue.practice for practice in proposal.practices):
        return "Deze praktijk staat niet meer in de kennis."
    verdicts = _verdicts(analysis.findings)
    need = catalogue.need_of.get(proposal.practices[0])
    about = need.id if need is not None else proposal.practices[0]
    return _LAPSED[verdicts.get(about, Verdict.UNKNOWN)]


def _verdicts(findings: tuple[Finding, ...]) -> dict[str, Verdict]:
    kinds = (FindingKind.PRACTICE, FindingKind.NEED)
    return {finding.about: finding.verdict for finding in findings if finding.kind in kinds}


def _order(entry: Entry, *, rank: Mapping[str, int]) -> tuple[int, str, int, str]:
    """Order by phase, start, priority and id; what people added without a phase comes last."""
    number = PHASE_ORDER[entry.phase] if entry.phase else len(PHASE_ORDER)
    return (number, entry.start or "9999-K4", rank.get(entry.id, NO_RANK), entry.id)
