"""Findings on practices; alternatives that serve one need are one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.analysis.answer_age import is_outdated
from psoh_cli.analysis.criteria import best, judge_practice
from psoh_cli.analysis.finding import Evidence, Finding, FindingKind, RuleResult
from psoh_cli.analysis.picture import Picture, hear
from psoh_cli.analysis.proof import still_to_ask
from psoh_cli.dutch import listing, plural
from psoh_cli.practices.practice import Need, Practice, Statements
from psoh_cli.vocabulary import Verdict

STATES = {
    Verdict.MET: "geregeld",
    Verdict.PARTLY: "deels geregeld",
    Verdict.MISSING: "nog niet geregeld",
    Verdict.NOT_APPLICABLE: "niet van toepassing",
    Verdict.UNKNOWN: "nog niet bekend",
}


def practice_findings(*, picture: Picture) -> Iterator[Finding]:
    """Judge every practice in the order of the story; a need stands where its first practice would."""
    done: set[str] = set()
    for practice in picture.catalogue.practices:
        need = picture.catalogue.need_of.get(practice.id)
        if need is None:
            yield _on_practice(practice, picture=picture)
        elif need.id not in done:
            done.add(need.id)
            yield _on_need(need, picture=picture)


def evidence_of(rules: Iterable[RuleResult]) -> tuple[Evidence, ...]:
    """Gather the evidence behind rules, each piece once; where rules read it differently it has no verdict."""
    found: dict[str, Evidence] = {}
    for piece in (piece for rule in rules for piece in rule.evidence):
        earlier = found.setdefault(piece.text, piece)
        if earlier.verdict is not piece.verdict:
            found[piece.text] = earlier.model_copy(update={"verdict": None})
    return tuple(found.values())


def whom_to_ask(rules: Iterable[RuleResult], *, picture: Picture) -> tuple[str, ...]:
    """Give the groups that could settle what is unknown in some rules."""
    groups: dict[str, None] = {}
    for rule in rules:
        if rule.verdict is not Verdict.UNKNOWN or rule.question is None:
            continue
        question = picture.catalogue.question.get(rule.question)
        heard = hear(rule.question, picture=picture)
        if question is None:
            continue
        if heard.is_open or is_outdated(heard, picture=picture):
            groups.update(dict.fromkeys(question.groups))
        groups.update(dict.fromkeys(still_to_ask(heard, question=question)))
    return tuple(groups)


def _on_practice(practice: Practice, *, picture: Picture) -> Finding:
    verdict, rules = judge_practice(practice, picture=picture)
    return Finding(
        id=f"gap-{FindingKind.PRACTICE.value}-{practice.id}",
        kind=FindingKind.PRACTICE,
        about=practice.id,
        title=_title(
            practice.statements,
            name=practice.title,
            verdict=verdict,
            unsure=_could_change(practice, verdict=verdict, rules=rules),
        ),
        verdict=verdict,
        reason=_reason(rules, picture=picture),
        rules=rules,
        evidence=evidence_of(rules),
        pillar=practice.pillar,
        practices=(practice.id,),
        bottlenecks=tuple(link.id for link in practice.bottlenecks),
        provenance=practice.provenance,
        sources=practice.sources,
        ask=whom_to_ask(rules, picture=picture),
    )


def _on_need(need: Need, *, picture: Picture) -> Finding:
    members = [
        picture.catalogue.practice[name] for name in need.practices if name in picture.catalogue.practice
    ]
    judged = [(practice, *judge_practice(practice, picture=picture)) for practice in members]
    verdict = best(outcome for _, outcome, _ in judged)
    rules = tuple(rule for _, _, found in judged for rule in found)
    doubts = [
        _could_change(practice, verdict=outcome, rules=found)
        for practice, outcome, found in judged
        if outcome is verdict
    ]
    unsure = all(doubts) if verdict is Verdict.MET else any(doubts)
    return Finding(
        id=f"gap-{FindingKind.NEED.value}-{need.id}",
        kind=FindingKind.NEED,
        about=need.id,
        title=_title(need.statements, name=need.name, verdict=verdict, unsure=unsure),
        verdict=verdict,
        reason=_need_reason([(practice, outcome) for practice, outcome, _ in judged], verdict=verdict),
        rules=rules,
        evidence=evidence_of(rules),
        pillar=members[0].pillar if members else None,
        practices=tuple(practice.id for practice in members),
        bottlenecks=tuple(dict.fromkeys(link.id for practice in members for link in practice.bottlenecks)),
        provenance=need.provenance,
        sources=tuple(dict.fromkeys(source for practice in members for source in practice.sources)),
        ask=whom_to_ask(rules, picture=picture),
    )


def _title(statements: Statements | None, *, name: str, verdict: Verdict, unsure: bool) -> str:
    """Say in one sentence what the verdict means for the gemeente, with a reserve where that could still change."""
    said = statements.on(verdict) if statements else None
    reserve = ", voor zover bekend" if unsure else ""
    return f"{said}{reserve}" if said else f"{name}: {STATES[verdict]}{reserve}"


def _could_change(practice: Practice, *, verdict: Verdict, rules: Iterable[RuleResult]) -> bool:
    """Tell whether what is unknown could still refute a verdict; *deels* already says that it is not sure."""
    if verdict not in (Verdict.MET, Verdict.MISSING):
        return False
    if verdict is Verdict.MET and practice.combination == "een-van":
        return False
    return any(rule.verdict is Verdict.UNKNOWN for rule in rules)


def _reason(rules: tuple[RuleResult, ...], *, picture: Picture) -> str:
    unknown = [rule for rule in rules if rule.verdict is Verdict.UNKNOWN]
    telling = [rule for rule in rules if rule.verdict in (Verdict.MET, Verdict.PARTLY, Verdict.MISSING)]
    if not unknown:
        return _sentences(telling or rules)
    if not telling:
        return _open(unknown, picture=picture)
    telling.sort(key=lambda rule: not rule.disputed)
    lead = f"Voor zover bekend ({plural(len(telling), 'regel', 'regels')} van {len(rules)}):"
    return f"{lead} {_sentences(telling)} {_open(unknown, picture=picture)}"


def _open(unknown: list[RuleResult], *, picture: Picture) -> str:
    """Write what is unknown: the questions together in one sentence, then what the kaart leaves open."""
    known = picture.catalogue.question
    asked = [rule.question for rule in unknown if rule.question is not None and rule.question in known]
    unanswered = dict.fromkeys(name for name in asked if hear(name, picture=picture).is_open)
    texts = [f"‘{known[name].text}’" for name in unanswered]
    rest = _sentences(rule for rule in unknown if rule.question not in unanswered)
    return " ".join(
        part for part in (f"Nog geen antwoord op {listing(texts)}." if texts else "", rest) if part
    )


def _need_reason(judged: list[tuple[Practice, Verdict]], *, verdict: Verdict) -> str:
    states = "; ".join(f"{practice.title}: {STATES[outcome]}" for practice, outcome in judged)
    if verdict is Verdict.MET:
        return f"Eén van deze keuzes op orde is genoeg. {states}."
    if verdict is Verdict.NOT_APPLICABLE:
        return f"Volgens de informanten is geen van deze keuzes van toepassing. {states}."
    if verdict is Verdict.UNKNOWN:
        return f"Eén van deze keuzes is genoeg, maar het is nog niet bekend of er een is. {states}."
    return f"Eén van deze keuzes is genoeg, maar geen ervan is helemaal op orde. {states}."


def _sentences(rules: Iterable[RuleResult]) -> str:
    return " ".join(dict.fromkeys(rule.reason for rule in rules))
