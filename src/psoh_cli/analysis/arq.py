"""The five ARQ questions: our answer so far, who said what, how sure, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.analysis.answer_rules import judge_values
from psoh_cli.analysis.evidence import answer_evidence
from psoh_cli.analysis.finding import ArqAnswer, Evidence, Finding, OpenQuestion
from psoh_cli.analysis.picture import Heard, Picture, hear
from psoh_cli.analysis.unknowns import open_question
from psoh_cli.analysis.voices import roles_or_number
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import ArqQuestion, Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind, Verdict

_YES_NO = {"ja": Verdict.MET, "deels": Verdict.PARTLY, "nee": Verdict.MISSING}
_OPENINGS = {
    Verdict.MET: "Op orde voor zover bekend",
    Verdict.PARTLY: "Deels op orde",
    Verdict.MISSING: "Nog niet op orde",
    Verdict.NOT_APPLICABLE: "Niet van toepassing volgens de informanten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """One question that belongs to an ARQ question, with what was heard and how it reads."""

    question: Question
    heard: Heard
    verdicts: tuple[Verdict | None, ...]
    """What each known voice says on its own; None where an answer only informs."""
    verdict: Verdict | None
    disputed: bool


def arq_answers(findings: tuple[Finding, ...], *, picture: Picture) -> tuple[ArqAnswer, ...]:
    """Answer the five questions from the verdicts on their questions; nothing is added to what was said."""
    return tuple(
        _answer(item, findings=findings, picture=picture)
        for item in sorted(picture.catalogue.arq_questions, key=lambda item: item.number)
    )


def _answer(item: ArqQuestion, *, findings: tuple[Finding, ...], picture: Picture) -> ArqAnswer:
    judged = tuple(
        _judge(picture.catalogue.question[name], picture=picture)
        for name in item.questions
        if name in picture.catalogue.question
    )
    verdict = _together(judged)
    about = tuple(
        finding.id for finding in findings if any(rule.question in item.questions for rule in finding.rules)
    )
    return ArqAnswer(
        number=item.number,
        id=item.id,
        subject=item.subject,
        answer=_sentence(judged, verdict=verdict, picture=picture),
        certainty=_certainty(judged),
        evidence=tuple(_evidence(judged, picture=picture)),
        open=tuple(_open(each, findings=findings, picture=picture) for each in judged if each.heard.is_open),
        verdict=verdict,
        findings=about,
        sources=item.sources,
    )


def _judge(question: Question, *, picture: Picture) -> _Judged:
    heard = hear(question.id, picture=picture)
    verdicts = tuple(_read(voice, question=question, picture=picture) for voice in heard.known)
    plain = question.kind is not AnswerKind.MULTIPLE
    disputed = len({frozenset(voice.answer.values) for voice in heard.known}) > 1 and (
        plain or len(set(verdicts)) > 1
    )
    found = {verdict for verdict in verdicts if verdict is not None}
    verdict: Verdict | None = None
    if len(found) == 1:
        verdict = found.pop()
        if disputed and verdict is Verdict.MET:
            verdict = Verdict.PARTLY
    elif found:
        verdict = Verdict.PARTLY
    elif not heard.known:
        verdict = Verdict.NOT_APPLICABLE if heard.not_applicable else Verdict.UNKNOWN
    return _Judged(question=question, heard=heard, verdicts=verdicts, verdict=verdict, disputed=disputed)


def _read(voice: Voice, *, question: Question, picture: Picture) -> Verdict | None:
    """Read one known answer: by the criteria that look at it, as yes or no, by what it points at; else it informs."""
    criteria = [
        criterion
        for practice in picture.catalogue.practices
        for criterion in practice.criteria
        if isinstance(criterion, AnswerCriterion) and criterion.question == question.id
    ]
    values = voice.answer.values
    if question.kind is AnswerKind.YES_NO_PARTLY:
        return _YES_NO.get(values[0])
    if criteria:
        found = [judge_values(values, criterion=criterion) for criterion in criteria]
        return next(verdict for verdict in (Verdict.MET, Verdict.PARTLY, Verdict.MISSING) if verdict in found)
    for confirms in question.confirms:
        over = confirms.above is not None and values[0].isdecimal() and int(values[0]) > confirms.above
        if over or set(values).intersection(confirms.values):
            return Verdict.PARTLY
    if question.confirms:
        return Verdict.MET
    return Verdict.MISSING if values == ("geen",) else None


def _together(judged: tuple[_Judged, ...]) -> Verdict:
    known = {each.verdict for each in judged} & {Verdict.MET, Verdict.PARTLY, Verdict.MISSING}
    if known:
        only = known.pop() if len(known) == 1 else Verdict.PARTLY
        return only if only is not None else Verdict.UNKNOWN
    if judged and all(each.verdict is Verdict.NOT_APPLICABLE for each in judged):
        return Verdict.NOT_APPLICABLE
    return Verdict.UNKNOWN


def _sentence(judged: tuple[_Judged, ...], *, verdict: Verdict, picture: Picture) -> str:
    known = [each for each in judged if each.heard.known]
    if not known:
        return _nothing_known(judged, verdict=verdict)
    said = roles_or_number((voice for each in known for voice in each.heard.known), picture=picture)
    opening = _OPENINGS.get(verdict, "Alleen informatie, nog geen oordeel")
    return f"{opening} volgens {said}: {'; '.join(_counts(judged))}."


def _nothing_known(judged: tuple[_Judged, ...], *, verdict: Verdict) -> str:
    if verdict is Verdict.NOT_APPLICABLE:
        return f"{_OPENINGS[verdict]}."
    return f"Nog niet bekend: op de {plural(len(judged), 'vraag', 'vragen')} hierover is nog geen antwoord."


def _counts(judged: tuple[_Judged, ...]) -> Iterator[str]:
    """Count in words what the questions yielded, each question once."""
    rest = [each for each in judged if not each.disputed and each.heard.known]
    names = {Verdict.MET: "gunstig", Verdict.PARTLY: "deels gunstig", Verdict.MISSING: "ongunstig"}
    counted = [(sum(each.verdict is verdict for each in rest), name) for verdict, name in names.items()]
    counted.append((sum(each.verdict is None for each in rest), "ter informatie"))
    parts = [f"{count} {name}" for count, name in counted if count]
    if parts:
        total = plural(len(judged), "vraag", "vragen")
        yield f"van {total} {'is' if sum(count for count, _ in counted) == 1 else 'zijn'} {listing(parts)} beantwoord"
    disputed = sum(each.disputed for each in judged)
    if disputed:
        yield f"over {plural(disputed, 'vraag', 'vragen')} verschillen de antwoorden"
    absent = sum(each.verdict is Verdict.NOT_APPLICABLE for each in judged)
    if absent:
        yield f"{plural(absent, 'vraag is', 'vragen zijn')} niet van toepassing"
    unknown = sum(each.heard.is_open for each in judged)
    if unknown:
        yield f"{plural(unknown, 'vraag is', 'vragen zijn')} nog open"


def _certainty(judged: tuple[_Judged, ...]) -> str:
    known = [each for each in judged if each.heard.known]
    voices = [voice for each in known for voice in each.heard.known]
    if not voices:
        return "onbekend"
    informants = len({voice.informant for voice in voices})
    people = plural(informants, "informant", "informanten")
    parts = [f"{len(known)} van {plural(len(judged), 'vraag', 'vragen')} beantwoord, door {people}"]
    if any(each.disputed for each in known):
        parts.append("zij verschillen op onderdelen")
    if any(voice.answer.certainty is AnswerCertainty.UNSURE for voice in voices):
        parts.append("niet ieder antwoord is zeker")
    return "; ".join(parts)


def _evidence(judged: tuple[_Judged, ...], *, picture: Picture) -> Iterator[Evidence]:
    for each in judged:
        for voice, verdict in zip(each.heard.known, each.verdicts, strict=True):
            yield answer_evidence(
                voice, catalogue=picture.catalogue, question=each.question.id, verdict=verdict
            )
        for voice in each.heard.unknown:
            yield answer_evidence(
                voice, catalogue=picture.catalogue, question=each.question.id, verdict=Verdict.UNKNOWN
            )


def _open(each: _Judged, *, findings: tuple[Finding, ...], picture: Picture) -> OpenQuestion:
    waiting = tuple(
        finding.id
        for finding in findings
        if any(
            rule.question == each.question.id and rule.verdict is Verdict.UNKNOWN for rule in finding.rules
        )
    )
    return open_question(each.question, heard=each.heard, findings=waiting, picture=picture)
