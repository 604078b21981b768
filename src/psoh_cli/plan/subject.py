"""What the rules of the plan look at: the file, the world it lives in, and where each value stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from psoh_cli.plan.decision import Decision
from psoh_cli.plan.plan import Entry, PlanFile
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.making import Examined, Path


@dataclass(frozen=True, kw_only=True)
class Subject(Examined):
    """A plan file under examination; without `as_of` nothing is judged on its date."""

    plan: PlanFile
    catalogue: Catalogue
    as_of: date | None

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
