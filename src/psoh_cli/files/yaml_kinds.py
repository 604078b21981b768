"""What to do about a value of another kind: what somebody forgot who meant a list, fields or a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from psoh_cli.files.yaml_half import ask_for, meant_keys
from psoh_cli.near_misses import number_meant
from psoh_cli.problems.pieces import ways_to_take_apart

TEXT, LIST, FIELDS = "tekst", "een lijst", "een groep velden (naam: waarde)"

_QUOTE_IT = "Staat er een dubbele punt in de tekst, zet de tekst dan tussen aanhalingstekens."
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<sign>:?) *(?P<rest>.*)", re.DOTALL)
_NO_DASH = re.compile(r"(?:-+|[–—•·▪●○*])\s*(?P<rest>\S.*)", re.DOTALL)
_NEXT_DASH = re.compile(r"\n|\s[–—•·▪●○*-]\s")
_LONGEST = 40


_GROUPS = {
    "openingstijden": "[{dagen: [maandag, dinsdag], van: 09:00, tot: 17:00}]",
}
"""Lists of groups of fields that people write as a sentence, and how they should stand there."""
_ANSWER = "antwoord"
_NUMBERS = {"wachttijd": "weken", "capaciteit": "plaatsen"}
"""Groups of fields that people write as a number with words, and the field that the number belongs to."""


def what_to_do(
    wanted: Sequence[str],
    *,
    given: object,
    name: str = "",
    inside: Sequence[str] = (),
    known: Sequence[str] = (),
) -> str:
    """Give the hint for a value of another kind; empty when nothing is known but the kind.

    `name` is the field, `known` are the fields that belong under it, `inside` those of each item of its list.
    """
    if wanted[-1:] == [LIST] and isinstance(given, str) and inside:
        return _groups(name, inside)
    if list(wanted) == [FIELDS] and isinstance(given, str) and known:
        told = _under(name, given, known)
        if told:
            return told
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
    pieces = next(ways_to_take_apart(given), (given.strip(),))
    return f"Schrijf [{', '.join(pieces)}], of zet elk onderdeel op een eigen regel met een streepje ervoor."


def _groups(name: str, inside: Sequence[str]) -> str:
    """Show the fields of each item, where a sentence stands."""
    shown = _GROUPS.get(name, f"[{{{', '.join(f'{key}: …' for key in inside[:2])}}}]")
    return f"Hier hoort een lijst waarin elk onderdeel eigen velden heeft. Schrijf bijvoorbeeld {shown}"


def _under(name: str, given: str, known: Sequence[str]) -> str:
    """Tell which field under this one was meant: half a word of it, or a number among words."""
    meant = meant_keys(given, known)
    if meant:
        return ask_for(meant)
    if known[0] == _ANSWER:
        return f"Zet het antwoord op de regel eronder, twee spaties verder: {_ANSWER}: {_short(given)}"
    field = _NUMBERS.get(name, "")
    number = number_meant(given, unit=field)
    if field not in known or number is None:
        return ""
    shown = f"{name}: {{{field}: {number.text or '…'}}}"
    return f"Schrijf bijvoorbeeld {shown}, en zet de woorden in een toelichting."


def _field_of(given: str) -> str:
    """Tell of a colon, or the space behind it, that is missing."""
    match = _FIELD.fullmatch(given)
    if match is None or not match["rest"] or (not match["sign"] and " " not in given):
        return ""
    missing = "een spatie na de dubbele punt" if match["sign"] else "een dubbele punt na de naam van het veld"
    return f"Misschien ontbreekt {missing}. Schrijf dan: {match['key']}: {_short(match['rest'])}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
