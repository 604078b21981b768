"""Rules of the kaart about how to reach somebody: telephone, e-mail and website."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.kaart.entries import Contact
from psoh_cli.kaart.subject import Subject
from psoh_cli.kaart.telephone import can_be_dialled, number_meant, why_not
from psoh_cli.model import lacks_scheme
from psoh_cli.near_misses import Meant
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.refusing import short

_LONGEST = 254
_PART = r"[^\s@<>()\[\]\\,;:\"|]+"
_EMAIL = re.compile(rf"(?![.']){_PART}(?<![.'])@(?:[\w-]+\.)+[\w-]{{2,}}")
_SURELY_A_PAGE = re.compile(
    r"^www\.|\.(?:nl|com|org|net|eu|info|be|de|frl|amsterdam|example)(?:/|$)", re.IGNORECASE
)
_AROUND = re.compile(r"^(?:mailto|e-?mail)\s*:\s*|^[^<>]{0,60}<(?=[^<>]+>$)|[>.,;]+$", re.IGNORECASE)
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\(apenstaartje\)|\s+at\s+)\s*", re.IGNORECASE)
_SPACE_AT = re.compile(r"\s*@\s*")


def phone_can_be_dialled(subject: Subject) -> Iterator[Problem]:
    """KAART029: a telephone number is one."""
    for path, contact in _contacts(subject):
        number = contact.phone
        if number is None or can_be_dialled(number):
            continue
        message = f"'{short(number)}' {why_not(number)}"
        yield subject.in_other_form("KAART029", (*path, "telefoon"), message, meant=number_meant(number))


def email_is_an_address(subject: Subject) -> Iterator[Problem]:
    """KAART030: a mail address is one."""
    for path, contact in _contacts(subject):
        address = contact.email
        if address is None or is_email(address):
            continue
        message = f"'{short(address)}' {_what_is_wrong(address)}"
        yield subject.in_other_form("KAART030", (*path, "email"), message, meant=_email_meant(address))


def website_has_a_scheme(subject: Subject) -> Iterator[Problem]:
    """KAART051: the address of a page begins with https:// or http://."""
    for path, entry in subject.entries():
        if entry.website is not None and lacks_scheme(entry.website):
            meant = Meant(
                f"https://{entry.website}", is_safe=_SURELY_A_PAGE.search(entry.website) is not None
            )
            message = f"voor '{short(entry.website)}' ontbreekt https://"
            yield subject.in_other_form("KAART051", (*path, "website"), message, meant=meant)


RULES = (phone_can_be_dialled, email_is_an_address, website_has_a_scheme)


def is_email(text: str) -> bool:
    """Tell whether a text has the form of one mail address."""
    return len(text) <= _LONGEST and _EMAIL.fullmatch(text) is not None


def _contacts(subject: Subject) -> Iterator[tuple[Path, Contact]]:
    for path, entry in subject.entries():
        if entry.contact is not None:
            yield (*path, "contact"), entry.contact


def _email_meant(text: str) -> Meant | None:
    """Find the address among other signs; a comma for a point, or a spelt-out @, is a guess."""
    if len(text) > _LONGEST:
        return None
    bare = _SPACE_AT.sub("@", _AROUND.sub("", _AROUND.sub("", text.strip())).strip())
    if is_email(bare):
        return Meant(bare)
    guess = _AT.sub("@", bare).replace(",", ".")
    return Meant(guess, is_safe=False) if is_email(guess) else None


def _what_is_wrong(text: str) -> str:
    if text.count("@") > 1:
        return "lijkt meer dan één e-mailadres"
    if re.match(r"(?i)https?://|www\.", text):
        return "is een webadres; dat hoort bij website"
    if "@" not in text:
        return "is geen e-mailadres; er staat geen apenstaartje in"
    if text.endswith("@") or "." not in text.rpartition("@")[2]:
        return "is geen e-mailadres; achter het apenstaartje hoort een naam met een punt, zoals buurthuis.example"
    if re.search(r"\s", text):
        return "is geen e-mailadres; er staat een spatie in"
    return "is geen e-mailadres"
