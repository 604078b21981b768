"""What the rules of `gemeente.yaml` look at: the file, the national register and the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from psoh_cli.gemeente.gemeente import Gemeente, Register
from psoh_cli.problems.making import Examined, Path


@dataclass(frozen=True, kw_only=True)
class Subject(Examined):
    """What the rules look at: the value, the register and the day; without `as_of` no date is in the future."""

    gemeente: Gemeente
    register: Register
    as_of: date | None

    def codes(self) -> Iterator[tuple[Path, str]]:
        """Yield every code of a gemeente with its place: our own, and those of the region."""
        yield ("code",), self.gemeente.code
        if self.gemeente.region:
            for number, code in enumerate(self.gemeente.region.codes):
                yield ("regio", "gemeenten", number), code
