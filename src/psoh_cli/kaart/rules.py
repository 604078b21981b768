"""What makes a kaart trustworthy; yields Problems. Each rule is one small function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from psoh_cli.dutch import listing, plural
from psoh_cli.kaart import (
    rules_area,
    rules_area_names,
    rules_contact,
    rules_declared,
    rules_doubles,
    rules_hours,
    rules_identifiers,
    rules_links,
    rules_lists,
    rules_privacy,
    rules_regions,
    rules_terms,
    rules_values,
    rules_whole,
)
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.entry_terms import USUAL_TERM_MONTHS, months_per_kind, with_term
from psoh_cli.kaart.kaart import Kaart, LeftOut, LeftOutReason, is_fresh
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.making import Path, problem_of
from psoh_cli.problems.problem import Problem
from psoh_cli.shell import dossier_of, quoted
from psoh_cli.vocabulary import ServiceStatus

_USUAL_NAME = "sociale-kaart.yaml"
_MOST_FIELDS = 4

__all__ = ["RULES", "Subject", "check", "check_together"]


def check(subject: Subject) -> Iterator[Problem]:
    """Run every rule on one kaart file."""
    for rule in RULES:
        yield from rule(subject)


def check_together(
    kaart: Kaart,
    *,
    file: str,
    counting: Callable[[LeftOut], tuple[str, tuple[int, int]] | None] | None = None,
) -> Iterator[Problem]:
    """KAART019: tell which entries of several kaart files do not count because their id is taken.

    `counting` gives file and place of the entry that does count; `file` is told of where that is not known.
    """
    for entry in kaart.left_out:
        if entry.reason is LeftOutReason.SAME_ID:
            name, place = (counting(entry) if counting else None) or (file, (1, 1))
            yield problem_of(
                "KAART019",
                f"{entry.what} '{entry.id}' ({entry.name}) uit kaart '{entry.kaart}' telt niet mee: "
                f"het id is al gebruikt voor een andere vermelding{_differing(entry)}",
                file=name,
                place=place,
                address=f"kaarten/{entry.kaart}/{entry.what}/{entry.id}",
            )


def _differing(entry: LeftOut) -> str:
    """Name what two entries with one id say otherwise."""
    if not entry.fields:
        return ""
    most = list(entry.fields[:_MOST_FIELDS])
    named = (
        [*most, f"{len(entry.fields) - len(most)} andere velden"]
        if len(entry.fields) > len(most) + 1
        else list(entry.fields)
    )
    return f"; verschil in {listing(named)}"


def organization_exists(subject: Subject) -> Iterator[Problem]:
    """KAART001: a service belongs to an organization on the kaart."""
    known = {organization.id: organization.name for organization in subject.kaart.organizations}
    for path, service in subject.services():
        wanted = service.organization
        if wanted not in known and wanted not in subject.organizations_elsewhere:
            yield rules_links.told_with_guess(
                subject,
                "KAART001",
                (*path, "organisatie"),
                f"dienst '{service.id}' hoort bij organisatie '{wanted}', en die staat niet op de kaart",
                wanted=wanted,
                known=known,
            )


def ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """KAART002: an id stands for one organization, one service, or one location of an organization."""
    groups: list[tuple[Path, list[str]]] = [
        (("organisaties",), [item.id for item in subject.kaart.organizations]),
        (("diensten",), [item.id for item in subject.kaart.services]),
        (("bronnen",), [item.id for item in subject.kaart.sources]),
    ]
    for index, organization in enumerate(subject.kaart.organizations):
        groups.append(
            (("organisaties", index, "locaties"), [location.id for location in organization.locations])
        )
    for path, ids in groups:
        first: dict[str, int] = {}
        for index, name in enumerate(ids):
            if first.setdefault(name, index) != index:
                line = subject.place((*path, first[name], "id"))[0]
                yield subject.problem(
                    "KAART002", (*path, index, "id"), f"id '{name}' is al gebruikt op regel {line}"
                )


def is_confirmed(subject: Subject) -> Iterator[Problem]:
    """KAART004: an entry was confirmed within its term; a service that stopped needs no confirmation."""
    if subject.as_of is None:
        return
    months_of = months_per_kind(subject.kaart.terms)
    for path, as_written in subject.entries():
        entry = with_term(as_written, months=months_of)
        if isinstance(entry, Service) and entry.status is ServiceStatus.STOPPED:
            continue
        if entry.assured_date is None:
            yield subject.problem(
                "KAART004",
                (*path, "gecontroleerd_op"),
                f"'{entry.id}' is nog nooit bevestigd",
                hint=_confirm(entry.id, subject=subject),
            )
        elif not is_fresh(entry, as_of=subject.as_of):
            moment = "op" if entry.assured_date.day else "in"
            months = USUAL_TERM_MONTHS if entry.term_months is None else entry.term_months
            yield subject.problem(
                "KAART004",
                (*path, "gecontroleerd_op"),
                f"'{entry.id}' is voor het laatst bevestigd {moment} {entry.assured_date.in_words()}; "
                f"de termijn is {plural(months, 'maand', 'maanden')}",
                hint=_confirm(entry.id, subject=subject),
            )


def _confirm(entry: str, *, subject: Subject) -> str:
    """Say what to type when an entry still holds, from where the check was typed."""
    file = PurePath(subject.file)
    place = dossier_of(subject.file) if file.name == _USUAL_NAME else file
    where = "" if place == PurePath() else f" --map {quoted(place)}"
    return f"Vraag na of het nog klopt, en typ dan: psoh kaart bevestig {entry}{where}"


def names_service_area(subject: Subject) -> Iterator[Problem]:
    """KAART016: a service says where it works."""
    for path, service in subject.services():
        if not service.service_area:
            yield subject.problem("KAART016", path, f"van dienst '{service.id}' is het werkgebied onbekend")


def offers_something(subject: Subject) -> Iterator[Problem]:
    """KAART018: an organization offers at least one service."""
    for index, organization in enumerate(subject.kaart.organizations):
        if organization.id not in subject.busy_organizations:
            yield subject.problem(
                "KAART018", ("organisaties", index), f"bij '{organization.id}' staat geen enkele dienst"
            )


def names_chain_step(subject: Subject) -> Iterator[Problem]:
    """KAART020: a service says in which step of the chain it helps."""
    for path, service in subject.services():
        if not service.chain_steps:
            yield subject.problem("KAART020", path, f"dienst '{service.id}' heeft geen ketenstap")


RULES = (
    organization_exists,
    ids_are_unique,
    is_confirmed,
    names_service_area,
    offers_something,
    names_chain_step,
    *rules_links.RULES,
    *rules_values.RULES,
    *rules_privacy.RULES,
    *rules_declared.RULES,
    *rules_identifiers.RULES,
    *rules_contact.RULES,
    *rules_hours.RULES,
    *rules_whole.RULES,
    *rules_area.RULES,
    *rules_area_names.RULES,
    *rules_doubles.RULES,
    *rules_lists.RULES,
    *rules_terms.RULES,
    *rules_regions.RULES,
)
