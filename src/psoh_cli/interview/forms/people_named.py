"""Texts on a list that seem to be about one person: they wait for somebody to look, and the choice does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import FilledAnswer
from psoh_cli.practices.question import Question
from psoh_cli.privacy.finding import kinds
from psoh_cli.privacy.telling import how_to_allow
from psoh_cli.privacy.trace import Kind
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind

HAVE_READ = "--zelf-gelezen"
"""The option by which somebody says to have read these texts, and that they may stay."""

_ANSWER, _OTHER, _REMARK = "antwoord", "anders", "opmerking"


@dataclass(frozen=True, kw_only=True)
class Loose:
    """A remark or a certainty without an answer beside it: it goes with the answer that stands in the interview."""

    remark: str | None
    certainty: AnswerCertainty | None


@dataclass(frozen=True, kw_only=True)
class Held:
    """One text that names somebody. `part` is where it belongs, as in `FilledAnswer.places`."""

    question: str
    part: str
    place: Place
    text: str
    found: tuple[Kind, ...]

    @property
    def told(self) -> NotUnderstood:
        """Say where it stands and what to do; the words themselves are not repeated."""
        what = "dit antwoord" if self.part == _ANSWER else "deze tekst"
        return NotUnderstood(
            place=self.place,
            text="",
            why=f"hier lijkt te staan: {', '.join(self.found)}. psoh neemt {what} nog niet over, de rest wel",
            remedy=f"Schrijf het in het bestand anders op en lees het opnieuw. Staat hier echt niets over een "
            f"persoon? Geef dan {HAVE_READ}",
        )

    @property
    def warning(self) -> str:
        """Say what it means that the text is taken over all the same."""
        return (
            f"Hier lijkt te staan: {', '.join(self.found)}. U las dit zelf. psoh check meldt het als fout, en psoh "
            f"analyse stopt er dan op. Mag het blijven? {how_to_allow(self.text)}"
        )


def named_in(said: Answer | Loose, item: FilledAnswer, question: Question) -> tuple[Held, ...]:
    """Find every text of an answer that seems to be about one person, with its own place on the list."""
    return tuple(
        Held(question=question.id, part=part, place=item.places.get(part, item.place), text=text, found=found)
        for part, text in _texts(said, question)
        if (found := kinds(text))
    )


def without(said: Answer | Loose, held: tuple[Held, ...]) -> Answer | Loose | None:
    """Give what a list says without the texts that wait; None when nothing is left."""
    parts = {item.part for item in held}
    remark = None if _REMARK in parts else said.remark
    if isinstance(said, Loose) or _ANSWER in parts:
        return Loose(remark=remark, certainty=said.certainty) if remark or said.certainty else None
    details = {
        choice: kept
        for choice, about in said.details.items()
        if (kept := {name: text for name, text in about.items() if f"{choice}/{name}" not in parts})
    }
    other = None if _OTHER in parts else said.other
    return said.model_copy(update={"remark": remark, "other": other, "details": details})


def stands_in(held: Held, answer: Answer | None) -> bool:
    """Tell whether a text stands in the interview already: it waits for nobody then."""
    return answer is not None and held.text in (*answer.values, *answer.texts)


def _texts(said: Answer | Loose, question: Question) -> Iterator[tuple[str, str]]:
    if said.remark:
        yield _REMARK, said.remark
    if isinstance(said, Loose):
        return
    if question.kind is AnswerKind.TEXT:
        yield from ((_ANSWER, value) for value in said.values)
    if said.other:
        yield _OTHER, said.other
    for choice, about in said.details.items():
        yield from ((f"{choice}/{name}", text) for name, text in about.items())
