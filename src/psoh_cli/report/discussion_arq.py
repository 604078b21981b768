"""A question of ARQ on the discussion sheet: what is known may be shortened, what differs or is open never is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from psoh_cli.analysis.finding import ArqAnswer
from psoh_cli.analysis.standing import Standing
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.agreement import Agreement
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import wording
from psoh_cli.report.discussion_topics import Topic, TopicKind
from psoh_cli.rounds.round import Resolution
from psoh_cli.vocabulary import AnswerKind

_DIFFERING = ("verschillen de antwoorden", "verschilt het per organisatie", "niet allemaal hetzelfde")
_OPEN = ("nog niets bekend", "nog geen antwoord")
"""What a sentence holds that says less than is known; the sheet says that in words of its own, and whole."""
_UNSURE = "niet ieder antwoord is zeker"
_ADDS_UP = frozenset({AnswerKind.NUMBER, AnswerKind.TEXT})
"""Answers that stand side by side: a range, and words of one's own."""


def arq_topic(
    answer: ArqAnswer,
    *,
    questions: Sequence[str],
    differing: Iterable[Topic],
    standing: Mapping[str, Standing],
    catalogue: Catalogue,
    gemeente: Gemeente,
    decided: tuple[Resolution, ...],
) -> Topic:
    """Give one of the five questions; where its answers differ it names the points of the sheet."""
    points = {topic.question: topic.number for topic in differing if topic.kind is TopicKind.DIFFERING}
    differs = tuple(_differing(questions, points=points, standing=standing, catalogue=catalogue))
    still = [item.question for item in answer.open]
    open_ones = [_about(name, catalogue=catalogue) for name in still] if len(still) < len(questions) else []
    said_apart = (*(_DIFFERING if differs else ()), *(_OPEN if open_ones else ()))
    if _UNSURE in answer.certainty:
        open_ones.append(_UNSURE)
    known = _known(answer.answer, said_apart=said_apart)
    beside = [each for each in known if STATUSHOUDERS in each]
    said = partial(wording.as_said, gemeente=gemeente)
    return Topic(
        id=answer.id,
        kind=TopicKind.ARQ,
        title=answer.subject,
        lead=said(" ".join(each for each in known if each not in beside)),
        beside=said(" ".join(beside)),
        differs="; ".join(differs),
        open="; ".join(open_ones),
        verdict=answer.verdict,
        number=f"ARQ {answer.number}",
        decided=decided,
    )


def _differing(
    questions: Sequence[str],
    *,
    points: Mapping[str, str],
    standing: Mapping[str, Standing],
    catalogue: Catalogue,
) -> Iterator[str]:
    for name in questions:
        item = standing.get(name)
        if name in points:
            yield f"{_about(name, catalogue=catalogue)} (punt {points[name]})"
        elif item is not None and _own_work_differs(item, catalogue=catalogue):
            yield f"{_about(name, catalogue=catalogue)} (per organisatie)"


def _own_work_differs(item: Standing, *, catalogue: Catalogue) -> bool:
    question = catalogue.question[item.question]
    if item.relation is not Agreement.PER_ORGANIZATION or question.kind in _ADDS_UP or len(item.sides) < 2:
        return False
    if question.kind is not AnswerKind.MULTIPLE:
        return True
    nothing = {option.label.casefold() for option in question.choices() if option.excludes}
    return any(side.words.casefold() in nothing for side in item.sides)


def _about(name: str, *, catalogue: Catalogue) -> str:
    question = catalogue.question[name]
    return question.topic or f"‘{question.text}’"


def _known(answer: str, *, said_apart: Sequence[str]) -> list[str]:
    """Leave out the sentences on what differs and what is open, where those are told apart."""
    sentences = [f"{each.rstrip('.')}." for each in answer.split(". ") if each]
    return [each for each in sentences if not any(words in each for words in said_apart)]
