"""Findings on partners: which expected partner types are missing from the kaart or the klankbordgroep."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.answer_rules import OUR_OWN, judge_answer
from psoh_cli.analysis.criteria import combined
from psoh_cli.analysis.evidence import declaration_evidence, organization_evidence, searched_evidence
from psoh_cli.analysis.finding import Finding, FindingKind, RuleResult
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.practice_findings import evidence_of, whom_to_ask
from psoh_cli.dutch import listing
from psoh_cli.kaart.entries import Organization
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.kaart.reasons import too_old
from psoh_cli.practices.practice import AnswerCriterion, CoverageCriterion
from psoh_cli.practices.reference import PartnerType
from psoh_cli.vocabulary import Verdict

LAPSED = "Wat niet of niet meer bevestigd is, telt hoogstens als deels."


def partner_findings(*, picture: Picture) -> Iterator[Finding]:
    """Judge each partner type that is expected in the klankbordgroep."""
    question, practices = _members_question(picture=picture)
    by_type: dict[str, list[Organization]] = {}
    for organization in sorted(picture.kaart.organizations, key=lambda item: item.id):
        by_type.setdefault(organization.partner_type, []).append(organization)
    for partner in picture.catalogue.partner_types:
        if partner.expected_in_board:
            own = tuple(by_type.get(partner.id, ()))
            rules = [_on_kaart(partner, own=own, picture=picture)]
            if question is not None:
                rules.append(_in_board(partner, question=question, own=own, picture=picture))
            yield _finding(partner, rules=tuple(rules), practices=practices, picture=picture)


def _members_question(*, picture: Picture) -> tuple[str | None, tuple[str, ...]]:
    """Find the question that asks for the members, and the practices that are judged by it."""
    found = [
        (criterion.question, practice.id)
        for practice in picture.catalogue.practices
        for criterion in practice.criteria
        if isinstance(criterion, CoverageCriterion)
        and criterion.over == "ketenpartners"
        and criterion.question
    ]
    return (found[0][0] if found else None), tuple(dict.fromkeys(practice for _, practice in found))


def _finding(
    partner: PartnerType, *, rules: tuple[RuleResult, ...], practices: tuple[str, ...], picture: Picture
) -> Finding:
    verdict = combined(rules, any_of=False)
    return Finding(
        id=f"gap-{FindingKind.PARTNER.value}-{partner.id}",
        kind=FindingKind.PARTNER,
        about=partner.id,
        title=_title(partner, rules=rules),
        verdict=verdict,
        reason=" ".join(rule.reason for rule in rules),
        rules=rules,
        evidence=evidence_of(rules),
        practices=practices,
        provenance=partner.grouping_provenance,
        sources=partner.sources,
        ask=whom_to_ask(rules, picture=picture),
    )


def _title(partner: PartnerType, *, rules: tuple[RuleResult, ...]) -> str:
    kaart = {
        Verdict.MET: "Op de kaart",
        Verdict.PARTLY: "Op de kaart, maar niet of niet meer bevestigd",
        Verdict.MISSING: "Niet op de kaart",
        Verdict.UNKNOWN: "Nog niet op de kaart gevonden",
    }
    board = {
        Verdict.MET: "in de klankbordgroep",
        Verdict.PARTLY: "volgens sommigen in de klankbordgroep"
        if any(rule.disputed for rule in rules)
        else "deelname aan de klankbordgroep niet zeker",
        Verdict.MISSING: "niet in de klankbordgroep",
        Verdict.UNKNOWN: "deelname aan de klankbordgroep niet bekend",
    }
    parts = [kaart[rules[0].verdict], *(board[rule.verdict] for rule in rules[1:] if rule.verdict in board)]
    return f"{', '.join(parts)}: {partner.name}"


def _on_kaart(partner: PartnerType, *, own: tuple[Organization, ...], picture: Picture) -> RuleResult:
    rule = f"Op de kaart staat minstens 1 organisatie van het soort ‘{partner.name}’. {OUR_OWN}"
    if own:
        return _listed(own, rule=rule, picture=picture)
    declared = picture.kaart.declared_complete("ketenpartner", partner.id, as_of=picture.as_of)
    searched = searched_evidence(
        f"Gezocht op de kaart: organisaties van het soort ‘{partner.name}’. Niets gevonden."
    )
    if declared is None:
        lapsed = picture.kaart.declared_too_long_ago("ketenpartner", partner.id, as_of=picture.as_of)
        why = too_old(lapsed) if lapsed else "de kaart is daarvoor niet volledig verklaard"
        reason = f"Op de kaart staat geen organisatie van dit soort, maar {why}."
        return RuleResult(
            rule=rule, kind="op-de-kaart", verdict=Verdict.UNKNOWN, reason=reason, evidence=(searched,)
        )
    return RuleResult(
        rule=rule,
        kind="op-de-kaart",
        verdict=Verdict.MISSING,
        reason="Op de kaart staat geen organisatie van dit soort, en de kaart is daarvoor volledig verklaard.",
        evidence=(searched, declaration_evidence(declared)),
    )


def _listed(own: tuple[Organization, ...], *, rule: str, picture: Picture) -> RuleResult:
    """Judge organizations that stand on the kaart: one that is confirmed is enough, else it is *deels*."""
    evidence = tuple(
        organization_evidence(
            item, picture=picture, verdict=_at_most(Verdict.MET, item=item, picture=picture)
        )
        for item in own
    )
    names = listing([item.name for item in own])
    stands, is_ = ("staat", "is") if len(own) == 1 else ("staan", "zijn")
    fresh = any(is_fresh(item, as_of=picture.as_of) for item in own)
    return RuleResult(
        rule=f"{rule} {LAPSED}",
        kind="op-de-kaart",
        verdict=Verdict.MET if fresh else Verdict.PARTLY,
        reason=f"Op de kaart: {names}."
        if fresh
        else f"{names} {stands} op de kaart, maar {is_} {_unconfirmed(own)}.",
        evidence=evidence,
    )


def _at_most(verdict: Verdict, *, item: Organization, picture: Picture) -> Verdict:
    return verdict if is_fresh(item, as_of=picture.as_of) else Verdict.PARTLY


def _unconfirmed(own: tuple[Organization, ...]) -> str:
    never = all(item.assured_date is None for item in own)
    return "nog nooit bevestigd" if never else "niet meer bevestigd"


def _in_board(
    partner: PartnerType, *, question: str, own: tuple[Organization, ...], picture: Picture
) -> RuleResult:
    """Judge whether this partner takes part, by what informants list, else by what the kaart says of its members."""
    criterion = AnswerCriterion(kind="antwoord", question=question, met=(partner.id,))
    result = judge_answer(criterion, picture=picture)
    if result.verdict is not Verdict.UNKNOWN:
        return result
    said = {item.id: item.in_board for item in own if item.in_board is not None}
    if not said:
        return result
    members = tuple(item for item in own if item.in_board)
    if not members and len(said) < len(own):
        return result
    named = members or own
    fresh = any(is_fresh(item, as_of=picture.as_of) for item in named)
    if not members and not all(is_fresh(item, as_of=picture.as_of) for item in own):
        return result
    verdict = Verdict.MISSING if not members else Verdict.MET if fresh else Verdict.PARTLY
    verb = "doet" if len(named) == 1 else "doen"
    names = listing([item.name for item in named])
    reason = f"Volgens de kaart {verb} {'' if members else 'niet '}mee in de klankbordgroep: {names}"
    return result.model_copy(
        update={
            "verdict": verdict,
            "reason": f"{reason}{'' if fresh else f', maar dat is {_unconfirmed(named)}'}.",
            "evidence": (
                *result.evidence,
                *(
                    organization_evidence(
                        item, picture=picture, verdict=_at_most(verdict, item=item, picture=picture)
                    )
                    for item in named
                ),
            ),
        }
    )
