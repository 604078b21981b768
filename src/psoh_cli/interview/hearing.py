"""Who asks and hears: an Asker, and reading a line of free text in which the commands still work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from psoh_cli.interview import help_words
from psoh_cli.interview.directions import read_direction
from psoh_cli.interview.replies import Command, clean
from psoh_cli.interview.values import OTHER, label
from psoh_cli.practices.question import Question

_SIGNS = frozenset({Command.SKIP_THEME.value, "!", "-", "~"})


class Asker(Protocol):
    """Whoever puts the question and hears the answer."""

    plain: bool

    def say(self, text: str) -> None:
        """Say one line or paragraph."""

    def read(self, prompt: str) -> str:
        """Ask for one line; raise EOFError when there is no more."""


class StoppedError(Exception):
    """Leave the conversation."""


class TakenBackError(Exception):
    """Leave the text that was asked for, and choose again."""


def hear(asker: Asker, prompt: str, *, help_lines: Iterable[str]) -> str:
    """Read free text, in which `?`, `<` and stop still do what they do everywhere.

    Raises TakenBackError or StoppedError when that is what was typed, and EOFError when nobody answers.
    """
    while True:
        line = clean(asker.read(prompt))
        if line == Command.BACK:
            raise TakenBackError
        if line.casefold() in ("stop", "stoppen"):
            raise StoppedError
        if read_direction(line, slash_needed=True) is not None:
            asker.say("Dat kan pas na deze regel. Typ eerst de tekst, of < om terug te gaan naar de vraag.")
        elif line == Command.EXPLAIN:
            for told in help_lines:
                asker.say(told)
        else:
            return line


def hear_other(asker: Asker, question: Question, *, before: str | None) -> str | None:
    """Ask what 'anders' is, in the words of its option; None when that is not known."""
    if before:
        asker.say(f"Nu staat er: {before} (Enter = laten staan)")
    while True:
        line = hear(
            asker,
            f"Wat bedoelt u met '{label(question, OTHER)}'? ",
            help_lines=(f"De vraag is: {question.text}", *help_words.OTHER_HELP),
        )
        if line.casefold() in help_words.DONT_KNOW_KEYS:
            asker.say("Dan staat er alleen het antwoord. De uitleg kan later nog.")
            return None
        if line and line not in _SIGNS:
            return line
        if before and not line:
            return before
        asker.say("Typ in een paar woorden wat u bedoelt. Of: ? uitleg, < ander antwoord, w, stop")
