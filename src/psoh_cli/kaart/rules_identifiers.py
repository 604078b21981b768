"""Rules of the kaart about numbers that others gave out: trade register, health insurers, post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.kaart.entries import Organization
from psoh_cli.kaart.subject import Subject
from psoh_cli.near_misses import Meant
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.refusing import short

_EIGHT = 8
_BRANCH, _LEGAL_PERSON = 12, 9
_SEPARATORS = re.compile(r"[\s.\-]")
_POSTCODE = re.compile(r"[1-9]\d{3} [A-Z]{2}", re.ASCII)
_POSTCODE_MEANT = re.compile(r"(?:NL[ -]?)?([1-9]\d{3})[\s.-]*([a-z]{2})\.?", re.ASCII | re.IGNORECASE)
_NEVER_GIVEN_OUT = frozenset({"SA", "SD", "SS"})
_LOST_ZERO = " Zoek het op; de 0 vooraan valt vaak weg."


def kvk_is_a_number(subject: Subject) -> Iterator[Problem]:
    """KAART026: a number of the trade register has eight digits."""
    for path, organization in _organizations(subject):
        if organization.kvk is not None and not _is_eight(organization.kvk):
            yield subject.in_other_form(
                "KAART026",
                (*path, "kvk"),
                f"'{short(organization.kvk, most=40)}' is geen KvK-nummer van acht cijfers{_why(organization.kvk)}",
                meant=_eight_meant(organization.kvk, before=r"kvk(?:-?nummer|-?nr)?|kamer van koophandel"),
                asking=_LOST_ZERO,
            )


def agb_is_a_code(subject: Subject) -> Iterator[Problem]:
    """KAART027: the code by which health insurers know a practice has eight digits."""
    for path, organization in _organizations(subject):
        if organization.agb is not None and not _is_eight(organization.agb):
            yield subject.in_other_form(
                "KAART027",
                (*path, "agb"),
                f"'{short(organization.agb, most=40)}' is geen AGB-code van acht cijfers{_count_of(organization.agb)}",
                meant=_eight_meant(organization.agb, before=r"agb(?:-?code)?"),
                asking=_LOST_ZERO,
            )


def postcode_is_one(subject: Subject) -> Iterator[Problem]:
    """KAART028: a postcode is written as the post writes it."""
    for path, organization in _organizations(subject):
        for index, location in enumerate(organization.locations):
            postcode = location.address.postcode if location.address else None
            if postcode is not None and not _is_postcode(postcode):
                yield subject.in_other_form(
                    "KAART028",
                    (*path, "locaties", index, "adres", "postcode"),
                    f"'{short(postcode, most=40)}' {_why_no_postcode(postcode)}",
                    meant=_postcode_meant(postcode),
                )


RULES = (kvk_is_a_number, agb_is_a_code, postcode_is_one)


def _organizations(subject: Subject) -> Iterator[tuple[Path, Organization]]:
    for index, organization in enumerate(subject.kaart.organizations):
        yield ("organisaties", index), organization


def _is_eight(text: str) -> bool:
    return re.fullmatch(r"\d{8}", text, re.ASCII) is not None


def _eight_meant(text: str, *, before: str) -> Meant | None:
    """Find eight digits with other signs around them; with seven digits the zero in front may have been lost."""
    match = re.fullmatch(rf"(?:(?:{before})\s*[.:]*\s*)?([\d\s.\-]+)", text.casefold(), re.ASCII)
    digits = _SEPARATORS.sub("", match[1]) if match else ""
    if len(digits) == _EIGHT:
        return Meant(digits)
    return Meant(f"0{digits}", is_safe=False) if len(digits) == _EIGHT - 1 else None


def _why(text: str) -> str:
    digits = _SEPARATORS.sub("", text)
    if digits.isdecimal() and len(digits) == _BRANCH:
        return "; twaalf cijfers zijn een vestigingsnummer"
    if digits.isdecimal() and len(digits) == _LEGAL_PERSON:
        return "; negen cijfers zijn een RSIN"
    return _count_of(text)


def _count_of(text: str) -> str:
    count = sum(char.isdecimal() for char in text)
    if count in (0, _EIGHT):
        return ""
    return f"; het heeft er {count}"


def _is_postcode(text: str) -> bool:
    return _POSTCODE.fullmatch(text) is not None and text[-2:] not in _NEVER_GIVEN_OUT


def _why_no_postcode(text: str) -> str:
    match = _POSTCODE_MEANT.fullmatch(text)
    if match and match[2].upper() in _NEVER_GIVEN_OUT:
        return f"bestaat niet; geen enkele postcode eindigt op {match[2].upper()}"
    return "is geen postcode zoals 1234 AB"


def _postcode_meant(text: str) -> Meant | None:
    match = _POSTCODE_MEANT.fullmatch(text)
    if match is None or match[2].upper() in _NEVER_GIVEN_OUT:
        return None
    return Meant(f"{match[1]} {match[2].upper()}")
