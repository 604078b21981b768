"""Sentences for the free text of HSDS, made from fields that the attributes hold exactly.

Import makes them again: a text that is the same says nothing new, and one that differs was written by somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from psoh_cli.dutch import euros
from psoh_cli.kaart.fields import in_words
from psoh_cli.vocabulary import language_name

_UNKNOWN = "onbekend"
_FREE = "gratis"


def interpretation(interpreter: str | None, languages: Sequence[str]) -> str | None:
    """Say how a service works with interpreters, and for which languages."""
    how = in_words(interpreter) if interpreter and interpreter != _UNKNOWN else ""
    names = ", ".join(language_name(code) for code in dict.fromkeys(languages))
    if not names:
        return how or None
    return f"{how or 'Tolk'}: {names}"


def application(access: Sequence[str]) -> str | None:
    """Say what is needed to get in."""
    return "; ".join(in_words(item) for item in dict.fromkeys(access) if item != _UNKNOWN) or None


def eligibility(groups: Sequence[str], exclusion: str | None) -> str | None:
    """Say for whom a service is, and for whom not."""
    parts = [
        f"Voor: {', '.join(in_words(group) for group in dict.fromkeys(groups))}" if groups else "",
        f"Niet voor: {exclusion}" if exclusion else "",
    ]
    return ". ".join(part for part in parts if part) or None


def fees(cost: str | None, amount: int | None) -> str | None:
    """Say what the client pays."""
    what = in_words(cost) if cost and cost != _UNKNOWN else ""
    how_much = euros(amount) if amount is not None and cost != _FREE else ""
    return ": ".join(part for part in (what, how_much) if part) or None


def alert(status: str | None, *, is_closed: bool | None) -> str | None:
    """Say what somebody has to know before going there."""
    parts = [
        "Of deze dienst nog loopt, is niet bekend." if status == _UNKNOWN else "",
        "Er is een aanmeldstop." if is_closed else "",
    ]
    return " ".join(part for part in parts if part) or None
