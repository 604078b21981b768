"""Judge what informants say: every known answer by itself, never a vote."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from psoh_cli.analysis.answer_age import AGED, is_old, proves_less
from psoh_cli.analysis.evidence import answer_evidence, silence_evidence
from psoh_cli.analysis.finding import Evidence, RuleResult
from psoh_cli.analysis.picture import Heard, Picture, hear
from psoh_cli.analysis.voices import answered, many, quote_all, roles
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.agreement import differ, is_own
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind, Verdict

OUR_OWN = "(regel: afgeleid)"
"""Every rule and threshold is our own reasoning, also for a practice of ARQ, and says so."""

SHAKY = "Een onzeker antwoord telt hoogstens als deels."
"""A yes of somebody who is not sure of it is no proof."""

Judge = Callable[[Voice], Verdict]
Core = Callable[[Voice], frozenset[str]]


def judge_answer(criterion: AnswerCriterion, *, picture: Picture) -> RuleResult:
    """Judge the answers to one question against the values that count."""
    question = picture.catalogue.question.get(criterion.question)
    counted = frozenset((*criterion.met, *criterion.partly))

    def core(voice: Voice) -> frozenset[str]:
        chosen = frozenset(voice.answer.values)
        return chosen & counted if question is not None and question.kind is AnswerKind.MULTIPLE else chosen

    return judge_voices(
        criterion.question,
        rule=_rule(criterion, question=question),
        kind=criterion.kind,
        judge=lambda voice: judge_values(voice.answer.values, criterion=criterion),
        core=core,
        picture=picture,
    )


def judge_values(values: Iterable[str], *, criterion: AnswerCriterion) -> Verdict:
    """Judge one known answer; with several choices the number of good ones counts."""
    chosen = set(values)
    good = len(chosen.intersection(criterion.met))
    if good >= criterion.minimum:
        return Verdict.MET
    enough = criterion.partly_minimum is not None and good >= criterion.partly_minimum
    return Verdict.PARTLY if enough or chosen.intersection(criterion.partly) else Verdict.MISSING


def judge_voices(
    question: str,
    *,
    rule: str,
    kind: str,
    judge: Judge,
    core: Core,
    picture: Picture,
    extra: tuple[Evidence, ...] = (),
) -> RuleResult:
    """Judge every voice on a question; `core` gives the part of an answer that this rule is about."""
    heard = hear(question, picture=picture)
    asked = picture.catalogue.question.get(question)
    verdicts = {voice.informant: at_most(judge(voice), voice=voice, picture=picture) for voice in heard.known}
    telling = tuple(voice for voice in heard.known if verdicts[voice.informant] is not Verdict.UNKNOWN)
    disputed = len({core(voice) for voice in telling}) > 1 and not (asked is not None and is_own(asked))
    said = tuple(
        answer_evidence(
            voice, catalogue=picture.catalogue, question=question, verdict=verdicts[voice.informant]
        )
        for voice in heard.known
    )
    return RuleResult(
        rule=f"{rule} {SHAKY} {AGED} {OUR_OWN}",
        kind=kind,
        verdict=together((verdicts[voice.informant] for voice in telling), disputed=disputed, heard=heard),
        reason=_reason(heard, question=asked, disputed=disputed, picture=picture),
        evidence=(*said, *silence_evidence(heard, catalogue=picture.catalogue, question=question), *extra),
        question=question,
        disputed=disputed,
    )


def at_most(verdict: Verdict, *, voice: Voice, picture: Picture) -> Verdict:
    """Lower what one answer says to *deels* where its informant is not sure of it, or it is too old."""
    shaky = voice.answer.certainty is AnswerCertainty.UNSURE or is_old(voice, picture=picture)
    return Verdict.PARTLY if shaky and verdict is Verdict.MET else verdict


def together(verdicts: Iterable[Verdict], *, disputed: bool, heard: Heard) -> Verdict:
    """Put the verdicts of all voices together: who differ are never put to a vote, and never add up to *voldaan*."""
    found = set(verdicts)
    if not found:
        return Verdict.NOT_APPLICABLE if heard.not_applicable else Verdict.UNKNOWN
    if len(found) == 1:
        only = found.pop()
        return Verdict.PARTLY if disputed and only is Verdict.MET else only
    return Verdict.PARTLY


def _reason(heard: Heard, *, question: Question | None, disputed: bool, picture: Picture) -> str:
    about = f"‘{question.text}’" if question else "deze vraag"
    age = proves_less(heard.known, picture=picture)
    if disputed:
        said = quote_all(heard.known, question=question, picture=picture)
        adds_up = question is not None and not differ(question, voices=heard.known)
        lead = (
            f"De antwoorden op {about} vullen elkaar aan"
            if adds_up
            else f"Informanten verschillen over {about}"
        )
        return f"{lead}: {said}. {age}".strip()
    if question is not None and is_own(question) and differ(question, voices=heard.known):
        said = quote_all(heard.known, question=question, picture=picture)
        return f"Op {about} antwoordt ieder over eigen werk: {said}. {age}".strip()
    if heard.known:
        unsure = _unsure(heard, picture=picture) if heard.unknown else ""
        said = f"Op {about} {answered(heard.known, question=question, picture=picture)}."
        return " ".join(part for part in (said, age, unsure) if part)
    if heard.not_applicable:
        names = roles((*heard.excused, *heard.conditioned), picture=picture)
        return f"De vraag {about} is niet van toepassing volgens {names}."
    if heard.unknown:
        return f"Op {about} is nog geen antwoord bekend. {_unsure(heard, picture=picture)}"
    return f"De vraag {about} is nog niet gesteld."


def _unsure(heard: Heard, *, picture: Picture) -> str:
    verb = "zeggen" if many(heard.unknown, picture=picture) else "zegt"
    return f"‘Weet ik niet’ {verb} {roles(heard.unknown, picture=picture)}."


def _rule(criterion: AnswerCriterion, *, question: Question | None) -> str:
    asked = question.text if question else criterion.question
    met, partly = _labels(criterion.met, question=question), _labels(criterion.partly, question=question)
    if criterion.minimum == 1 and criterion.partly_minimum is None:
        text = f"Het antwoord op ‘{asked}’ is {listing(met, last='of')}"
    else:
        text = f"In het antwoord op ‘{asked}’ {_at_least(criterion.minimum)} van: {listing(met)}"
    if criterion.partly_minimum is not None:
        text += f"; vanaf {plural(criterion.partly_minimum, 'keuze', 'keuzes')} telt het als deels"
    if partly and partly != ["deels"]:
        text += f"; {listing(partly, last='of')} telt als deels"
    return f"{text}."


def _at_least(count: int) -> str:
    return "staat er minstens 1" if count == 1 else f"staan er minstens {count}"


def _labels(values: tuple[str, ...], *, question: Question | None) -> list[str]:
    if question is None:
        return list(values)
    bare = question.kind is AnswerKind.YES_NO_PARTLY
    return [question.label(value).casefold() if bare else f"‘{question.label(value)}’" for value in values]
