"""Candidates: which actions follow from which gaps, before anybody says when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from psoh_cli.analysis.finding import Analysis, Finding, FindingKind
from psoh_cli.dutch import listing, plural
from psoh_cli.plan.action import Step
from psoh_cli.plan.answering import Options, answered_by, is_unconfirmed
from psoh_cli.plan.plan import Override
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import Practice
from psoh_cli.vocabulary import Phase, Provenance, Verdict

PHASE_ORDER = {phase: number for number, phase in enumerate(Phase)}
NO_RANK = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One action that follows from gaps; `after` names practices, `score` and `rank` say how much it matters."""

    id: str
    title: str
    reason: str
    pillar: str
    practices: tuple[str, ...]
    gaps: tuple[str, ...]
    lead: str
    phase: Phase
    effort: int
    benefit: int | None = None
    after: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    indicators: tuple[str, ...] = ()
    cost_note: str | None = None
    provenance: Provenance = Provenance.DERIVED
    sources: tuple[str, ...] = ()
    score: float = 0.0
    rank: int = NO_RANK

    def order(self) -> tuple[int, float, int, str]:
        """Order candidates by phase, then by what matters most."""
        return (PHASE_ORDER[self.phase], -self.score, self.rank, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The candidates, the gaps that ask for a confirmation, and those that ask for a talk first."""

    candidates: tuple[Candidate, ...]
    to_confirm: tuple[Finding, ...]
    to_discuss: tuple[Finding, ...]


def collect(analysis: Analysis, *, catalogue: Catalogue) -> Collected:
    """Turn gaps into candidates: one per practice or need; several gaps may ask for the same one.

    A practice that belongs to a need is never a candidate by itself. What is *onbekend* about a practice
    asks for no action; only a gap elsewhere that the practice answers may.
    """
    options = Options.of(analysis, catalogue=catalogue)
    reasons: dict[str, list[Finding]] = {}
    others: list[Finding] = []
    for gap in analysis.gaps():
        if gap.kind in (FindingKind.PRACTICE, FindingKind.NEED):
            subject = options.subject_of(gap.about)
            if subject is not None and options.verdict[subject] in (Verdict.MISSING, Verdict.PARTLY):
                reasons.setdefault(subject, []).append(gap)
        else:
            others.append(gap)
    to_confirm, to_discuss = [], []
    for gap in others:
        unconfirmed = is_unconfirmed(gap, analysis=analysis)
        subjects = answered_by(
            gap, options=options, proposed=reasons, catalogue=catalogue, only_proposed=unconfirmed
        )
        for subject in subjects:
            reasons.setdefault(subject, []).append(gap)
        if unconfirmed:
            to_confirm.append(gap)
        elif not subjects:
            to_discuss.append(gap)
    candidates = (_candidate(subject, gaps=gaps, options=options) for subject, gaps in reasons.items())
    return Collected(
        candidates=tuple(sorted(candidates, key=Candidate.order)),
        to_confirm=tuple(to_confirm),
        to_discuss=tuple(to_discuss),
    )


def with_override(candidate: Candidate, override: Override | None) -> Candidate:
    """Put people's own grades and phase in the place of those of the knowledge; the score follows."""
    if override is None:
        return candidate
    effort = override.effort or candidate.effort
    benefit = override.benefit or candidate.benefit
    score = candidate.score * candidate.effort / effort
    if benefit and candidate.benefit:
        score = score * benefit / candidate.benefit
    return replace(
        candidate, effort=effort, benefit=benefit, score=score, phase=override.phase or candidate.phase
    )


def _candidate(subject: str, *, gaps: list[Finding], options: Options) -> Candidate:
    practices = options.practices_of(subject)
    need = options.need.get(subject)
    first = practices[0]
    scores = [gap.priority for gap in gaps if gap.priority]
    return Candidate(
        id=f"m-{subject.removeprefix('bp-')}",
        title=f"Kies en start {need.name[:1].lower()}{need.name[1:]}" if need else first.title,
        reason=_reason(gaps, verdict=options.verdict[subject]),
        pillar=first.pillar,
        practices=tuple(practice.id for practice in practices),
        gaps=tuple(gap.id for gap in gaps),
        lead=first.lead,
        phase=max((practice.phase.value for practice in practices), key=PHASE_ORDER.__getitem__),
        effort=max(practice.effort.value for practice in practices),
        benefit=min(practice.benefit.value for practice in practices),
        after=_distinct(after.id for practice in practices for after in practice.after),
        steps=tuple(_steps_of_choice(practices) if need else _steps_of(first)),
        indicators=_distinct(link.id for practice in practices for link in practice.indicators),
        cost_note=None if need else first.cost.note,
        provenance=need.provenance if need else first.provenance,
        sources=_distinct(source for practice in practices for source in practice.sources),
        score=max((priority.score for priority in scores), default=0.0),
        rank=min((priority.rank for priority in scores), default=NO_RANK),
    )


def _steps_of(practice: Practice) -> Iterator[Step]:
    for claim in practice.first_steps:
        yield Step(text=claim.text, provenance=claim.provenance)


def _steps_of_choice(practices: tuple[Practice, ...]) -> Iterator[Step]:
    names = listing([f"'{practice.title}'" for practice in practices])
    yield Step(
        text=f"Vergelijk {names} op taal, doelgroep, kosten en wie het hier kan geven.",
        provenance=Provenance.DERIVED,
    )
    yield Step(text="Kies er één en leg de keuze vast in het besluit.", provenance=Provenance.DERIVED)
    for practice in practices:
        for claim in practice.first_steps[:1]:
            yield Step(text=f"Bij '{practice.title}': {claim.text}", provenance=claim.provenance)


def _reason(gaps: list[Finding], *, verdict: Verdict) -> str:
    first = gaps[0]
    by_itself = first.kind in (FindingKind.PRACTICE, FindingKind.NEED)
    parts = ["" if by_itself else sentence(first.title), sentence(first.reason)]
    if verdict is Verdict.UNKNOWN:
        parts.append("Of dit er al is, weten we nog niet: vraag dat eerst na.")
    if len(gaps) > 1:
        parts.append(
            f"Deze maatregel sluit ook {plural(len(gaps) - 1, 'andere bevinding', 'andere bevindingen')}."
        )
    return " ".join(dict.fromkeys(part for part in parts if part))


def sentence(text: str) -> str:
    """End a text with a full stop when it has no ending yet."""
    bare = text.strip()
    return bare if not bare or bare[-1] in ".!?" else f"{bare}."


def _distinct(ids: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
