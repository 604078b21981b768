"""Whether a service is meant for the group of a column: an age, an area, a layer of support, a target group.

What the answer hangs on is the same for many services, so each is answered once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.reach import group_ages, serves_age, serves_area
from psoh_cli.vocabulary import AgeGroup, TargetGroup

Fits = Callable[[Service], bool | None]
"""Whether a service is meant for a group; None is unknown."""

NO_COLUMN = frozenset({TargetGroup.EVERYONE, TargetGroup.PROFESSIONALS})
"""Target groups that are no group of statushouders: everyone is all of them, professionals are none."""

_SURELY: Mapping[TargetGroup, frozenset[TargetGroup]] = {
    TargetGroup.EVERYONE: frozenset(TargetGroup),
    TargetGroup.ADULTS: frozenset(
        {
            TargetGroup.ADULTS,
            TargetGroup.OLDER_PEOPLE,
            TargetGroup.PARENTS,
            TargetGroup.WOMEN,
            TargetGroup.MEN,
        }
    ),
    TargetGroup.OLDER_PEOPLE: frozenset({TargetGroup.OLDER_PEOPLE}),
    TargetGroup.PARENTS: frozenset({TargetGroup.PARENTS}),
    TargetGroup.FAMILIES: frozenset({TargetGroup.FAMILIES, TargetGroup.PARENTS, TargetGroup.CHILDREN}),
    TargetGroup.YOUTH: frozenset({TargetGroup.YOUTH}),
    TargetGroup.CHILDREN: frozenset({TargetGroup.CHILDREN}),
    TargetGroup.WOMEN: frozenset({TargetGroup.WOMEN}),
    TargetGroup.MEN: frozenset({TargetGroup.MEN}),
    TargetGroup.PROFESSIONALS: frozenset(),
}
"""The groups that may surely come where a service names a target group (our own reading: afgeleid)."""


def fits_age(age_group: AgeGroup) -> Fits:
    """Ask whether a service is for anybody in an age group."""
    return _once(
        lambda service: serves_age(service, age_group=age_group),
        on=lambda service: (service.target_groups, service.age and (service.age.lowest, service.age.highest)),
    )


def fits_area(area: str, *, areas: tuple[str, ...]) -> Fits:
    """Ask whether a service works in an area."""
    return _once(
        lambda service: serves_area(service, area=area, areas=areas), on=lambda service: service.service_area
    )


def fits_layer(layer: str) -> Fits:
    """Ask whether a service belongs to a layer of support; one that names none may."""
    return lambda service: None if service.layer is None else service.layer == layer


def fits_target_group(group: TargetGroup) -> Fits:
    """Ask whether a service is for anybody in a target group."""
    return _once(
        lambda service: serves_target_group(service, group=group),
        on=lambda service: (service.target_groups, service.age and (service.age.lowest, service.age.highest)),
    )


def serves_target_group(service: Service, *, group: TargetGroup) -> bool | None:
    """Tell whether a service is for anybody in a target group; None is unknown.

    Ages that nobody in the group has rule it out. Groups that share ages, such as women and parents, may overlap:
    whether a service for the one is there for the other is unknown.
    """
    ages = group_ages(group)
    if not any(serves_age(service, age_group=age) is not False for age in ages):
        return False
    if not service.target_groups:
        return None
    if any(group in _SURELY[named] for named in service.target_groups):
        return True
    return None if any(group_ages(named) & ages for named in service.target_groups) else False


def _once(ask: Fits, *, on: Callable[[Service], Hashable]) -> Fits:
    known: dict[Hashable, bool | None] = {}

    def fits(service: Service) -> bool | None:
        key = on(service)
        if key not in known:
            known[key] = ask(service)
        return known[key]

    return fits
