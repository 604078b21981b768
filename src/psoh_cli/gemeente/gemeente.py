"""Gemeente: who the dossier is about, and the register of all gemeenten."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from psoh_cli.dutch import FEWEST, Count, PartialDate, Year, slug
from psoh_cli.gemeente.means import Holiday, Means, Milestone
from psoh_cli.model import Frozen, Slug, Text, WebAddress
from psoh_cli.problems.meant import closest
from psoh_cli.problems.refused import RefusedError
from psoh_cli.vocabulary import AgeGroup, ExampleKind, Provenance

_CODE = re.compile(r"(?:gm)?(\d{4})", re.IGNORECASE)
_WITHOUT_ZERO = re.compile(r"(?:gm)?[- ]?(\d{2,4})", re.IGNORECASE | re.ASCII)
"""A code of which a spreadsheet took the first zero off, or with a space or a dash in it."""


def gemeente_code(text: object) -> str:
    """Normalise `gm0505` and `0505` to `GM0505`; raise RefusedError in Dutch otherwise."""
    match = _CODE.fullmatch(str(text).strip())
    if match is None:
        short = _WITHOUT_ZERO.fullmatch(str(text).strip())
        meant = f"GM{short[1]:0>4}" if short else ""
        way = f"schrijf {meant}" if meant else "schrijf GM en vier cijfers, bijvoorbeeld GM0505"
        raise RefusedError(f"'{text}' is geen gemeentecode; {way}", mend=meant)
    return f"GM{match.group(1)}"


GemeenteCode = Annotated[str, BeforeValidator(gemeente_code)]
"""`GM` and four digits, always as text."""


class OwnSource(Frozen):
    """A source of this dossier itself, beside those of the knowledge."""

    id: Slug
    title: Text = Field(alias="titel")
    publisher: Text = Field(alias="uitgever")
    year: Year | None = Field(default=None, alias="jaar")
    url: WebAddress | None = None


class Figure(Frozen):
    """A figure about this gemeente, with its year and source."""

    description: Text = Field(alias="omschrijving")
    value: Text = Field(alias="waarde")
    year: Text = Field(default="onbekend", alias="jaar")
    source: Text = Field(default="onbekend", alias="bron")
    note: Text | None = Field(default=None, alias="toelichting")


class LanguageGroup(Frozen):
    """How many statushouders speak a language; `people` None is unknown."""

    language: Text = Field(alias="taal")
    country: Text | None = Field(default=None, alias="land")
    people: Count | None = Field(default=None, alias="aantal")
    provenance: Provenance | None = Field(default=None, alias="herkomst")
    """Set to *afgeleid* when the language follows from the country and nobody counted it."""
    remark: Text | None = Field(default=None, alias="toelichting")


class AgeCount(Frozen):
    """How many statushouders are in an age group; None is unknown."""

    age_group: AgeGroup = Field(alias="leeftijd")
    people: Count | None = Field(default=None, alias="aantal")


class Residents(Frozen):
    """The statushouders of the gemeente, in numbers about groups, never about a person."""

    as_of: PartialDate | None = Field(default=None, alias="peildatum")
    source: Text = Field(default="onbekend", alias="bron")
    total: Count | None = Field(default=None, alias="totaal")
    languages: tuple[LanguageGroup, ...] = Field(default=(), alias="talen")
    ages: tuple[AgeCount, ...] = Field(default=(), alias="leeftijden")

    @property
    def counted(self) -> int | None:
        """How many there are, as far as a reader can tell: the total, or a table that adds up without a small group."""
        if self.total is not None:
            return self.total
        for groups in (self.languages, self.ages):
            counts = [group.people for group in groups if group.people is not None and group.people >= FEWEST]
            if counts and len(counts) == len(groups):
                return sum(counts)
        return None


class Region(Frozen):
    """The region the gemeente works with."""

    name: Text = Field(alias="naam")
    codes: tuple[GemeenteCode, ...] = Field(default=(), alias="gemeenten")
    ggd: Text | None = None


class Role(Frozen):
    """A role in the project and the function that fills it; never a person's name."""

    role: Text = Field(alias="rol")
    function: Text = Field(default="onbekend", alias="functie")


class Horizon(Frozen):
    """The years the plan is about."""

    first: Count = Field(alias="van")
    last: Count = Field(alias="tot")


