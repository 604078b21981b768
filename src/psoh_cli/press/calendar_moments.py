"""The moments of a plan as plain values: each on one day, with words that say how exact that day is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from psoh_cli.dutch import PartialDate, listing
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.quarters import first_day, last_day
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import measures
from psoh_cli.report.draft import Draft
from psoh_cli.report.version import Version
from psoh_cli.report.wording import QUARTERS

_MEASURED = {"kwartaal": (3, 6, 9, 12), "halfjaar": (6, 12), "jaar": (12,)}
"""The months after which to measure, by how often the knowledge says (afgeleid)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something on a day; `key` names what it is about and stays the same when the day changes."""

    key: str
    day: date
    title: str
    lines: tuple[str, ...]
    categories: tuple[str, ...]
    firm: bool


def moments(draft: Draft) -> tuple[Moment, ...]:
    """Give every moment of the plan in order; one that says so when there is none."""
    found = sorted(
        (*_of_decided(draft), *_of_proposals(draft), *_of_council(draft), *_of_indicators(draft)),
        key=lambda moment: (moment.day, moment.key),
    )
    return tuple(found) or (_nothing(draft),)


def _of_decided(draft: Draft) -> Iterator[Moment]:
    """Give when each measure begins and ends on which people decided."""
    for entry in draft.material.plan.current:
        if standing_of(entry) is not Standing.DECIDED:
            continue
        number = draft.measures[entry.id]
        told = _about(entry, draft=draft)
        if entry.start:
            yield Moment(
                key=f"maatregel/{entry.id}/begin",
                day=first_day(entry.start),
                title=f"{number} begint: {entry.title} (in het {_quarter(entry.start)})",
                lines=(_only_a_quarter("eerste", entry.start), *told),
                categories=("maatregel", "besluit"),
                firm=True,
            )
        if entry.end:
            yield Moment(
                key=f"maatregel/{entry.id}/eind",
                day=last_day(entry.end),
                title=f"{number} klaar: {entry.title} (uiterlijk eind {_quarter(entry.end)})",
                lines=(_only_a_quarter("laatste", entry.end), *told),
                categories=("maatregel", "besluit"),
                firm=True,
            )


def _of_proposals(draft: Draft) -> Iterator[Moment]:
    """Give per quarter what would begin then: one event, so that what is not decided does not fill a calendar."""
    waiting: dict[str, list[Entry]] = {}
    for entry in draft.material.plan.current:
        if entry.start and standing_of(entry) is not Standing.DECIDED:
            waiting.setdefault(entry.start, []).append(entry)
    for quarter, entries in waiting.items():
        numbers = listing([draft.measures[entry.id] for entry in entries])
        many = f"{len(entries)} maatregelen beginnen" if len(entries) > 1 else "1 maatregel begint"
        yield Moment(
            key=f"voorstellen/{quarter}",
            day=first_day(quarter),
            title=f"{many} misschien ({_quarter(quarter)}): {numbers}",
            lines=(
                *(
                    f"- {draft.measures[entry.id]} {entry.title}. {' '.join(_about(entry, draft=draft))}"
                    for entry in entries
                ),
                "Hierover is nog niet besloten. De planning is een eigen inschatting van psoh (afgeleid).",
                _only_a_quarter("eerste", quarter),
            ),
            categories=("maatregel", "voorstel"),
            firm=False,
        )


def _only_a_quarter(which: str, quarter: str) -> str:
    return f"De planning noemt alleen het kwartaal; dit is de {which} dag van het {_quarter(quarter)}."


def _about(entry: Entry, *, draft: Draft) -> tuple[str, ...]:
    proposal = entry.proposal
    lead = draft.catalogue.partner_type.get(proposal.lead) if proposal else None
    owner = entry.decision.owner if entry.decision and draft.version is not Version.PUBLIC else None
    told = (
        f"Stand: {measures.standing(entry)}.",
        f"Eigenaar: {owner}." if owner else "",
        f"Voorgestelde trekker: {lead.name}." if lead and not owner else "",
    )
    return tuple(line for line in told if line)


def _of_council(draft: Draft) -> Iterator[Moment]:
    for item in draft.gemeente.calendar:
        inexact = _inexact(item.day)
        yield Moment(
            key=f"raad/{item.name}/{item.day.year}",
            day=item.day.first_day(),
            title=f"{item.name[:1].upper()}{item.name[1:]}{f' ({inexact})' if inexact else ''}",
            lines=(
                "Uit de raadskalender van de gemeente.",
                *(
                    ("De juiste dag is niet bekend; daarom staat dit op de eerste dag die kan.",)
                    if inexact
                    else ()
                ),
            ),
            categories=("raadskalender",),
            firm=not inexact,
        )


def _inexact(day: PartialDate) -> str:
    if day.day:
        return ""
    return f"dag onbekend, {'in ' if day.month else 'ergens in '}{day.in_words()}"


def _of_indicators(draft: Draft) -> Iterator[Moment]:
    """Give the days after which to measure what people chose to follow, as often as the knowledge says."""
    chosen = dict.fromkeys(
        item.indicator
        for entry in draft.material.plan.current
        for item in (entry.decision.indicators if entry.decision else ())
        if item.indicator in draft.catalogue.indicator
    )
    for year in draft.budget.years:
        for month in _MEASURED["kwartaal"]:
            due = [
                draft.catalogue.indicator[name].name
                for name in chosen
                if month in _MEASURED.get(draft.catalogue.indicator[name].frequency, ())
            ]
            if due:
                quarter = f"{year}-K{month // 3}"
                yield Moment(
                    key=f"meten/{quarter}",
                    day=last_day(quarter),
                    title=f"Indicatoren meten ({_quarter(quarter)})",
                    lines=(
                        *(f"- {name}" for name in due),
                        "Hoe vaak staat in de kennis; de dag, de laatste van het kwartaal, is afgeleid.",
                    ),
                    categories=("meten",),
                    firm=False,
                )


def _nothing(draft: Draft) -> Moment:
    return Moment(
        key="leeg",
        day=draft.analysis.as_of,
        title="Nog geen planning",
        lines=("Er is nog geen maatregel met een kwartaal en geen raadskalender.",),
        categories=("planning",),
        firm=False,
    )


def _quarter(quarter: str) -> str:
    return f"{QUARTERS[quarter[-2:]]} {quarter[:4]}"
