"""The pace of this sitting: how long an answer takes, and so about how long the rest takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from psoh_cli.dutch import number, plural

Ticks = Callable[[], float]
"""A clock that only runs on, in seconds; what it counts from does not matter."""

_FEWEST = 4
"""So many answers it takes before anything is said about time."""
_MOST_MINUTES = 90


@dataclass
class Pace:
    """Times each answer. The median counts: one long talk or a break changes little."""

    ticks: Ticks | None = None
    _since: float | None = None
    _took: list[float] = field(default_factory=list)

    def begin(self) -> None:
        """A question has been put."""
        if self.ticks is not None:
            self._since = self.ticks()

    def answered(self) -> None:
        """An open question got its answer."""
        if self.ticks is not None and self._since is not None:
            self._took.append(max(self.ticks() - self._since, 0.0))
            self._since = None

    def told(self, still_open: int) -> str:
        """Say about how long the open questions take; empty when too little is known, or nothing is open."""
        if len(self._took) < _FEWEST or not still_open:
            return ""
        from statistics import median

        return f"{_about(median(self._took) * still_open / 60)}, in uw tempo"


def _about(minutes: float) -> str:
    if minutes < 1:
        return "minder dan een minuut"
    if minutes <= _MOST_MINUTES:
        rounded = round(minutes) if minutes < 20 else 5 * round(minutes / 5)
        return f"ongeveer {plural(rounded, 'minuut', 'minuten')}"
    halves = round(minutes / 30) / 2
    return f"ongeveer {number(halves, decimals=0 if halves.is_integer() else 1)} uur"
