"""What the rules of the kaart look at: one file, the day, and what exists elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from psoh_cli.gemeente.gemeente import Register
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.code_lists import NO_LISTS, CodeLists
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.regions import NO_REGIONS, Regions
from psoh_cli.near_misses import Meant
from psoh_cli.problems.making import Examined, Path
from psoh_cli.problems.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Home:
    """The gemeente whose own kaart it is: its code, its name and its wijken.

    `wider` are names of what it lies in, such as its region.
    """

    code: str
    name: str
    areas: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Subject(Examined):
    """One kaart file with its surroundings. Without `as_of` nothing is judged on its date.

    `organizations_elsewhere` are ids of organizations in the other kaart files of the dossier, and
    `offered_elsewhere` tells whether a service stands in one. `shared_with` is the code of the gemeente whose
    dossier shares this kaart; None where it is the own kaart, or stands alone.
    `register` holds all gemeenten; None where that says nothing, as in an invented example. `region` are the codes
    of the gemeente and its region, for its own kaart; empty where it does not name them. `home` is that gemeente;
    None for a kaart that is shared or stands alone. `regions` are the names that stand for several gemeenten.
    """

    kaart: KaartFile
    known: KnownIds
    as_of: date | None
    organizations_elsewhere: frozenset[str] = field(default=frozenset())
    offered_elsewhere: bool = False
    shared_with: str | None = None
    register: Register | None = None
    region: frozenset[str] = field(default=frozenset())
    home: Home | None = None
    regions: Regions = NO_REGIONS
    lists: CodeLists = NO_LISTS
    """Lists of codes that others keep; empty where nothing asks for them."""

    @cached_property
    def organizations(self) -> dict[str, Organization]:
        """Organizations by id."""
        return {organization.id: organization for organization in self.kaart.organizations}

    @cached_property
    def busy_organizations(self) -> frozenset[str]:
        """Ids of the organizations that offer something."""
        return frozenset(service.organization for service in self.kaart.services)

    def in_other_form(
        self, code: str, path: Path, message: str, *, meant: Meant | None, asking: str = ""
    ) -> Problem:
        """Tell of a value in another form: write what was meant where that is sure, and ask otherwise.

        `asking` comes behind the question.
        """
        if meant is None:
            return self.problem(code, path, message)
        hint = f"Schrijf {meant.text}" if meant.is_safe else f"Bedoelt u {meant.text}?{asking}"
        fix = self.rewritten(path, meant.text, is_safe=meant.is_safe)
        return self.problem(code, path, message, hint=hint, fix=fix)

    def entries(self) -> Iterator[tuple[Path, Organization | Service]]:
        """Yield organizations and services with their place in the file."""
        for index, organization in enumerate(self.kaart.organizations):
            yield ("organisaties", index), organization
        yield from self.services()

    def services(self) -> Iterator[tuple[Path, Service]]:
        """Yield services with their place in the file."""
        for index, service in enumerate(self.kaart.services):
            yield ("diensten", index), service
