"""Rules of the kaart about entries that are probably one and the same, added twice."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import same_name
from psoh_cli.kaart.alike import Names
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.subject import Subject
from psoh_cli.kaart.telephone import same_number
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem

_NAME = "heeft bijna dezelfde naam als"
_SHORT_NUMBER = 8
"""Up to so many digits a number is of everybody: 112, 14 078, 0800-1234."""


def organizations_stand_once(subject: Subject) -> Iterator[Problem]:
    """KAART046: an organization stands on the kaart once."""
    organizations = subject.kaart.organizations
    names = Names()
    by_number: dict[tuple[str, str, str], int] = {}
    for index, organization in enumerate(organizations):
        alike = [(first, _NAME) for first in names.like(organization.name, number=index)]
        for kind, words, number in _numbers(organization):
            first = by_number.setdefault((kind, number, organization.partner_type), index)
            alike.append((first, f"heeft {words} als"))
        others = [(first, said) for first, said in alike if organizations[first].id != organization.id]
        if others:
            first, said = others[0]
            yield _told("KAART046", subject, ("organisaties", index), said, ("organisaties", first))


def services_stand_once(subject: Subject) -> Iterator[Problem]:
    """KAART047: a service of an organization stands on the kaart once."""
    services = subject.kaart.services
    names: dict[str, Names] = {}
    for index, service in enumerate(services):
        alike = names.setdefault(service.organization, Names()).like(service.name, number=index)
        others = [
            first
            for first in alike
            if services[first].id != service.id and not told_apart(services[first], service)
        ]
        if others:
            yield _told("KAART047", subject, ("diensten", index), _NAME, ("diensten", others[0]))


RULES = (organizations_stand_once, services_stand_once)


def told_apart(one: Service, other: Service) -> bool:
    """Tell whether something that is filled in for both services is another thing for each."""
    pairs = (
        (one.languages, other.languages),
        (one.interpreter_languages, other.interpreter_languages),
        (one.target_groups, other.target_groups),
        (one.age, other.age),
        (one.service_area, other.service_area),
        (one.locations, other.locations),
    )
    return any(mine and yours and mine != yours for mine, yours in pairs)


def _numbers(organization: Organization) -> Iterator[tuple[str, str, str]]:
    if organization.kvk is not None and organization.kvk.isdecimal():
        yield "kvk", "hetzelfde KvK-nummer", organization.kvk
    number = (
        same_number(organization.contact.phone) if organization.contact and organization.contact.phone else ""
    )
    if len(number) > _SHORT_NUMBER:
        yield "telefoon", "hetzelfde telefoonnummer", number


def _told(code: str, subject: Subject, path: Path, said: str, first: Path) -> Problem:
    entries: dict[str, tuple[Organization | Service, ...]] = {
        "organisaties": subject.kaart.organizations,
        "diensten": subject.kaart.services,
    }
    this, that = (entries[str(where[0])][int(where[1])] for where in (path, first))
    line = subject.place(first)[0]
    if said == _NAME and same_name(this.name) == same_name(that.name):
        said = "heeft dezelfde naam als"
    return subject.problem(
        code, (*path, "naam"), f"'{this.id}' ({this.name}) {said} '{that.id}' ({that.name}) op regel {line}"
    )
