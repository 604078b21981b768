"""Making a Problem: its severity and remedy come from its Code, its line and column from the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from psoh_cli.problems.codes import CODES
from psoh_cli.problems.fix import Fix, Span, Written
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.rewriting import listed, rewritten
from psoh_cli.shell import in_place

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in a file: keys and, from 0, positions in lists."""

PlaceOf: TypeAlias = Callable[[Path], tuple[int, int]]
"""Gives line and column of a value, or of the nearest thing around it; both count from 1."""

WrittenAt: TypeAlias = Callable[[Path], Written | None]
"""Gives how a value stands in the file; None when there is no such value, or it is more than a piece of text."""

AddressOf: TypeAlias = Callable[[Path], str]
"""Names a value by keys and, in lists, by the id of the item where it has one."""

Inside: TypeAlias = Callable[[int, int], Span | None]
"""Gives where a piece of a text stands in the file, by its first character and the one past its last."""

InsideOf: TypeAlias = Callable[[Path], Inside | None]
"""Gives how to find pieces of a text at a path; None when it stands in another way than it reads."""

Hint: TypeAlias = str | Callable[[], str]
"""What to do; as a function when working it out takes time, such as looking for what was meant."""

MOST_SUGGESTIONS = 200
"""How often one file gets a worked-out hint with the same code; after that the remedy of the code has to do."""


@dataclass
class Suggestions:
    """Hands out hints, and stops working them out when a file has had enough of them."""

    given: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, hint: Hint, *, file: str, code: str) -> str:
        """Give the words of a hint; empty when it would be one too many."""
        if isinstance(hint, str):
            return hint
        self.given[file, code] += 1
        return hint() if self.given[file, code] <= MOST_SUGGESTIONS else ""


def problem_of(
    code: str,
    message: str,
    *,
    file: str,
    place: tuple[int, int] = (1, 1),
    hint: str = "",
    end: tuple[int, int] | None = None,
    address: str = "",
    fix: Fix | None = None,
) -> Problem:
    """Make a Problem; without a hint of its own it gives the remedy of its code.

    Where a hint says MAP comes the folder of the dossier, so that a command in it can be typed as it is.
    """
    about = CODES[code]
    line, column = place
    return Problem(
        code=code,
        severity=about.severity,
        message=message,
        file=file,
        line=line,
        column=column,
        hint=in_place(hint or about.remedy, file=file),
        end=end,
        address=address,
        fix=fix,
    )


def _nothing_written(_: Path) -> Written | None:
    return None


def _nothing_inside(_: Path) -> Inside | None:
    return None


def _no_address(_: Path) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Examined:
    """A file under examination; the Subject of a room adds what its rules look at."""

    file: str
    place: PlaceOf
    written: WrittenAt = field(default=_nothing_written, compare=False, repr=False)
    address: AddressOf = field(default=_no_address, compare=False, repr=False)
    inside: InsideOf = field(default=_nothing_inside, compare=False, repr=False)
    key_written: WrittenAt = field(default=_nothing_written, compare=False, repr=False)
    """As `written`, of the key of a value."""
    suggestions: Suggestions = field(default_factory=Suggestions, compare=False, repr=False)

    def problem(
        self,
        code: str,
        path: Path,
        message: str,
        *,
        hint: Hint = "",
        fix: Fix | None = None,
        span: Span | None = None,
        key: bool = False,
    ) -> Problem:
        """Make a Problem at the place of a value or of its key, or at a span in it.

        A hint that is a function is called only while that helps.
        """
        words = self.suggestions.take(hint, file=self.file, code=code)
        stands = self.key_written(path) if key else None
        span = stands.span if stands else span
        if span is None:
            stands = self.written(path)
            span = stands.span if stands else None
            place = self.place(path)
        else:
            place = (span.line, span.column)
        return problem_of(
            code,
            message,
            file=self.file,
            place=place,
            hint=words,
            end=(span.end_line, span.end_column) if span else None,
            address=self.address(path),
            fix=fix,
        )

    def rewritten(self, path: Path, text: str, *, does: str = "", is_safe: bool = True) -> Fix | None:
        """Give the Fix that writes other text in the place of a value, between the quotes that stand there."""
        stands = self.written(path)
        if stands is None:
            return None
        edit = rewritten(stands, text)
        return Fix(edits=(edit,), does=does or f"schrijf {text}", is_safe=is_safe) if edit else None

    def key_rewritten(self, path: Path, text: str, *, is_safe: bool = True) -> Fix | None:
        """Give the Fix that writes another name in the place of a key."""
        stands = self.key_written(path)
        edit = rewritten(stands, text) if stands else None
        return Fix(edits=(edit,), does=f"schrijf {text}", is_safe=is_safe) if edit else None

    def listed(self, path: Path, texts: tuple[str, ...], *, is_safe: bool) -> Fix | None:
        """Give the Fix that writes a list in the place of one text."""
        stands = self.written(path)
        edit = listed(stands, texts) if stands else None
        return Fix(edits=(edit,), does=f"schrijf [{', '.join(texts)}]", is_safe=is_safe) if edit else None
