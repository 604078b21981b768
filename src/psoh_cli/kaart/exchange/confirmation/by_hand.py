"""What somebody has to read: text beside the questions, and the entries that it may be about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from psoh_cli.came_in import NotUnderstood
from psoh_cli.kaart.exchange.confirmation.told import Told, Unread
from psoh_cli.kaart.exchange.masking import masked
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.privacy.covering import HIDDEN

HAVE_READ = "--zelf-gelezen"
"""The option by which somebody says to have read all of this, and that it changes nothing."""

_MOST_LINES = 12
_SIGNED = re.compile(r"(\b(?:groet(?:en|jes)?|mvg)\b)[\s,]+\S.*", re.IGNORECASE)


def to_read(told: Told) -> tuple[NotUnderstood, ...]:
    """List each text that is no answer, with its place."""
    return tuple(_not_read(item) for item in told.unread)


def _not_read(item: Unread) -> NotUnderstood:
    text = brief(_shown(item.text))
    return NotUnderstood(
        place=item.place,
        text=text,
        why=f"lees dit zelf, het is geen antwoord op een vraag: '{text}'",
        remedy=f"Zet het bij de vraag waar het over gaat. Verandert het niets, geef dan {HAVE_READ}",
    )


def _shown(text: str) -> str:
    """Cover what is about one person, and who signed."""
    return _SIGNED.sub(rf"\1 {HIDDEN}", masked(text))


def held_up(told: Told, references: Iterable[str]) -> frozenset[str]:
    """Give the entries that cannot be confirmed: those with such a text, and all when nobody can tell whose it is."""
    whose = {item.reference for item in told.unread} | ({""} if told.loose else set())
    there = frozenset(references)
    return there if whose - there else frozenset(whose)


def passed_over(told: Told) -> str:
    """Say which lines were passed over as no more than a greeting, a name or the head of a mail."""
    if not told.passed:
        return ""
    runs = _runs(told.passed)
    shown = ", ".join(runs[:_MOST_LINES])
    more = f" en nog {len(runs) - _MOST_LINES}" if len(runs) > _MOST_LINES else ""
    return f"Overgeslagen als aanhef, groet of kop van de mail: regel {shown}{more}."


def _runs(numbers: Iterable[int]) -> list[str]:
    """Write numbers that follow each other as `88-92`."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number - found[-1][1] <= 2:  # a blank line may stand in between
            found[-1][1] = number
        else:
            found.append([number, number])
    return [str(first) if first == last else f"{first}-{last}" for first, last in found]
