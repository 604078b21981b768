"""What is asked of whom: the points that the college decides on, and those of the council."""

from __future__ import annotations

from psoh_cli.dutch import euros, listing, plural
from psoh_cli.plan.plan import Entry
from psoh_cli.report import asks, cover, unknowns, wording
from psoh_cli.report.document import Callout, Paragraph, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import lines

_MOST_NAMED = 10
"""Measures that a point names; more are counted only."""


def decision_points(draft: Draft, *, number: str) -> Section:
    """Compose the points; which body decides on what is our reading of the usual division."""
    return Section(
        id="besluitpunten",
        number=number,
        title="Besluitpunten",
        blocks=(
            Paragraph(
                content="Deze verdeling volgt de gewone taken: de raad gaat over kaders en geld, het college over de "
                "uitvoering (afgeleid). De griffie en de juridische afdeling kunnen haar aanpassen.",
                style="klein",
            ),
            Callout(tone="besluit", title="Aan de raad", content=lines(*for_council(draft))),
            Callout(tone="besluit", title="Aan het college", content=lines(*for_college(draft))),
        ),
    )


def for_council(draft: Draft) -> tuple[str, ...]:
    """Give the points for the council: aims, money and what it wants to hear."""
    gemeente = draft.gemeente
    points = []
    if cover.is_adopted(draft):
        points.append("Neem kennis van de stand van dit vastgestelde plan.")
    elif not draft.material.plan.current:
        points.append("Neem kennis van dit plan: er volgen nog geen maatregelen uit wat bekend is.")
    elif wording.is_young(draft.analysis):
        points.append("Neem kennis van dit plan: het is een eerste stap, want veel is nog onbekend.")
    else:
        points.append("Stel dit plan vast als kader voor de uitvoering.")
    if not gemeente.ambition:
        points.append("Vraag het college om een voorstel voor de ambitie: die is nog niet ingevuld.")
    elif not cover.is_adopted(draft):
        points.append("Stel de ambitie en de uitgangspunten in hoofdstuk 3 vast.")
    if draft.material.scenarios:
        names = [item.name for item in draft.material.scenarios]
        points.append(f"Kies hoeveel middelen beschikbaar zijn: {listing(names, last='of')}.")
    uncovered = asks.uncovered_in(draft.budget)
    if uncovered:
        points.append(f"Besluit hoe {euros(uncovered)} wordt gedekt, of welke maatregel dan vervalt.")
    if draft.budget.unknown:
        points.append("Stel pas geld beschikbaar als de onbekende kosten zijn geraamd.")
    return tuple(points)


def for_college(draft: Draft) -> tuple[str, ...]:
    """Give the points for the college: the measures, who carries them, and what must be found out first."""
    entries = draft.material.plan.current
    open_ = [entry for entry in entries if entry.decision is None]
    taken = [entry for entry in entries if entry.decision and entry.decision.is_taken_over]
    ownerless = [entry for entry in taken if entry.decision and not entry.decision.owner]
    points = []
    if open_:
        points.append(f"Besluit over {_measures(open_, draft=draft)}, ook als dat uitstel is.")
    if ownerless:
        points.append(f"Wijs een eigenaar aan voor {_measures(ownerless, draft=draft)}.")
    unknown = [draft.material.plan.entry[item.id] for item in draft.budget.unknown]
    if unknown:
        points.append(f"Laat de kosten ramen van {_measures(unknown, draft=draft)}.")
    if any(question.first for item in draft.analysis.to_ask for question in item.questions):
        points.append(f"Laat navragen wat nog onbekend is: {unknowns.count(draft)}.")
    missing = _without_baseline(draft)
    if missing:
        points.append(f"Laat de nulmeting doen van {plural(missing, 'indicator', 'indicatoren')}.")
    if not draft.gemeente.roles:
        points.append("Leg vast wie opdrachtgever is en wie het plan leidt.")
    return tuple(points) or ("Voer het plan uit en bericht de raad over de voortgang.",)


def _measures(entries: list[Entry], *, draft: Draft) -> str:
    count = plural(len(entries), "maatregel", "maatregelen")
    if len(entries) > _MOST_NAMED:
        return count
    return f"{count} ({listing([draft.measures[entry.id] for entry in entries])})"


def _without_baseline(draft: Draft) -> int:
    """Count the indicators of the plan whose baseline nobody recorded."""
    named: dict[str, bool] = {}
    for entry in draft.material.plan.current:
        for name in entry.proposal.indicators if entry.proposal else ():
            named.setdefault(name, False)
        for item in entry.decision.indicators if entry.decision else ():
            named[item.indicator] = named.get(item.indicator, False) or item.baseline != "onbekend"
    return sum(not known for name, known in named.items() if name in draft.catalogue.indicator)
