"""Saying in Dutch why a value that came in is not taken over, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.masking import masked
from psoh_cli.one_line import on_one_line
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.refused import RefusedError

LONGEST_VALUE = 32_767
"""More characters than this is no field of a kaart: a cell of our own spreadsheet holds no more of them."""

MOST_VALUES = 1_000
"""More items than this is no list of a kaart either."""

_QUOTED = re.compile(r"'.*'", re.DOTALL)

_SHOWN = 80
_LOOKED_AT = 400
_MOST_CHOICES = 12


def refused(place: Place, given: Any, why: str, remedy: str = "") -> NotUnderstood:
    """Say that something is not taken over."""
    return NotUnderstood(place=place, text=brief(given), why=why, remedy=remedy)


def brief(value: Any) -> str:
    """Write a value on one line, short, with a mark for what a terminal would obey and no word about one person."""
    if isinstance(value, Mapping):
        value = ", ".join(f"{key}: {brief(item)}" for key, item in list(value.items())[:5])
    elif isinstance(value, list | tuple) and not hasattr(value, "in_words"):
        value = ", ".join(brief(item) for item in list(value)[:10])
    text = masked(
        on_one_line(str(value)[:_LOOKED_AT])
    ).strip()  # before it is cut: half a number is not known any more
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def place_of(item: Incoming, loc: tuple[str | int, ...]) -> Place:
    """Give the cell behind a value: of the part of a field where the file has a cell for it, or else of the field."""
    names = [str(step) for step in loc]
    for length in range(len(names), 0, -1):
        found = item.places.get(".".join(names[:length]))
        if found is not None:
            return found
    return item.place


def too_much(value: Any) -> str:
    """Say that a value is too long to be one of ours; empty when it is not."""
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return f"dit zijn {len(value)} tekens; in een veld passen er hoogstens {LONGEST_VALUE}"
    if isinstance(value, Mapping):
        return next(filter(None, map(too_much, value.values())), "")
    if isinstance(value, list | tuple) and not hasattr(value, "in_words"):
        if len(value) > MOST_VALUES:
            return f"dit zijn {len(value)} waarden; in een veld passen er hoogstens {MOST_VALUES}"
        return next(filter(None, map(too_much, value)), "")
    return ""


def why_of(error: Mapping[str, Any]) -> tuple[str, str]:
    """Say why a model refuses a value, and what to do; as a rule of the kaart file would."""
    kind, context, given = str(error["type"]), error.get("ctx") or {}, error.get("input")
    cause = context.get("error")
    if isinstance(cause, RefusedError):
        hint = cause.args[1]
        return _said(str(cause), given), hint() if callable(hint) else hint
    if isinstance(cause, ValueError):
        return _said(str(cause.args[0]), given), str(cause.args[1]) if len(cause.args) > 1 else ""
    if kind in {"enum", "literal_error"}:
        choices = _choices(str(context.get("expected", "")))
        return f"'{brief(given)}' kan hier niet", _which(brief(given), choices)
    if kind == "extra_forbidden":
        return "dit veld kent psoh niet", "Laat deze kolom weg."
    if kind in {"string_too_short", "missing"}:
        return "dit is leeg", ""
    if kind == "string_pattern_mismatch":
        return f"'{brief(given)}' heeft niet de vorm die hier hoort", ""
    if kind in {"greater_than_equal", "less_than_equal", "greater_than", "less_than"}:
        bound = next(iter(context.values()), "")
        way = "klein" if kind.startswith("greater") else "groot"
        return f"'{brief(given)}' is te {way}; de grens is {bound}", ""
    return f"'{brief(given)}' past hier niet", ""


def _said(why: str, given: Any) -> str:
    """Give a reason that quotes no word about one person; it may have cut what it quotes, so that nobody knows it."""
    if not isinstance(given, str) or masked(given) == given:
        return why
    return _QUOTED.sub(lambda _: f"'{brief(given)}'", why)


def _choices(expected: str) -> tuple[str, ...]:
    """Take the values out of `'a', 'b' or 'c'`, as pydantic names them."""
    return tuple(expected.split("'")[1::2])


def _which(given: str, choices: tuple[str, ...]) -> str:
    meant = did_you_mean(given, choices)
    if meant or not choices:
        return meant
    shown = ", ".join(choices[:_MOST_CHOICES])
    return f"Kies uit: {shown}{', …' if len(choices) > _MOST_CHOICES else ''}."