class Adoption(Frozen):
    """Who adopted the implementation plan, and when."""

    status: Literal["vastgesteld"] = "vastgesteld"
    by: Text = Field(alias="door")
    """The body that adopted it, such as `de gemeenteraad`."""
    day: PartialDate = Field(alias="datum")


class Gemeente(Frozen):
    """The file `gemeente.yaml`: who we are."""

    format: Text = Field(alias="formaat")
    knowledge_version: Text = Field(alias="kennisversie")
    code: GemeenteCode
    name: Text = Field(alias="naam")
    province: Text | None = Field(default=None, alias="provincie")
    example: ExampleKind | None = Field(default=None, alias="voorbeeld")
    remark: Text | None = Field(default=None, alias="toelichting")
    region: Region | None = Field(default=None, alias="regio")
    residents: Residents = Field(default=Residents(), alias="statushouders")
    areas: tuple[Text, ...] = Field(default=(), alias="wijken")
    roles: tuple[Role, ...] = Field(default=(), alias="rollen")
    occasion: Text | None = Field(default=None, alias="aanleiding")
    """Why the gemeente makes this plan now, in its own words."""
    ambition: Text | None = Field(default=None, alias="ambitie")
    principles: tuple[Text, ...] = Field(default=(), alias="uitgangspunten")
    """What the gemeente holds to, each in a sentence."""
    adoption: Adoption | None = Field(default=None, alias="vaststelling")
    horizon: Horizon | None = None
    calendar: tuple[Milestone, ...] = Field(default=(), alias="raadskalender")
    holidays: tuple[Holiday, ...] = Field(default=(), alias="schoolvakanties")
    means: Means | None = Field(default=None, alias="middelen")
    """Money and hands for the plan; None when the gemeente states nothing."""
    figures: tuple[Figure, ...] = Field(default=(), alias="cijfers")
    sources: tuple[OwnSource, ...] = Field(default=(), alias="bronnen")
    kaarten: tuple[Text, ...] = ()
    """Further kaart files, as relative paths with forward slashes."""


class Registered(Frozen):
    """One gemeente in the national register; `ended` is the last day of its existence."""

    code: GemeenteCode
    name: Text = Field(alias="naam")
    other_names: tuple[Text, ...] = Field(default=(), alias="ook_bekend_als")
    province: Text | None = Field(default=None, alias="provincie")
    ggd: Text | None = None
    ggd_derived: bool = False
    ended: PartialDate | None = Field(default=None, alias="einddatum")
    successors: tuple[GemeenteCode, ...] = Field(default=(), alias="opvolgers")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is called."""
        return (self.name, *self.other_names)


class Register(Frozen):
    """All gemeenten, those that were abolished included."""

    source: Text
    as_of: PartialDate
    entries: tuple[Registered, ...]

    @cached_property
    def by_code(self) -> dict[str, Registered]:
        """Entries by code."""
        return {entry.code: entry for entry in self.entries}

    @cached_property
    def existing(self) -> tuple[Registered, ...]:
        """The gemeenten that exist."""
        return tuple(entry for entry in self.entries if entry.ended is None)

    def named(self, text: str) -> tuple[Registered, ...]:
        """Find gemeenten by name or code, existing ones first; capitals and accents do not matter."""
        if _CODE.fullmatch(text.strip()):
            found = self.by_code.get(gemeente_code(text))
            return (found,) if found else ()
        wanted = slug(text)
        hits = [entry for entry in self.entries if wanted in map(slug, (entry.name, *entry.other_names))]
        return tuple(sorted(hits, key=lambda entry: (entry.ended is not None, entry.code)))

    def like(self, text: str) -> tuple[str, ...]:
        """Suggest up to three names of existing gemeenten that look like the text."""
        names = {name: entry.name for entry in self.existing for name in (entry.name, *entry.other_names)}
        return tuple(dict.fromkeys(names[hit] for hit in closest(text, names.keys())))

    def successors_of(self, entry: Registered) -> tuple[Registered, ...]:
        """Follow successors until gemeenten that exist."""
        found: dict[str, Registered] = {}
        todo, seen = list(entry.successors), {entry.code}
        while todo:
            code = todo.pop(0)
            heir = self.by_code.get(code)
            if heir is None or code in seen:
                continue
            seen.add(code)
            if heir.ended is None:
                found[heir.code] = heir
            else:
                todo.extend(heir.successors)
        return tuple(found.values())
