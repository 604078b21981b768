"""Something that stops *us*: one base and its few kinds, each with its exit code.

What is wrong in the user's files is not an error but a `Problem`, and is collected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from psoh_cli.one_line import on_one_line

if TYPE_CHECKING:
    from psoh_cli.problems.problem import Problem


class PsohError(Exception):
    """Stop with a Dutch message, the remedy and an exit code."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = on_one_line(message)  # a name in it cannot say something of its own
        self.remedy = remedy


class WrongUseError(PsohError):
    """Stop because the command was asked something it cannot do."""


class UnreadableError(PsohError):
    """Stop because a file or folder cannot be read."""


class TooBigError(UnreadableError):
    """Stop because a file is bigger than we read; `found` and `allowed` count bytes."""

    def __init__(self, message: str, *, found: int, allowed: int, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.found = found
        self.allowed = allowed


class UnwritableError(PsohError):
    """Stop because a file or folder cannot be written; what stood there still stands."""


class BusyError(PsohError):
    """Stop because another run is working in the same folder."""


class EditError(PsohError):
    """Stop because a text edit would have changed more than was meant."""

    exit_code: ClassVar[int] = 3


class ProblemsError(PsohError):
    """Stop because the files hold errors that would make the next step a lie."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, problems: tuple[Problem, ...], remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.problems = problems


class MissingRendererError(PsohError):
    """Stop because this computer has no PDF renderer; the rest has been written."""

    exit_code: ClassVar[int] = 4
