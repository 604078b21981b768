"""Organizations and what they offer: HSDS objects under Dutch keys. No entry has a field for a person."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from psoh_cli.dutch import Money, PartialDate, YesNo
from psoh_cli.kaart.entry_values import (
    ActivityCode,
    AgeInYears,
    ClockTime,
    ConfirmedOn,
    LanguageCode,
    Places,
    TermMonths,
    Website,
    Weekday,
    Weeks,
)
from psoh_cli.kaart.weekdays import days_in_list
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.problems.refused import RefusedError
from psoh_cli.vocabulary import (
    Access,
    ClientCost,
    Interpreter,
    OfferKind,
    ServiceStatus,
    TargetGroup,
    Trained,
    Visibility,
)


class Contact(Frozen):
    """A function and its shared mailbox or public number."""

    function: Text = Field(default="algemeen", alias="functie")
    phone: Text | None = Field(default=None, alias="telefoon")
    email: Text | None = None
    visibility: Visibility = Field(default=Visibility.PUBLIC, alias="zichtbaar")


class Address(Frozen):
    """A postal address in the Netherlands."""

    street: Text | None = Field(default=None, alias="straat")
    postcode: Text | None = None
    city: Text | None = Field(default=None, alias="plaats")


class Schedule(Frozen):
    """When something is open: weekdays with times, or a sentence."""

    days: Annotated[tuple[Weekday, ...], BeforeValidator(days_in_list)] = Field(default=(), alias="dagen")
    opens_at: ClockTime | None = Field(default=None, alias="van")
    closes_at: ClockTime | None = Field(default=None, alias="tot")
    description: Text | None = Field(default=None, alias="toelichting")


class Location(Frozen):
    """A place where an organization receives people."""

    id: Slug
    name: Text = Field(alias="naam")
    address: Address | None = Field(default=None, alias="adres")
    area: Text | None = Field(default=None, alias="wijk")
    transport: Text | None = Field(default=None, alias="bereikbaarheid")
    schedules: tuple[Schedule, ...] = Field(default=(), alias="openingstijden")


class FieldChange(Frozen):
    """One field of an entry that changed: when, told by which role, and from what into what in short words.

    `before` None is a field that was empty, `after` None one that was emptied.
    """

    day: PartialDate = Field(alias="op")
    by: Text | None = Field(default=None, alias="door")
    field: Text = Field(alias="veld")
    before: Text | None = Field(default=None, alias="was")
    after: Text | None = Field(default=None, alias="werd")


class Verified(Frozen):
    """What every entry says about where it comes from, who may see it and when it was last confirmed.

    `assured_date` None is *onbekend* and counts as never confirmed; `term_months` overrides the usual term.
    """

    source: Text = Field(alias="bron")
    source_year: Text | None = Field(default=None, alias="bron_jaar")
    assured_date: ConfirmedOn = Field(alias="gecontroleerd_op")
    assurer: Text | None = Field(default=None, alias="gecontroleerd_door")
    term_months: TermMonths | None = Field(default=None, alias="termijn_maanden")
    remark: Text | None = Field(default=None, alias="toelichting")
    visibility: Visibility = Field(default=Visibility.PUBLIC, alias="zichtbaar")
    history: tuple[FieldChange, ...] = Field(default=(), alias="geschiedenis")


class Organization(Verified):
    """An organization; `partner_type` is an id of the partner types in the knowledge."""

    id: Slug
    name: Text = Field(alias="naam")
    partner_type: Slug = Field(alias="ketenpartner")
    role: Text | None = Field(default=None, alias="rol")
    website: Website | None = None
    kvk: Text | None = None
    """The number in the trade register, eight digits."""
    agb: Text | None = None
    """The code by which health insurers know a practice, eight digits."""
    contact: Contact | None = Field(default=None, alias="contact")
    locations: tuple[Location, ...] = Field(default=(), alias="locaties")
    in_board: YesNo | None = Field(default=None, alias="in_klankbordgroep")


class Age(Frozen):
    """Ages in years, both included; a missing bound is no bound."""

    lowest: AgeInYears | None = Field(default=None, alias="van")
    highest: AgeInYears | None = Field(default=None, alias="tot")

    @model_validator(mode="after")
    def _in_order(self) -> Age:
        if self.lowest is not None and self.highest is not None and self.lowest > self.highest:
            raise RefusedError(
                f"leeftijd van {self.lowest} tot {self.highest} is omgedraaid",
                f"Zet de laagste leeftijd bij van: {{van: {self.highest}, tot: {self.lowest}}}",
                code="KAART041",
            )
        return self


class Waiting(Frozen):
    """A waiting time with the day it was measured."""

    weeks: Weeks = Field(alias="weken")
    measured_on: PartialDate | None = Field(default=None, alias="gemeten_op")
    closed_for_referrals: YesNo | None = Field(default=None, alias="aanmeldstop")


class Capacity(Frozen):
    """How many people a service can help in a period."""

    places: Places = Field(alias="plaatsen")
    per: Literal["week", "maand", "kwartaal", "jaar", "groep", "gelijktijdig"]


class Service(Verified):
    """One thing an organization offers. An empty field is unknown, never no.

    `languages` are spoken by the staff; `interpreter_languages` are reached through an interpreter.
    """

    id: Slug
    organization: Slug = Field(alias="organisatie")
    name: Text = Field(alias="naam")
    description: Text = Field(alias="aanbod")
    status: ServiceStatus = ServiceStatus.ACTIVE
    kinds: tuple[OfferKind, ...] = Field(default=(), alias="soort_aanbod")
    target_groups: tuple[TargetGroup, ...] = Field(default=(), alias="doelgroepen")
    age: Age | None = Field(default=None, alias="leeftijd")
    languages: tuple[LanguageCode, ...] = Field(default=(), alias="talen")
    interpreter: Interpreter = Field(default=Interpreter.UNKNOWN, alias="tolkinzet")
    interpreter_languages: tuple[LanguageCode, ...] = Field(default=(), alias="tolktalen")
    trained: Trained = Field(default=Trained.UNKNOWN, alias="cultuursensitief_getraind")
    cultural_criteria: tuple[Slug, ...] = Field(default=(), alias="cultuursensitief")
    chain_steps: tuple[Slug, ...] = Field(default=(), alias="ketenstappen")
    layer: Slug | None = Field(default=None, alias="iasc_laag")
    pillars: tuple[Slug, ...] = Field(default=(), alias="pijlers")
    interventions: tuple[Slug, ...] = Field(default=(), alias="interventies")
    activity_codes: tuple[ActivityCode, ...] = Field(default=(), alias="codes_4w")
    """Activities as the 4Ws tool of the IASC numbers them: `3.4`, `8.1`."""
    upl: Text | None = None
    """The name of a product in the Uniforme Productnamenlijst."""
    service_area: tuple[Text, ...] = Field(default=(), alias="werkgebied")
    access: tuple[Access, ...] = Field(default=(), alias="toegang")
    referral: Text | None = Field(default=None, alias="verwijsroute")
    cost: ClientCost = Field(default=ClientCost.UNKNOWN, alias="kosten_client")
    cost_amount: Money | None = Field(default=None, alias="kosten_bedrag")
    waiting: Waiting | None = Field(default=None, alias="wachttijd")
    capacity: Capacity | None = Field(default=None, alias="capaciteit")
    exclusion: Text | None = Field(default=None, alias="uitsluitcriteria")
    locations: tuple[Slug, ...] = Field(default=(), alias="locaties")
    schedules: tuple[Schedule, ...] = Field(default=(), alias="openingstijden")
    contact: Contact | None = None
    website: Website | None = None
