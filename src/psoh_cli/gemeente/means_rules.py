"""What makes the stated means and the school holidays trustworthy; yields Problems."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.gemeente.means import Capacity, Means, Room
from psoh_cli.gemeente.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem

_BUDGET: Path = ("middelen", "budget")
_CAPACITY: Path = ("middelen", "capaciteit")


def budget_says_how_much(subject: Subject) -> Iterator[Problem]:
    """DOSSIER016: a line of the budget names one amount, or the two kinds apart."""
    for number, room in enumerate(_means(subject).budget):
        apart = room.incidental is not None or room.structural is not None
        if room.amount is None and not apart:
            yield subject.problem("DOSSIER016", (*_BUDGET, number), f"bij {room.in_words} staat geen bedrag")
        if room.amount is not None and apart:
            yield subject.problem(
                "DOSSIER016",
                (*_BUDGET, number, "bedrag"),
                f"bij {room.in_words} staat een bedrag voor alles samen en ook een bedrag apart",
            )


def periods_are_unique(subject: Subject) -> Iterator[Problem]:
    """DOSSIER017: a period or a lead stands in the means once."""
    seen: set[tuple[str, str]] = set()
    for path, what, name in _named(_means(subject)):
        if (what, name) in seen:
            yield subject.problem("DOSSIER017", path, f"{name} staat twee keer bij {what}")
        seen.add((what, name))


def hands_are_more_than_none(subject: Subject) -> Iterator[Problem]:
    """DOSSIER018: where no measure can run at all, nothing can be planned."""
    for path, where, at_once in _all_hands(_means(subject).capacity):
        if at_once == 0:
            yield subject.problem("DOSSIER018", path, f"{where} kan er geen enkele maatregel lopen")


def holidays_in_order(subject: Subject) -> Iterator[Problem]:
    """DOSSIER019: a school holiday does not end before it begins."""
    for number, holiday in enumerate(subject.gemeente.holidays):
        if not holiday.is_in_order:
            yield subject.problem(
                "DOSSIER019",
                ("schoolvakanties", number, "van"),
                f"{holiday.name} begint op {holiday.first.in_words()} en eindigt op {holiday.last.in_words()}",
            )


def means_fall_in_the_horizon(subject: Subject) -> Iterator[Problem]:
    """DOSSIER020: money and hands are stated for years the plan is about."""
    horizon = subject.gemeente.horizon
    if horizon is None or horizon.first > horizon.last:
        return
    means = _means(subject)
    years: list[tuple[Path, int]] = [
        ((*_BUDGET, number, "jaar"), room.year) for number, room in enumerate(means.budget)
    ]
    for number, hands in enumerate(means.capacity.quarters):
        years.append(((*_CAPACITY, "per_kwartaal", number, "jaar"), hands.year))
    for path, year in years:
        if not horizon.first <= year <= horizon.last:
            yield subject.problem(
                "DOSSIER020", path, f"{year} valt buiten de looptijd {horizon.first}-{horizon.last}"
            )


def quarters_fit_their_year(subject: Subject) -> Iterator[Problem]:
    """DOSSIER021: the quarters of a year are together not more than the year."""
    budget = _means(subject).budget
    for number, year in enumerate(budget):
        quarters = [room for room in budget if room.year == year.year and room.quarter]
        together = sum(_in_all(room) for room in quarters)
        if year.quarter is None and together > _in_all(year):
            yield subject.problem(
                "DOSSIER021",
                (*_BUDGET, number),
                f"de kwartalen van {year.year} zijn samen meer dan het budget van dat jaar",
            )


RULES = (
    budget_says_how_much,
    periods_are_unique,
    hands_are_more_than_none,
    holidays_in_order,
    means_fall_in_the_horizon,
    quarters_fit_their_year,
)


def _means(subject: Subject) -> Means:
    return subject.gemeente.means or Means()


def _named(means: Means) -> Iterator[tuple[Path, str, str]]:
    for number, room in enumerate(means.budget):
        yield (*_BUDGET, number), "budget", room.in_words
    for number, hands in enumerate(means.capacity.quarters):
        yield (*_CAPACITY, "per_kwartaal", number), "per_kwartaal", f"K{hands.quarter} {hands.year}"
    for number, lead in enumerate(means.capacity.leads):
        yield (*_CAPACITY, "per_trekker", number), "per_trekker", lead.lead


def _all_hands(capacity: Capacity) -> Iterator[tuple[Path, str, int]]:
    if capacity.at_once is not None:
        yield (*_CAPACITY, "tegelijk"), "in elk kwartaal", capacity.at_once
    for number, hands in enumerate(capacity.quarters):
        where = f"in K{hands.quarter} {hands.year}"
        yield (*_CAPACITY, "per_kwartaal", number, "tegelijk"), where, hands.at_once
    for number, lead in enumerate(capacity.leads):
        yield (*_CAPACITY, "per_trekker", number, "tegelijk"), f"bij {lead.lead}", lead.at_once


def _in_all(room: Room) -> int:
    return (room.amount or 0) + (room.incidental or 0) + (room.structural or 0)
