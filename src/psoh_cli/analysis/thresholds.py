"""Thresholds: how a count is compared with *voldaan vanaf* and *deels vanaf*, in an open and in a closed world."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.dutch import percent
from psoh_cli.kaart.kaart import Complete
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.vocabulary import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What of the expected values occurs: confirmed, and also what is listed but not confirmed any more.

    `declared` holds who declared the kaart complete for all that lacks; empty leaves the world open.
    """

    expected: tuple[str, ...]
    confirmed: frozenset[str]
    listed: frozenset[str]
    declared: tuple[Complete, ...] = ()
    too_old: Complete | None = None
    """A declaration that would have closed the world, were it more recent."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """The expected values that nothing lists."""
        return tuple(value for value in self.expected if value not in self.listed)

    @property
    def lapsed(self) -> tuple[str, ...]:
        """The expected values that are listed and not confirmed any more."""
        return tuple(value for value in self.expected if value in self.listed - self.confirmed)


def judge_count(criterion: CoverageCriterion, *, count: Count) -> Verdict:
    """Judge what is confirmed; what is no longer confirmed adds up to *deels* at most."""
    expected = frozenset(count.expected)
    total = len(expected)
    if against(criterion, count=len(expected & count.confirmed), total=total, closed=False) is Verdict.MET:
        return Verdict.MET
    verdict = against(criterion, count=len(expected & count.listed), total=total, closed=bool(count.declared))
    return Verdict.PARTLY if verdict is Verdict.MET else verdict


def against(criterion: CoverageCriterion, *, count: int, total: int, closed: bool) -> Verdict:
    """Compare a count with the thresholds; below them only a closed world makes it *ontbreekt*.

    In an open world some is *deels* and none is *onbekend*: what is not listed may well exist.
    """
    if total == 0:
        return Verdict.UNKNOWN
    reached = count * 100 / total if criterion.unit == "procent" else count
    if reached >= criterion.met_from:
        return Verdict.MET
    if reached >= criterion.partly_from or (count and not closed):
        return Verdict.PARTLY
    return Verdict.MISSING if closed else Verdict.UNKNOWN


def shown_percent(count: int, *, total: int, met_from: int) -> int:
    """Round a share; one that is just too little is not rounded up to what would have been enough."""
    rounded = percent(count, whole=total)
    return min(rounded, met_from - 1) if 100 * count < met_from * total else rounded


def in_words(criterion: CoverageCriterion) -> str:
    """Write both thresholds: `Minstens 75% (deels vanaf 40%)`."""
    unit = "%" if criterion.unit == "procent" else ""
    return f"Minstens {criterion.met_from}{unit} (deels vanaf {criterion.partly_from}{unit})"
