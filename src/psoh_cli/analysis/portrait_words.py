"""The Portrait of one question on the screen of the adviser: every answer with its role, day and certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.analysis.agreements import standing
from psoh_cli.analysis.answer_words import says
from psoh_cli.analysis.chain import Part
from psoh_cli.interview.agreement import Agreement
from psoh_cli.interview.heard import hear
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question


def portrait_of(question: Question, *, portrait: Portrait, catalogue: Catalogue) -> tuple[Part, ...]:
    """Write who said what to a question and how that relates; who was not asked a follow-up is told apart."""
    heard = hear(question.id, portrait=portrait, questions=catalogue.question)
    found = standing(question, portrait=portrait, catalogue=catalogue)
    answered = (*heard.known, *heard.unknown, *heard.excused)
    parts = (
        Part(title="Hoe de antwoorden zich verhouden", lines=(_relation(found.relation),)),
        Part(title="Wie zegt wat", lines=tuple(_lines(answered, question=question))),
        Part(
            title="Voor wie deze vraag niet geldt",
            lines=tuple(f"- {name}" for name in dict.fromkeys(voice.role for voice in heard.conditioned)),
        ),
        Part(
            title="Kan het ook weten, nog niet gevraagd", lines=tuple(f"- {name}" for name in found.to_test)
        ),
    )
    return tuple(part for part in parts if part.lines)


def _relation(relation: Agreement) -> str:
    more = " Binnen één gesprek zei niet iedereen hetzelfde." if relation is Agreement.DIVIDED else ""
    return f"{relation.value.capitalize()}.{more}"


def _lines(voices: Iterable[Voice], *, question: Question) -> Iterator[str]:
    for voice in sorted(voices, key=lambda voice: voice.informant):
        certainty = voice.answer.certainty
        told = (
            voice.day.in_words() if voice.day else "datum onbekend",
            *((certainty.value.replace("-", " "),) if certainty else ()),
        )
        yield f"- {voice.role} ({', '.join(told)}): {says(voice, question=question)}"
