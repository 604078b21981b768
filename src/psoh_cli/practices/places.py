"""Where an item of the knowledge stands, and a Problem at that place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from psoh_cli.problems.codes_practices import CODES
from psoh_cli.problems.problem import Problem

_CODE = {code.code: code for code in CODES}


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
    return Problem(
        code=code,
        severity=_CODE[code].severity,
        message=message,
        hint=hint or _CODE[code].remedy,
        file=place.file,
        line=place.line,
        column=place.column,
    )


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Suggest the id that looks most like the text, or nothing."""
    close = difflib.get_close_matches(text, sorted(known), n=1, cutoff=0.6)
    return f"Bedoelt u '{close[0]}'?" if close else ""
