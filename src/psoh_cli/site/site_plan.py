"""From a kaart to the plan of its site: what everybody may see, with the names, words and templates that go with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from psoh_cli.dutch import PartialDate
from psoh_cli.gemeente.gemeente import Gemeente, gemeente_code
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.site.build_plan import Plan
from psoh_cli.site.pages import About, Names, compose, keeper_of
from psoh_cli.site.public import Chosen, choose_public
from psoh_cli.site.site_files import shared_files, templates
from psoh_cli.site.texts import DUTCH, Texts
from psoh_cli.site.texts_check import Progress
from psoh_cli.site.texts_files import dutch_forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose site it is, and where and when it is made."""

    name: str
    """What the kaart is called; a gemeente goes by its own name."""
    gemeente: Gemeente | None
    own: Iterable[str]
    """Ids of the organizations in the own kaart file."""
    as_of: date
    address: str = ""


def plan_site(
    kaart: Kaart, *, subject: Subject, translations: tuple[Progress, ...], catalogue: Catalogue
) -> tuple[Plan, Chosen]:
    """Work out every page of a site; also gives what is left out, for the terminal alone."""
    chosen = choose_public(kaart, own=subject.own, as_of=subject.as_of)
    gemeente, day = subject.gemeente, subject.as_of
    names = _names(kaart, gemeente=gemeente, catalogue=catalogue)
    about = About(
        name=gemeente.name if gemeente else subject.name,
        is_gemeente=gemeente is not None,
        example=gemeente.example.value if gemeente and gemeente.example else None,
        address=subject.address,
        as_of=PartialDate(day.year, day.month, day.day),
        keeper=keeper_of(chosen.public),
    )
    dutch = dutch_forms()
    plan = Plan(
        site=compose(chosen.public, about=about, names=names),
        versions=(
            Texts(language=DUTCH, own=dutch, dutch=dutch),
            *(item.texts(dutch) for item in translations),
        ),
        templates=templates(),
        files=shared_files(),
        names=names,
        areas=gemeente.areas if gemeente else (),
    )
    return plan, chosen


def _names(kaart: Kaart, *, gemeente: Gemeente | None, catalogue: Catalogue) -> Names:
    known = KnownIds.of(catalogue)
    return Names(
        steps=known.chain_steps,
        partner_types=known.partner_types,
        gemeenten=_gemeenten(kaart, gemeente=gemeente),
        regions=kaart.regions,
        needs=_needs(kaart, catalogue=catalogue),
    )


def _needs(kaart: Kaart, *, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Name the needs for which each service helps, by what the knowledge says of its interventions."""
    helps = {need.title: {link.id for link in need.interventions} for need in catalogue.help_needs}
    found = {
        service.id: tuple(title for title, by in helps.items() if not by.isdisjoint(service.interventions))
        for service in kaart.services
    }
    return {name: titles for name, titles in found.items() if titles}


def _gemeenten(kaart: Kaart, *, gemeente: Gemeente | None) -> dict[str, str]:
    """Name the gemeenten that the kaart mentions by their codes; the register is read only where it is needed."""
    codes = {
        gemeente_code(area)
        for service in kaart.services
        for area in service.service_area
        if is_gemeente_code(area)
    }
    own = {gemeente.code: gemeente.name} if gemeente else {}
    if codes <= set(own):
        return own
    known = read_register().by_code
    return {code: known[code].name for code in sorted(codes) if code in known} | own
