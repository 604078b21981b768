"""What makes the figures, the areas and the council's year trustworthy; yields Problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.dutch import slug
from psoh_cli.gemeente.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.terms import COUNT_TERM_MONTHS, ago_in_words, within


def counts_are_recent(subject: Subject) -> Iterator[Problem]:
    """DOSSIER024: the statushouders were counted within the term."""
    day = subject.gemeente.residents.as_of
    if day is None or subject.as_of is None or within(day, months=COUNT_TERM_MONTHS, as_of=subject.as_of):
        return
    yield subject.problem(
        "DOSSIER024",
        ("statushouders", "peildatum"),
        f"de aantallen statushouders zijn van {day.in_words()}, {ago_in_words(day, as_of=subject.as_of)}",
    )


def areas_are_named_once(subject: Subject) -> Iterator[Problem]:
    """DOSSIER025: a wijk stands in the list once, capitals and accents aside."""
    for number, area in _again(slug(area) or area for area in subject.gemeente.areas):
        name = subject.gemeente.areas[number]
        yield subject.problem(
            "DOSSIER025", ("wijken", number), f"de wijk '{name}' staat er al, op plaats {area + 1}"
        )


def groups_are_counted_once(subject: Subject) -> Iterator[Problem]:
    """DOSSIER026: a language (of one country) and an age group are counted once."""
    residents = subject.gemeente.residents
    languages = ((group.language, slug(group.country or "")) for group in residents.languages)
    for number, _ in _again(languages):
        yield subject.problem(
            "DOSSIER026",
            ("statushouders", "talen", number, "taal"),
            f"de taal '{residents.languages[number].language}' staat er twee keer",
        )
    for number, _ in _again(age.age_group for age in residents.ages):
        yield subject.problem(
            "DOSSIER026",
            ("statushouders", "leeftijden", number, "leeftijd"),
            f"de leeftijd '{residents.ages[number].age_group.value}' staat er twee keer",
        )


def moments_are_named_once(subject: Subject) -> Iterator[Problem]:
    """DOSSIER027: a moment of the council stands in the calendar once."""
    calendar = subject.gemeente.calendar
    for number, _ in _again((slug(moment.name), moment.day) for moment in calendar):
        moment = calendar[number]
        yield subject.problem(
            "DOSSIER027",
            ("raadskalender", number),
            f"{moment.name} van {moment.day.in_words()} staat er twee keer",
        )


def moments_come_in_time(subject: Subject) -> Iterator[Problem]:
    """DOSSIER028: what the council decides on comes before the last year of the plan is over."""
    horizon = subject.gemeente.horizon
    if horizon is None or horizon.first > horizon.last:
        return
    for number, moment in enumerate(subject.gemeente.calendar):
        if moment.day.year > horizon.last:
            yield subject.problem(
                "DOSSIER028",
                ("raadskalender", number, "datum"),
                f"{moment.name} van {moment.day.in_words()} komt na de looptijd {horizon.first}-{horizon.last}",
            )


def a_moment_is_still_to_come(subject: Subject) -> Iterator[Problem]:
    """DOSSIER029: not every moment of the council has passed."""
    days = [moment.day.last_day() for moment in subject.gemeente.calendar]
    if days and subject.as_of is not None and max(days) < subject.as_of:
        yield subject.problem(
            "DOSSIER029", ("raadskalender",), "alle momenten van de raadskalender zijn voorbij"
        )


def region_holds_this_gemeente(subject: Subject) -> Iterator[Problem]:
    """DOSSIER030: the gemeente is one of those of its own region."""
    region, code = subject.gemeente.region, subject.gemeente.code
    if region is not None and region.codes and code not in region.codes:
        path: Path = ("regio", "gemeenten")
        yield subject.problem("DOSSIER030", path, f"{code} staat niet bij de gemeenten van {region.name}")


RULES = (
    counts_are_recent,
    areas_are_named_once,
    groups_are_counted_once,
    moments_are_named_once,
    moments_come_in_time,
    a_moment_is_still_to_come,
    region_holds_this_gemeente,
)


def _again(names: Iterable[object]) -> Iterator[tuple[int, int]]:
    """Yield the position of each name that came before, with that of the first."""
    first: dict[object, int] = {}
    for number, name in enumerate(names):
        if first.setdefault(name, number) != number:
            yield number, first[name]
