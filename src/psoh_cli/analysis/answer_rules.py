"""Judge what informants say: every known answer by itself, never a vote."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from psoh_cli.analysis.answer_age import AGED, proves_less
from psoh_cli.analysis.beside_rules import beside_statushouders
from psoh_cli.analysis.evidence import answer_evidence, silence_evidence
from psoh_cli.analysis.finding import Evidence, RuleResult
from psoh_cli.analysis.picture import Heard, Picture, hear
from psoh_cli.analysis.proof import (
    NOBODY_CONFIRMS,
    ONE_SIDE,
    SHAKY,
    adds_up,
    at_most,
    names_nothing,
    only_gemeente_affirms,
    whole_view,
)
from psoh_cli.analysis.voices import answered, many, not_alike, period, quote_all, roles
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.agreement import differ, is_own, said_by
from psoh_cli.interview.portrait import Voice
from psoh_cli.interview.values import may_be_divided
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import AnswerKind, Verdict

OUR_OWN = "(regel: afgeleid)"
"""Every rule and threshold is our own reasoning, also for a practice of ARQ, and says so."""

Judge = Callable[[Voice], Verdict]
Core = Callable[[Voice], frozenset[str]]


def judge_answer(criterion: AnswerCriterion, *, picture: Picture) -> RuleResult:
    """Judge the answers to one question against the values that count."""
    question = picture.catalogue.question.get(criterion.question)
    counted = frozenset((*criterion.met, *criterion.partly))

    def core(voice: Voice) -> frozenset[str]:
        chosen = said_by(voice, question=question) if question else frozenset(voice.answer.values)
        return chosen & counted if question is not None and question.kind is AnswerKind.MULTIPLE else chosen

    return judge_voices(
        criterion.question,
        rule=_rule(criterion, question=question),
        kind=criterion.kind,
        judge=lambda voice: _judged(voice, question=question, criterion=criterion),
        core=core,
        picture=picture,
    )


def _judged(voice: Voice, *, question: Question | None, criterion: AnswerCriterion) -> Verdict:
    """Judge one known answer; of a group that was divided nobody is voted down: *deels* unless all of it is good."""
    values = voice.answer.values
    is_divided = question is not None and may_be_divided(question) and len(values) > 1
    found = {judge_values((value,), criterion=criterion) for value in values} if is_divided else set()
    return Verdict.PARTLY if len(found) > 1 else judge_values(values, criterion=criterion)


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
    read = {voice.informant: judge(voice) for voice in heard.known}
    verdicts = {
        voice.informant: at_most(read[voice.informant], voice=voice, question=asked, picture=picture)
        for voice in heard.known
    }
    telling = tuple(voice for voice in heard.known if read[voice.informant] is not Verdict.UNKNOWN)
    disputed = len({core(voice) for voice in telling}) > 1 and not (asked is not None and is_own(asked))
    said = tuple(
        answer_evidence(
            voice, catalogue=picture.catalogue, question=question, verdict=verdicts[voice.informant]
        )
        for voice in heard.known
    )
    result = RuleResult(
        rule=f"{rule} {SHAKY} {AGED} {f'{ONE_SIDE} ' if _may_see_a_part(asked) else ''}{OUR_OWN}",
        kind=kind,
        verdict=together(
            (verdicts[voice.informant] for voice in telling),
            read=(read[voice.informant] for voice in telling),
            disputed=disputed,
            heard=heard,
        ),
        reason=_reason(heard, question=asked, disputed=disputed, picture=picture),
        evidence=(*said, *silence_evidence(heard, catalogue=picture.catalogue, question=question), *extra),
        question=question,
        disputed=disputed,
    )
    if result.verdict is Verdict.MET and only_gemeente_affirms(heard, question=asked):
        result = result.model_copy(
            update={"verdict": Verdict.PARTLY, "reason": f"{result.reason} {NOBODY_CONFIRMS}"}
        )
    return beside_statushouders(result, heard=heard, picture=picture)


def together(
    verdicts: Iterable[Verdict], *, read: Iterable[Verdict], disputed: bool, heard: Heard
) -> Verdict:
    """Put the verdicts of all voices together: who differ are never put to a vote, and never add up to *voldaan*.

    `read` is what they say before it is weighed: a no that proves nothing takes nothing from a no that does, and does
    stand against a yes.
    """
    found = set(verdicts)
    if not found:
        return Verdict.NOT_APPLICABLE if heard.not_applicable else Verdict.UNKNOWN
    if set(read) == {Verdict.MISSING} and Verdict.MISSING in found:
        return Verdict.MISSING
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
        return f"{_own(heard, question=question, about=about, picture=picture)} {age}".strip()
    if names_nothing(heard.known, question=question):
        return f"{_nothing_known(heard, about=about, picture=picture)} {age}".strip()
    if heard.known:
        said = f"Op {about} {answered(heard.known, question=question, picture=picture)}."
        return " ".join(part for part in (said, age, *_silent(heard, picture=picture)) if part)
    if heard.not_applicable:
        names = roles((*heard.excused, *heard.conditioned), picture=picture)
        return f"De vraag {about} is niet van toepassing volgens {names}."
    if heard.unknown:
        return " ".join((f"Op {about} is nog geen antwoord bekend.", *_silent(heard, picture=picture)))
    return f"De vraag {about} is nog niet gesteld."


def _own(heard: Heard, *, question: Question, about: str, picture: Picture) -> str:
    """Write what everybody says of what is their own; of statushouders not in how many talks."""
    if picture.portrait.group_names and {voice.group for voice in heard.known} == {STATUSHOUDERS}:
        return f"Op {about} {not_alike(heard.known, question=question)}."
    own = "uit eigen ervaring" if question.groups == (STATUSHOUDERS,) else "over eigen werk"
    return f"Op {about} antwoordt ieder {own}: {quote_all(heard.known, question=question, picture=picture)}."


def _may_see_a_part(question: Question | None) -> bool:
    """Tell whether others than those who see the whole are asked, or may know."""
    if question is None or not adds_up(question):
        return False
    return bool({*question.groups, *question.also_from} - {*whole_view(question)})


def _nothing_known(heard: Heard, *, about: str, picture: Picture) -> str:
    """Say that who was asked knows of none, and that this does not prove that there is none."""
    verb = "kennen" if many(heard.known, picture=picture) else "kent"
    silent = " ".join(_silent(heard, picture=picture))
    said = f"Op {about}: {roles(heard.known, picture=picture)} {verb} er geen{period(heard.known)}."
    return f"{said} Dat bewijst niet dat er in de hele gemeente geen is. {silent}".strip()


def _silent(heard: Heard, *, picture: Picture) -> tuple[str, ...]:
    """Say who does not know, and to whom it does not apply."""
    said = (("Weet ik niet", heard.unknown), ("Niet van toepassing", heard.excused))
    return tuple(
        f"‘{words}’ {'zeggen' if many(voices, picture=picture) else 'zegt'} {roles(voices, picture=picture)}."
        for words, voices in said
        if voices
    )


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
