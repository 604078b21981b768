"""Asking one field after the other, in plain numbered text that a screen reader can follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psoh_cli.kaart.draft import Field

_STOP = "stop"


class StoppedError(Exception):
    """Leave the questions; nothing has been written yet."""


def ask_field(field: Field, *, usual: str = "", check: Callable[[Any], object] | None = None) -> Any:
    """Ask until the answer fits; Enter gives the usual value, or leaves the field unknown where it may be."""
    from psoh_cli import console
    from psoh_cli.kaart.draft import read_value

    console.say()
    console.say(field.question + (f" ({field.explanation})" if field.explanation else ""))
    _list_choices(field)
    while True:
        text = _ask(_prompt(field, usual=usual)) or usual
        try:
            value = read_value(field, text)
            if value is None and field.required:
                console.say("Dit is nodig om de dienst op de kaart te zetten. Stoppen kan met: stop")
                continue
            if check is not None:
                check(value)
        except ValueError as error:
            console.say(str(error))
            continue
        return value


def ask_text(question: str) -> str:
    """Ask for a line that may not be empty."""
    from psoh_cli import console

    console.say()
    console.say(question)
    while True:
        text = _ask("> ")
        if text:
            return text
        console.say("Typ een antwoord, of: stop")


def ask_yes(question: str) -> bool:
    """Ask for yes or no; Enter is yes."""
    from psoh_cli import console

    while True:
        text = _ask(f"{question} (ja of nee, Enter is ja) ").casefold()
        if text in {"", "ja", "j"}:
            return True
        if text in {"nee", "n"}:
            return False
        console.say("Typ ja of nee.")


def _prompt(field: Field, *, usual: str) -> str:
    if usual:
        return f"[Enter: {usual}] > "
    return "> " if field.required else "[Enter: onbekend] > "


def _list_choices(field: Field) -> None:
    from psoh_cli import console

    for number, (key, name) in enumerate((field.choices or {}).items(), start=1):
        console.say(f"{number:>4}  {name}" + ("" if name == key else f" ({key})"))
    if field.choices and field.many:
        console.say("Meer dan één mag: 1, 3")


def _ask(prompt: str) -> str:
    from psoh_cli import console

    text = console.ask(prompt).strip()
    if text.casefold() == _STOP:
        raise StoppedError
    return text
