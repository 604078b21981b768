"""Findings on differences: who sees what, and what only the gemeente sees. Nobody outvotes anybody; it asks for a talk.

Where everybody speaks of their own work, different answers contradict nobody and are no finding. What others were not
asked yet is no finding either: it is not tested, and stands with what is still to be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.analysis.agreement_words import all_said, doing_it, not_applying, not_known, sides
from psoh_cli.analysis.agreements import Agreements, Beside, Standing
from psoh_cli.analysis.answer_age import age_in_words, old_voices
from psoh_cli.analysis.evidence import answer_evidence
from psoh_cli.analysis.finding import Evidence, Finding, FindingKind
from psoh_cli.analysis.picture import Heard, Picture, hear
from psoh_cli.analysis.twins import of_professionals
from psoh_cli.interview.agreement import Agreement
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, Provenance, Verdict

DISCUSS = "bp-klankbordgroep"
"""The practice to lay answers side by side: the group in which partners and statushouders weigh them together."""

_OF_SILENCE = {DONT_KNOW: Verdict.UNKNOWN, NOT_APPLICABLE: Verdict.NOT_APPLICABLE}

_TALK = "Bespreek dit samen; er wordt niet gestemd."
_TEST = "Toets dit samen: zij die het niet weten of zeggen dat het niet van toepassing is, kunnen het nagaan."


def difference_findings(agreements: Agreements, *, picture: Picture) -> Iterator[Finding]:
    """Give a finding for each difference between informants, and between statushouders and professionals."""
    for item in agreements.differing:
        if item.relation is Agreement.DIFFER:
            yield _differ(item, picture=picture)
    for beside in agreements.beside:
        if beside.differs:
            yield _point_apart(beside, picture=picture)


def only_gemeente_findings(agreements: Agreements, *, picture: Picture) -> Iterator[Finding]:
    """Give a finding for each thing that only the gemeente knows, while others who were asked do not."""
    for item in agreements.only_gemeente:
        question = picture.catalogue.question[item.question]
        heard = hear(question.id, picture=picture)
        yield _finding(
            FindingKind.ONLY_GEMEENTE,
            about=question,
            suffix=question.id,
            title=f"Alleen de gemeente denkt dit te weten: {question.text}",
            reason=f"{item.sentence} {_TEST}",
            evidence=_evidence(
                (*heard.known, *heard.unknown, *heard.excused), question=question, picture=picture
            ),
            ask=(voice.group for voice in (*heard.known, *heard.unknown, *heard.excused)),
            picture=picture,
        )


def _differ(item: Standing, *, picture: Picture) -> Finding:
    question = picture.catalogue.question[item.question]
    heard = hear(question.id, picture=picture)
    parts = (item.sentence, _aged(heard.known, picture=picture), _TALK)
    return _finding(
        FindingKind.DIFFERENCE,
        about=question,
        suffix=question.id,
        title=f"Informanten antwoorden verschillend op: {question.text}",
        reason=" ".join(part for part in parts if part),
        evidence=_evidence(
            (*heard.known, *heard.unknown, *heard.excused), question=question, picture=picture
        ),
        ask=(*_doing_it_unasked(question, groups=heard.groups), *(voice.group for voice in heard.known)),
        picture=picture,
    )


def _doing_it_unasked(question: Question, *, groups: Iterable[str]) -> tuple[str, ...]:
    """Give who does this work and was not asked: they can say most, and nobody heard them yet."""
    heard = set(groups)
    return tuple(group for group in question.done_by if group not in heard)


def _point_apart(beside: Beside, *, picture: Picture) -> Finding:
    question = picture.catalogue.question[beside.question]
    own = hear(question.id, picture=picture)
    said, evidence, groups = [], list(_of(own.known, question, picture=picture)), [STATUSHOUDERS]
    unasked: list[str] = []
    for item in beside.professionals:
        mirror = picture.catalogue.question[item.question]
        heard = of_professionals(hear(mirror.id, picture=picture))
        if heard.known:
            said.append(f"Op ‘{mirror.text}’: {_all_said(mirror, heard=heard, picture=picture)}")
            evidence.extend(_of(heard.known, mirror, picture=picture))
            groups.extend(voice.group for voice in heard.known)
            unasked.extend(_doing_it_unasked(mirror, groups=heard.groups))
    return _finding(
        FindingKind.DIFFERENCE,
        about=question,
        suffix=f"naast-{question.id}",
        title=f"Statushouders en professionals zeggen niet hetzelfde over: {question.text}",
        reason=f"Op ‘{question.text}’: {_told(question, own.known, picture=picture)}. {' '.join(said)} {_TALK}",
        evidence=tuple(evidence),
        ask=(*unasked, *groups),
        picture=picture,
    )


def _all_said(question: Question, *, heard: Heard, picture: Picture) -> str:
    parts = (
        f"{_told(question, heard.known, picture=picture)}.",
        not_known(heard.unknown, portrait=picture.portrait),
        not_applying(heard.excused, portrait=picture.portrait),
        doing_it(question, heard=heard, catalogue=picture.catalogue),
    )
    return " ".join(part for part in parts if part)


def _told(question: Question, voices: tuple[Voice, ...], *, picture: Picture) -> str:
    told = sides(question, voices=voices, portrait=picture.portrait)
    return all_said(question, voices=voices, told=told)


def _finding(
    kind: FindingKind,
    *,
    about: Question,
    suffix: str,
    title: str,
    reason: str,
    evidence: tuple[Evidence, ...],
    ask: Iterable[str],
    picture: Picture,
) -> Finding:
    practices = dict.fromkeys((*about.practices, DISCUSS))
    return Finding(
        id=f"gap-{kind.value}-{suffix}",
        kind=kind,
        about=about.id,
        title=title,
        verdict=Verdict.PARTLY,
        reason=reason,
        evidence=evidence,
        pillar=about.pillar,
        practices=tuple(name for name in practices if name in picture.catalogue.practice),
        bottlenecks=about.bottlenecks,
        provenance=Provenance.DERIVED,
        sources=about.sources,
        ask=tuple(dict.fromkeys(ask)),
    )


def _evidence(voices: Iterable[Voice], *, question: Question, picture: Picture) -> tuple[Evidence, ...]:
    return tuple(_of(voices, question, picture=picture))


def _of(voices: Iterable[Voice], question: Question, *, picture: Picture) -> Iterator[Evidence]:
    for voice in voices:
        verdict = _OF_SILENCE.get(voice.answer.values[0])
        yield answer_evidence(voice, catalogue=picture.catalogue, question=question.id, verdict=verdict)


def _aged(voices: tuple[Voice, ...], *, picture: Picture) -> str:
    """Say that it may have changed, where one of the answers that differ is old."""
    old = old_voices(voices, picture=picture)
    return f"{age_in_words(old, picture=picture)}; het kan intussen anders zijn." if old else ""
