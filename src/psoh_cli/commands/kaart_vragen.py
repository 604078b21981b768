"""Asking one field after the other, in plain numbered text that a screen reader can follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psoh_cli.kaart.fields import Field
    from psoh_cli.terminal.asker import TerminalAsker

KEPT = object()
"""Somebody left what was there."""

_MOST_AT_A_GLANCE = 8
"""A longer list pushes the question off the screen, so it is put again below the list."""

_HOW = "Typ een nummer, of een deel van de naam."
_HOW_MANY = "Typ een of meer nummers, bijvoorbeeld 1, 3, of een deel van de naam."


def ask_field(
    asker: TerminalAsker,
    field: Field,
    *,
    usual: str = "",
    now: str = "",
    check: Callable[[Any], object] | None = None,
) -> Any:
    """Ask until the answer fits; Enter gives the usual value, or leaves the field unknown where it may be.

    With `now`, the words of what is filled in, Enter gives KEPT.
    """
    from psoh_cli.kaart.draft import read_value

    _put(asker, field)
    while True:
        text = asker.ask(
            _prompt(field, usual=usual, now=now), required=False, explanation=_explanation(field)
        )
        if now and not text:
            return KEPT
        try:
            value = read_value(field, text or usual, part=True)
            if value is None and field.required:
                asker.say("Dit is nodig om de dienst op de kaart te zetten. Stoppen kan met: stop")
                continue
            if check is not None:
                check(value)
        except ValueError as error:
            asker.say(str(error))
            continue
        return value


def ask_organization(asker: TerminalAsker, names: Mapping[str, str]) -> str:
    """Ask for an organization on the kaart, by number, id or name, or for the name of a new one."""
    from psoh_cli.dutch import typed_number

    asker.say("")
    if not names:
        asker.say("Van welke organisatie is de dienst?")
        return asker.ask("Naam van de organisatie: ", explanation=_ORGANIZATION)
    asker.say("Van welke organisatie is de dienst?")
    asker.list_options([f"{name} ({key})" for key, name in names.items()])
    asker.say("Typ een nummer, een id, of de naam van een nieuwe organisatie.")
    while True:
        text = asker.ask("Antwoord: ", explanation=_ORGANIZATION)
        if not text.isdecimal():
            return text
        at = typed_number(text) or 0
        if 1 <= at <= len(names):
            return list(names)[at - 1]
        asker.say(
            f"{text} staat niet in de lijst. Typ een nummer van 1 tot en met {len(names)}, of een naam."
        )


_ORGANIZATION = (
    "Elke dienst hoort bij een organisatie. Staat zij nog niet op de kaart, typ dan haar naam; psoh zet haar erbij. "
    "stop = stoppen zonder iets op te slaan."
)


def _put(asker: TerminalAsker, field: Field) -> None:
    choices = field.choices or {}
    asker.say("")
    asker.say(field.question + (f" ({field.explanation})" if field.explanation else ""))
    asker.list_options(list(choices.values()))
    if choices:
        again = f"{field.question} " if len(choices) > _MOST_AT_A_GLANCE else ""
        asker.say(again + (_HOW_MANY if field.many else _HOW))


def _explanation(field: Field) -> str:
    unknown = "" if field.required else "\nEnter = niet invullen; dat betekent onbekend, nooit nee."
    return f"{field.help}{unknown}\nstop = stoppen zonder iets op te slaan."


def _prompt(field: Field, *, usual: str, now: str) -> str:
    if now:
        return (
            "Antwoord (Enter = laten staan): "
            if field.required
            else "Antwoord (Enter = laten staan, onbekend): "
        )
    if usual:
        return f"Antwoord (Enter = {usual}): "
    return "Antwoord: " if field.required else "Antwoord (Enter = onbekend): "
