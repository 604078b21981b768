"""(Analysis, decisions) → Plan: what could be done about each gap, and when. A decision always survives."""

from __future__ import annotations

from collections.abc import Mapping

from psoh_cli.analysis.finding import Analysis, Finding, FindingKind
from psoh_cli.dutch import PartialDate
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.plan.action import PlannedCost, Proposal
from psoh_cli.plan.candidates import NO_RANK, PHASE_ORDER, Candidate, collect, with_override
from psoh_cli.plan.exploring import explore
from psoh_cli.plan.funding import money_for
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.quarters import next_quarter
from psoh_cli.plan.schedule import Slot, schedule
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import DecisionKind, Verdict

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
    collected = collect(analysis, catalogue=catalogue)
    found = (
        *explore(analysis, kaart=kaart, catalogue=catalogue, collected=collected),
        *collected.candidates,
    )
    candidates = tuple(
        with_override(candidate, standing[candidate.id].override if candidate.id in standing else None)
        for candidate in found
    )
    slots = schedule(
        tuple(candidate for candidate in candidates if not _is_rejected(standing.get(candidate.id))),
        first=_first_quarter(analysis, gemeente=gemeente),
        fixed=_fixed(standing),
    )
    alone = schedule(
        tuple(candidate for candidate in candidates if candidate.id not in slots),
        first=_first_quarter(analysis, gemeente=gemeente),
        fixed={},
    )
    proposals = {
        candidate.id: _proposal(
            candidate, slot={**alone, **slots}[candidate.id], analysis=analysis, catalogue=catalogue
        )
        for candidate in candidates
    }
    merged = (
        *(_renew(entry, proposals=proposals, analysis=analysis, catalogue=catalogue) for entry in entries),
        *(Entry(id=name, proposal=proposal) for name, proposal in proposals.items() if name not in standing),
    )
    rank = {candidate.id: candidate.rank for candidate in candidates}
    return Plan(entries=tuple(sorted(merged, key=lambda entry: _order(entry, rank=rank))))


def _first_quarter(analysis: Analysis, *, gemeente: Gemeente) -> str:
    """Give the first quarter of the horizon, or the one after the peildatum when that is later."""
    coming = next_quarter(analysis.as_of)
    return max(coming, f"{gemeente.horizon.first:04}-K1") if gemeente.horizon else coming


def _is_rejected(entry: Entry | None) -> bool:
    return entry is not None and entry.decision is not None and entry.decision.kind is DecisionKind.REJECTED


def _fixed(standing: Mapping[str, Entry]) -> dict[str, tuple[str, str]]:
    """Give the quarters that stand: as people wrote them, or as the proposal said when it was taken over."""
    fixed = {}
    for name, entry in standing.items():
        decision = entry.decision
        if decision is None or entry.start is None or entry.end is None:
            continue
        if decision.is_taken_over or (decision.start and decision.end):
            fixed[name] = (entry.start, entry.end)
    return fixed


def _proposal(candidate: Candidate, *, slot: Slot, analysis: Analysis, catalogue: Catalogue) -> Proposal:
    money = money_for(candidate.practices, pillar=candidate.pillar, end=slot.end, catalogue=catalogue)
    day = analysis.as_of
    return Proposal(
        title=candidate.title,
        reason=candidate.reason,
        pillar=candidate.pillar,
        practices=candidate.practices,
        gaps=candidate.gaps,
        lead=candidate.lead,
        phase=candidate.phase,
        start=slot.start,
        end=slot.end,
        depends_on=slot.depends_on,
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
