"""What each service says about each filter of the search: yes, with an interpreter, no, or that nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from psoh_cli.dutch import sort_key
from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.asked_price import is_free
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import covers_gemeente
from psoh_cli.kaart.reach import WITHOUT_REFERRAL, Reach, is_gemeente_code, reach_of, serves_age, serves_area
from psoh_cli.kaart.regions import NO_REGIONS, Regions
from psoh_cli.vocabulary import Access, AgeGroup, OfferKind, ServiceStatus, TargetGroup

Answer = bool | None
"""What the kaart knows: None is unknown."""

NO, UNKNOWN, INTERPRETER, YES = 0, 1, 2, 3
"""What a service says about one value of a filter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A word in the language of the page; `language` is filled where it fell back to another one."""

    text: str
    language: str = ""
    own: str = ""
    """What a language calls itself."""
    also: str = ""
    """Other words to find it by, that nobody sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """The words of one language version, by code or id; in the order in which a filter shows them."""

    languages: Mapping[str, Name]
    steps: Mapping[str, Name]
    kinds: Mapping[OfferKind, Name]
    groups: Mapping[TargetGroup, Name]
    ages: Mapping[AgeGroup, Name]
    areas: tuple[str, ...] = ()
    """The wijken of the gemeente."""
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    """Names of gemeenten by code."""
    regions: Regions = NO_REGIONS
    """The names in a service area that stand for several gemeenten."""
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For which needs a service helps, by its id: words to find it by."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Words to find by what is free, needs no referral, has an interpreter, and the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Something to choose from. `rows` has one row of digits per service, with one digit per value."""

    id: str
    values: tuple[tuple[str, Name], ...]
    rows: tuple[str, ...]


def filters(services: Sequence[Service], *, words: SearchWords) -> tuple[Filter, ...]:
    """Give the filters, with what each service says about each value; one without values is left out."""
    found = (
        _languages(services, words=words),
        _filter("doel", values=words.steps, services=services, says=_in_step, is_empty=_no_step),
        _filter("soort", values=words.kinds, services=services, says=_of_kind, is_empty=_no_kind),
        _filter("leeftijd", values=words.ages, services=services, says=_of_age),
        _areas(services, words=words),
        _filter("gratis", values={"ja": Name(text="")}, services=services, says=_is_free),
        _filter("zelf", values={"ja": Name(text="")}, services=services, says=_needs_no_referral),
    )
    return tuple(item for item in found if item.values)


def _languages(services: Sequence[Service], *, words: SearchWords) -> Filter:
    """Tell per service how it reaches each language; whether it was confirmed lately is told elsewhere."""
    running = [
        service if service.status is ServiceStatus.ACTIVE else _as_if_running(service) for service in services
    ]
    return _filter("taal", values=words.languages, services=running, says=_speaks)


def _areas(services: Sequence[Service], *, words: SearchWords) -> Filter:
    """Let choose a wijk, and a gemeente where the kaart is of more than one."""
    named = {area for service in services for area in service.service_area}
    codes = {gemeente_code(area) for area in named if is_gemeente_code(area)}
    wijken = words.areas or tuple(
        sorted(
            (area for area in named if not is_gemeente_code(area) and words.regions.named(area) is None),
            key=sort_key,
        )
    )
    values = {code: words.gemeenten.get(code, code) for code in sorted(codes)} if len(codes) > 1 else {}
    values |= {wijk: wijk for wijk in wijken}

    def works_in(service: Service, area: str) -> int:
        if not service.service_area:
            return UNKNOWN
        if is_gemeente_code(area):
            has_code = bool(words.regions.codes_in(service.service_area))
            return _known(covers_gemeente(service, code=area, regions=words.regions) if has_code else None)
        return _known(serves_area(service, area=area, areas=wijken))

    return _filter(
        "waar",
        values={key: Name(text=text) for key, text in values.items()},
        services=services,
        says=works_in,
    )


def _filter(
    name: str,
    *,
    values: Mapping[Any, Name],
    services: Iterable[Service],
    says: Callable[[Service, str], int],
    is_empty: Callable[[Service], bool] | None = None,
) -> Filter:
    """Ask each service about each value; what an empty field says is unknown."""
    unknown = str(UNKNOWN) * len(values)
    return Filter(
        id=name,
        values=tuple((str(key), name) for key, name in values.items()),
        rows=tuple(
            unknown
            if is_empty is not None and is_empty(service)
            else "".join(str(says(service, value)) for value in values)
            for service in services
        ),
    )


def _speaks(service: Service, language: str) -> int:
    reach = reach_of(service, language=language, fresh=True)
    if reach is Reach.OWN_LANGUAGE:
        return YES
    if reach is Reach.INTERPRETER:
        return INTERPRETER
    return UNKNOWN if reach is Reach.UNKNOWN else NO


def _as_if_running(service: Service) -> Service:
    return service.model_copy(update={"status": ServiceStatus.ACTIVE})


def _in_step(service: Service, step: str) -> int:
    return _known(step in service.chain_steps)


def _no_step(service: Service) -> bool:
    return not service.chain_steps


def _of_kind(service: Service, kind: str) -> int:
    return _known(kind in service.kinds)


def _no_kind(service: Service) -> bool:
    return not service.kinds


def _of_age(service: Service, group: str) -> int:
    return _known(serves_age(service, age_group=AgeGroup(group)))


def _is_free(service: Service, _: str) -> int:
    return _known(is_free(service))


def _needs_no_referral(service: Service, _: str) -> int:
    known = set(service.access) - {Access.UNKNOWN}
    return _known(not known.isdisjoint(WITHOUT_REFERRAL)) if known else UNKNOWN


def _known(answer: Answer) -> int:
    return UNKNOWN if answer is None else YES if answer else NO
