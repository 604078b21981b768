"""Material for the reports: the examples as they stand, and one that strains every bound."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from psoh_cli.dossier.dossier import Dossier, open_dossier
from psoh_cli.interview.answers import Informant
from psoh_cli.plan.decision import Decision
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.report.material import Material

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 21)
EXAMPLES = ("dordrecht", "haarlem", "zandvoort", "voorbeeldstad")


@lru_cache(maxsize=8)
def dossier(name: str) -> Dossier:
    return open_dossier(ROOT / "examples" / name)


@lru_cache(maxsize=8)
def example(name: str) -> Material:
    return dossier(name).material(AS_OF)


def told_by(name: str, *informants: Informant) -> Material:
    """Give the material of an example as it follows from other informants."""
    return replace(dossier(name), informants=informants).material(AS_OF)


def renamed(material: Material, *, gemeente: str) -> Material:
    """Give the same material under another name of the gemeente."""
    return replace(
        material,
        gemeente=material.gemeente.model_copy(update={"name": gemeente}),
        analysis=material.analysis.model_copy(update={"gemeente": gemeente}),
    )


def replanned(material: Material, *, entries: tuple[Entry, ...]) -> Material:
    """Give the same material with other measures."""
    return replace(
        material,
        plan=Plan(entries=entries),
    )


def without_means(material: Material) -> Material:
    """Give the same material of a gemeente that states no money and no hands."""
    return replace(material, gemeente=material.gemeente.model_copy(update={"means": None}))


def verbose(material: Material) -> Material:
    """Give the same material with findings and measures in far too many words."""
    words = "Een overdreven lange omschrijving die maar doorgaat en doorgaat over alles wat er in de keten gebeurt "
    findings = tuple(
        finding.model_copy(update={"title": words * 4}) for finding in material.analysis.findings
    )
    analysis = material.analysis.model_copy(update={"findings": findings})
    entries = tuple(
        entry.model_copy(update={"proposal": entry.proposal.model_copy(update={"title": words * 2})})
        for entry in material.plan.entries
        if entry.proposal and entry.decision is None
    )
    return replace(
        material,
        gemeente=material.gemeente.model_copy(
            update={"name": "Nieuwegein aan den Langen Lijst en Omstreken"}
        ),
        analysis=analysis,
        plan=Plan(entries=entries),
    )


def decided(entry: Entry, **fields: object) -> Entry:
    """Give a measure with a decision that adopts it."""
    known: dict[str, object] = {"soort": "overgenomen", "door": "college", "datum": "2026-11-01"}
    return entry.model_copy(update={"decision": Decision.model_validate(known | fields)})
