"""The day on which a list was filled in, as somebody wrote it there: one rule for every form of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import FIRST_YEAR, LAST_YEAR
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.near_misses import date_meant

_REMEDY = "Schrijf een dag die bestaat als dag-maand-jaar, zoals 19-11-2026, of geef de dag op met --op."


def day_in(text: str) -> date | None:
    """Read a day as people write it; None when it is none, or of a year that no file of ours is about."""
    meant = date_meant(text)
    try:
        day = date.fromisoformat(meant.text if meant is not None and meant.is_safe else text)
    except ValueError:
        return None
    return day if is_possible(day) else None


def is_possible(day: date) -> bool:
    """Tell whether a day is of a year that a file of ours may be about."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def no_day(text: str, *, place: Place, words: str) -> NotUnderstood:
    """Tell that what stands at `words` is no day on which a list can have been filled in."""
    return NotUnderstood(
        place=place, text=text.strip()[:80], why=f"bij ‘{words}’ staat geen hele dag", remedy=_REMEDY
    )


def with_day_by(filled: Filled, *, as_of: date) -> Filled:
    """Take off a day that must still come, and tell it: nobody filled in a list then."""
    day = filled.answered_on
    if day is None or day <= as_of:
        return filled
    told = NotUnderstood(
        place=Place(file=filled.file),
        text=f"{day:%d-%m-%Y}",
        why="op die dag zou de lijst zijn ingevuld, en die dag moet nog komen",
        remedy="Geef de dag op met --op.",
    )
    return replace(filled, answered_on=None, odd_day=told)
