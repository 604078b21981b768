"""Rules of the kaart about opening times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from psoh_cli.dutch import listing
from psoh_cli.kaart.entries import Organization, Schedule
from psoh_cli.kaart.opening_times import is_overnight, is_turned, minutes_open
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem

_AT_NIGHT = "nacht"


def opens_before_it_closes(subject: Subject) -> Iterator[Problem]:
    """KAART035: an opening time comes before the closing time, unless it is about the night."""
    for path, schedules in _opening_times(subject):
        for index, schedule in enumerate(schedules):
            opens_at, closes_at = schedule.opens_at, schedule.closes_at
            if opens_at is None or closes_at is None or not is_turned(opens_at, closes_at):
                continue
            if (
                not is_overnight(opens_at, closes_at)
                and _AT_NIGHT not in (schedule.description or "").casefold()
            ):
                where = (*path, index, "tot")
                yield subject.problem("KAART035", where, _when_closed(opens_at, closes_at))


def days_do_not_overlap(subject: Subject) -> Iterator[Problem]:
    """KAART036: a day stands once in a line, and its times do not overlap with those of a line about the same."""
    for path, schedules in _opening_times(subject):
        taken: dict[tuple[str, str], int] = {}
        for index, schedule in enumerate(schedules):
            once = tuple(dict.fromkeys(schedule.days))
            if len(once) < len(schedule.days):
                yield subject.problem(
                    "KAART036",
                    (*path, index, "dagen"),
                    f"{_first_double(schedule.days)} staat er twee keer in",
                )
            if schedule.opens_at is None or schedule.closes_at is None:
                continue
            here = minutes_open(schedule.opens_at, schedule.closes_at)
            about = (schedule.description or "").casefold()
            both: list[str] = [day for day in once if taken.get((about, day), 0) & here]
            if both:
                yield subject.problem(
                    "KAART036",
                    (*path, index),
                    f"op {listing(both)} vallen deze tijden over tijden heen die er al staan",
                )
            taken |= {(about, day): taken.get((about, day), 0) | here for day in once}


def opening_times_are_whole(subject: Subject) -> Iterator[Problem]:
    """KAART037: opening times have days, a beginning and an end, or a sentence instead."""
    for path, schedules in _opening_times(subject):
        for index, schedule in enumerate(schedules):
            missing = _missing(schedule)
            if missing and schedule.description is None:
                yield subject.problem("KAART037", (*path, index), f"bij deze openingstijden {missing}")


RULES = (opens_before_it_closes, days_do_not_overlap, opening_times_are_whole)


def _opening_times(subject: Subject) -> Iterator[tuple[Path, tuple[Schedule, ...]]]:
    for path, entry in subject.entries():
        if isinstance(entry, Organization):
            for index, location in enumerate(entry.locations):
                yield (*path, "locaties", index, "openingstijden"), location.schedules
        else:
            yield (*path, "openingstijden"), entry.schedules


def _first_double(days: tuple[str, ...]) -> str:
    return next(day for day, times in Counter(days).items() if times > 1)


def _when_closed(opens_at: str, closes_at: str) -> str:
    if opens_at == closes_at:
        return f"gaat om {opens_at} open en op hetzelfde moment dicht"
    return f"sluit om {closes_at}, voor het om {opens_at} opengaat"


def _missing(schedule: Schedule) -> str:
    if not schedule.days and schedule.opens_at is None and schedule.closes_at is None:
        return "staat geen dag en geen tijd"
    if not schedule.days:
        return "staat geen dag"
    if schedule.opens_at is None and schedule.closes_at is None:
        return "staat geen tijd"
    if schedule.opens_at is None:
        return "staat niet wanneer het opengaat"
    return "staat niet wanneer het sluit" if schedule.closes_at is None else ""
