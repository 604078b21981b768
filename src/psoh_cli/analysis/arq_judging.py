"""How the questions behind an ARQ question are read: each answer by itself, then together."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.analysis.answer_rules import judge_values
from psoh_cli.analysis.picture import Heard, Picture, hear
from psoh_cli.analysis.proof import at_most, only_gemeente_affirms
from psoh_cli.analysis.twins import of_professionals, otherwise
from psoh_cli.interview.agreement import is_own, unlike
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind, Verdict

_YES_NO = {"ja": Verdict.MET, "deels": Verdict.PARTLY, "nee": Verdict.MISSING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One question that belongs to an ARQ question, with what was heard and how it reads."""

    question: Question
    heard: Heard
    verdicts: tuple[Verdict | None, ...]
    """What each known voice says on its own; None where an answer only informs."""
    verdict: Verdict | None
    disputed: bool


def judge_question(question: Question, *, picture: Picture) -> Judged:
    """Judge all answers to one question; who differ are never put to a vote."""
    heard = hear(question.id, picture=picture)
    verdicts = tuple(_read(voice, question=question, picture=picture) for voice in heard.known)
    plain = question.kind is not AnswerKind.MULTIPLE
    varied = unlike(question, voices=heard.known)
    disputed = varied and not is_own(question) and (plain or len(set(verdicts)) > 1)
    found = {verdict for verdict in verdicts if verdict is not None}
    read = {_plainly(voice.answer.values, question=question, picture=picture) for voice in heard.known}
    verdict: Verdict | None = None
    if read == {Verdict.MISSING} and Verdict.MISSING in found:
        verdict = Verdict.MISSING
    elif len(found) == 1:
        verdict = found.pop()
        if disputed and verdict is Verdict.MET:
            verdict = Verdict.PARTLY
    elif found:
        verdict = Verdict.PARTLY
    elif not heard.known:
        verdict = Verdict.NOT_APPLICABLE if heard.not_applicable else Verdict.UNKNOWN
    if verdict is Verdict.MET and only_gemeente_affirms(heard, question=question):
        verdict = Verdict.PARTLY
    other = otherwise(
        question,
        voices=of_professionals(heard).known,
        portrait=picture.portrait,
        catalogue=picture.catalogue,
    )
    if other and verdict is Verdict.MET:
        verdict, disputed = Verdict.PARTLY, True
    return Judged(question=question, heard=heard, verdicts=verdicts, verdict=verdict, disputed=disputed)


def together(judged: tuple[Judged, ...]) -> Verdict:
    """Put the questions behind one ARQ question together.

    While one of them is open the whole is never *voldaan*, and *ontbreekt* only where the first of them, which asks
    after the matter itself, says so.
    """
    known = {each.verdict for each in judged} & {Verdict.MET, Verdict.PARTLY, Verdict.MISSING}
    if known:
        is_open = any(each.verdict is Verdict.UNKNOWN for each in judged)
        if known == {Verdict.MET} and not is_open:
            return Verdict.MET
        leads = judged[0].verdict is Verdict.MISSING
        return Verdict.MISSING if known == {Verdict.MISSING} and (leads or not is_open) else Verdict.PARTLY
    if judged and all(each.verdict is Verdict.NOT_APPLICABLE for each in judged):
        return Verdict.NOT_APPLICABLE
    return Verdict.UNKNOWN


def _read(voice: Voice, *, question: Question, picture: Picture) -> Verdict | None:
    """Read one known answer; of somebody who is not sure, or of long ago, it is *deels* at most."""
    verdict = _plainly(voice.answer.values, question=question, picture=picture)
    return None if verdict is None else at_most(verdict, voice=voice, question=question, picture=picture)


def _plainly(values: tuple[str, ...], *, question: Question, picture: Picture) -> Verdict | None:
    """Read by the criteria that look at it, as yes or no, or by what it points at; else it informs."""
    criteria = [
        criterion
        for practice in picture.catalogue.practices
        for criterion in practice.criteria
        if isinstance(criterion, AnswerCriterion) and criterion.question == question.id
    ]
    if question.kind is AnswerKind.YES_NO_PARTLY:
        return Verdict.PARTLY if len(values) > 1 else _YES_NO.get(values[0])
    if criteria:
        found = [judge_values(values, criterion=criterion) for criterion in criteria]
        return next(verdict for verdict in (Verdict.MET, Verdict.PARTLY, Verdict.MISSING) if verdict in found)
    for confirms in question.confirms:
        over = confirms.above is not None and values[0].isdecimal() and int(values[0]) > confirms.above
        if over or set(values).intersection(confirms.values):
            return Verdict.PARTLY
    if question.confirms:
        return Verdict.MET
    return Verdict.MISSING if question.nothing.issuperset(values) else None
