"""The role that somebody has who asked or wrote: a function, and never a person."""

from __future__ import annotations

import re

from psoh_cli.errors import WrongUseError
from psoh_cli.model import normal
from psoh_cli.privacy.finding import kinds
from psoh_cli.privacy.first_names import FIRST_NAMES

_INITIALS = re.compile(
    r"(?:[A-ZÀ-Þ]\.\s?)+(?:(?:van|de|der|den|ten|ter|te|el|al|'t)\s)*[A-ZÀ-Þ][\w'’-]+|\d(?:\D{0,3}\d){5}",
)
_WORD = re.compile(r"[^\W\d_]+")


_BY_ORGANIZATION = "opgave van"


def told_by(organization: str) -> str:
    """Give the role for what an organization tells of itself; without its name where that could be a person's."""
    usual = f"{_BY_ORGANIZATION} de organisatie"
    try:
        return sound_role(f"{_BY_ORGANIZATION} {organization}" if organization else usual) or usual
    except WrongUseError:
        return usual


def sound_role(role: str | None, *, option: str = "--door") -> str | None:
    """Give a role as it is written; raise WrongUseError when it cannot be, or seems to be a person.

    What was given is not repeated: it may be a name. `option` is where it was typed.
    """
    if role is None:
        return None
    try:
        text = normal(role)
    except ValueError as error:
        raise WrongUseError(f"Zo kan de rol niet worden opgeschreven: {error}.") from None
    found = kinds(text, text.title())
    if (
        found
        or _INITIALS.search(text)
        or any(word.capitalize() in FIRST_NAMES for word in _WORD.findall(text))
    ):
        said = found[0].value if found else "de naam of het nummer van een persoon"
        raise WrongUseError(
            f"{option}: hier lijkt {said} te staan; er is niets veranderd.",
            remedy="Noem een functie: zij blijft in het dossier staan, en het dossier wordt gedeeld. Bijvoorbeeld: "
            f"{option} beleidsadviseur",
        )
    return text or None
