"""Material: everything a report may speak about, of one gemeente at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.analysis.finding import Analysis
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.portrait import Portrait
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.plan.plan import Plan
from psoh_cli.practices.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A gemeente with what was said, what is offered, what is known to work, what follows and what is planned."""

    gemeente: Gemeente
    portrait: Portrait
    kaart: Kaart
    catalogue: Catalogue
    analysis: Analysis
    plan: Plan
