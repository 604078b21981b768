"""Which money could pay for an action, and which money ends too early for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psoh_cli.plan.quarters import last_day
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.reference import FundingSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Funding sources for one action: those that last until it ends, and those that do not."""

    possible: tuple[str, ...]
    expired: tuple[str, ...]


def money_for(practices: Iterable[str], *, pillar: str, end: str, catalogue: Catalogue) -> Money:
    """Find money for practices: first that of their interventions, then that of the pillar.

    A source counts when it lasts until the end of the action; what ends sooner is listed apart, never used.
    """
    wanted = tuple(practices)
    linked = dict.fromkeys(
        link.id
        for name in wanted
        if name in catalogue.practice
        for intervention in catalogue.practice[name].interventions
        if intervention.id in catalogue.intervention
        for link in catalogue.intervention[intervention.id].funding
    )
    of_pillar = dict.fromkeys(source.id for source in catalogue.funding_sources if pillar in source.pillars)
    names = (
        tuple(name for name in {**linked, **of_pillar} if name in catalogue.funding_source) if wanted else ()
    )
    sources = tuple(catalogue.funding_source[name] for name in names)
    possible = tuple(source for source in sources if lasts_until(source, end=end))
    return Money(
        possible=tuple(source.id for source in possible),
        expired=tuple(source.id for source in sources if source not in possible),
    )


def lasts_until(source: FundingSource, *, end: str) -> bool:
    """Tell whether a source still runs on the last day of a quarter; without an end date it does."""
    return source.runs_until is None or source.runs_until.last_day() >= last_day(end)
