"""Material: everything a report may speak about, of one gemeente at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.analysis.finding import Analysis
from psoh_cli.analysis.moment import Moment
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.portrait import Portrait
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.plan.plan import Plan
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.rounds.round import NO_ROUND, RoundFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A gemeente with what was said, what is offered, what is known to work, what follows and what is planned."""

    gemeente: Gemeente
    portrait: Portrait
    kaart: Kaart
    catalogue: Catalogue
    analysis: Analysis
    plan: Plan
    scenarios: tuple[Scenario, ...] = ()
    """Ways to spend the means, cheapest first; empty when there is nothing to weigh."""
    uncovered: tuple[Uncovered, ...] = ()
    """What does not fit in the stated means, with the reason."""
    previous: Moment | None = None
    """The verdicts of the last earlier moment that was kept."""
    round: RoundFile = NO_ROUND
    """Who is asked, and what the klankbordgroep decided."""
