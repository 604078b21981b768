"""Which services fit what somebody asks for, best first, and what is not known about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from psoh_cli.dutch import same_name, sort_key
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart, covers_gemeente, is_fresh
from psoh_cli.kaart.reach import (
    RANK,
    Reach,
    at_most_unknown,
    is_gemeente_code,
    reach_of,
    serves_area,
    serves_years,
)
from psoh_cli.kaart.regions import Regions


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody asks for; None asks nothing. `ages` are years, both included.

    `area` is a wijk, a region or a code of a gemeente; `home` the code of the gemeente in whose dossier it is asked.
    """

    language: str | None = None
    step: str | None = None
    ages: tuple[int, int] | None = None
    area: str | None = None
    home: str | None = None

    @property
    def is_all(self) -> bool:
        """Tell whether nothing is asked."""
        return (self.language, self.step, self.ages, self.area) == (None, None, None, None)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A service that fits, or of which it is unknown. `reach` is about the language asked for."""

    service: Service
    organization: str
    fresh: bool
    certain: bool
    reach: Reach | None


def select(kaart: Kaart, *, wanted: Wanted, areas: tuple[str, ...], as_of: date) -> tuple[Found, ...]:
    """Give the services that are not known to be unfit, the certain ones first; `areas` are those of the gemeente."""
    found = [
        item
        for service in kaart.services
        if (item := _judge(service, kaart=kaart, wanted=wanted, areas=areas, as_of=as_of)) is not None
    ]
    return tuple(sorted(found, key=_order))


def _judge(
    service: Service, *, kaart: Kaart, wanted: Wanted, areas: tuple[str, ...], as_of: date
) -> Found | None:
    fits = (
        _in_step(service, wanted),
        _of_age(service, wanted),
        _in_area(service, wanted, areas, regions=kaart.regions),
    )
    if False in fits:
        return None
    fresh = is_fresh(service, as_of=as_of)
    certain = None not in fits
    reach: Reach | None = None
    if wanted.language is not None:
        reach = reach_of(service, language=wanted.language, fresh=fresh)
        if reach is None:
            return None
        reach = reach if certain else at_most_unknown(reach)
    organization = kaart.organization.get(service.organization)
    return Found(
        service=service,
        organization=organization.name if organization else service.organization,
        fresh=fresh,
        certain=certain,
        reach=reach,
    )


def _in_step(service: Service, wanted: Wanted) -> bool | None:
    if wanted.step is None:
        return True
    return wanted.step in service.chain_steps if service.chain_steps else None


def _of_age(service: Service, wanted: Wanted) -> bool | None:
    if wanted.ages is None:
        return True
    lowest, highest = wanted.ages
    return serves_years(service, lowest=lowest, highest=highest)


def _in_area(service: Service, wanted: Wanted, areas: tuple[str, ...], *, regions: Regions) -> bool | None:
    if wanted.area is None:
        return True
    if not service.service_area:
        return None
    if is_gemeente_code(wanted.area):
        return covers_gemeente(service, code=wanted.area, regions=regions)
    region = None if _is_one_of(wanted.area, areas) else regions.named(wanted.area)
    if region is None:
        return serves_area(service, area=wanted.area, areas=areas)
    codes = regions.codes_in(service.service_area)
    if codes or wanted.home is None:
        return bool(codes & region.codes) if codes else None
    is_here = wanted.home in region.codes  # a service that names only wijken works in this gemeente
    return is_here if any(_is_one_of(area, areas) for area in service.service_area) else None


def _is_one_of(area: str, areas: tuple[str, ...]) -> bool:
    return same_name(area) in {same_name(name) for name in areas}


def _order(found: Found) -> tuple[int, bool, str, str]:
    rank = RANK[found.reach] if found.reach is not None else 0
    return (rank, not found.certain, sort_key(found.service.name), found.service.id)
