"""The scenarios in rows and words: what the command shows of them."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import euros, number
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.plan.scenarios import BASE


def headers(weighed: tuple[Scenario, ...]) -> tuple[str, ...]:
    """Give the heads of the columns."""
    return ("Scenario", *(scenario.name for scenario in weighed))


def rows(weighed: tuple[Scenario, ...]) -> tuple[tuple[str, ...], ...]:
    """Give a row for each thing that is compared, a column for each scenario."""
    kind_unknown = any(scenario.unknown_kind for scenario in weighed)
    has_stated = any(scenario.from_stated for scenario in weighed)
    table = (
        ("Maatregelen", [number(len(scenario.chosen)) for scenario in weighed]),
        ("Laatste kwartaal", [scenario.last or "onbekend" for scenario in weighed]),
        ("Incidenteel, alle jaren", [_euros(scenario, scenario.incidental) for scenario in weighed]),
        ("Structureel, alle jaren", [_euros(scenario, scenario.structural) for scenario in weighed]),
        (
            "Soort onbekend",
            [_euros(scenario, scenario.unknown_kind) for scenario in weighed] if kind_unknown else [],
        ),
        (
            "Uit opgegeven budget",
            [_euros(scenario, scenario.from_stated) for scenario in weighed] if has_stated else [],
        ),
        ("Waarvan ongedekt", [_euros(scenario, scenario.not_covered) for scenario in weighed]),
        ("Kosten onbekend", [number(len(scenario.unknown_cost)) for scenario in weighed]),
        ("Bevindingen gesloten", [number(len(scenario.closed)) for scenario in weighed]),
        ("Bevindingen open", [number(len(scenario.left)) for scenario in weighed]),
    )
    return tuple((name, *cells) for name, cells in table if cells)


def explained(weighed: tuple[Scenario, ...]) -> Iterator[str]:
    """Say what each scenario takes in, and what a reader must know of the plan as it is proposed."""
    for scenario in weighed:
        yield f"{scenario.name.capitalize()}: {scenario.description}"
    yield "Een bevinding sluit als alles wat het plan ervoor voorstelt is gedaan (afgeleid)."
    for scenario in weighed:
        if scenario.name == BASE:
            yield from scenario.notes


def does_not_fit(weighed: tuple[Scenario, ...]) -> tuple[Uncovered, ...]:
    """Give what does not fit in the plan as it is proposed."""
    return next((scenario.uncovered for scenario in weighed if scenario.name == BASE), ())


def _euros(scenario: Scenario, amount: int) -> str:
    """Write a sum; where nobody knows any cost it is unknown, and not nothing."""
    return euros(amount) if scenario.has_known_cost else "onbekend"
