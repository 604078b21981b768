"""The asker at a terminal: one line at a time, numbered, without redraw; also for a pipe and for a screen reader."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from psoh_cli.dutch import typed_number
from psoh_cli.errors import UnreadableError
from psoh_cli.terminal import console

_PATIENCE_SECONDS = 5.0
_HOW_TO_CHOOSE = "Typ een nummer uit de lijst, of het begin van de woorden. stop = stoppen."


@dataclass
class TerminalAsker:
    """Puts questions on stderr and reads answers from stdin; `plain` is for screen readers."""

    plain: bool = False
    heard: int = 0
    """How many lines have been read."""

    def say(self, text: str) -> None:
        """Say one paragraph, wrapped at the width of the screen."""
        console.say(text)

    def read(self, prompt: str) -> str:
        """Read one line; raise EOFError when there is no more, or when nobody is there to answer."""
        if sys.stdin is None or (not self.heard and not _somebody_is_there()):
            raise EOFError
        try:
            line = console.ask(prompt)
        except UnicodeDecodeError as error:
            raise UnreadableError(
                "De invoer is geen UTF-8.",
                remedy="Sla het bestand met antwoorden op als UTF-8 en probeer het opnieuw.",
            ) from error
        except EOFError:
            console.complain("")
            raise
        except OSError as error:
            # The terminal was closed while we were waiting.
            raise EOFError from error
        self.heard += 1
        line = _as_typed(line)
        if not sys.stdin.isatty():
            console.complain(line)
        return line

    def choose(
        self,
        question: str,
        options: Sequence[tuple[str, str]],
        *,
        explanation: str = "",
        unlisted: Callable[[str], str | None] | None = None,
        default: str = "",
    ) -> str:
        """Ask for one of (value, label), by number, value or the start of the label; Enter takes the default.

        `unlisted` may make a value of something that is not in the list. Raises EOFError or `Stopped`.
        """
        self.say(question)
        self.list_options([label for _, label in options])
        prompt = f"Nummer (Enter = verder met {default}): " if default else "Nummer: "
        while True:
            line = self.ask(prompt, default=default, explanation=explanation or _HOW_TO_CHOOSE)
            chosen = _chosen(line, options)
            if chosen is None and unlisted is not None:
                chosen = unlisted(line)
            if chosen is not None:
                return chosen
            self.say(
                f"'{line}' staat niet in de lijst. Typ een nummer van 1 tot en met {len(options)}, of stop."
            )

    def list_options(self, labels: Sequence[str]) -> None:
        """List options with their numbers."""
        width = len(str(len(labels)))
        for number, label in enumerate(labels, start=1):
            self.say(f"{number}: {label}" if self.plain else f"  {number:>{width}}  {label}")

    def ask(self, prompt: str, *, default: str = "", required: bool = True, explanation: str = "") -> str:
        """Ask for a line of text; Enter takes the default and `?` gives the explanation, where there is one.

        Raises EOFError, or `Stopped` when told to stop.
        """
        while True:
            line = " ".join(self.read(prompt).split())
            if line.casefold() in ("stop", "stoppen"):
                raise Stopped
            if line == "?" and explanation:
                self.say(explanation)
            elif line or default or not required:
                return line or default
            else:
                self.say("Typ een antwoord, of stop.")

    def confirm(self, question: str) -> bool:
        """Ask for yes or no; Enter is yes. Raises EOFError or `Stopped`."""
        while True:
            line = self.ask(f"{question} (ja of nee, Enter = ja) ", default="ja").casefold()
            if line in ("ja", "j", "nee", "n"):
                return line.startswith("j")
            self.say("Typ ja of nee, of stop.")


class Stopped(Exception):  # noqa: N818  (not an error: somebody said stop)
    """Leave because somebody typed stop."""


def wants_plain(flag: bool) -> bool:  # noqa: FBT001  (one question, asked by commands only)
    """Tell whether to write for a screen reader: asked by option, or by ACCESSIBLE in the environment."""
    return flag or os.environ.get("ACCESSIBLE", "").strip().casefold() not in ("", "0", "nee", "no", "false")


def _as_typed(line: str) -> str:
    """Read UTF-8 where the computer took the bytes of an accent for no letter at all; what is no UTF-8 stays."""
    try:
        return line.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return line


def _chosen(line: str, options: Sequence[tuple[str, str]]) -> str | None:
    if line.isdecimal():
        at = typed_number(line) or 0
        return options[at - 1][0] if 1 <= at <= len(options) else None
    folded = line.casefold()
    exact = [value for value, label in options if folded in (value, label.casefold())]
    starting = [value for value, label in options if label.casefold().startswith(folded)]
    return exact[0] if exact else starting[0] if len(starting) == 1 else None


def _somebody_is_there() -> bool:
    """Tell whether a first line will come: at a terminal always; from a pipe only when it comes soon.

    A pipe that stays open and silent is what many CI systems give; waiting for it would hang for ever.
    """
    try:
        handle = sys.stdin.fileno()
    except (OSError, ValueError):
        return True
    if sys.stdin.isatty():
        return True
    return _speaks_within(_PATIENCE_SECONDS, handle=handle)


if sys.platform == "win32":  # where select knows only sockets
    import _winapi
    import msvcrt

    def _speaks_within(seconds: float, *, handle: int) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                available, _ = _winapi.PeekNamedPipe(msvcrt.get_osfhandle(handle), 0)
            except OSError:
                return True  # not a pipe, or closed: reading gives the content or the end at once
            if available:
                return True
            time.sleep(0.1)
        return False

else:

    def _speaks_within(seconds: float, *, handle: int) -> bool:
        return bool(select.select([handle], [], [], seconds)[0])
