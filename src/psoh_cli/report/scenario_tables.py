"""Ways to spend the means side by side, and what does not fit in them."""

from __future__ import annotations

from psoh_cli.dutch import euros, listing, plural
from psoh_cli.plan.budget import some_of
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Bullets, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, line, lines

_MOST_NAMED = 8
"""Measures that one cell names; more are counted."""


def scenario_section(draft: Draft) -> tuple[Section, ...]:
    """Compose the scenarios and what is left uncovered; nothing when there is nothing to weigh."""
    scenarios, uncovered = draft.material.scenarios, draft.material.uncovered
    blocks: list[Block] = []
    if scenarios and _are_alike(scenarios):
        blocks.append(Paragraph(content=_alike(scenarios)))
    elif scenarios:
        blocks.append(
            Paragraph(
                content="Dit zijn rekenvoorbeelden (afgeleid), geen besluiten. Zij laten zien wat met meer of minder "
                "middelen kan, en welke bevindingen dan blijven staan."
            )
        )
        blocks.append(_side_by_side(scenarios, draft=draft))
        notes = tuple(
            dict.fromkeys(f"{item.name.capitalize()}: {note}" for item in scenarios for note in item.notes)
        )
        if notes:
            blocks.append(Bullets(items=lines(*notes)))
    if uncovered:
        blocks.append(_uncovered(uncovered, draft=draft))
    return (
        (Section(id="scenarios", title="Wat past er, en wat niet?", blocks=tuple(blocks)),) if blocks else ()
    )


def _are_alike(scenarios: tuple[Scenario, ...]) -> bool:
    """Tell whether more or less means make no difference: the same measures at the same cost."""
    return (
        len(scenarios) > 1
        and len({(item.chosen, item.first, item.last, item.known) for item in scenarios}) == 1
    )


def _alike(scenarios: tuple[Scenario, ...]) -> str:
    """Say in one paragraph what a table of equal columns would say."""
    one = scenarios[0]
    many = plural(len(one.chosen), "maatregel", "maatregelen")
    unknown = (
        f" De kosten zijn onbekend van {some_of(len(one.unknown_cost), whole=len(one.chosen))}; die zijn alleen op "
        "handen ingepast."
        if one.unknown_cost
        else ""
    )
    return (
        f"Met minder of met meer middelen verandert er nu niets: {listing([item.name for item in scenarios])} nemen "
        f"dezelfde {many} op, van {wording.period(one.first, one.last)} (afgeleid).{unknown}"
    )


def _side_by_side(scenarios: tuple[Scenario, ...], *, draft: Draft) -> Table:
    rows = (
        ("Wat dit aanneemt", [item.description for item in scenarios]),
        ("Maatregelen", [_measures(item, draft=draft) for item in scenarios]),
        ("Looptijd", [wording.period(item.first, item.last) for item in scenarios]),
        ("Incidenteel, bekend", [_known(item.incidental, scenario=item) for item in scenarios]),
        ("Structureel, bekend", [_known(item.structural, scenario=item) for item in scenarios]),
        *_unknown_kind(scenarios),
        *_paid(scenarios),
        ("Waarvan ongedekt", [_known(item.not_covered, scenario=item) for item in scenarios]),
        ("Kosten onbekend", [_unknown_cost(item) for item in scenarios]),
        ("Bevindingen gesloten", [str(len(item.closed)) for item in scenarios]),
        ("Bevindingen nog open", [str(len(item.left)) for item in scenarios]),
        ("Past niet", [_count(len(item.uncovered)) for item in scenarios]),
    )
    return Table(
        caption="Scenario’s naast elkaar",
        columns=(
            Column(title="Wat", width=5),
            *(Column(title=item.name.capitalize(), width=7) for item in scenarios),
        ),
        rows=tuple(lines(name, *cells) for name, cells in rows),
        note="Bedragen tellen over de jaren van het plan. Onbekende kosten staan in geen enkel bedrag.",
    )


def _unknown_kind(scenarios: tuple[Scenario, ...]) -> tuple[tuple[str, list[str]], ...]:
    if not any(item.unknown_kind for item in scenarios):
        return ()
    return (("Soort onbekend", [euros(item.unknown_kind) for item in scenarios]),)


def _paid(scenarios: tuple[Scenario, ...]) -> tuple[tuple[str, list[str]], ...]:
    """Say what a source and what the stated budget pays, where a budget was stated."""
    if not any(item.from_stated for item in scenarios):
        return ()
    return (
        ("Waarvan uit een geldbron", [_known(item.covered, scenario=item) for item in scenarios]),
        ("Waarvan uit het opgegeven budget", [_known(item.from_stated, scenario=item) for item in scenarios]),
    )


def _measures(scenario: Scenario, *, draft: Draft) -> str:
    numbers = [draft.measures[name] for name in scenario.chosen if name in draft.measures]
    if not numbers:
        return "geen"
    if len(numbers) > _MOST_NAMED:
        return plural(len(numbers), "maatregel", "maatregelen")
    return f"{len(numbers)}: {listing(numbers)}"


def _unknown_cost(scenario: Scenario) -> str:
    return _count(len(scenario.unknown_cost))


def _known(amount: int, *, scenario: Scenario) -> str:
    """Write an amount; nothing known while costs are open is not zero."""
    nothing = not (scenario.incidental or scenario.structural or scenario.unknown_kind)
    return "onbekend" if nothing and scenario.unknown_cost else euros(amount)


def _count(number: int) -> str:
    return plural(number, "maatregel", "maatregelen") if number else "geen"


def _uncovered(found: tuple[Uncovered, ...], *, draft: Draft) -> Table:
    return Table(
        caption="Past niet in de opgegeven middelen",
        columns=(
            Column(title="Maatregel", width=7),
            Column(title="Waarom niet", width=9),
            Column(title="Wat daardoor open blijft", width=8),
        ),
        rows=tuple(_uncovered_row(item, draft=draft) for item in found),
    )


def _uncovered_row(item: Uncovered, *, draft: Draft) -> tuple[Line, ...]:
    number = draft.measures.get(item.id, "")
    titles = [draft.analysis.finding[name].title for name in item.gaps if name in draft.analysis.finding]
    shown = "; ".join(titles[:2]) + (f"; en nog {len(titles) - 2}" if len(titles) > 2 else "")
    return (
        line(f"{number} {item.title}".strip()),
        line(wording.sentence(item.reason)),
        line(wording.as_said(shown, gemeente=draft.gemeente) or "niets bekend"),
    )
