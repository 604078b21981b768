"""Findings on bottlenecks: what informants name, beside the practices that answer it.

A bottleneck that somebody confirms is *deels*: something works less well than it should. It is never
*ontbreekt*, which is kept for what a plain no or a complete kaart shows not to exist. A bottleneck that
all known answers deny is *voldaan*; one that nobody was asked about, or knows about, is *onbekend*, and so
is one that differing answers deny each in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.answer_age import age_in_words, is_old
from psoh_cli.analysis.answer_rules import OUR_OWN
from psoh_cli.analysis.evidence import answer_evidence, silence_evidence
from psoh_cli.analysis.finding import Finding, FindingKind, RuleResult
from psoh_cli.analysis.picture import Picture, hear
from psoh_cli.analysis.practice_findings import evidence_of, whom_to_ask
from psoh_cli.analysis.voices import many, period, quote_all, roles
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.agreement import differ as differs
from psoh_cli.interview.agreement import is_own
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import STATUSHOUDERS, Confirms, Question
from psoh_cli.practices.reference import Bottleneck
from psoh_cli.terms import ANSWER_TERM_MONTHS
from psoh_cli.vocabulary import AnswerKind, Verdict


def bottleneck_findings(*, picture: Picture) -> Iterator[Finding]:
    """Judge every bottleneck that a question can confirm."""
    for bottleneck in picture.catalogue.bottlenecks:
        rules = tuple(
            _rule(confirms, question=question, picture=picture)
            for question in picture.catalogue.questions
            for confirms in question.confirms
            if confirms.bottleneck == bottleneck.id
        )
        if rules:
            yield _finding(bottleneck, rules=rules, picture=picture)


def confirming(finding: Finding) -> tuple[str, ...]:
    """Name the informants whose answers point at the bottleneck."""
    said = (piece for rule in finding.rules for piece in rule.evidence if piece.verdict is Verdict.PARTLY)
    return tuple(dict.fromkeys(piece.informant for piece in said if piece.informant))


def _rule(confirms: Confirms, *, question: Question, picture: Picture) -> RuleResult:
    heard = hear(question.id, picture=picture)
    said_then = [(voice, _judge(voice, confirms=confirms)) for voice in heard.known]
    judged = [(voice, _today(verdict, voice=voice, picture=picture)) for voice, verdict in said_then]
    found = {verdict for _, verdict in judged} - {Verdict.UNKNOWN}
    own = is_own(question)
    plain = question.kind is not AnswerKind.MULTIPLE and not own
    differ = plain and differs(question, voices=heard.known)
    verdict = Verdict.UNKNOWN
    if Verdict.PARTLY in found:
        verdict = Verdict.PARTLY
    elif found and not differ:
        verdict = Verdict.MET
    elif heard.not_applicable:
        verdict = Verdict.NOT_APPLICABLE
    said = tuple(
        answer_evidence(voice, catalogue=picture.catalogue, question=question.id, verdict=outcome)
        for voice, outcome in judged
    )
    return RuleResult(
        rule=f"{_points_at(confirms, question=question)} {OUR_OWN}",
        kind="bevestigt",
        verdict=verdict,
        reason=_rule_reason(question, confirms=confirms, judged=said_then, differ=differ, picture=picture)
        + _aged(said_then, picture=picture),
        evidence=(*said, *silence_evidence(heard, catalogue=picture.catalogue, question=question.id)),
        question=question.id,
        disputed=differ or (len(found) > 1 and not own),
    )


def _judge(voice: Voice, *, confirms: Confirms) -> Verdict:
    values = voice.answer.values
    if set(values).intersection(confirms.values):
        return Verdict.PARTLY
    if confirms.above is not None:
        if not values[0].isdecimal():
            return Verdict.UNKNOWN
        return Verdict.PARTLY if int(values[0]) > confirms.above else Verdict.MET
    return Verdict.MET


def _today(verdict: Verdict, *, voice: Voice, picture: Picture) -> Verdict:
    """Leave open what an old answer denied: the bottleneck may have come since."""
    return Verdict.UNKNOWN if verdict is Verdict.MET and is_old(voice, picture=picture) else verdict


def _aged(judged: list[tuple[Voice, Verdict]], *, picture: Picture) -> str:
    """Say how old the old answers are; of a denial, that it no longer shows that there is nothing."""
    old = [(voice, verdict) for voice, verdict in judged if is_old(voice, picture=picture)]
    if not old:
        return ""
    text = age_in_words([voice for voice, _ in old], picture=picture)
    if all(verdict is not Verdict.MET for _, verdict in old):
        return f" {text}."
    shows = f"na {ANSWER_TERM_MONTHS} maanden laat een antwoord niet meer zien dat een knelpunt er niet is"
    return f" {text}; {shows} (afgeleid)."


def _finding(bottleneck: Bottleneck, *, rules: tuple[RuleResult, ...], picture: Picture) -> Finding:
    verdicts = {rule.verdict for rule in rules}
    order = (Verdict.PARTLY, Verdict.UNKNOWN, Verdict.MET, Verdict.NOT_APPLICABLE)
    verdict = next(verdict for verdict in order if verdict in verdicts)
    if verdict is Verdict.MET and any(rule.disputed for rule in rules):
        verdict = Verdict.UNKNOWN
    practices = tuple(link.id for link in bottleneck.practices if link.id in picture.catalogue.practice)
    finding = Finding(
        id=f"gap-{FindingKind.BOTTLENECK.value}-{bottleneck.id}",
        kind=FindingKind.BOTTLENECK,
        about=bottleneck.id,
        title=bottleneck.title,
        verdict=verdict,
        reason=_reason(rules, verdict=verdict),
        rules=rules,
        evidence=evidence_of(rules),
        pillar=picture.catalogue.practice[practices[0]].pillar if practices else None,
        practices=practices,
        bottlenecks=(bottleneck.id,),
        provenance=bottleneck.provenance,
        sources=bottleneck.sources,
        ask=whom_to_ask(rules, picture=picture),
    )
    return finding.model_copy(update={"title": _title(bottleneck, finding=finding)})


def _title(bottleneck: Bottleneck, *, finding: Finding) -> str:
    if finding.verdict is Verdict.PARTLY:
        count = len(confirming(finding))
        met = (piece for rule in finding.rules if rule.verdict is Verdict.PARTLY for piece in rule.evidence)
        tail = "; anderen noemen dit niet" if any(piece.verdict is Verdict.MET for piece in met) else ""
        answers = "het antwoord van 1 informant" if count == 1 else f"antwoorden van {count} informanten"
        if _of_statushouders(finding):
            answers = f"wat {STATUSHOUDERS} zeggen"
        return f"{bottleneck.title}: blijkt uit {answers}{tail}"
    states = {
        Verdict.MET: "blijkt niet uit de antwoorden tot nu toe",
        Verdict.NOT_APPLICABLE: "niet van toepassing",
        Verdict.UNKNOWN: "nog niet bekend",
    }
    return f"{bottleneck.title}: {states[finding.verdict]}"


def _of_statushouders(finding: Finding) -> bool:
    """Tell whether only statushouders point at the bottleneck: they are named, and never counted."""
    said = (piece for rule in finding.rules for piece in rule.evidence if piece.verdict is Verdict.PARTLY)
    return {piece.group for piece in said if piece.informant} == {STATUSHOUDERS}


def _reason(rules: tuple[RuleResult, ...], *, verdict: Verdict) -> str:
    chosen = [rule for rule in rules if rule.verdict is verdict]
    unknown = [rule for rule in rules if rule.verdict is Verdict.UNKNOWN]
    text = " ".join(rule.reason for rule in chosen)
    if verdict is Verdict.UNKNOWN or not unknown:
        return text
    return f"{text} {plural(len(unknown), 'vraag hierover is', 'vragen hierover zijn')} nog niet beantwoord."


def _rule_reason(
    question: Question,
    *,
    confirms: Confirms,
    judged: list[tuple[Voice, Verdict]],
    differ: bool,
    picture: Picture,
) -> str:
    about = f"‘{question.text}’"
    confirming = [voice for voice, verdict in judged if verdict is Verdict.PARTLY]
    denying = [voice for voice, verdict in judged if verdict is Verdict.MET]
    if confirming and question.kind is AnswerKind.MULTIPLE:
        text = f"Op {about}: {_choices_named(confirming, confirms=confirms, question=question, picture=picture)}."
        return f"{text} Niet genoemd door {roles(denying, picture=picture)}." if denying else text
    if confirming:
        text = f"Op {about}: {quote_all(confirming, question=question, picture=picture)}."
        return (
            f"{text} Anders: {quote_all(denying, question=question, picture=picture)}." if denying else text
        )
    if denying and differ:
        return (
            f"Op {about} verschillen de antwoorden: {quote_all(denying, question=question, picture=picture)}."
        )
    if denying:
        return (
            f"Op {about} wijst geen antwoord op dit knelpunt (gevraagd: {roles(denying, picture=picture)})."
        )
    return f"Op {about} is nog geen antwoord bekend."


def _choices_named(voices: list[Voice], *, confirms: Confirms, question: Question, picture: Picture) -> str:
    """Write who chose each of the choices that point at the bottleneck."""
    parts = []
    for value in confirms.values:
        named = [voice for voice in voices if value in voice.answer.values]
        if named:
            verb = "noemen" if many(named, picture=picture) else "noemt"
            parts.append(f"‘{question.label(value)}’ {verb} {roles(named, picture=picture)}")
    return f"{'; '.join(parts)}{period(voices)}"


def _points_at(confirms: Confirms, *, question: Question) -> str:
    ways = []
    if confirms.values:
        bare = question.kind is AnswerKind.YES_NO_PARTLY
        labels = [question.label(value) for value in confirms.values]
        ways.append(listing([label.casefold() if bare else f"‘{label}’" for label in labels], last="of"))
    if confirms.above is not None:
        ways.append(f"meer dan {confirms.above}{f' {question.unit}' if question.unit else ''}")
    return f"Een antwoord {listing(ways, last='of')} op ‘{question.text}’ wijst op dit knelpunt."
