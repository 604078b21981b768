"""What is asked once more per choice: for which choices, what is still to come, and an answer with more in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.values import OTHER, label, stands_alone
from psoh_cli.model import normal
from psoh_cli.practices.question import Detail, Question

Said = Mapping[str, Mapping[str, str]]
"""By the value of a choice, then by the id of what was asked about it."""


@dataclass(frozen=True, slots=True)
class AskedMore:
    """One thing asked about one choice."""

    choice: str
    detail: Detail


def choices_to_tell_of(question: Question, values: tuple[str, ...]) -> tuple[str, ...]:
    """Give the choices about which something more is asked: not those that say there is nothing to tell."""
    if not question.details:
        return ()
    alone = stands_alone(question)
    return tuple(value for value in values if value not in alone)


def all_asked(question: Question, values: tuple[str, ...]) -> tuple[AskedMore, ...]:
    """Give everything that is asked about these choices, in the order in which it is asked."""
    return tuple(
        AskedMore(choice, detail)
        for choice in choices_to_tell_of(question, values)
        for detail in question.details
    )


def still_to_ask(question: Question, answer: Answer) -> int:
    """Give the place in `all_asked` from where nothing was said; what was skipped before that stays skipped."""
    asked = all_asked(question, answer.values)
    told = [at for at, one in enumerate(asked) if answer.details.get(one.choice, {}).get(one.detail.id)]
    return max(told) + 1 if told else 0


def as_question(detail: Detail, question: Question) -> Question:
    """Give what is asked about a choice as a question: what counts as an answer is judged as everywhere."""
    return question.model_copy(
        update={
            "id": detail.id,
            "text": detail.text,
            "kind": detail.kind,
            "options": detail.options,
            "option_list": None,
            "unit": detail.unit,
            "minimum": detail.minimum,
            "details": (),
        }
    )


def choice_label(question: Question, answer: Answer, choice: str) -> str:
    """Name a choice as its own words say, *anders* by what was meant with it."""
    shown = label(question, choice)
    return f"{shown} ({answer.other})" if choice == OTHER and answer.other else shown


def detail_label(question: Question, detail: Detail, said: str) -> str:
    """Give the words for what was said about a choice."""
    return label(as_question(detail, question), said)


def with_more(answer: Answer, one: AskedMore, text: str | None) -> Answer:
    """Put what was said about a choice with the answer; none takes it away. The order is that of the choices."""
    told = {choice: dict(said) for choice, said in answer.details.items()}
    about = told.setdefault(one.choice, {})
    about.pop(one.detail.id, None)
    if text is not None:
        about[one.detail.id] = normal(text)
    ranked = sorted(told, key=lambda choice: _rank(choice, answer.values))
    return answer.model_copy(update={"details": {choice: told[choice] for choice in ranked if told[choice]}})


def kept_for(values: tuple[str, ...], *sources: Said) -> dict[str, dict[str, str]]:
    """Keep what was said about the choices that stay; the first source that knows a choice counts."""
    kept: dict[str, dict[str, str]] = {}
    for value in values:
        said = next((source[value] for source in sources if source.get(value)), None)
        if said:
            kept[value] = dict(said)
    return kept


def _rank(choice: str, values: tuple[str, ...]) -> int:
    return values.index(choice) if choice in values else len(values)
