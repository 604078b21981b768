"""Reach: how one service reaches one language, age group or area, as far as the kaart says.

An empty field is unknown and never no, so it gives `UNKNOWN` and can never add up to `NOTHING`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from psoh_cli.dutch import same_name
from psoh_cli.kaart.entries import Service
from psoh_cli.languages import code_of
from psoh_cli.vocabulary import Access, AgeGroup, Interpreter, ServiceStatus, TargetGroup

UNKNOWN_LANGUAGE = "onbekend"
"""The column for people whose language nobody wrote down."""


class Reach(StrEnum):
    """How a group is reached in one step of the chain; `ORDER` tells which is better."""

    OWN_LANGUAGE = "eigen taal"
    INTERPRETER = "met tolk"
    DUTCH_ENGLISH = "alleen Nederlands of Engels"
    NOT_CONFIRMED = "niet meer bevestigd"
    NOTHING = "niets"
    UNKNOWN = "onbekend"


ORDER = (
    Reach.OWN_LANGUAGE,
    Reach.INTERPRETER,
    Reach.DUTCH_ENGLISH,
    Reach.NOT_CONFIRMED,
    Reach.UNKNOWN,
    Reach.NOTHING,
)
"""Best first. *Nothing* is the worst: it is knowledge that nobody is reached, so any service can only lift it."""

RANK = {reach: rank for rank, reach in enumerate(ORDER)}

PROFESSIONAL = frozenset({Interpreter.FIXED, Interpreter.ON_REQUEST, Interpreter.BY_PHONE})
"""Ways of working with a professional interpreter; family, children and volunteers are not that."""

WITHOUT_REFERRAL = frozenset({Access.OPEN, Access.REGISTRATION})
"""Ways in for which nobody else has to refer."""

_DUTCH_ENGLISH = frozenset({"nl", "en"})

_NO_BOUND = 150

AGES: dict[AgeGroup, tuple[int, int]] = {
    AgeGroup.CHILDREN: (0, 11),
    AgeGroup.YOUTH: (12, 17),
    AgeGroup.YOUNG_ADULTS: (18, 26),
    AgeGroup.ADULTS: (27, 64),
    AgeGroup.OLDER: (65, _NO_BOUND),
}
"""The ages of each group in years, both included."""

_ADULTS = frozenset({AgeGroup.YOUNG_ADULTS, AgeGroup.ADULTS, AgeGroup.OLDER})
_GROUP_AGES: dict[TargetGroup, frozenset[AgeGroup]] = {
    TargetGroup.EVERYONE: frozenset(AgeGroup),
    TargetGroup.ADULTS: _ADULTS,
    TargetGroup.OLDER_PEOPLE: frozenset({AgeGroup.OLDER}),
    TargetGroup.PARENTS: frozenset({AgeGroup.YOUNG_ADULTS, AgeGroup.ADULTS}),
    TargetGroup.FAMILIES: frozenset(AgeGroup) - {AgeGroup.OLDER},
    TargetGroup.YOUTH: frozenset({AgeGroup.YOUTH, AgeGroup.YOUNG_ADULTS}),
    TargetGroup.CHILDREN: frozenset({AgeGroup.CHILDREN}),
    TargetGroup.WOMEN: _ADULTS,
    TargetGroup.MEN: _ADULTS,
    TargetGroup.PROFESSIONALS: frozenset(),
}
"""The ages a target group surely stands for where a service gives no ages (our own reading: afgeleid)."""

_PERHAPS: dict[TargetGroup, frozenset[AgeGroup]] = {
    TargetGroup.OLDER_PEOPLE: frozenset({AgeGroup.ADULTS}),
    TargetGroup.PARENTS: frozenset({AgeGroup.YOUTH, AgeGroup.OLDER}),
    TargetGroup.FAMILIES: frozenset({AgeGroup.OLDER}),
    TargetGroup.CHILDREN: frozenset({AgeGroup.YOUTH}),
    TargetGroup.WOMEN: frozenset(AgeGroup),
    TargetGroup.MEN: frozenset(AgeGroup),
}
"""The ages of which a target group leaves it open."""

_GEMEENTE_CODE = re.compile(r"(?:gm)?\d{4}", re.IGNORECASE)


def reach_of(service: Service, *, language: str, fresh: bool) -> Reach | None:
    """Tell how a service reaches speakers of a language; None when it is known not to.

    A professional interpreter without a list of languages counts for every language (afgeleid). Dutch or
    English only counts as such when it is known that there is no professional interpreter for the language.
    """
    if service.status in {ServiceStatus.PAUSED, ServiceStatus.STOPPED} or is_for_professionals(service):
        return None
    reach = _by_language(service, language=language)
    if reach is None or reach is Reach.UNKNOWN:
        return reach
    if service.status is ServiceStatus.UNKNOWN:
        return Reach.UNKNOWN
    return reach if fresh else Reach.NOT_CONFIRMED


def at_most_unknown(reach: Reach | None) -> Reach | None:
    """Weaken a reach to unknown, for a service of which it is not known whether it is meant for the group."""
    return None if reach is None else Reach.UNKNOWN


def is_for_professionals(service: Service) -> bool:
    """Tell whether a service is for professionals alone, so that it reaches no statushouder itself."""
    return set(service.target_groups) == {TargetGroup.PROFESSIONALS}


def serves_age(service: Service, *, age_group: AgeGroup) -> bool | None:
    """Tell whether a service is for anybody in an age group; None is unknown."""
    lowest, highest = AGES[age_group]
    return serves_years(service, lowest=lowest, highest=highest)


def serves_years(service: Service, *, lowest: int, highest: int) -> bool | None:
    """Tell whether a service is for anybody of these ages, both included; None is unknown.

    Ages in years go before target groups.
    """
    age = service.age
    if age is not None and (age.lowest is not None or age.highest is not None):
        oldest = _NO_BOUND if age.highest is None else age.highest
        return (age.lowest or 0) <= highest and lowest <= oldest
    if not service.target_groups:
        return None
    asked = {group for group, (first, last) in AGES.items() if first <= highest and lowest <= last}
    if any(asked & _GROUP_AGES[group] for group in service.target_groups):
        return True
    return None if any(asked & _PERHAPS.get(group, frozenset()) for group in service.target_groups) else False


def group_ages(group: TargetGroup) -> frozenset[AgeGroup]:
    """Give the ages that somebody of a target group surely or perhaps has."""
    return _GROUP_AGES[group] | _PERHAPS.get(group, frozenset())


def serves_area(service: Service, *, area: str, areas: tuple[str, ...]) -> bool | None:
    """Tell whether a service works in an area; None is unknown.

    A service that names areas of this gemeente works there only; one that names the gemeente, or a place
    we do not know as one of its `areas`, works in all of it.
    """
    if not service.service_area:
        return None
    named = {same_name(name) for name in service.service_area} & {same_name(name) for name in areas}
    return same_name(area) in named if named else True


def is_gemeente_code(area: str) -> bool:
    """Tell whether an entry of a service area is the code of a gemeente: `GM0505`, `gm0505` or `0505`."""
    return _GEMEENTE_CODE.fullmatch(area.strip()) is not None


def language_code(text: str) -> str:
    """Turn a language as people write it, a code or a name, into its code; leave what we do not know."""
    return code_of(text) or text.strip().casefold()


def _by_language(service: Service, *, language: str) -> Reach | None:
    spoken = service.languages
    if language in spoken:
        return Reach.OWN_LANGUAGE
    translated = service.interpreter_languages
    if service.interpreter in PROFESSIONAL and (not translated or language in translated):
        return Reach.INTERPRETER
    if not spoken or service.interpreter is Interpreter.UNKNOWN:
        return Reach.UNKNOWN
    if language == UNKNOWN_LANGUAGE and (translated or not _DUTCH_ENGLISH.issuperset(spoken)):
        return Reach.UNKNOWN
    return Reach.DUTCH_ENGLISH if _DUTCH_ENGLISH.intersection(spoken) else None
