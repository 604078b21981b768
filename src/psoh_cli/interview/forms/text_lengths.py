"""How long a text on a list may be: one bound for every form of a list, judged of what somebody wrote on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from psoh_cli.came_in import NotUnderstood
from psoh_cli.dutch import number
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import FilledAnswer
from psoh_cli.interview.forms.page_values import LONGEST_TEXT

_SHOWN = 60


@dataclass
class _Look:
    item: FilledAnswer
    stands: frozenset[str]
    told: list[NotUnderstood] = field(default_factory=list)

    def kept(self, text: str, part: str) -> str:
        """Give a text that is not too long, or that stood there before; an empty one for another, and tell it."""
        if len(text) <= LONGEST_TEXT or _flat(text) in self.stands:
            return text
        self.told.append(
            NotUnderstood(
                place=self.item.places.get(part, self.item.place),
                text=f"{text[:_SHOWN]}…",
                why=f"deze tekst heeft {number(len(text))} tekens, en psoh neemt er hoogstens "
                f"{number(LONGEST_TEXT)} over",
                remedy="Maak de tekst korter, en bewaar de hele tekst elders.",
            )
        )
        return ""


def within_length(
    item: FilledAnswer, *, stands: frozenset[str]
) -> tuple[FilledAnswer, tuple[NotUnderstood, ...]]:
    """Take off the texts that are too long and tell each; what nobody touched, or stands in the interview, stays."""
    if item.as_sent:
        return item, ()
    look = _Look(item, stands)
    short = replace(
        item,
        values=tuple(filter(None, (look.kept(text, "antwoord") for text in item.values))),
        other=look.kept(item.other, "anders"),
        remark=look.kept(item.remark, "opmerking"),
        certainty=look.kept(item.certainty, "zekerheid"),
        details={
            choice: {name: look.kept(text, f"{choice}/{name}") for name, text in about.items()}
            for choice, about in item.details.items()
        },
    )
    return short, tuple(look.told)


def long_texts(answers: Mapping[str, Answer]) -> frozenset[str]:
    """Give the texts in an interview that are longer than a list may hold."""
    return frozenset(
        _flat(text)
        for answer in answers.values()
        for text in _texts(answer)
        if text and len(text) > LONGEST_TEXT
    )


def _texts(answer: Answer) -> Iterable[str | None]:
    details = (text for about in answer.details.values() for text in about.values())
    return (*answer.values, answer.other, answer.remark, *details)


def _flat(text: str) -> str:
    return " ".join(text.split())
