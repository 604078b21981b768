"""Why a text is not valid YAML: the likely cause, found in the lines themselves, in Dutch.

A YAML parser says where it got lost, which is often far from the mistake and always in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_causes import Cause, anchor, apostrophe, quoted, tag
from psoh_cli.files.yaml_nodes import Place


@dataclass(frozen=True, slots=True)
class Failure:
    """Where and in what the parser got lost. `opened` is where the thing it was reading began."""

    place: Place
    inside: str
    opened: Place | None


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    indent: int
    key: str
    value: str
    column: int  # of the value, from 1


@dataclass(frozen=True, slots=True)
class _Scene:
    """All lines, the one where the parser got lost, and what it said."""

    lines: list[str]
    here: _Line
    failure: Failure


_PARTS = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\s'\"#\[\]{},:&*!|>%@`-][^:#]*?) *:(?: +|$))?(?P<value>.*)"
)
_LONGEST_LINE = 2_000  # what stands further on a line is never the cause, and would make the search slow
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
    scene = _Scene(lines, _parts(lines, number=failure.place.line), failure)
    apostrophes = tuple(_apostrophes(lines))
    if apostrophes:
        return apostrophes
    for attempt in (_quotes, _leading, _glued, _colon, _brackets, _indentation):
        cause = attempt(scene)
        if cause is not None:
            return (cause,)
    return (
        Cause(
            codes.SYNTAX,
            "dit is geen geldige YAML",
            "Kijk naar deze regel en die erboven: aanhalingstekens, inspringing en een spatie na elke dubbele punt.",
            failure.place,
        ),
    )


def _parts(lines: list[str], *, number: int) -> _Line:
    number = max(1, min(number, len(lines)))
    text = lines[number - 1][:_LONGEST_LINE]
    match = _PARTS.match(text)
    if match is None:
        return _Line(number, 0, "", text, 1)
    return _Line(
        number, len(match["lead"]), match["key"] or "", match["value"].rstrip(), match.start("value") + 1
    )


def _apostrophes(lines: list[str]) -> Iterator[Cause]:
    for number, text in enumerate(lines, start=1):
        if "'" not in text:
            continue
        line = _parts(lines, number=number)
        if starts_with_apostrophe(line.value):
            yield apostrophe(Place(number, line.column), text=line.value)


def _quotes(scene: _Scene) -> Cause | None:
    here, failure = scene.here, scene.failure
    if "quoted scalar" in failure.inside or "double-quoted" in failure.inside:
        column = failure.place.column - 1
        if (
            failure.opened is not None
            and "\\" not in scene.lines[here.number - 1][max(0, column - 2) : column + 1]
        ):
            return Cause(
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


def _leading(scene: _Scene) -> Cause | None:
    here = scene.here
    first, place = here.value[:1], Place(here.number, here.column)
    if first and first in "&*":
        return anchor(place, text=here.value)
    if first == "!":
        return tag(place)
    if first and first in "@`%|>,]}":
        return Cause(
            codes.LEADING_CHARACTER,
            f"de waarde begint met {first}; dat heeft in YAML een betekenis",
            f"Zet de waarde tussen aanhalingstekens: {quoted(here.value)}",
            place,
        )
    return None


def _glued(scene: _Scene) -> Cause | None:
    for number in (scene.here.number, scene.here.number - 1):
        match = _GLUED.match(scene.lines[number - 1]) if number >= 1 else None
        if match is not None:
            return Cause(
                codes.NO_SPACE_AFTER_COLON,
                f"na '{match['key']}:' ontbreekt een spatie",
                f"Schrijf {match['key']}: met een spatie voor de waarde.",
                Place(number, match.end()),
            )
    return None


def _colon(scene: _Scene) -> Cause | None:
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


def _brackets(scene: _Scene) -> Cause | None:
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


def _unclosed_bracket(scene: _Scene) -> Place | None:
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


def _indentation(scene: _Scene) -> Cause | None:
    here, failure = scene.here, scene.failure
    own = scene.lines[here.number - 1]
    above = next((text for text in reversed(scene.lines[: here.number - 1]) if text.strip(" #")), "")
    if not above or ("block" not in failure.inside and _indent(above) == _indent(own)):
        return None
    return Cause(
        codes.INDENTATION,
        "de inspringing van deze regel klopt niet met de regels erboven",
        "Laat velden die bij elkaar horen in dezelfde kolom beginnen; wat eronder hoort staat twee spaties verder.",
        Place(here.number, here.indent + 1),
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
