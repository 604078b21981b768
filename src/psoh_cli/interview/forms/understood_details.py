"""What was said about each choice, judged as an answer of its own kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from psoh_cli.came_in import NotUnderstood
from psoh_cli.interview.changed_questions import trail_of
from psoh_cli.interview.details import as_question
from psoh_cli.interview.forms.filled import FilledAnswer
from psoh_cli.interview.forms.words import NotThisError, values_of
from psoh_cli.interview.values import label
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question


def details_of(
    item: FilledAnswer,
    question: Question,
    values: tuple[str, ...],
    *,
    catalogue: Catalogue,
    as_of: date,
    problems: list[NotUnderstood],
) -> Iterator[tuple[str, dict[str, str]]]:
    """Give for each choice what was said about it; tell what belongs to no choice, or is no answer."""
    known = {detail.id: detail for detail in question.details}
    for choice, said in item.details.items():
        taken: dict[str, str] = {}
        for name, text in said.items():
            if not text:
                continue
            why, remedy = "", ""
            if choice not in values:
                why = f"er is iets ingevuld over ‘{label(question, choice)}’, en dat is niet gekozen"
                remedy = "Hoort het erbij? Zet dan ook een x bij dat antwoord."
            elif name not in known:
                why, remedy = "dit wordt niet meer gevraagd", "Is het belangrijk? Zet het dan bij Opmerking."
            else:
                try:
                    asked = as_question(known[name], question)
                    values_here = values_of(
                        asked, (text,), catalogue=catalogue, asked_as=asked.id, as_of=as_of
                    )
                    if values_here:
                        taken[name] = values_here[0]
                except NotThisError as error:
                    why, remedy = error.why, error.remedy
            if why:
                place = item.places.get(f"{choice}/{name}", item.place)
                problems.append(NotUnderstood(place=place, text=text[:80], why=why, remedy=remedy))
        if taken:
            yield choice, taken


def led(item: FilledAnswer, *, catalogue: Catalogue) -> FilledAnswer:
    """Put what was said about each choice under the name of that choice today."""
    trail = trail_of(item.question, catalogue)
    if trail is None:
        return item

    def part(name: str) -> str:
        choice, slash, detail = name.partition("/")
        return f"{trail.value_now(choice)}/{detail}" if slash else name

    details: dict[str, dict[str, str]] = {}
    for choice, said in item.details.items():
        details.setdefault(trail.value_now(choice), {}).update(said)
    return replace(
        item,
        details=details,
        places={part(name): place for name, place in item.places.items()},
        cleared={part(name): stood for name, stood in item.cleared.items()},
    )
