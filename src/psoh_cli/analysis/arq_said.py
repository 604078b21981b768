"""What is said on a question of ARQ as clauses, and by whom: several positions are a difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psoh_cli.analysis.arq_judging import Judged
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.proof import names_nothing
from psoh_cli.analysis.voices import speakers
from psoh_cli.dutch import listing, number, people
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import PEOPLE, Question
from psoh_cli.vocabulary import AnswerKind

AS_FAR = "voor zover bekend"
"""The reserve with what may not be all."""

_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One thing that is said on a question, and by whom."""

    clause: str
    label: str
    voices: tuple[Voice, ...]
    in_numbers: bool
    knows_of_none: bool
    """Whether those who say *geen* see only a part of the gemeente."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that is said on one question; several positions are a difference."""

    judged: Judged
    positions: tuple[Position, ...]

    @property
    def topic(self) -> str:
        return self.judged.question.topic or f"‘{self.judged.question.text}’"


def clause(question: Question, *, values: Sequence[str]) -> str | None:
    """Say answers to one question as a clause; words that are no option of the question are left out."""
    if question.kind is AnswerKind.NUMBER:
        return _in_numbers(question, values=values)
    chosen = [option for option in question.choices() if option.value in values]
    if question.clause_prefix is None:
        return question.clauses.get(chosen[0].value) if len(chosen) == 1 else None
    words = [question.clauses.get(option.value, option.label) for option in chosen]
    if len(words) > _SHOWN:
        words = [*words[: _SHOWN - 1], f"nog {len(words) - _SHOWN + 1} andere"]
    return f"{question.clause_prefix} {listing(words)}" if words else None


def _in_numbers(question: Question, *, values: Sequence[str]) -> str | None:
    numbers = sorted({int(value) for value in values if value.isdecimal()})
    if not numbers or question.clause_prefix is None:
        return None
    write = people if question.unit == PEOPLE else number
    span = " tot ".join(dict.fromkeys(write(value) for value in (numbers[0], numbers[-1])))
    return f"{question.clause_prefix} {span} {question.unit or ''}".strip()


def positions(judged: Judged) -> Iterator[Position]:
    """Sort the voices by what they say: numbers are a range, several choices add up, *geen* stands apart."""
    question, groups = judged.question, dict[str, list[Voice]]()
    for voice in judged.heard.known:
        groups.setdefault(_group(voice.answer.values, question=question), []).append(voice)
    order = [option.value for option in question.choices()]
    for key in sorted(groups, key=lambda key: order.index(key) if key in order else -1):
        voices = tuple(groups[key])
        text = clause(question, values=[value for voice in voices for value in voice.answer.values])
        if text is not None:
            yield Position(
                clause=text,
                label=question.label(key).casefold(),
                voices=voices,
                in_numbers=question.kind is AnswerKind.NUMBER,
                knows_of_none=names_nothing(voices, question=question),
            )


def _group(values: tuple[str, ...], *, question: Question) -> str:
    if question.kind is AnswerKind.NUMBER:
        return ""
    if question.kind is AnswerKind.MULTIPLE:
        return next(iter(values)) if question.nothing.issuperset(values) else ""
    return " en ".join(values)


def by(position: Position, *, picture: Picture) -> str:
    """Write who says it; of a *geen* by those who see only a part, that it is all they know of."""
    named = who(position, picture=picture)
    return f"{AS_FAR} bij {named}" if position.knows_of_none else f"volgens {named}"


def who(position: Position, *, picture: Picture) -> str:
    """Name who said it; who each name a part of several choices say it together."""
    named = speakers(position.voices, picture=picture)
    parts = {frozenset(voice.answer.values) for voice in position.voices}
    return f"{named} samen" if len(parts) > 1 and not position.in_numbers else named
