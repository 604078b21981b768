"""A sheet of the workbook as plain values: its columns with what they mean, and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from psoh_cli.dutch import PartialDate

UNKNOWN = "onbekend"

Kind = Literal["tekst", "getal", "geld", "datum"]
Cell = str | int | date
"""Text, a whole number or whole euros, a day. Never empty by accident: what nobody knows is `onbekend`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column: its heading, what stands in it, the kind of cell and the width in letters."""

    title: str
    meaning: str
    kind: Kind = "tekst"
    width: int = 14
    total: bool = False
    """Add the column up beneath the table; only the numbers count, and text stays out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One tab with one table; `table` is the name a formula knows it by, each row has a cell per field."""

    name: str
    table: str
    about: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sum_label: str = ""
    """What stands in the second column beneath the table, where columns are added up."""


def amount(value: int | None) -> Cell:
    """Give a number, or `onbekend`: unknown is no zero."""
    return UNKNOWN if value is None else value


def text(value: str | None) -> Cell:
    """Give a text, or `onbekend` where there is none."""
    return value or UNKNOWN


def day(value: PartialDate | None) -> Cell:
    """Give a date when the day is known; a month or year stays text, so that no day is made up."""
    if value is None:
        return UNKNOWN
    return value.first_day() if value.day else value.in_words()


def listed(values: tuple[str, ...], *, none: str = "geen") -> str:
    """Put values in one cell, separated by semicolons so that they can be split again."""
    return "; ".join(values) or none
