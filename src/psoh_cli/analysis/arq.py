"""The five ARQ questions: our answer so far, who said what, how sure, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.answer_age import old_voices
from psoh_cli.analysis.arq_beside import said_beside
from psoh_cli.analysis.arq_judging import Judged, judge_question, together
from psoh_cli.analysis.arq_sentences import MOST_WORDS, sentences
from psoh_cli.analysis.evidence import answer_evidence
from psoh_cli.analysis.finding import ArqAnswer, Evidence, Finding, OpenQuestion
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.proof import still_to_ask
from psoh_cli.analysis.unknowns import open_question
from psoh_cli.dutch import plural
from psoh_cli.practices.question import ArqQuestion
from psoh_cli.terms import ANSWER_TERM_MONTHS
from psoh_cli.vocabulary import AnswerCertainty, Verdict


def arq_answers(findings: tuple[Finding, ...], *, picture: Picture) -> tuple[ArqAnswer, ...]:
    """Answer the five questions from what was said to the questions behind them; nothing is added to it."""
    return tuple(
        _answer(item, findings=findings, picture=picture)
        for item in sorted(picture.catalogue.arq_questions, key=lambda item: item.number)
    )


def _answer(item: ArqQuestion, *, findings: tuple[Finding, ...], picture: Picture) -> ArqAnswer:
    judged = tuple(
        judge_question(picture.catalogue.question[name], picture=picture)
        for name in item.questions
        if name in picture.catalogue.question
    )
    about = tuple(
        finding.id for finding in findings if any(rule.question in item.questions for rule in finding.rules)
    )
    beside = said_beside(judged, picture=picture)
    answer = sentences(judged, picture=picture, most=MOST_WORDS - len(beside.split()))
    return ArqAnswer(
        number=item.number,
        id=item.id,
        subject=item.subject,
        answer=f"{answer} {beside}".strip(),
        certainty=_certainty(judged, picture=picture),
        evidence=tuple(_evidence(judged, picture=picture)),
        open=tuple(_open(each, findings=findings, picture=picture) for each in judged if _is_open(each)),
        verdict=together(judged),
        findings=about,
        sources=item.sources,
    )


def _is_open(each: Judged) -> bool:
    """Tell whether a question is still to ask: nobody knows, or only those who see a part spoke."""
    return each.heard.is_open or bool(still_to_ask(each.heard, question=each.question))


def _certainty(judged: tuple[Judged, ...], *, picture: Picture) -> str:
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
    old = len(old_voices(voices, picture=picture))
    if old:
        parts.append(
            f"{plural(old, 'antwoord is', 'antwoorden zijn')} meer dan {ANSWER_TERM_MONTHS} maanden oud"
        )
    undated = sum(voice.day is None for voice in voices)
    if undated:
        parts.append(f"van {plural(undated, 'antwoord', 'antwoorden')} is de datum onbekend")
    return "; ".join(parts)


def _evidence(judged: tuple[Judged, ...], *, picture: Picture) -> Iterator[Evidence]:
    for each in judged:
        for voice, verdict in zip(each.heard.known, each.verdicts, strict=True):
            yield answer_evidence(
                voice, catalogue=picture.catalogue, question=each.question.id, verdict=verdict
            )
        for voice in each.heard.unknown:
            yield answer_evidence(
                voice, catalogue=picture.catalogue, question=each.question.id, verdict=Verdict.UNKNOWN
            )


def _open(each: Judged, *, findings: tuple[Finding, ...], picture: Picture) -> OpenQuestion:
    waiting = tuple(
        finding.id
        for finding in findings
        if any(
            rule.question == each.question.id and rule.verdict is Verdict.UNKNOWN for rule in finding.rules
        )
    )
    return open_question(each.question, heard=each.heard, findings=waiting, picture=picture)
