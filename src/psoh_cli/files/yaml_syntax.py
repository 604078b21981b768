"""Why a text is not valid YAML: the likely cause, found in the lines themselves, in Dutch.

A YAML parser says where it got lost, which is often far from the mistake and always in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_causes import Cause, anchor, apostrophe, quoted, tag
from psoh_cli.files.yaml_nodes import Place
from psoh_cli.files.yaml_pasted import closed_by_a_curly_quote
from psoh_cli.files.yaml_scene import Failure, Scene, parts, replacing
from psoh_cli.files.yaml_slips import hard_space, indentation, no_colon, odd_dash, quote_left_open

_APOSTROPHE = re.compile(r"'{1,2}[stnkm][ -]", re.IGNORECASE)
_SINGLE_QUOTED = re.compile(r"'(?:[^']|'')*'\s*(?:$|#|,|\]|\}|:(?: |$))")
_QUOTED_THEN_MORE = re.compile(r"""(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*[^\s#,\]}:]""")
_GLUED = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])")


def starts_with_apostrophe(text: str) -> bool:
    """Tell whether a raw value looks like 's-Hertogenbosch or 't Gooi without quotes around it."""
    return bool(_APOSTROPHE.match(text)) and not _SINGLE_QUOTED.match(text.split("\n", 1)[0])


def explain(text: str, *, failure: Failure) -> tuple[Cause, ...]:
    """Give the likely causes of a syntax error, the surest first; never empty."""
    lines = text.split("\n")
    scene = Scene(lines, parts(lines, number=failure.place.line), failure)
    apostrophes = tuple(_apostrophes(lines))
    if apostrophes:
        return apostrophes
    for attempt in _ATTEMPTS:
        cause = attempt(scene)
        if cause is not None:
            return (cause,)
    return (
        Cause(
            codes.SYNTAX,
            "dit is geen geldige YAML",
            "Kijk naar deze regel en die erboven: aanhalingstekens, inspringing en een spatie na elke dubbele punt.",
            _where_there_is_text(scene),
        ),
    )


def _where_there_is_text(scene: Scene) -> Place:
    """Give where the parser got lost; where nothing stands there any more, where began what it was reading."""
    place, opened = scene.failure.place, scene.failure.opened
    if scene.text(place.line).strip():
        return place
    if opened is not None and scene.text(opened.line).strip():
        return opened
    last = next((number for number in range(len(scene.lines), 0, -1) if scene.text(number).strip()), 1)
    return Place(last, 1)


def _apostrophes(lines: list[str]) -> Iterator[Cause]:
    for number, text in enumerate(lines, start=1):
        if "'" not in text:
            continue
        line = parts(lines, number=number)
        if starts_with_apostrophe(line.value):
            yield apostrophe(Place(number, line.column), text=line.value)


def _quotes(scene: Scene) -> Cause | None:
    here, failure = scene.here, scene.failure
    if "quoted scalar" in failure.inside or "double-quoted" in failure.inside:
        column = failure.place.column - 1
        if (
            failure.opened is not None
            and "\\" not in scene.lines[here.number - 1][max(0, column - 2) : column + 1]
        ):
            curly = closed_by_a_curly_quote(scene.text(failure.opened.line), opened=failure.opened)
            return curly or Cause(
                codes.QUOTE,
                "dit aanhalingsteken wordt nergens gesloten",
                "Zet ook aan het eind van de waarde een aanhalingsteken.",
                failure.opened,
            )
        return Cause(
            codes.QUOTE,
            "na een schuine streep (\\) staat tussen dubbele aanhalingstekens een teken dat daar niet mag",
            "Gebruik enkele aanhalingstekens om de waarde, of schrijf \\\\.",
            failure.place,
        )
    if _QUOTED_THEN_MORE.match(here.value):
        return Cause(
            codes.QUOTE,
            "na het sluitende aanhalingsteken staat nog tekst",
            "Zet de hele waarde tussen aanhalingstekens, met binnenin het andere soort.",
            Place(here.number, here.column),
        )
    return None


