"""Where an item of the knowledge stands, and a Problem at that place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from psoh_cli.problems.fix import Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

Within: TypeAlias = Callable[[str, str], Span | None]
"""Finds where stands what is said below a field of an item; without a field in all of it, without a word the
field."""


def _not_inside(_at: str, _said: str) -> None:
    return None


class Place(NamedTuple):
    """The file and the line of an item; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1
    within: Within = _not_inside
    end: tuple[int, int] | None = None
    """Just past its id, where that is known."""


Places = Mapping[tuple[str, str], Place]
"""The place of an item by the Dutch name of its list and its id."""


def problem(
    code: str,
    message: str,
    key: tuple[str, str],
    places: Places,
    *,
    hint: str = "",
    at: str = "",
    said: str = "",
) -> Problem:
    """Make the problem of an item, at the place of what is said below one of its fields, else of the item itself.

    Without a place it names its list, without a hint the remedy.
    """
    place = places.get(key, Place(key[0]))
    found = place.within(at, said) if at or said else None
    address = "/".join(part for part in (*key, at) if part)
    return problem_of(
        code,
        message,
        file=place.file,
        place=found[:2] if found else (place.line, place.column),
        hint=hint,
        end=found[2:] if found else place.end,
        address=address,
    )
