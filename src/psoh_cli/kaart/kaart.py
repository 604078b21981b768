"""The Kaart: the whole guide to who offers what, of one file or of several together."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field

from psoh_cli.dutch import PartialDate
from psoh_cli.gemeente.gemeente import GemeenteCode, OwnSource, gemeente_code
from psoh_cli.kaart.entries import Organization, Service, Verified
from psoh_cli.kaart.entry_terms import USUAL_TERM_MONTHS
from psoh_cli.kaart.entry_values import TermMonths
from psoh_cli.kaart.regions import NO_REGIONS, Regions
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.terms import last_day, within
from psoh_cli.vocabulary import ServiceStatus

Subject = Literal["ketenstap", "soort_aanbod", "interventie", "ketenpartner", "taal", "alles"]
"""What a kaart can be declared complete for."""


class Complete(Frozen):
    """A subject for which the gemeente declares its kaart complete."""

    subject: Subject = Field(alias="onderwerp")
    value: Slug | None = Field(default=None, alias="waarde")
    day: PartialDate = Field(alias="datum")
    by: Text = Field(alias="door")
    applies_to: tuple[GemeenteCode, ...] = Field(default=(), alias="geldt_voor")
    """For which gemeenten a kaart that several share is complete; empty is only whose own kaart it is."""

    def is_current(self, *, as_of: date) -> bool:
        """Tell whether this was declared recently enough to rely on."""
        return within(self.day, months=USUAL_TERM_MONTHS, as_of=as_of)

    def is_about(self, subject: str, *, value: str) -> bool:
        """Tell whether this covers one value of a subject."""
        return self.subject == "alles" or (self.subject == subject and self.value in {None, value})


TermKind = Literal[
    "organisatie", "dienst", "wachttijd",
    "groep", "individueel", "inloop", "maatje", "ontmoeting", "sport", "vrijwilligerswerk", "werk-of-leerwerk",
    "training", "voorlichting", "behandeling", "advies", "anders",
]  # fmt: skip
"""What a term can be for: the kind of entry, a kind of offer, or the waiting time of a service."""


class Term(Frozen):
    """For how many months a confirmation holds for one kind of entry; an entry's own term goes before it."""

    kind: TermKind = Field(alias="voor")
    months: TermMonths = Field(alias="maanden")


class Region(Frozen):
    """A region by its own name: a service that works there works in each of its gemeenten."""

    name: Text = Field(alias="naam")
    gemeenten: tuple[GemeenteCode, ...] = Field(alias="gemeenten")


class KaartFile(Frozen):
    """The file `sociale-kaart.yaml`."""

    format: Text = Field(alias="formaat")
    knowledge_version: Text = Field(alias="kennisversie")
    name: Text = Field(alias="naam")
    remark: Text | None = Field(default=None, alias="toelichting")
    complete: tuple[Complete, ...] = Field(default=(), alias="volledig_voor")
    sources: tuple[OwnSource, ...] = Field(default=(), alias="bronnen")
    terms: tuple[Term, ...] = Field(default=(), alias="termijnen")
    regions: tuple[Region, ...] = Field(default=(), alias="regios")
    organizations: tuple[Organization, ...] = Field(default=(), alias="organisaties")
    services: tuple[Service, ...] = Field(default=(), alias="diensten")

    @cached_property
    def names(self) -> dict[str, str]:
        """Ids of all organizations and services, with their names."""
        organizations = {item.id: item.name for item in self.organizations}
        return organizations | {item.id: item.name for item in self.services}


class LeftOutReason(StrEnum):
    """Why an entry of a kaart file does not count for a gemeente."""

    ELSEWHERE = "werkt niet in deze gemeente"
    SAME_ID = "een andere vermelding heeft hetzelfde id"


class LeftOut(Frozen):
    """An entry that is in a kaart file and not in the Kaart; nothing is lost in silence."""

    id: Slug
    name: Text = Field(alias="naam")
    what: Literal["organisatie", "dienst", "bron", "regio"] = Field(alias="soort")
    kaart: Text
    reason: LeftOutReason = Field(alias="reden")
    fields: tuple[str, ...] = Field(default=(), alias="verschilt_in")
    """Of an entry whose id is taken: what it says otherwise than the entry that counts."""


class Kaart(Frozen):
    """Organizations and services of all kaart files that count for one gemeente."""

    organizations: tuple[Organization, ...] = ()
    services: tuple[Service, ...] = ()
    complete: tuple[Complete, ...] = ()
    sources: tuple[OwnSource, ...] = ()
    left_out: tuple[LeftOut, ...] = Field(default=(), alias="buiten_beschouwing")
    regions: Regions = Field(default=NO_REGIONS, exclude=True)
    """The names in a service area that stand for several gemeenten."""
    waiting_terms: dict[Slug, int] = Field(default_factory=dict, exclude=True)
    """Ids of services whose file says for how many months a waiting time holds."""

    @cached_property
    def organization(self) -> dict[str, Organization]:
        """Organizations by id."""
        return {item.id: item for item in self.organizations}

    @cached_property
    def service(self) -> dict[str, Service]:
        """Services by id."""
        return {item.id: item for item in self.services}

    @cached_property
    def active(self) -> tuple[Service, ...]:
        """The services that run."""
        return tuple(service for service in self.services if service.status is ServiceStatus.ACTIVE)

    def partner_type_of(self, service: Service) -> str | None:
        """The partner type of the organization behind a service."""
        organization = self.organization.get(service.organization)
        return organization.partner_type if organization else None

    def declared_complete(self, subject: str, value: str, *, as_of: date) -> Complete | None:
        """Find the declaration that makes the kaart complete for a subject; one that is too old does not."""
        about = self._declared(subject, value)
        return next((item for item in about if item.is_current(as_of=as_of)), None)

    def declared_too_long_ago(self, subject: str, value: str, *, as_of: date) -> Complete | None:
        """Find the latest declaration for a subject where every one of them is too old to rely on."""
        about = self._declared(subject, value)
        if any(item.is_current(as_of=as_of) for item in about):
            return None
        return max(about, key=lambda item: item.day, default=None)

    def _declared(self, subject: str, value: str) -> tuple[Complete, ...]:
        return tuple(item for item in self.complete if item.is_about(subject, value=value))


def is_fresh(entry: Verified, *, as_of: date) -> bool:
    """Tell whether an entry was confirmed within its term; without a date it never was."""
    until = fresh_until(entry)
    return until is not None and as_of <= until


def fresh_until(entry: Verified) -> date | None:
    """Give the last day on which the confirmation of an entry holds; None where it never was confirmed.

    A date of less precision than a day counts from its first day: the strictest reading.
    """
    if entry.assured_date is None:
        return None
    months = entry.term_months if entry.term_months is not None else USUAL_TERM_MONTHS
    return last_day(entry.assured_date, months=months)


def covers_gemeente(service: Service, *, code: str, regions: Regions) -> bool:
    """Tell whether a service works in a gemeente; without a service area it counts, and the kaart says so."""
    codes = regions.codes_in(service.service_area)
    return not codes or gemeente_code(code) in codes
