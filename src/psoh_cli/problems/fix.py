"""A Fix: what psoh can put right itself, as characters to replace in the text that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """From a first character up to just past the last; lines and columns from 1, columns count characters."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Other text in the place of what stands in a span; an empty span only adds."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What mends one Problem. `does` says it in Dutch, as an order: `schrijf ti`.

    A safe fix says the same as what stood there, in the words psoh reads. An unsafe one chooses for the user,
    and is done only when they say so.
    """

    edits: tuple[Edit, ...]
    does: str
    is_safe: bool = True
    is_private: bool = False
    """Whether it writes what seems to be about one person: psoh may do it, but no report repeats it."""


@dataclass(frozen=True, slots=True)
class Written:
    """How a value, or a key, stands in the file: where, and between which quotes (`plain`, `'`, `"`, `|` or `>`)."""

    span: Span
    style: str
