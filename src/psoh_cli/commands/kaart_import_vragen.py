"""Asking what a file leaves open, one after the other and back: its sheets, the source, partners, and like names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from psoh_cli.commands.kaart_import_vragen_blad import (
    Step,
    about_area,
    about_columns,
    about_organization,
    about_words,
)

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_import_inname import Intake
    from psoh_cli.kaart.exchange.answers import Answers, Question
    from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
    from psoh_cli.terminal.asker import TerminalAsker

_SOURCE = (
    "Zo kan iemand anders het later nakijken. Noem een document of een organisatie, geen persoon. "
    "Bijvoorbeeld: opgave van Welzijn Oost, maart 2026."
)
_PARTNER = (
    "De soort zegt welke rol de organisatie in de keten heeft. Zonder antwoord wacht de organisatie, met haar "
    "diensten. Is het geen organisatie maar een losse regel, typ dan nooit."
)


@dataclass(frozen=True)
class _Moment:
    """Where somebody was, and what was told until then; to go back to."""

    stage: int
    steps: list[Step]
    at: int
    mapping: SheetMapping
    answers: Answers
    was_told: bool


def ask_what_is_open(intake: Intake, asker: TerminalAsker) -> None:
    """Ask all that is open, and go back where somebody says so. Raises Stopped or EOFError; nothing is written then."""
    from psoh_cli.commands.kaart_import_kiezen import Back

    path: list[_Moment] = []
    stage, steps, at = 0, list(_STAGES[0](intake)), 0
    while at < len(steps) or stage + 1 < len(_STAGES):
        if at == len(steps):
            stage, at = stage + 1, 0
            steps = list(_STAGES[stage](intake))
            continue
        now = _Moment(stage, steps, at, intake.mapping, intake.answers, intake.was_told)
        try:
            steps[at](intake, asker)
        except Back:
            if not path:
                asker.say("Dit is de eerste vraag.")
                continue
            before = path.pop()
            stage, steps, at = before.stage, before.steps, before.at
            intake.go_back(before.mapping, before.answers, was_told=before.was_told)
        else:
            path.append(now)
            at += 1


def _about_source(intake: Intake) -> Iterator[Step]:
    return (partial(_ask_source, question=item) for item in _open(intake, "bron"))


def _ask_source(intake: Intake, asker: TerminalAsker, *, question: Question) -> None:
    from psoh_cli.dutch import plural

    asker.say("")
    count = plural(question.entries, "nieuwe vermelding", "nieuwe vermeldingen")
    asker.say(f"Waar komt deze informatie vandaan? Dat geldt voor {count} zonder eigen bron.")
    usual = f"opgave in {question.place.file}"
    text = asker.ask(f"Bron (Enter = {usual}): ", default=usual, explanation=_SOURCE)
    intake.answer(replace(intake.answers, source=text))


def _about_partners(intake: Intake) -> Iterator[Step]:
    questions = _open(intake, "ketenpartner")
    for number, question in enumerate(questions, start=1):
        yield partial(
            _ask_partner, question=question, left=f"Nieuwe organisatie {number} van {len(questions)}"
        )


def _ask_partner(intake: Intake, asker: TerminalAsker, *, question: Question, left: str) -> None:
    from psoh_cli.commands.kaart_import_kiezen import Choices, choose
    from psoh_cli.kaart.exchange.likely_partners import likely_partners

    where = f" (rij {question.place.row})" if question.place.row else ""
    kinds = intake.known.partner_types
    used = [item.partner_type for item in intake.opened.own_file().organizations]
    asker.say("")
    asker.say(f"{left}: {question.name}{where}.")
    value = choose(
        asker,
        Choices(
            question=f"Wat voor ketenpartner is {question.name}?",
            likely=likely_partners(question.name, kinds, used=used),
            more=kinds,
            what="soort ketenpartner",
            explanation=_PARTNER,
        ),
    )
    if value:
        told = {**intake.answers.partner_types, question.name: value}
        intake.answer(replace(intake.answers, partner_types=told))


def _about_same(intake: Intake, *, kind: str) -> Iterator[Step]:
    return (partial(_ask_same, question=item) for item in _open(intake, "dezelfde", kind=kind))


def _ask_same(intake: Intake, asker: TerminalAsker, *, question: Question) -> None:
    from psoh_cli.kaart.exchange.answers import IS_NEW

    asker.say("")
    asker.say(f"De {question.kind} '{question.name}' in het bestand lijkt op iets dat al op de kaart staat.")
    options = [(key, f"Dezelfde als {name} [{key}]") for key, name in question.candidates.items()]
    value = asker.choose(
        "Is het dezelfde?",
        [*options, (IS_NEW, "Nee, het is een andere")],
        explanation="Dezelfde: wat het bestand zegt, komt bij de vermelding die er al staat. stop = stoppen.",
    )
    intake.answer(replace(intake.answers, same={**intake.answers.same, question.name: value}))


def _about_keeping(intake: Intake) -> Iterator[Step]:
    """Offer to keep the answers beside the file; a file that is there already is left alone."""
    from psoh_cli.files import disk

    path = intake.usual_mapping_path()
    if intake.was_told and intake.mapping_path is None and path is not None and not disk.is_file(path):
        yield _ask_to_keep


def _ask_to_keep(intake: Intake, asker: TerminalAsker) -> None:
    path = intake.usual_mapping_path()
    asker.say("")
    if path is not None and asker.confirm(
        f"Deze antwoorden bewaren in {path.as_posix()}, voor de volgende keer?"
    ):
        intake.mapping_path = path


def _open(intake: Intake, about: str, *, kind: str = "") -> list[Question]:
    """Give the questions of one sort that are still open, with all that was answered so far."""
    found = intake.preview().questions
    return [item for item in found if item.about == about and (not kind or item.kind == kind)]


_STAGES: tuple[Callable[[Intake], Iterator[Step]], ...] = (
    about_columns,
    about_organization,
    about_words,
    partial(_about_same, kind="organisatie"),  # of what is not new, nothing else is asked
    about_area,
    _about_source,
    _about_partners,
    partial(_about_same, kind="dienst"),
    _about_keeping,
)
"""In this order: what is asked later depends on what was told before."""
