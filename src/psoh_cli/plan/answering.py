"""What an action can be about: a practice or a need; and which of them answers a gap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psoh_cli.analysis.finding import Analysis, EvidenceKind, Finding, FindingKind, RuleResult
from psoh_cli.kaart.coverage import Reach
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import CoverageCriterion, FreshCriterion, Need, Practice
from psoh_cli.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Options:
    """What an action can be about, practices and needs by id, with the verdict on each.

    A practice that serves a need with others is never a subject by itself: the need is.
    """

    practice: Mapping[str, Practice]
    need: Mapping[str, Need]
    need_of: Mapping[str, Need]
    verdict: Mapping[str, Verdict]

    @classmethod
    def of(cls, analysis: Analysis, *, catalogue: Catalogue) -> Options:
        """Gather the verdicts; on what no finding speaks of it is *onbekend*."""
        said = {
            finding.about: finding.verdict
            for finding in analysis.of_kind(FindingKind.PRACTICE, FindingKind.NEED)
        }
        verdict = {practice.id: said.get(practice.id, Verdict.UNKNOWN) for practice in catalogue.practices}
        for need in catalogue.needs:
            verdict[need.id] = said.get(need.id) or _best(verdict.get(name) for name in need.practices)
        needs = {
            need.id: need
            for need in catalogue.needs
            if any(name in catalogue.practice for name in need.practices)
        }
        return cls(catalogue.practice, needs, catalogue.need_of, verdict)

    def subject_of(self, about: str) -> str | None:
        """Give the practice or need behind an id; None when the knowledge does not know it."""
        if about in self.need:
            return about
        if about not in self.practice:
            return None
        return self.need_of[about].id if about in self.need_of else about

    def practices_of(self, subject: str) -> tuple[Practice, ...]:
        """Give the practice itself, or the alternatives that serve the need."""
        names = self.need[subject].practices if subject in self.need else (subject,)
        return tuple(self.practice[name] for name in names if name in self.practice)


def _best(verdicts: Iterator[Verdict | None]) -> Verdict:
    """One alternative that is in place is enough; one that is unknown might be in place."""
    found = set(verdicts)
    order = (Verdict.MET, Verdict.PARTLY, Verdict.UNKNOWN, Verdict.MISSING, Verdict.NOT_APPLICABLE)
    return next((verdict for verdict in order if verdict in found), Verdict.UNKNOWN)


def answered_by(
    gap: Finding,
    *,
    options: Options,
    proposed: Mapping[str, object],
    catalogue: Catalogue,
    only_proposed: bool = False,
) -> tuple[str, ...]:
    """Give what answers a gap: all that is proposed already, else the first that is not in place yet.

    A difference of opinion or a contradiction asks for a talk and not for a practice of its own.
    """
    if only_proposed and gap.kind is FindingKind.COVERAGE:
        return ()
    subjects = tuple(
        dict.fromkeys(
            subject
            for name in gap.practices or _practices_behind(gap, catalogue=catalogue)
            if (subject := options.subject_of(name)) is not None
        )
    )
    already = tuple(subject for subject in subjects if subject in proposed)
    if already or only_proposed or gap.kind in (FindingKind.DIFFERENCE, FindingKind.CONTRADICTION):
        return already
    for verdicts in ((Verdict.MISSING, Verdict.PARTLY), (Verdict.UNKNOWN,)):
        for subject in subjects:
            if options.verdict[subject] in verdicts:
                return (subject,)
    return ()


def is_unconfirmed(gap: Finding, *, analysis: Analysis) -> bool:
    """Tell whether a gap is only that nobody confirmed what stands on the kaart; then confirming comes first."""
    if gap.kind is FindingKind.PARTNER:
        short = [rule for rule in gap.rules if rule.verdict in (Verdict.PARTLY, Verdict.MISSING)]
        return all(_only_lapsed(rule) for rule in short)
    if gap.kind is not FindingKind.COVERAGE:
        return gap.kind is FindingKind.FRESHNESS
    return any(
        cell.reach is Reach.NOT_CONFIRMED
        for cell in analysis.coverage.cells
        if f"{cell.step}-{cell.language}" == gap.about
    )


def _only_lapsed(rule: RuleResult) -> bool:
    """Tell whether a rule falls short for want of a confirmation on the kaart, and nobody said so."""
    short = [piece for piece in rule.evidence if piece.verdict in (Verdict.PARTLY, Verdict.MISSING)]
    return bool(short) and all(
        piece.kind is EvidenceKind.ORGANIZATION and piece.verdict is Verdict.PARTLY for piece in short
    )


def _practices_behind(gap: Finding, *, catalogue: Catalogue) -> tuple[str, ...]:
    """Find the practices for a gap that names none: through its bottlenecks, else through their criteria."""
    named = [
        link.id
        for bottleneck in gap.bottlenecks
        if bottleneck in catalogue.bottleneck
        for link in catalogue.bottleneck[bottleneck].practices
    ]
    return tuple(named) or tuple(item.id for item in catalogue.practices if _looks_at(item, kind=gap.kind))


def _looks_at(practice: Practice, *, kind: FindingKind) -> bool:
    for criterion in practice.criteria:
        if kind is FindingKind.FRESHNESS and isinstance(criterion, FreshCriterion) and criterion.field:
            return True
        if isinstance(criterion, CoverageCriterion):
            if kind is FindingKind.PARTNER and criterion.over == "ketenpartners":
                return True
            if kind is FindingKind.COVERAGE and criterion.over == "talen":
                return True
    return False
