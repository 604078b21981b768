"""What to do about a value of another kind: what somebody forgot who meant a list, fields or a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

TEXT, LIST, FIELDS = "tekst", "een lijst", "een groep velden (naam: waarde)"

_QUOTE_IT = "Staat er een dubbele punt in de tekst, zet de tekst dan tussen aanhalingstekens."
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<sign>:?) *(?P<rest>.*)", re.DOTALL)
_NO_DASH = re.compile(r"(?:-+|[–—•·▪●○*])\s*(?P<rest>\S.*)", re.DOTALL)
_NEXT_DASH = re.compile(r"\n|\s[–—•·▪●○*-]\s")
_LONGEST = 40


def what_to_do(wanted: Sequence[str], *, given: object) -> str:
    """Give the hint for a value of another kind; empty when nothing is known but the kind."""
    if list(wanted) == [TEXT] and isinstance(given, dict):
        return _quote(given)
    if list(wanted) == [LIST] and isinstance(given, dict):
        return _dash_before(given)
    if list(wanted) == [LIST] and isinstance(given, str):
        return _list_of(given)
    if list(wanted) == [FIELDS] and isinstance(given, str):
        return _field_of(given)
    return ""


def _quote(given: dict[str, object]) -> str:
    """Tell that a colon made fields of a text."""
    if len(given) != 1:
        return _QUOTE_IT
    ((key, value),) = given.items()
    whole = f"{key}: {value if isinstance(value, str) else ''}".rstrip()
    return f'{_QUOTE_IT} Schrijf: "{whole}"' if '"' not in whole and len(whole) <= _LONGEST else _QUOTE_IT


def _dash_before(given: dict[str, object]) -> str:
    first = next(iter(given), "")
    return f"Begin elk onderdeel van de lijst met een streepje en een spatie: - {first}: …" if first else ""


def _list_of(given: str) -> str:
    marked = _NO_DASH.match(given)
    if marked is not None:
        start = _short(_NEXT_DASH.split(marked["rest"], maxsplit=1)[0])
        return f"Begin elk onderdeel op een eigen regel, met een gewoon streepje en een spatie: - {start}"
    return f"Schrijf [{given}], of zet elk onderdeel op een eigen regel met een streepje ervoor."


def _field_of(given: str) -> str:
    """Tell of a colon, or the space behind it, that is missing."""
    match = _FIELD.fullmatch(given)
    if match is None or not match["rest"] or (not match["sign"] and " " not in given):
        return ""
    missing = "een spatie na de dubbele punt" if match["sign"] else "een dubbele punt na de naam van het veld"
    return f"Misschien ontbreekt {missing}. Schrijf dan: {match['key']}: {_short(match['rest'])}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
