"""What looks like a person in free text: a citizen service number, a date of birth, a private telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum


class Trace(StrEnum):
    """A kind of personal data, in the words of the warning."""

    BSN = "een burgerservicenummer (BSN)"
    BIRTH_DATE = "een geboortedatum"
    MOBILE = "een mobiel telefoonnummer"


_NINE_DIGITS = re.compile(r"(?<![\d.,-])\d(?:[ .]?\d){8}(?![\d-]|,\d)")
_MOBILE = re.compile(r"(?<!\d)(?:\+31|0031|0)[ -]?(?:\(0\))?[ -]?6(?:[ -]?\d){8}(?!\d)")
_DAY = r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]{3,9}\.? \d{4})"
_BORN = re.compile(rf"\b(?:geboren|geboortedatum|geb\.?)\b[^\d\n]{{0,25}}{_DAY}", re.IGNORECASE)
_BORN_AFTER = re.compile(rf"{_DAY}[^\d\n]{{0,15}}\b(?:geboren|geboortedatum)\b", re.IGNORECASE)


def traces(text: str) -> tuple[Trace, ...]:
    """Name the kinds of personal data that a text seems to hold."""
    found = []
    mobile = _MOBILE.search(text) is not None
    if any(passes_elfproef(match[0]) for match in _NINE_DIGITS.finditer(_MOBILE.sub(" ", text))):
        found.append(Trace.BSN)
    if _BORN.search(text) or _BORN_AFTER.search(text):
        found.append(Trace.BIRTH_DATE)
    if mobile:
        found.append(Trace.MOBILE)
    return tuple(found)


def warning_about(text: str) -> Iterator[str]:
    """Yield a sentence for each kind of personal data in a text."""
    for trace in traces(text):
        yield f"Let op: in deze tekst lijkt {trace} te staan. Schrijf geen gegevens van personen op."


def passes_elfproef(text: str) -> bool:
    """Tell whether nine digits are a possible BSN: weighed 9 to 2 and -1, the sum is a multiple of eleven."""
    digits = [int(char) for char in text if char.isdecimal()]
    if len(digits) != 9 or not any(digits):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
