"""A Trace: a piece of free text that looks like it is about one person."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """A kind of personal data, in the words of a warning: `in deze tekst lijkt … te staan`."""

    BSN = "een burgerservicenummer (BSN)"
    BIRTH_DATE = "een geboortedatum"
    MOBILE = "een mobiel telefoonnummer"
    MAILBOX = "het e-mailadres van een persoon"
    NAME = "de naam van een persoon"
    CASE = "iets over één persoon"
    NUMBER = "een nummer van één persoon"


class Trace(NamedTuple):
    """What was found, from its first character up to just past its last."""

    start: int
    end: int
    kind: Kind


def before(text: str, at: int, *, most: int) -> str:
    """Give the few characters before a place, in small letters: what they say tells what stands there."""
    return text[max(0, at - most) : at].lower()
