"""What was made of a cell: values for the kaart, and what of it was not understood and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeAlias

from psoh_cli.workbooks.raw_sheet import Cell

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a cell says; `values` are by their place in the kaart file, such as `wachttijd.weken`.

    A cell may be understood in part: then there are values and a `why`.
    """

    values: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    why: str = ""
    """Why it, or a part of it, was not understood."""
    remedy: str = ""
    note: str = ""
    """How it was read, where that is not word for word: a full Dutch sentence."""
    part: str = ""
    """The part that was not understood; empty is all of it."""
    is_personal: bool = False
    """Whether it seems to be about one person, so that it is not repeated."""


EMPTY = Reading()
"""Nothing stands here that says anything."""

Read: TypeAlias = Callable[[Cell], Reading]

NO_VALUE = frozenset({
    "", "-", "--", "—", "–", ".", "/", "?", "??", "nvt", "n.v.t.", "n.v.t", "nnb", "n.n.b.", "n/a", "n.a.", "onbekend",
    "niet bekend", "nog niet bekend", "weet niet", "#n/a", "#n/b", "null", "none",
    "geen idee", "leeg", "tbd", "…", "...",
})  # fmt: skip
"""What people write where they know nothing: unknown, and never no."""


def taken(key: str, value: Any, *, note: str = "") -> Reading:
    """Give one value for one place."""
    return Reading(values={key: value}, note=note)


def unclear(why: str, remedy: str = "", *, part: str = "", values: Mapping[str, Any] = _NOTHING) -> Reading:
    """Say that a cell, or a part of it, was not understood."""
    return Reading(why=why, remedy=remedy, part=part, values=values)


def one_line(text: str) -> str:
    """Put a text on one line with single spaces."""
    return " ".join(text.split())


def is_no_value(text: str) -> bool:
    """Tell whether a text says that nothing is known."""
    return text.casefold() in NO_VALUE
