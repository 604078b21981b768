"""What has to be said beside answers that are the same: who is not sure, what is old, and who does not know."""

from __future__ import annotations

from datetime import date

from psoh_cli.dutch import PartialDate, plural
from psoh_cli.interview.heard import Heard
from psoh_cli.interview.naming import is_unsure
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.terms import ANSWER_TERM_MONTHS, within


def is_past(voice: Voice, *, as_of: date) -> bool:
    """Tell whether an answer is older than answers count in full; the month decides, for documents know no more."""
    month = PartialDate(voice.day.year, voice.day.month) if voice.day else None
    return month is not None and not within(month, months=ANSWER_TERM_MONTHS, as_of=as_of)


def solid_groups(heard: Heard, *, as_of: date | None) -> frozenset[str]:
    """Give the groups of which somebody said it surely and not long ago."""
    return frozenset(
        voice.group
        for voice in heard.known
        if not is_unsure(voice) and not (as_of and is_past(voice, as_of=as_of))
    )


def doubt(heard: Heard, *, as_of: date | None) -> str:
    """Say in a few words what weakens answers that are the same; empty when nothing does."""
    unsure = [voice for voice in heard.known if is_unsure(voice)]
    old = [voice for voice in heard.known if as_of and is_past(voice, as_of=as_of)]
    parts = [
        f"{_part(unsure, heard=heard)}onzeker" if unsure else "",
        f"{_part(old, heard=heard)}ouder dan {ANSWER_TERM_MONTHS} maanden" if old else "",
        _silent(heard.unknown, says="weet het niet", say="weten het niet"),
        _silent(heard.excused, says="zegt: niet van toepassing", say="zeggen: niet van toepassing"),
    ]
    return "; ".join(part for part in parts if part)


def _part(voices: list[Voice], *, heard: Heard) -> str:
    return "" if len(voices) == len(heard.known) else "deels "


def _silent(voices: tuple[Voice, ...], *, says: str, say: str) -> str:
    """Count the groups, never the people: of a small group that would be somebody."""
    groups = {voice.group for voice in voices}
    if groups == {STATUSHOUDERS}:
        return f"{STATUSHOUDERS} {say}"
    return f"{plural(len(groups), 'groep', 'groepen')} {says if len(groups) == 1 else say}" if groups else ""
