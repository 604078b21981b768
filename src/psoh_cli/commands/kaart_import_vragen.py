"""Asking what a file leaves open: columns, words, the source, kinds of partners, and names that look alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psoh_cli.commands.kaart_import_lezen import Intake
    from psoh_cli.kaart.exchange.answers import Question
    from psoh_cli.kaart.exchange.sheet.questions import ColumnQuestion, WordQuestion
    from psoh_cli.terminal.asker import TerminalAsker

_SKIP = "overslaan"
_HOW = "Enter = overslaan. ? = uitleg. stop = stoppen zonder iets te schrijven."
_COLUMN = (
    "Kies waar deze kolom over gaat. Staat het er niet bij, typ dan de naam van een veld, bijvoorbeeld wachttijd of "
    "toelichting. Enter: de kolom wordt niet overgenomen."
)
_WORD = "Kies wat dit woord betekent. Enter: psoh neemt het niet over; het veld blijft dan zoals het is."
_SOURCE = (
    "Zo kan iemand anders het later nakijken. Noem een document of een organisatie, geen persoon. "
    "Bijvoorbeeld: opgave van Welzijn Oost, maart 2026."
)
_PARTNER = "De soort zegt welke rol de organisatie in de keten heeft. Enter: de organisatie wacht, met haar diensten."


def ask_what_is_open(intake: Intake, asker: TerminalAsker) -> None:
    """Ask until nothing is open, or somebody skipped it. Raises Stopped or EOFError; nothing is written then."""
    _ask_about_sheets(intake, asker)
    for question in _open(
        intake, "dezelfde", kind="organisatie"
    ):  # of what is not new, nothing else is asked
        _ask_same(intake, asker, question)
    for question in _open(intake, "bron"):
        _ask_source(intake, asker, question)
    _ask_partners(intake, asker, _open(intake, "ketenpartner"))
    for question in _open(intake, "dezelfde", kind="dienst"):
        _ask_same(intake, asker, question)
    if intake.was_told and intake.mapping_path is None:
        _ask_to_keep(intake, asker)


def _open(intake: Intake, about: str, *, kind: str = "") -> list[Question]:
    """Give the questions of one sort that are still open, with all that was answered so far."""
    found = intake.preview().questions
    return [item for item in found if item.about == about and (not kind or item.kind == kind)]


def _ask_to_keep(intake: Intake, asker: TerminalAsker) -> None:
    """Offer to keep the answers beside the file; a file that is there already is left alone."""
    from psoh_cli.files import disk

    path = intake.usual_mapping_path()
    if path is None or disk.is_file(path):
        return
    asker.say("")
    if asker.confirm(f"Deze antwoorden bewaren in {path.as_posix()}, voor de volgende keer?"):
        intake.mapping_path = path


def _ask_about_sheets(intake: Intake, asker: TerminalAsker) -> None:
    """Ask about columns first: what is asked about words depends on them."""
    columns = [item for taken in intake.taken for item in taken.questions.columns]
    for number, column in enumerate(columns, start=1):
        _ask_column(intake, asker, column, left=f"Kolom {number} van {len(columns)} die psoh niet kent")
    places = [taken.questions.organization for taken in intake.taken if taken.questions.organization]
    if places:
        asker.say("")
        asker.say(f"Bij de diensten in {places[0].file} staat geen organisatie.")
        name = asker.ask("Van welke organisatie zijn ze? ", required=False, explanation=_HOW)
        if name:
            intake.tell(intake.mapping.with_fixed("organisatie", name))
    for word in [item for taken in intake.taken for item in taken.questions.words]:
        _ask_word(intake, asker, word)


def _ask_column(intake: Intake, asker: TerminalAsker, question: ColumnQuestion, *, left: str) -> None:
    from psoh_cli.dutch import listing

    shown = listing([f"'{text}'" for text in question.examples])
    asker.say("")
    asker.say(f"{left}: '{question.heading}'. Daar staat bijvoorbeeld {shown}.")
    field = _chosen(
        asker, "Waar gaat deze kolom over?", question.candidates, more=_all_fields(), explanation=_COLUMN
    )
    intake.tell(intake.mapping.with_column(question.heading, field or _SKIP))


def _all_fields() -> dict[str, str]:
    from psoh_cli.kaart.exchange.sheet.sheet_fields import fields

    return {name: item.label for name, item in fields().items()}


def _ask_word(intake: Intake, asker: TerminalAsker, question: WordQuestion) -> None:
    times = "één keer" if question.count == 1 else f"{question.count} keer"
    asker.say("")
    asker.say(f"In kolom '{question.heading}' staat {times} '{question.text}'.")
    likely = dict(question.candidates) or dict(question.choices)
    value = _chosen(
        asker, f"Wat is dat bij '{question.label}'?", likely, more=question.choices, explanation=_WORD
    )
    intake.tell(intake.mapping.with_word(question.heading, question.text, value or _SKIP))


def _ask_source(intake: Intake, asker: TerminalAsker, question: Question) -> None:
    from psoh_cli.dutch import plural

    asker.say("")
    count = plural(question.entries, "nieuwe vermelding", "nieuwe vermeldingen")
    asker.say(f"Waar komt deze informatie vandaan? Dat geldt voor {count} zonder eigen bron.")
    usual = f"opgave in {question.place.file}"
    text = asker.ask(f"Bron (Enter = {usual}): ", default=usual, explanation=f"{_SOURCE}\n{_HOW}")
    intake.answer(replace(intake.answers, source=text))


def _ask_partners(intake: Intake, asker: TerminalAsker, questions: list[Question]) -> None:
    """Ask the kind of each new organization; the list of kinds is shown once."""
    from psoh_cli.kaart.draft import read_value
    from psoh_cli.kaart.fields import partner_field

    if not questions:
        return
    field = partner_field(intake.known)
    asker.say("")
    asker.say("Wat voor ketenpartner is elke nieuwe organisatie?")
    asker.list_options(list((field.choices or {}).values()))
    for question in questions:
        where = f" (rij {question.place.row})" if question.place.row else ""
        while True:
            prompt = f"{question.name}{where} (nummer of deel van de naam, Enter = overslaan): "
            text = asker.ask(prompt, required=False, explanation=f"{_PARTNER}\n{_HOW}")
            try:
                value = read_value(field, text, part=True) if text else None
            except ValueError as error:
                asker.say(str(error))
                continue
            break
        if value:
            told = {**intake.answers.partner_types, question.name: str(value)}
            intake.answer(replace(intake.answers, partner_types=told))


def _ask_same(intake: Intake, asker: TerminalAsker, question: Question) -> None:
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


def _chosen(
    asker: TerminalAsker,
    question: str,
    likely: Mapping[str, str],
    *,
    more: Mapping[str, str],
    explanation: str,
) -> str:
    """Ask for one of the likely choices by number, or any other by its name; Enter, or `overslaan`, is none."""
    from psoh_cli.dutch import slug, typed_number
    from psoh_cli.problems.meant import did_you_mean

    asker.say(question)
    keys = list(likely)
    asker.list_options(list(likely.values()))
    how = "Nummer of naam (Enter = overslaan): " if keys else "Naam van een veld (Enter = overslaan): "
    while True:
        text = asker.ask(how, required=False, explanation=f"{explanation}\n{_HOW}")
        if not text or slug(text) == _SKIP:
            return ""
        at = typed_number(text)
        if at is not None and 1 <= at <= len(keys):
            return keys[at - 1]
        found = [key for key, label in {**likely, **more}.items() if slug(text) in {slug(key), slug(label)}]
        if len(found) == 1:
            return found[0]
        asker.say(f"'{text}' staat niet in de lijst. {did_you_mean(text, {**more, **likely})}".strip())
