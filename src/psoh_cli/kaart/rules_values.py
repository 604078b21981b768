"""Rules of the kaart about values that cannot be, or should not stand there."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import PartialDate, euros
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ClientCost, Interpreter

_WITHOUT_INTERPRETER = frozenset({Interpreter.NONE, Interpreter.UNKNOWN})


def dates_have_been(subject: Subject) -> Iterator[Problem]:
    """KAART003: nothing was confirmed, measured, changed or declared after the day we look from."""
    for path, entry in subject.entries():
        yield from _future(subject, (*path, "gecontroleerd_op"), entry.assured_date)
        if isinstance(entry, Service) and entry.waiting is not None:
            yield from _future(subject, (*path, "wachttijd", "gemeten_op"), entry.waiting.measured_on)
        for index, change in enumerate(entry.history):
            yield from _future(subject, (*path, "geschiedenis", index, "op"), change.day)
    for index, declaration in enumerate(subject.kaart.complete):
        yield from _future(subject, ("volledig_voor", index, "datum"), declaration.day)


def free_costs_nothing(subject: Subject) -> Iterator[Problem]:
    """KAART014: what is free has no price."""
    for path, service in subject.services():
        if service.cost is ClientCost.FREE and service.cost_amount:
            yield subject.problem(
                "KAART014",
                (*path, "kosten_bedrag"),
                f"dienst '{service.id}' is gratis en kost toch {euros(service.cost_amount)}",
            )


def interpreter_languages_need_interpreter(subject: Subject) -> Iterator[Problem]:
    """KAART015: languages of an interpreter stand beside an interpreter."""
    for path, service in subject.services():
        if service.interpreter_languages and service.interpreter in _WITHOUT_INTERPRETER:
            yield subject.problem(
                "KAART015",
                (*path, "tolktalen"),
                f"dienst '{service.id}' noemt tolktalen, maar tolkinzet is '{service.interpreter.value}'",
            )


RULES = (
    dates_have_been,
    free_costs_nothing,
    interpreter_languages_need_interpreter,
)


def _future(subject: Subject, path: Path, day: PartialDate | None) -> Iterator[Problem]:
    if day is not None and subject.as_of is not None and day.first_day() > subject.as_of:
        yield subject.problem("KAART003", path, f"{day.in_words()} ligt in de toekomst")
