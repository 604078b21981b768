"""A proposal for the kaart: organizations and services as the kaart itself holds them, that are not there yet."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, Field

from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files import versioned_file
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.entry_values import ConfirmedOn
from psoh_cli.kaart.kaart import Kaart, KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.rules import Subject, check
from psoh_cli.model import Text
from psoh_cli.problems.problem import Problem, Severity

_SOURCE = "voorstel"


class _ProposedOrganization(Organization):
    """Nobody can have confirmed what is not there yet."""

    source: Text = Field(default=_SOURCE, alias="bron")
    assured_date: ConfirmedOn = Field(default=None, alias="gecontroleerd_op")


class _ProposedService(Service):
    source: Text = Field(default=_SOURCE, alias="bron")
    assured_date: ConfirmedOn = Field(default=None, alias="gecontroleerd_op")


class _ProposalFile(KaartFile):
    format: Text = Field(default=FORMAT_VERSION, alias="formaat")
    knowledge_version: Text = Field(default=FORMAT_VERSION, alias="kennisversie")
    name: Text = Field(default=_SOURCE, alias="naam")
    organizations: tuple[_ProposedOrganization, ...] = Field(default=(), alias="organisaties")
    services: tuple[_ProposedService, ...] = Field(default=(), alias="diensten")


class Proposal(BaseModel, frozen=True):
    """What a proposal holds."""

    organizations: tuple[Organization, ...] = ()
    services: tuple[Service, ...] = ()


def read_proposal(path: Path, *, kaart: Kaart, known: KnownIds) -> Proposal:
    """Read a proposal; raise ProblemsError, with lines and columns, when there is an error in it.

    Raises UnreadableError when there is no such file.
    """
    file = versioned_file.read(path, _ProposalFile)
    if file.unreadable is not None:
        raise file.unreadable
    if file.value is None:
        _expect_lists(path, file.parsed.plain())
        raise _refused(path, file.problems)
    elsewhere = frozenset(kaart.organization)
    subject = Subject(
        file=file.name, place=file.place, written=file.written, address=file.address, kaart=file.value,
        known=known, as_of=None, organizations_elsewhere=elsewhere, offered_elsewhere=True,
    )  # fmt: skip
    found = tuple(check(subject))
    if any(problem.severity is Severity.ERROR for problem in found):
        raise _refused(path, found)
    return Proposal(
        organizations=tuple(Organization.model_construct(**dict(item)) for item in file.value.organizations),
        services=tuple(Service.model_construct(**dict(item)) for item in file.value.services),
    )


def _expect_lists(path: Path, data: object) -> None:
    """Raise WrongUseError for a service or an organization that stands in the file on its own."""
    first = data[0] if isinstance(data, list) and data else data
    if not isinstance(first, dict) or "diensten" in first or "organisaties" in first or "naam" not in first:
        return
    key = "diensten" if {"organisatie", "aanbod"} & first.keys() else "organisaties"
    if key == "organisaties" and "ketenpartner" not in first:
        return
    what = "een dienst" if key == "diensten" else "een organisatie"
    raise WrongUseError(
        f"Het voorstel {path.as_posix()} is {what} zonder {key}: erboven.",
        remedy=f"Zet dit onder {key}: en spring in. De eerste regel wordt {key}:, de volgende begint met '  - id:'.",
    )


def _refused(path: Path, problems: tuple[Problem, ...]) -> ProblemsError:
    return ProblemsError(
        f"Het voorstel {path.as_posix()} kan niet worden gebruikt: eerst moeten deze fouten eruit.",
        problems=tuple(problem for problem in problems if problem.severity is Severity.ERROR),
        remedy="Verbeter ze in een teksteditor. Een voorstel ziet eruit als sociale-kaart.yaml: organisaties: en "
        "diensten:",
    )
