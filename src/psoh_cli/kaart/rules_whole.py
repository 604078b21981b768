"""Rules of the kaart about fields of one entry that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.reach import AGES, PROFESSIONAL, group_ages, is_for_professionals
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import Interpreter, ServiceStatus, TargetGroup, language_name

_NOT_OWN = frozenset({"nl", "en"})
_OWN_LANGUAGE = re.compile(
    r"\bin (?:de |hun |uw |je |zijn of haar )?(?:eigen taal|moedertaal)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?;\n]")
_NOT = re.compile(r"\b(?:niet|geen|nooit|zonder)\b", re.IGNORECASE)
_INTERPRETER = re.compile(r"tolk", re.IGNORECASE)
_LISTS = (
    ("talen", "languages"),
    ("tolktalen", "interpreter_languages"),
    ("soort_aanbod", "kinds"),
    ("doelgroepen", "target_groups"),
    ("ketenstappen", "chain_steps"),
    ("pijlers", "pillars"),
    ("interventies", "interventions"),
    ("cultuursensitief", "cultural_criteria"),
    ("werkgebied", "service_area"),
    ("toegang", "access"),
    ("locaties", "locations"),
)
"""Lists of a service in which a thing stands once: key and field."""


def nothing_stands_twice(subject: Subject) -> Iterator[Problem]:
    """KAART033: in a list of a service nothing stands twice."""
    for path, service in subject.services():
        for key, field in _LISTS:
            items: tuple[str, ...] = getattr(service, field)
            if len(set(items)) == len(items):
                continue
            seen: set[str] = set()
            for index, item in enumerate(items):
                if item in seen:
                    named = (
                        f"{item} ({language_name(item)})" if key in {"talen", "tolktalen"} else f"'{item}'"
                    )
                    yield subject.problem(
                        "KAART033",
                        (*path, key, index),
                        f"{named} staat twee keer bij {key}",
                        fix=_taken_out(subject, (*path, key), index),
                    )
                seen.add(item)


def names_a_language(subject: Subject) -> Iterator[Problem]:
    """KAART038: a service for statushouders names a language, or has a professional interpreter."""
    for path, service in subject.services():
        named = service.languages or service.interpreter_languages or service.interpreter in PROFESSIONAL
        if not named and _is_for_statushouders(service) and not _claims(service, subject=subject):
            yield subject.problem("KAART038", path, f"van dienst '{service.id}' is geen enkele taal bekend")


def own_language_is_named(subject: Subject) -> Iterator[Problem]:
    """KAART039: who promises the own language, names one or has a professional interpreter."""
    for path, service in subject.services():
        spoken = {*service.languages, *service.interpreter_languages} - _NOT_OWN
        claimed = _claims(service, subject=subject)
        if claimed and not spoken and service.interpreter not in PROFESSIONAL:
            key, words = claimed
            yield subject.problem(
                "KAART039",
                (*path, *key),
                f"dienst '{service.id}' zegt {words}, maar noemt geen taal en geen tolk",
            )


def fixed_interpreter_has_languages(subject: Subject) -> Iterator[Problem]:
    """KAART040: an interpreter who is always there speaks certain languages."""
    for path, service in subject.services():
        if service.interpreter is not Interpreter.FIXED or service.interpreter_languages:
            continue
        told = " ".join(filter(None, (service.description, service.referral, service.remark)))
        if not _INTERPRETER.search(told):
            yield subject.problem(
                "KAART040",
                (*path, "tolkinzet"),
                f"dienst '{service.id}' heeft een vaste tolk, maar voor welke talen staat er niet",
            )


def active_service_has_places(subject: Subject) -> Iterator[Problem]:
    """KAART042: what is active has places."""
    for path, service in subject.services():
        if service.status is ServiceStatus.ACTIVE and service.capacity and service.capacity.places == 0:
            yield subject.problem(
                "KAART042",
                (*path, "capaciteit", "plaatsen"),
                f"dienst '{service.id}' is actief en heeft 0 plaatsen",
            )


def waiting_time_has_a_date(subject: Subject) -> Iterator[Problem]:
    """KAART043: a waiting time says when it was measured; what has stopped needs none."""
    for path, service in subject.services():
        if service.waiting is None or service.status is ServiceStatus.STOPPED:
            continue
        if service.waiting.measured_on is None:
            weeks = plural(service.waiting.weeks, "week", "weken")
            yield subject.problem(
                "KAART043",
                (*path, "wachttijd"),
                f"de wachttijd van {weeks} heeft geen datum",
            )


def ages_fit_target_groups(subject: Subject) -> Iterator[Problem]:
    """KAART045: the ages of a service are those of at least one of its target groups."""
    for path, service in subject.services():
        age, groups = service.age, service.target_groups
        if age is None or not groups or TargetGroup.PROFESSIONALS in groups:
            continue
        lowest = age.lowest or 0
        highest = max(last for _, last in AGES.values()) if age.highest is None else age.highest
        asked = {group for group, (first, last) in AGES.items() if first <= highest and lowest <= last}
        if not any(asked & group_ages(group) for group in groups):
            yield subject.problem(
                "KAART045",
                (*path, "leeftijd"),
                f"de leeftijd past niet bij {listing([group.value for group in groups])}",
            )


RULES = (
    nothing_stands_twice,
    names_a_language,
    own_language_is_named,
    fixed_interpreter_has_languages,
    active_service_has_places,
    waiting_time_has_a_date,
    ages_fit_target_groups,
)


def _is_for_statushouders(service: Service) -> bool:
    return service.status is not ServiceStatus.STOPPED and not is_for_professionals(service)


def _claims(service: Service, *, subject: Subject) -> tuple[Path, str] | None:
    """Find where a service promises the own language, and in which words; None when it does not."""
    for index, criterion in enumerate(service.cultural_criteria):
        if "eigen taal" in subject.known.cultural_criteria.get(criterion, "").casefold():
            return ("cultuursensitief", index), f"'{criterion}'"
    for key, text in (("naam", service.name), ("aanbod", service.description)):
        for sentence in _SENTENCE_END.split(text):
            match = _OWN_LANGUAGE.search(sentence)
            if match is not None and not _NOT.search(sentence):
                return (key,), f"'{match[0]}'"
    return None


def _taken_out(subject: Subject, path: Path, index: int) -> Fix | None:
    """Give the Fix that takes an item out of a list between brackets, with the comma before it."""
    before, item = subject.written((*path, index - 1)), subject.written((*path, index))
    if before is None or item is None or before.span.end_line != item.span.line:
        return None
    gone = Span(*before.span[2:], *item.span[2:])
    return Fix(edits=(Edit(gone, ""),), does="haal de tweede weg")
