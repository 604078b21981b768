"""Findings on differences: informants who do not say the same. Nobody outvotes anybody; it asks for a talk."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.evidence import answer_evidence
from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.analysis.picture import Picture, hear
from psoh_cli.analysis.voices import quote_all
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind, Provenance, Verdict

_COMPARED = frozenset({AnswerKind.YES_NO_PARTLY, AnswerKind.CHOICE, AnswerKind.NUMBER})
"""Lists of choices and free text add to each other; only plain answers contradict each other."""


def difference_findings(*, picture: Picture) -> Iterator[Finding]:
    """Give a finding for each question to which informants gave different plain answers."""
    for question in picture.catalogue.questions:
        if question.kind not in _COMPARED:
            continue
        known = hear(question.id, picture=picture).known
        if len({voice.answer.values for voice in known}) > 1:
            yield _finding(question, picture=picture)


def _finding(question: Question, *, picture: Picture) -> Finding:
    known = hear(question.id, picture=picture).known
    evidence = tuple(
        answer_evidence(voice, catalogue=picture.catalogue, question=question.id) for voice in known
    )
    said = quote_all(known, question=question, picture=picture)
    return Finding(
        id=f"gap-{FindingKind.DIFFERENCE.value}-{question.id}",
        kind=FindingKind.DIFFERENCE,
        about=question.id,
        title=f"Informanten antwoorden verschillend op: {question.text}",
        verdict=Verdict.PARTLY,
        reason=f"{_sentence(said)} Bespreek dit samen; er wordt niet gestemd.",
        evidence=evidence,
        pillar=question.pillar,
        practices=tuple(name for name in question.practices if name in picture.catalogue.practice),
        bottlenecks=question.bottlenecks,
        provenance=Provenance.DERIVED,
        sources=question.sources,
        ask=tuple(dict.fromkeys(voice.group for voice in known)),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
