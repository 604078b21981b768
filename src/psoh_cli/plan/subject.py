"""What the rules of the plan look at: the file, the world it lives in, and where each value stands."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from psoh_cli.plan.decision import Decision
from psoh_cli.plan.plan import Entry, PlanFile
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.codes_plan import CODES
from psoh_cli.problems.problem import Problem

Path = tuple[str | int, ...]
_CODE = {code.code: code for code in CODES}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A plan file under examination; without `as_of` nothing is judged on its date."""

    plan: PlanFile
    catalogue: Catalogue
    as_of: date | None
    file: str
    place: Callable[[Path], tuple[int, int]]

    @cached_property
    def entry(self) -> dict[str, Entry]:
        """Entries by id; of doubles the first."""
        return {entry.id: entry for entry in reversed(self.plan.entries)}

    def entries(self) -> Iterator[tuple[Path, Entry]]:
        """Yield every entry with its place in the file."""
        for number, entry in enumerate(self.plan.entries):
            yield ("maatregelen", number), entry

    def decisions(self) -> Iterator[tuple[Path, Entry, Decision]]:
        """Yield every decision with its entry and its place in the file."""
        for path, entry in self.entries():
            if entry.decision is not None:
                yield (*path, "besluit"), entry, entry.decision

    def problem(self, code: str, path: Path, message: str, *, hint: str = "") -> Problem:
        """Make a Problem at the place of a value."""
        line, column = self.place(path)
        about = _CODE[code]
        return Problem(
            code=code,
            severity=about.severity,
            message=message,
            file=self.file,
            line=line,
            column=column,
            hint=hint or about.remedy,
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the id that looks most like a word; empty when none does."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Bedoelt u '{near[0]}'?" if near else ""
