"""Asking what a foreign sheet leaves open: what its columns and words mean, and whose and where its services are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from psoh_cli.came_in import Place
    from psoh_cli.commands.kaart_import_inname import Intake
    from psoh_cli.kaart.exchange.sheet.questions import ColumnQuestion, WordQuestion
    from psoh_cli.terminal.asker import TerminalAsker

Step: TypeAlias = "Callable[[Intake, TerminalAsker], None]"
"""One question: it tells the answer to the intake."""

_COLUMN = (
    "Kies waar deze kolom over gaat. Staat het er niet bij, typ dan de naam van een veld, bijvoorbeeld wachttijd of "
    "toelichting."
)
_WORD = "Kies wat dit betekent. Zonder antwoord neemt psoh het niet over; het veld blijft dan zoals het is."
_AREA = (
    "Het bestand noemt geen werkgebied. Het antwoord geldt alleen voor diensten die nieuw zijn. "
    "Noem een gemeente, een wijk of een regio. nooit = het blijft onbekend. terug = de vorige vraag. "
    "stop = stoppen; uw antwoorden worden bewaard."
)
_FEW = 12
"""So many choices fit on a screen with their question."""


def about_columns(intake: Intake) -> Iterator[Step]:
    """Ask what each column is about that nobody knows."""
    columns = [item for taken in intake.taken for item in taken.questions.columns]
    for number, column in enumerate(columns, start=1):
        yield partial(_ask_column, question=column, left=f"Kolom {number} van {len(columns)}")


def _ask_column(intake: Intake, asker: TerminalAsker, *, question: ColumnQuestion, left: str) -> None:
    from psoh_cli.commands.kaart_import_kiezen import Choices, choose
    from psoh_cli.dutch import listing
    from psoh_cli.kaart.exchange.sheet.sheet_fields import fields

    shown = listing([f"'{text}'" for text in question.examples])
    asker.say("")
    asker.say(f"{left}: '{question.heading}'. Daar staat bijvoorbeeld {shown}.")
    field = choose(
        asker,
        Choices(
            question=question.question or f"Waar gaat kolom '{question.heading}' over?",
            likely=question.candidates,
            more={name: item.label for name, item in fields().items()},
            what="veld dat psoh kent",
            explanation=_COLUMN,
        ),
    )
    if field:
        intake.tell(intake.mapping.with_column(question.heading, field))


def about_organization(intake: Intake) -> Iterator[Step]:
    """Ask once whose the services are, where no column tells it."""
    places = [taken.questions.organization for taken in intake.taken if taken.questions.organization]
    if places:
        yield partial(_ask_organization, place=places[0])


def _ask_organization(intake: Intake, asker: TerminalAsker, *, place: Place) -> None:
    asker.say("")
    asker.say(f"Bij de diensten in {place.file} staat geen organisatie.")
    name = asker.ask("Van welke organisatie zijn ze? (Enter = nu niet) ", required=False)
    if name:
        intake.tell(intake.mapping.with_fixed("organisatie", name))


def about_area(intake: Intake) -> Iterator[Step]:
    """Ask once where new services work, when no column and no answer tells it."""
    is_open = any(taken.questions.area for taken in intake.taken)
    preview = intake.preview()
    kinds = {*(item.kind for item in preview.new), *(item.kind for item in preview.waiting)}
    if is_open and "dienst" in kinds:
        yield _ask_area


def _ask_area(intake: Intake, asker: TerminalAsker) -> None:
    gemeente = intake.opened.gemeente
    usual = gemeente.name if gemeente is not None else ""
    asker.say("")
    asker.say("In welk gebied werken de nieuwe diensten? Het bestand noemt geen werkgebied.")
    how = f"Enter = {usual}" if usual else "Enter = nu niet"
    text = asker.ask(f"Werkgebied ({how}, ? = uitleg): ", default=usual, required=False, explanation=_AREA)
    if text.casefold() in {"nooit", "overslaan"}:
        text = "onbekend"
    if text:
        value = gemeente.code if gemeente is not None and text == usual else text
        intake.tell(intake.mapping.with_fixed("werkgebied", value))


def about_words(intake: Intake) -> Iterator[Step]:
    """Ask what each word means that is none of the choices of its field."""
    words = [item for taken in intake.taken for item in taken.questions.words]
    for number, word in enumerate(words, start=1):
        yield partial(_ask_word, question=word, left=f"Woord {number} van {len(words)}")


def _ask_word(intake: Intake, asker: TerminalAsker, *, question: WordQuestion, left: str) -> None:
    from psoh_cli.commands.kaart_import_kiezen import Choices, choose

    times = "één keer" if question.count == 1 else f"{question.count} keer"
    asker.say("")
    asker.say(f"{left}: in kolom '{question.heading}' staat {times} '{question.text}'.")
    value = choose(
        asker,
        Choices(
            question=f"Wat is '{question.part or question.text}' bij '{question.label}'?",
            likely=question.candidates or (question.choices if len(question.choices) <= _FEW else {}),
            more=question.choices,
            what="keuze bij dit veld",
            explanation=_WORD,
        ),
    )
    if value:
        intake.tell(intake.mapping.with_word(question.heading, question.text, value))