def _leading(scene: Scene) -> Cause | None:
    here = scene.here
    first, place = here.value[:1], Place(here.number, here.column)
    if first and first in "&*":
        return anchor(place, text=here.value)
    if first == "!":
        return tag(place)
    is_dash = bool(here.key) and here.value.startswith(("- ", "? "))
    if (first and first in "@`%|>,]}") or is_dash:
        return Cause(
            codes.LEADING_CHARACTER,
            f"de waarde begint met {first}{' en een spatie' if is_dash else ''}; dat heeft in YAML een betekenis",
            f"Zet de waarde tussen aanhalingstekens: {quoted(here.value)}",
            place,
        )
    return None


def _glued(scene: Scene) -> Cause | None:
    for number in (scene.here.number, scene.here.number - 1):
        match = _GLUED.match(scene.lines[number - 1]) if number >= 1 else None
        if match is not None:
            return Cause(
                codes.NO_SPACE_AFTER_COLON,
                f"na '{match['key']}:' ontbreekt een spatie",
                f"Schrijf {match['key']}: met een spatie voor de waarde.",
                Place(number, match.end()),
                replacing(
                    number, first=match.end() + 1, until=match.end() + 1, text=" ", does="schrijf een spatie"
                ),
            )
    return None


def _colon(scene: Scene) -> Cause | None:
    here = scene.here
    in_value = re.search(r":(?: |$)", here.value)
    if not here.key or in_value is None or here.value[:1] in "\"'[{":
        return None
    return Cause(
        codes.COLON_IN_VALUE,
        "in de waarde staat een dubbele punt met een spatie erna; YAML ziet dat als een nieuw veld",
        f"Zet de hele waarde tussen aanhalingstekens: {here.key}: {quoted(here.value)}",
        Place(here.number, here.column + in_value.start()),
    )


def _brackets(scene: Scene) -> Cause | None:
    opened = _unclosed_bracket(scene) if "flow" in scene.failure.inside else None
    if opened is None:
        return None
    opening = scene.lines[opened.line - 1][opened.column - 1]
    closing = "]" if opening == "[" else "}"
    return Cause(
        codes.BRACKET,
        f"de haak {opening} wordt niet gesloten met {closing}, of er ontbreekt een komma",
        f"Zet {closing} aan het eind en een komma tussen de delen.",
        opened,
    )


def _unclosed_bracket(scene: Scene) -> Place | None:
    """Find the bracket that was being read: where the parser says it began, else the last one left open."""
    opened = scene.failure.opened
    if opened is not None and _sign_at(scene.lines, opened) in {"[", "{"}:
        return opened
    closed = 0
    for number in range(min(scene.failure.place.line, len(scene.lines)), 0, -1):
        text = scene.lines[number - 1]
        for column in range(len(text), 0, -1):
            sign = text[column - 1]
            closed += sign in "]}"
            if sign in "[{":
                if not closed:
                    return Place(number, column)
                closed -= 1
    return None


def _sign_at(lines: list[str], place: Place) -> str:
    return lines[place.line - 1][place.column - 1 : place.column] if place.line <= len(lines) else ""


def _conflict(scene: Scene) -> Cause | None:
    """Find what git leaves behind where two people changed the same lines."""
    number = next((at for at, text in enumerate(scene.lines, start=1) if text.startswith("<<<<<<< ")), 0)
    if not number or not any(text.startswith(">>>>>>> ") for text in scene.lines[number:]):
        return None
    return Cause(
        codes.SYNTAX,
        "hier staan twee versies van dezelfde regels onder elkaar (<<<<<<< en >>>>>>>)",
        "Kies de regels die goed zijn. Haal de andere weg, en ook de regels met <<<<<<<, ======= en >>>>>>>.",
        Place(number, 1),
    )


_ATTEMPTS = (
    _conflict,
    hard_space,
    _quotes,
    quote_left_open,
    _leading,
    odd_dash,
    _glued,
    no_colon,
    _colon,
    _brackets,
    indentation,
)
"""The surest first."""
