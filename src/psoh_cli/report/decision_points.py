"""What is asked of whom: the points that the college decides on, and those of the council."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import euros, listing, plural
from psoh_cli.plan.budget import some_of
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.scenario import Scenario
from psoh_cli.report import asks, cover, following, unknowns, wording
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
    """Give the points for the council, for every document alike: aims, money and what it wants to hear."""
    return tuple(f"{point} {more}".strip() for point, more in _asked_of_council(draft))


def in_brief(draft: Draft) -> tuple[str, ...]:
    """Give the same points without what explains them, for a summary of one page."""
    return tuple(point for point, _ in _asked_of_council(draft))


def _asked_of_council(draft: Draft) -> Iterator[tuple[str, str]]:
    """Give each point with what explains it."""
    yield _on_the_plan(draft), ""
    yield from _on_the_vision(draft)
    yield from _on_the_means(draft)
    yield from _on_the_cover(draft)


def for_analysis() -> tuple[str, ...]:
    """Give what the gap analysis asks: nothing is decided on it, that is for the plan."""
    return (
        "Neem kennis van wat bekend is, wat ontbreekt en wat nog onbekend is.",
        "Over deze analyse hoeft de raad niets te besluiten; wat wij de raad vragen, staat in het implementatieplan.",
    )


def _on_the_plan(draft: Draft) -> str:
    if cover.is_adopted(draft):
        return "Neem kennis van de stand van dit vastgestelde plan."
    if not draft.material.plan.current:
        return "Neem kennis van dit plan: er volgen nog geen maatregelen uit wat bekend is."
    if wording.is_young(draft.analysis):
        return "Neem kennis van dit plan: het is een eerste stap, want veel is nog onbekend."
    return "Stel dit plan vast als kader voor de uitvoering."


def _on_the_vision(draft: Draft) -> Iterator[tuple[str, str]]:
    """Ask to adopt what was filled in, and a proposal for what was not."""
    stated = {"de ambitie": draft.gemeente.ambition, "de uitgangspunten": draft.gemeente.principles}
    missing = [name for name, text in stated.items() if not text]
    filled = [name for name, text in stated.items() if text]
    if filled and not cover.is_adopted(draft):
        yield f"Stel {listing(filled)} in hoofdstuk 3 vast.", ""
    if missing:
        verb = "is" if missing == ["de ambitie"] else "zijn"
        yield f"Vraag het college om een voorstel voor {listing(missing)}: die {verb} nog niet ingevuld.", ""


def _on_the_means(draft: Draft) -> Iterator[tuple[str, str]]:
    """Let the council choose between scenarios only when they differ and something of their cost is known."""
    scenarios = draft.material.scenarios
    differ = len({(item.chosen, item.known) for item in scenarios}) > 1
    if not differ or not any(item.known for item in scenarios):
        return
    names = [
        f"{item.name} ({_price(item)}{' bekend' if item is scenarios[0] and item.known else ''})"
        for item in scenarios
    ]
    which = listing(names, last="of")
    unknown = [f"bij {item.name} van {_many(len(item.unknown_cost))}" for item in scenarios]
    told = f"De kosten zijn onbekend {listing(unknown)}." if any(s.unknown_cost for s in scenarios) else ""
    yield f"Kies een scenario: {which}.", told


def _price(scenario: Scenario) -> str:
    return euros(scenario.known) if scenario.has_known_cost else "kosten onbekend"


def _many(count: int) -> str:
    return plural(count, "maatregel", "maatregelen") if count else "geen maatregel"


def _on_the_cover(draft: Draft) -> Iterator[tuple[str, str]]:
    """Ask what no funding source pays, in the amounts of the chapter on money; what is unknown is no amount."""
    found = draft.budget
    stated, uncovered, decided = asks.stated_in(found), asks.uncovered_in(found), asks.decided_in(found)
    taken = f"Van wat geen geldbron betaalt, is over {euros(decided)} al besloten." if decided else ""
    if stated:
        yield f"Besluit of het opgegeven budget {euros(stated)} betaalt waarvoor geen geldbron is.", taken
    if uncovered:
        point = f"Besluit hoe {euros(uncovered)} wordt gedekt, of welke maatregel dan vervalt."
        yield point, "" if stated else taken
    if found.unknown:
        yield (
            "Stel pas geld beschikbaar als het college de onbekende kosten heeft laten ramen.",
            f"Onbekend zijn de kosten van {some_of(len(found.unknown), whole=len(found.lines))}.",
        )


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
    open_ = [name for name, known in named.items() if not known and name in draft.catalogue.indicator]
    return sum(not following.computed(name, draft=draft) for name in open_)
