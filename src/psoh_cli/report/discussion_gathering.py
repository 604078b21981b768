"""Gather the topics of a discussion sheet from the analysis, what weighs most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from psoh_cli.analysis.agreements import Beside, Standing
from psoh_cli.analysis.finding import Analysis, Finding, FindingKind, ToAsk
from psoh_cli.analysis.unknowns import NOT_ASKED
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.naming import short_name
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.report.discussion_arq import arq_topic
from psoh_cli.report.discussion_topics import Topic, TopicKind, resolutions
from psoh_cli.rounds.round import Resolution, RoundFile
from psoh_cli.vocabulary import AnswerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What topics are gathered from."""

    analysis: Analysis
    catalogue: Catalogue
    round: RoundFile
    gemeente: Gemeente

    def decided(self, *about: str) -> tuple[Resolution, ...]:
        return resolutions(self.round, *about, as_of=self.analysis.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """All there is to talk about, each list with what weighs most first."""

    agreed: tuple[Topic, ...]
    differing: tuple[Topic, ...]
    unknown: tuple[Topic, ...]
    """What was asked, and all said not to know."""
    unasked: tuple[Topic, ...]
    """What nobody was asked yet."""
    arq: tuple[Topic, ...]

    @property
    def to_decide(self) -> tuple[Topic, ...]:
        """Give the points on which a decision can be taken, in the order of the sheet."""
        return (*self.differing, *self.unknown, *self.unasked, *self.arq)


def topics(analysis: Analysis, *, catalogue: Catalogue, whole: RoundFile, gemeente: Gemeente) -> Topics:
    """Sort what was said, and the five questions of ARQ; what was decided stands with its topic.

    The sentences name roles or groups as the analysis does; for a document it is one that names groups.
    """
    seen = _Seen(analysis=analysis, catalogue=catalogue, round=whole, gemeente=gemeente)
    found = analysis.agreements
    weight = _weights(seen)
    differing = chain(
        (_differing(item, seen=seen) for item in found.differing),
        (_apart(item, seen=seen) for item in found.apart),
        (_in_part(item, seen=seen) for item in found.in_part),
        (_only_gemeente(item, seen=seen) for item in found.only_gemeente),
    )
    unasked = _unasked(analysis.to_ask, but={item.question for item in found.nobody_knows})
    by_weight = partial(sorted, key=lambda topic: weight[topic.question])
    unknown = by_weight(_unknown(item, seen=seen) for item in found.nobody_knows)
    to_ask = by_weight(_to_ask(item, seen=seen) for item in unasked.items())
    by_groups = sorted(found.agreed, key=lambda item: -len(item.groups))
    known = _numbered(by_weight(differing), start=1)
    of_arq = {item.id: item.questions for item in catalogue.arq_questions}
    return Topics(
        agreed=tuple(_agreed(item) for item in by_groups if not _is_text(item, seen=seen)),
        differing=known,
        unknown=_numbered(unknown, start=len(known) + 1),
        unasked=_numbered(to_ask, start=len(known) + len(unknown) + 1),
        arq=tuple(
            arq_topic(
                answer,
                questions=of_arq.get(answer.id, ()),
                differing=known,
                standing=found.standing,
                catalogue=catalogue,
                gemeente=gemeente,
                decided=seen.decided(answer.id),
            )
            for answer in analysis.arq_questions
        ),
    )


def _weights(seen: _Seen) -> dict[str, tuple[bool, int, int]]:
    """Put what ARQ asks first, then what the gap with most priority rests on, then the order of the interview."""
    last = len(seen.analysis.findings)
    ranks: dict[str, int] = {}
    for gap in seen.analysis.gaps():
        for question in _rests_on(gap):
            ranks.setdefault(question, gap.priority.rank if gap.priority else last)
    of_arq = {name for item in seen.catalogue.arq_questions for name in item.questions}
    return {
        item.id: (item.id not in of_arq, ranks.get(item.id, last), place)
        for place, item in enumerate(seen.catalogue.questions)
    }


def _rests_on(gap: Finding) -> Iterator[str]:
    if gap.kind is not FindingKind.DIFFERENCE:
        yield from (rule.question for rule in gap.rules if rule.question)


def _is_text(item: Standing, *, seen: _Seen) -> bool:
    """Tell whether the answers were in words of one's own, which are in no document."""
    return seen.catalogue.question[item.question].kind is AnswerKind.TEXT


def _numbered(topics: Iterable[Topic], *, start: int) -> tuple[Topic, ...]:
    """Number points so that the sheet and a list of points on a screen say the same."""
    return tuple(replace(topic, number=str(place)) for place, topic in enumerate(topics, start=start))


def _agreed(item: Standing) -> Topic:
    return Topic(
        id=item.question,
        question=item.question,
        kind=TopicKind.AGREED,
        title=item.text,
        said=_said((item,)),
        doubt=item.doubt,
        groups=len(item.groups),
    )


def _differing(item: Standing, *, seen: _Seen) -> Topic:
    return _sided(
        item,
        about=item.findings[0],
        kind=TopicKind.DIFFERING,
        decided=seen.decided(*item.findings, item.question, *item.contradicted_by),
        seen=seen,
    )


def _apart(item: Beside, *, seen: _Seen) -> Topic:
    """Give a question on which statushouders and professionals do not say the same."""
    name = f"gap-{FindingKind.DIFFERENCE.value}-naast-{item.question}"
    return Topic(
        id=name,
        question=item.question,
        kind=TopicKind.DIFFERING,
        title=item.text,
        said=_said((item.statushouders,)),
        others=tuple((other.text, _in_line(other)) for other in item.professionals if other.sides),
        beside_brief=_brief((item.statushouders,)),
        decided=seen.decided(name, item.question),
    )


def _in_part(item: Standing, *, seen: _Seen) -> Topic:
    """Give a question on which professionals say the same, and only a part of the statushouders; it has no finding."""
    return _sided(
        item, about=item.question, kind=TopicKind.DIFFERING, decided=seen.decided(item.question), seen=seen
    )


def _only_gemeente(item: Standing, *, seen: _Seen) -> Topic:
    name = f"gap-{FindingKind.ONLY_GEMEENTE.value}-{item.question}"
    return _sided(
        item, about=name, kind=TopicKind.ONE_SIDED, decided=seen.decided(name, item.question), seen=seen
    )


def _sided(
    item: Standing, *, about: str, kind: TopicKind, decided: tuple[Resolution, ...], seen: _Seen
) -> Topic:
    """Give a question with who says what, who does not know, who does it, and what statushouders say beside it."""
    return Topic(
        id=about,
        question=item.question,
        kind=kind,
        title=item.text,
        said=_said((item,)),
        unknown=item.unknown,
        excused=item.excused,
        done_by="; ".join(item.done_by),
        beside=_statushouders(item.question, seen=seen),
        beside_brief=_brief(item.statushouders),
        decided=decided,
    )


def _unknown(item: Standing, *, seen: _Seen) -> Topic:
    return Topic(
        id=item.question,
        question=item.question,
        kind=TopicKind.UNKNOWN,
        title=item.text,
        unknown=item.unknown,
        excused=item.excused,
        decided=seen.decided(item.question),
    )


def _unasked(groups: Iterable[ToAsk], *, but: set[str]) -> dict[str, list[str]]:
    """Give the groups that could know, by the question that nobody was asked yet."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for item in group.questions:
            if item.state == NOT_ASKED and item.question not in but:
                found.setdefault(item.question, []).append(short_name(group.name))
    return found


def _to_ask(item: tuple[str, list[str]], *, seen: _Seen) -> Topic:
    """Give a question that nobody was asked."""
    name, groups = item
    return Topic(
        id=name,
        question=name,
        kind=TopicKind.UNASKED,
        title=seen.catalogue.question[name].text,
        to_ask="; ".join(groups),
        decided=seen.decided(name),
    )


def _said(standings: Iterable[Standing]) -> tuple[tuple[str, str], ...]:
    """Give each answer with who gave it, with a capital."""
    return tuple(
        (f"{side.words[:1].upper()}{side.words[1:]}", side.who) for item in standings for side in item.sides
    )


def _in_line(item: Standing) -> str:
    return "; ".join(f"{side.words} ({side.who})" for side in item.sides)


def _brief(own: Iterable[Standing]) -> str:
    """Write what statushouders say, each answer once."""
    return "; ".join(dict.fromkeys(side.words for item in own for side in item.sides))


def _statushouders(question: str, *, seen: _Seen) -> str:
    """Write what statushouders say on the same, where they were asked in other words."""
    found = [
        item
        for item in seen.analysis.agreements.beside
        if item.question != question and any(other.question == question for other in item.professionals)
    ]
    return " ".join(
        f"{'; '.join(side.words for side in item.statushouders.sides)}. (Gevraagd: {item.text})"
        for item in found
        if item.statushouders.sides
    )
