"""What Word and web pages leave in a file: curly quotes, hard spaces and hyphens that nobody sees."""

from __future__ import annotations

import re

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_causes import Cause, short
from psoh_cli.files.yaml_nodes import Place
from psoh_cli.files.yaml_scene import replacing
from psoh_cli.problems.fix import Edit, Fix, Span, Written
from psoh_cli.problems.rewriting import rewritten

_HARD = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}"
_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
_NAMES = {
    **dict.fromkeys(_HARD, "een harde spatie"),
    "\N{SOFT HYPHEN}": "een onzichtbaar afbreekteken",
    "\N{ZERO WIDTH SPACE}": "een spatie die niemand ziet",
    "\N{WORD JOINER}": "een teken dat niemand ziet",
}
_HIDDEN = re.compile(f"(?<![€\\d])[{_HARD}]|[{_UNSEEN}]")
"""A hard space behind € or a figure is good typing, and our own."""

_PAIRS = {"“": '”“"', "„": '”“"', "‘": "’"}
"""What opens, and what may close it; a straight quote is what somebody typed who mended half of it."""
_CURLY_DOUBLE = re.compile("[“”„]")
_APOSTROPHE = re.compile("‘(?:[stnkm]|d)[ -]", re.IGNORECASE)
_STRUCTURE = re.compile(rf"[ {_HARD}]*(?:-(?:[ {_HARD}]+|$))*(?:[A-Za-z_][\w-]*:[{_HARD}]+)?")


def left_by_word(text: str, *, style: str, place: Place, end: Place, lines: list[str]) -> Cause | None:
    """Tell of what a program left in or around a value, with the value as it would be without it."""
    inner = _between_curly(text) if style == "plain" else ""
    if inner:
        return _curly(inner, place=place, end=end)
    return _hidden(place, end, lines=lines) if _HIDDEN.search(text) else None


def hard_space_in_front(lines: list[str], *, number: int) -> Cause | None:
    """Find a hard space in the indentation of a line, behind its dash, or right behind the colon of its key."""
    text = lines[number - 1] if 1 <= number <= len(lines) else ""
    match = _STRUCTURE.match(text)
    front = match[0] if match else ""
    found = next((column for column, sign in enumerate(front, start=1) if sign in _HARD), 0)
    if not found:
        return None
    plain = "".join(" " if sign in _HARD else sign for sign in front)
    return Cause(
        codes.HARD_SPACE,
        "hier staat een harde spatie in plaats van een gewone",
        "Haal de ruimte weg en typ die opnieuw met de spatiebalk. Harde spaties komen mee uit Word.",
        Place(number, found),
        replacing(
            number, first=1, until=len(front) + 1, text=plain, does="schrijf gewone spaties", is_safe=True
        ),
    )


def closed_by_a_curly_quote(text: str, *, opened: Place) -> Cause | None:
    """Find the curly quote at the end of a line that a straight one opens."""
    bare = text.rstrip()
    if len(bare) <= opened.column or bare[-1] not in "”“’„":
        return None
    straight = bare[opened.column - 1]
    return Cause(
        codes.QUOTE,
        f"de waarde begint met een recht aanhalingsteken ({straight}) en eindigt met een krullend ({bare[-1]})",
        f"Typ ook aan het eind een recht aanhalingsteken: {straight}",
        opened,
        replacing(
            opened.line,
            first=len(bare),
            until=len(bare) + 1,
            text=straight,
            does="schrijf een recht aanhalingsteken",
        ),
    )


def _between_curly(text: str) -> str:
    closing = _PAIRS.get(text[:1], "")
    if len(text) < 3 or text[-1] not in closing or _APOSTROPHE.match(text):
        return ""
    inner = text[1:-1].strip()
    nested = _CURLY_DOUBLE.search(inner) if text[0] in "“„" else "‘" in inner
    return "" if nested else inner


def _curly(inner: str, *, place: Place, end: Place) -> Cause:
    edit = (
        rewritten(Written(Span(*place, *end), "plain"), inner) if place.line == end.line and inner else None
    )
    return Cause(
        codes.CURLY_QUOTES,
        "om deze waarde staan krullende aanhalingstekens; die tellen nu mee als tekst",
        f'Schrijf rechte aanhalingstekens, of geen: "{short(inner)}"',
        place,
        Fix(edits=(edit,), does="haal de krullende aanhalingstekens weg") if edit else None,
    )


def _hidden(place: Place, end: Place, *, lines: list[str]) -> Cause | None:
    """Find the first sign in the lines themselves: what was written as an escape, somebody meant."""
    raw = _raw(place, end, lines=lines)
    found = _HIDDEN.search(raw)
    if found is None:
        return None
    line = place.line + raw.count("\n", 0, found.start())
    before = raw.rfind("\n", 0, found.start())
    column = place.column + found.start() if before < 0 else found.start() - before
    mended = _HIDDEN.sub(lambda match: " " if match[0] in _HARD else "", raw)
    return Cause(
        codes.HIDDEN_IN_VALUE,
        f"in deze waarde staat {_NAMES[found[0]]}",
        "Typ het woord opnieuw, zonder te plakken. Zulke tekens komen mee uit Word of van een website.",
        Place(line, column),
        Fix(edits=(Edit(Span(*place, *end), mended),), does="haal de verborgen tekens weg")
        if mended.strip()
        else None,
    )


def _raw(place: Place, end: Place, *, lines: list[str]) -> str:
    if place.line == end.line:
        return lines[place.line - 1][place.column - 1 : end.column - 1]
    inside = lines[place.line : end.line - 1]
    first, last = lines[place.line - 1][place.column - 1 :], lines[end.line - 1][: end.column - 1]
    return "\n".join([first, *inside, last])
