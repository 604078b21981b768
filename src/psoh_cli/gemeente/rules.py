"""What makes `gemeente.yaml` trustworthy; yields Problems. Each rule is one small function."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from psoh_cli.dutch import FEWEST, PartialDate, listing, people
from psoh_cli.gemeente import figures_rules, means_rules, rules_privacy
from psoh_cli.gemeente.gemeente import Gemeente, Register, Registered
from psoh_cli.languages import code_of, languages_meant, question_about
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import Examined, Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import LANGUAGE_NAMES, ExampleKind

_EARLIEST, _LATEST = 2000, 2100


@dataclass(frozen=True, kw_only=True)
class Subject(Examined):
    """What the rules look at: the value, the register and the day; without `as_of` no date is in the future."""

    gemeente: Gemeente
    register: Register
    as_of: date | None

    def codes(self) -> Iterator[tuple[Path, str]]:
        """Yield every code of a gemeente with its place: our own, and those of the region."""
        yield ("code",), self.gemeente.code
        if self.gemeente.region:
            for number, code in enumerate(self.gemeente.region.codes):
                yield ("regio", "gemeenten", number), code


def check(subject: Subject) -> Iterator[Problem]:
    """Run every rule."""
    for rule in RULES:
        yield from rule(subject)


def name_fits_code(subject: Subject) -> Iterator[Problem]:
    """DOSSIER002: the code and the name belong to one gemeente."""
    code, name = subject.gemeente.code, subject.gemeente.name
    registered = subject.register.by_code.get(code)
    if registered and name not in (registered.name, *registered.other_names):
        others = [entry for entry in subject.register.named(name) if entry.code != code]
        hint = f"Bij {code} hoort {registered.name}."
        if others:
            hint += f" Bij {others[0].name} hoort {others[0].code}."
        yield subject.problem("DOSSIER002", ("naam",), f"{code} en '{name}' horen niet bij elkaar", hint=hint)


def still_exists(subject: Subject) -> Iterator[Problem]:
    """DOSSIER003: a gemeente has not been abolished; its successor is named."""
    for path, code in subject.codes():
        registered = subject.register.by_code.get(code)
        if registered and has_ended(registered, as_of=subject.as_of):
            yield subject.problem(
                "DOSSIER003",
                path,
                ended_in_words(registered),
                hint=successor_hint(registered, register=subject.register),
                fix=_succeeded(subject, path, registered),
            )


def is_registered(subject: Subject) -> Iterator[Problem]:
    """DOSSIER004: a gemeente is in the national list, unless it says that it is invented."""
    if subject.gemeente.example is ExampleKind.ILLUSTRATIVE:
        return
    for path, code in subject.codes():
        if code not in subject.register.by_code:
            found = subject.register.named(subject.gemeente.name) if path == ("code",) else ()
            hint = f"Bij {found[0].name} hoort {found[0].code}." if found else ""
            message = f"{code} staat niet in de landelijke lijst van {subject.register.as_of.in_words()}"
            yield subject.problem("DOSSIER004", path, message, hint=hint)


def known_languages(subject: Subject) -> Iterator[Problem]:
    """DOSSIER008: every language has a code we know."""
    for index, group in enumerate(subject.gemeente.residents.languages):
        if group.language not in LANGUAGE_NAMES:
            yield subject.problem(
                "DOSSIER008",
                ("statushouders", "talen", index, "taal"),
                f"'{group.language}' is geen taalcode die psoh kent",
                hint=partial(question_about, group.language),
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
    name_fits_code,
    still_exists,
    is_registered,
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


def has_ended(registered: Registered, *, as_of: date | None) -> bool:
    """Tell whether a gemeente no longer exists on a day; without a day, whether it has ended at all."""
    return registered.ended is not None and (as_of is None or registered.ended.last_day() < as_of)


def ended_in_words(registered: Registered) -> str:
    """Say that a gemeente is no more: `Nuenen (GM0820) bestaat niet meer; laatste dag: …`."""
    day = registered.ended.in_words() if registered.ended else "onbekend"
    return f"{registered.name} ({registered.code}) bestaat niet meer; de laatste dag was {day}"


def successor_hint(registered: Registered, *, register: Register) -> str:
    """Name the gemeenten that took over, and what to write."""
    heirs = register.successors_of(registered)
    names = [f"{heir.name} ({heir.code})" for heir in heirs]
    if len(heirs) > 1:
        return f"Het gebied is verdeeld over {listing(names)}. Schrijf de code van de gemeente die u bedoelt."
    return f"{registered.name} hoort nu bij {names[0]}. Schrijf {heirs[0].code}." if heirs else ""


def _succeeded(subject: Subject, path: Path, registered: Registered) -> Fix | None:
    """Give the Fix that writes the one successor, with its name where the code is that of the dossier itself."""
    heirs = subject.register.successors_of(registered)
    if len(heirs) != 1:
        return None
    fixes = [subject.rewritten(path, heirs[0].code)]
    if path == ("code",):
        fixes.append(subject.rewritten(("naam",), heirs[0].name))
    edits = tuple(edit for fix in fixes if fix for edit in fix.edits)
    does = f"schrijf {heirs[0].code} ({heirs[0].name})"
    return Fix(edits=edits, does=does, is_safe=False) if None not in fixes else None


def _language_written(subject: Subject, index: int, word: str) -> Fix | None:
    """Give the Fix that writes the code: safely where the word can mean no other language."""
    sure, meant = code_of(word), languages_meant(word)
    if not sure and len(meant) != 1:
        return None
    path: Path = ("statushouders", "talen", index, "taal")
    return subject.rewritten(path, sure or meant[0], is_safe=bool(sure))
