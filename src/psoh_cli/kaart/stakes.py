"""What hangs on which service: the cells of the coverage, and who holds something there as long as it is confirmed."""

from __future__ import annotations

from datetime import date

from psoh_cli.kaart.due import Spot
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart, is_fresh
from psoh_cli.kaart.reach import RANK, Reach, is_for_professionals, reach_of

_SOUND = RANK[Reach.NOT_CONFIRMED]
"""What ranks before this reaches people, and is confirmed."""

Holds = dict[Spot, list[tuple[int, Service]]]
"""For each cell the services that reach people there as long as they are confirmed, with how well."""

Carried = dict[Spot, tuple[str, ...]]
"""Cells, with the ids of the services on which they hang."""


def holds_of(kaart: Kaart, *, languages: tuple[str, ...], steps: tuple[str, ...]) -> Holds:
    """Find for every cell who would reach people there; services alike share the answer."""
    found: Holds = {(step, language): [] for step in steps for language in languages}
    known: dict[tuple[object, ...], list[tuple[str, int]]] = {}
    for service in kaart.services:
        alike = (
            service.languages, service.interpreter, service.interpreter_languages, service.status,
            is_for_professionals(service),
        )  # fmt: skip
        reached = known.get(alike)
        if reached is None:
            ways = [(language, reach_of(service, language=language, fresh=True)) for language in languages]
            reached = known[alike] = [
                (language, RANK[reach])
                for language, reach in ways
                if reach is not None and RANK[reach] < _SOUND
            ]
        for step in dict.fromkeys(service.chain_steps):
            for language, rank in reached:
                if (step, language) in found:
                    found[step, language].append((rank, service))
    return found


def at_stake(holds: Holds, *, as_of: date) -> tuple[Carried, Carried]:
    """Give the cells that on a day hold nothing confirmed any more, and those that hold something less good."""
    fresh: dict[str, bool] = {}
    lost: Carried = {}
    weaker: Carried = {}
    for spot, services in holds.items():
        best, lapsed = _SOUND, []
        for rank, service in services:
            if service.id not in fresh:
                fresh[service.id] = is_fresh(service, as_of=as_of)
            if fresh[service.id]:
                best = min(best, rank)
            else:
                lapsed.append((rank, service.id))
        better = tuple(name for rank, name in lapsed if rank < best)
        if better:
            (lost if best == _SOUND else weaker)[spot] = better
    return lost, weaker


def by_service(carried: Carried) -> dict[str, list[Spot]]:
    """Turn it round: give for each service the cells that hang on it."""
    found: dict[str, list[Spot]] = {}
    for spot, services in carried.items():
        for service in services:
            found.setdefault(service, []).append(spot)
    return found
