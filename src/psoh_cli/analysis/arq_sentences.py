"""Our answer to an ARQ question in words a council member understands: what was said, by whom, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psoh_cli.analysis.arq_judging import Judged
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.voices import speakers
from psoh_cli.dutch import listing, number, people
from psoh_cli.interview.agreement import NOTHING
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import PEOPLE, Question
from psoh_cli.vocabulary import AnswerKind, Verdict

MOST_WORDS = 60
"""Words an answer may have; what does not fit stands in the evidence. Our own bound."""

_SHOWN = 4
_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_TELLING = (Verdict.MISSING, Verdict.PARTLY, Verdict.MET, None)
"""What is kept longest comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Position:
    """One thing that is said on a question, and by whom."""

    clause: str
    label: str
    voices: tuple[Voice, ...]
    in_numbers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """All that is said on one question; several positions are a difference."""

    judged: Judged
    positions: tuple[_Position, ...]

    @property
    def topic(self) -> str:
        return self.judged.question.topic or f"‘{self.judged.question.text}’"


def sentences(judged: tuple[Judged, ...], *, picture: Picture) -> str:
    """Write the answer in one to a few sentences of at most 60 words; nothing is added to what was said."""
    known = [each for each in judged if each.heard.known]
    if not known:
        return _nothing_known(judged)
    said = [_Said(judged=each, positions=tuple(_positions(each))) for each in known]
    agreed = [each for each in said if len(each.positions) == 1]
    differing = [each for each in said if len(each.positions) > 1]
    if not agreed and not differing:
        return "Er zijn antwoorden die zich niet in één zin laten zeggen; ze staan bij de onderbouwing."
    text = ""
    for kept in _ever_less(agreed, least=0 if differing else 1):
        for difference in _differences(differing, picture=picture):
            parts = (*_agreed(kept, picture=picture), difference, _still_open(judged))
            text = " ".join(_capital(part) for part in parts if part)
            if len(text.split()) <= MOST_WORDS:
                return text
    return text


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


def _positions(judged: Judged) -> Iterator[_Position]:
    """Sort the voices by what they say: numbers are a range, several choices add up, *geen* stands apart."""
    question, groups = judged.question, dict[str, list[Voice]]()
    for voice in judged.heard.known:
        groups.setdefault(_group(voice.answer.values, question=question), []).append(voice)
    order = [option.value for option in question.choices()]
    for key in sorted(groups, key=lambda key: order.index(key) if key in order else -1):
        voices = tuple(groups[key])
        text = clause(question, values=[value for voice in voices for value in voice.answer.values])
        if text is not None:
            yield _Position(
                clause=text,
                label=question.label(key).casefold(),
                voices=voices,
                in_numbers=question.kind is AnswerKind.NUMBER,
            )


def _group(values: tuple[str, ...], *, question: Question) -> str:
    if question.kind is AnswerKind.NUMBER:
        return ""
    if question.kind is AnswerKind.MULTIPLE:
        return next(iter(values)) if set(values) <= NOTHING else ""
    return values[0]


def _ever_less(agreed: list[_Said], *, least: int) -> Iterator[list[_Said]]:
    """Give all that is agreed, then ever less of it: what tells least goes first."""
    ranked = sorted(agreed, key=lambda each: _TELLING.index(each.judged.verdict))
    for count in range(len(agreed), least - 1, -1):
        yield [each for each in agreed if each in ranked[:count]]


def _agreed(said: list[_Said], *, picture: Picture) -> Iterator[str]:
    """Write what is agreed, one sentence for all that the same people say."""
    by: dict[tuple[str, frozenset[str]], list[str]] = {}
    for each in said:
        position = each.positions[0]
        same = frozenset(voice.informant for voice in position.voices)
        by.setdefault((_who(position, picture=picture), same), []).append(position.clause)
    for (who, _), clauses in by.items():
        joined = clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])}, en {clauses[-1]}"
        yield f"{joined}, volgens {who}."


def _differences(said: list[_Said], *, picture: Picture) -> Iterator[str]:
    """Write where informants differ, from all that was said down to the bare topics."""
    if not said:
        yield ""
        return
    told = [_in_full(each, picture=picture) for each in said]
    yield " ".join(told)
    short = [_in_brief(each, picture=picture) for each in said]
    if len(said) > 1:
        yield f"{told[0]} Ook over {listing(short[1:])} verschillen de antwoorden."
    bare = [each.topic for each in said]
    for told_of in range(len(said), -1, -1):
        yield f"Over {listing([*short[:told_of], *bare[told_of:]])} verschillen de antwoorden."


def _in_full(said: _Said, *, picture: Picture) -> str:
    positions = (
        f"{position.clause}, volgens {_who(position, picture=picture)}" for position in said.positions
    )
    return f"Over {said.topic} verschillen de antwoorden: {'; '.join(positions)}."


def _in_brief(said: _Said, *, picture: Picture) -> str:
    """Name a topic, with who said what where an answer is one word; of many voices only how often."""
    if said.judged.question.kind is not AnswerKind.YES_NO_PARTLY:
        return said.topic
    if all(len(position.voices) == 1 for position in said.positions):
        told = [f"{each.label} volgens {_who(each, picture=picture)}" for each in said.positions]
    else:
        told = [f"{len(each.voices)} keer {each.label}" for each in said.positions]
    return f"{said.topic} ({', '.join(told)})"


def _who(position: _Position, *, picture: Picture) -> str:
    """Name who said it; who each name a part of several choices say it together."""
    named = speakers(position.voices, picture=picture)
    parts = {frozenset(voice.answer.values) for voice in position.voices}
    return f"{named} samen" if len(parts) > 1 and not position.in_numbers else named


def _still_open(judged: tuple[Judged, ...]) -> str:
    still = [each.question for each in judged if each.heard.is_open]
    if not still:
        return ""
    if len(still) > 2:
        return f"Op {_in_letters(len(still))} andere vragen hierover is nog geen antwoord."
    return (
        f"Over {listing([question.topic or f'‘{question.text}’' for question in still])} is nog niets bekend."
    )


def _nothing_known(judged: tuple[Judged, ...]) -> str:
    still = [each for each in judged if each.heard.is_open]
    if not still:
        return "Niet van toepassing, volgens de informanten."
    one = len(still) == 1
    about = "de vraag hierover" if one else f"de {_in_letters(len(still))} vragen hierover"
    if all(each.heard.silent for each in still):
        return f"Nog niet bekend: {about} {'is' if one else 'zijn'} nog niet gesteld."
    if not any(each.heard.silent for each in still):
        return f"Nog niet bekend: niemand kon {about} beantwoorden."
    return f"Nog niet bekend: nog niemand heeft {about} beantwoord."


def _in_letters(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else number(count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
