"""What makes `gemeente.yaml` trustworthy; yields Problems. Each rule is one small function."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from psoh_cli.dutch import FEWEST, PartialDate, people
from psoh_cli.gemeente import figures_rules, means_rules, register_rules, rules_privacy
from psoh_cli.gemeente.subject import Subject
from psoh_cli.languages import code_of, doubt_about, is_known, languages_named, question_about
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem

_EARLIEST, _LATEST = 2000, 2100


_NOT_MEANT = "waarschijnlijk niet de taalcode die u bedoelt"


def check(subject: Subject) -> Iterator[Problem]:
    """Run every rule."""
    for rule in RULES:
        yield from rule(subject)


def known_languages(subject: Subject) -> Iterator[Problem]:
    """DOSSIER008: every language has a code we know."""
    for index, group in enumerate(subject.gemeente.residents.languages):
        doubt = doubt_about(group.language)
        if doubt or not is_known(group.language):
            yield subject.problem(
                "DOSSIER008",
                ("statushouders", "talen", index, "taal"),
                f"'{group.language}' is {_NOT_MEANT if doubt else 'geen taalcode die psoh kent'}",
                hint=doubt or partial(question_about, group.language),
                fix=_language_written(subject, index, group.language),
            )


def dates_past(subject: Subject) -> Iterator[Problem]:
    """DOSSIER009: what has been counted or published, was so before the day we look from."""
    day = subject.gemeente.residents.as_of
    if day and is_future(day, as_of=subject.as_of):
        yield subject.problem(
            "DOSSIER009", ("statushouders", "peildatum"), f"{day.in_words()} ligt in de toekomst"
        )
    for number, source in enumerate(subject.gemeente.sources):
        if source.year and subject.as_of and source.year > subject.as_of.year:
            yield subject.problem(
                "DOSSIER009", ("bronnen", number, "jaar"), f"{source.year} ligt in de toekomst"
            )


def horizon_in_order(subject: Subject) -> Iterator[Problem]:
    """DOSSIER010: the horizon runs from a year to the same or a later one."""
    horizon = subject.gemeente.horizon
    if horizon is None:
        return
    for key, year in (("van", horizon.first), ("tot", horizon.last)):
        if not _EARLIEST <= year <= _LATEST:
            yield subject.problem(
                "DOSSIER010", ("horizon", key), f"'{year}' is geen jaar", hint="Schrijf vier cijfers."
            )
            return
    if horizon.first > horizon.last:
        yield subject.problem(
            "DOSSIER010", ("horizon", "van"), f"de looptijd {horizon.first}-{horizon.last} is omgedraaid"
        )


def groups_fit_total(subject: Subject) -> Iterator[Problem]:
    """DOSSIER011: groups together are not more than the total."""
    residents = subject.gemeente.residents
    counted = {
        "talen": sum(group.people or 0 for group in residents.languages),
        "leeftijden": sum(group.people or 0 for group in residents.ages),
    }
    for key, count in counted.items():
        if residents.total is not None and count > residents.total:
            yield subject.problem(
                "DOSSIER011",
                ("statushouders", key),
                f"de aantallen bij {key} zijn samen {people(count)}; het totaal is {people(residents.total)}",
            )


def no_small_groups(subject: Subject) -> Iterator[Problem]:
    """DOSSIER014: no count so small that it may point at a person."""
    residents = subject.gemeente.residents
    small: list[tuple[Path, int | None]] = [(("statushouders", "totaal"), residents.total)]
    for index, group in enumerate(residents.languages):
        small.append((("statushouders", "talen", index, "aantal"), group.people))
    for index, age in enumerate(residents.ages):
        small.append((("statushouders", "leeftijden", index, "aantal"), age.people))
    for path, count in small:
        if count is not None and 0 < count < FEWEST:
            yield subject.problem("DOSSIER014", path, "een groep kleiner dan vijf is erg klein")


RULES = (
    *register_rules.RULES,
    known_languages,
    dates_past,
    horizon_in_order,
    groups_fit_total,
    no_small_groups,
    *means_rules.RULES,
    *figures_rules.RULES,
    *rules_privacy.RULES,
)


def is_future(day: PartialDate | None, *, as_of: date | None) -> bool:
    """Tell whether even the earliest reading of a date lies after the day we look from."""
    return bool(day and as_of and day.first_day() > as_of)


def _language_written(subject: Subject, index: int, word: str) -> Fix | None:
    """Give the Fix that writes the code: safely where the word can mean no other language."""
    named = languages_named(word)
    if len(named) != 1 or named[0] == word:
        return None
    path: Path = ("statushouders", "talen", index, "taal")
    return subject.rewritten(path, named[0], is_safe=bool(code_of(word)))
