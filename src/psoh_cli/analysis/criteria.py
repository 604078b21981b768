"""Judge criteria: each kind by itself, then all rules of a practice together."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.answer_rules import judge_answer
from psoh_cli.analysis.counting_rules import judge_coverage
from psoh_cli.analysis.date_rules import judge_fresh
from psoh_cli.analysis.finding import RuleResult
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.service_rules import judge_service
from psoh_cli.practices.practice import (
    AnswerCriterion,
    CoverageCriterion,
    Criterion,
    Practice,
    ServiceCriterion,
)
from psoh_cli.vocabulary import Verdict

BEST_FIRST = (Verdict.MET, Verdict.PARTLY, Verdict.MISSING)
"""The verdicts that say something about the matter, best first."""


def judge(criterion: Criterion, *, picture: Picture) -> RuleResult:
    """Judge one criterion; the set of kinds is closed."""
    if isinstance(criterion, AnswerCriterion):
        return judge_answer(criterion, picture=picture)
    if isinstance(criterion, ServiceCriterion):
        return judge_service(criterion, picture=picture)
    if isinstance(criterion, CoverageCriterion):
        return judge_coverage(criterion, picture=picture)
    return judge_fresh(criterion, picture=picture)


def judge_practice(practice: Practice, *, picture: Picture) -> tuple[Verdict, tuple[RuleResult, ...]]:
    """Judge all criteria of a practice and put them together."""
    rules = tuple(
        judge(criterion, picture=picture).model_copy(update={"practice": practice.id})
        for criterion in practice.criteria
    )
    return combined(rules, any_of=practice.combination == "een-van"), rules


def combined(rules: Iterable[RuleResult], *, any_of: bool) -> Verdict:
    """Put rules together: all known ones must hold, or the best known one counts; unknown is never a no.

    Where informants differ on a rule, the whole is at most *deels*, whatever the other rules say. The first rule asks
    after the matter itself: as long as nobody answered it, a no to the rest does not prove that the matter is missing.
    """
    found = tuple(rules)
    known = {rule.verdict for rule in found} & set(BEST_FIRST)
    if not known:
        return neither({rule.verdict for rule in found})
    if any_of:
        verdict = next(verdict for verdict in BEST_FIRST if verdict in known)
    else:
        verdict = known.pop() if len(known) == 1 else Verdict.PARTLY
        if verdict is Verdict.MISSING and found[0].question and found[0].verdict is Verdict.UNKNOWN:
            return Verdict.PARTLY
    if verdict is Verdict.MET and any(rule.disputed for rule in found):
        return Verdict.PARTLY
    return verdict


def neither(verdicts: set[Verdict]) -> Verdict:
    """Judge where nothing is known: not applicable only if that is all that was said."""
    return Verdict.NOT_APPLICABLE if verdicts == {Verdict.NOT_APPLICABLE} else Verdict.UNKNOWN


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """Give the best of several alternatives: one that is in place is enough, one that is unknown may be in place."""
    found = set(verdicts)
    order = (Verdict.MET, Verdict.PARTLY, Verdict.MISSING)
    known = next((verdict for verdict in order if verdict in found), None)
    if known is Verdict.MISSING and Verdict.UNKNOWN in found:
        return Verdict.UNKNOWN
    return known or neither(found)
