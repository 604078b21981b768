"""Where an item of the knowledge stands, and a Problem at that place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem


class Place(NamedTuple):
    """The file and the line of an item; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1


Places = Mapping[tuple[str, str], Place]
"""The place of an item by the Dutch name of its list and its id."""


def problem(code: str, message: str, key: tuple[str, str], places: Places, *, hint: str = "") -> Problem:
    """Make the problem of an item at its place; without a place it names its list, without a hint the remedy."""
    place = places.get(key, Place(key[0]))
    return problem_of(code, message, file=place.file, place=(place.line, place.column), hint=hint)
