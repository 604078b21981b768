"""The slips of somebody in a hurry: a colon, a dash or a quote forgotten, a line a space too far."""

from __future__ import annotations

import re

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_causes import Cause, short
from psoh_cli.files.yaml_nodes import Place
from psoh_cli.files.yaml_pasted import hard_space_in_front
from psoh_cli.files.yaml_scene import Scene, indent_of, replacing
from psoh_cli.problems.fix import Fix

_NAME = r"[A-Za-z_][\w-]{0,99}"
_NO_COLON = re.compile(rf"(?P<lead> *(?:- +)*)(?P<key>{_NAME})(?P<gap> *= *| +|$)(?P<rest>[^\[\]{{}}\"]*)$")
_ALONE = re.compile(rf" *(?:- +)*{_NAME} *$")
_KEY = re.compile(rf"(?P<lead> *(?:- +)*)(?P<key>{_NAME}): ?")
_DASH = re.compile(r"(?P<lead> *)(?P<sign>-(?=[A-Za-z])|[–—•·▪●○](?=\s))\s*")
_ITEM = re.compile(r"(?P<lead> *)- ")
_OPENING = re.compile(rf" *(?:- +)*(?:{_NAME}: +)?(?P<sign>[\"'])")
_SHIFTED = 1
"""How many columns a line may stand off for psoh to put it right."""
_FAR = 60
"""How many lines back we look."""
_FURTHEST = 10_000


def hard_space(scene: Scene) -> Cause | None:
    """Find a hard space in front of the line, of the one above it, or of where the parser began."""
    opened = scene.failure.opened
    for number in (opened.line if opened else 0, scene.here.number, scene.above(scene.here.number)):
        cause = hard_space_in_front(scene.lines, number=number)
        if cause is not None:
            return cause
    return None


def no_colon(scene: Scene) -> Cause | None:
    """Find the name of a field without its colon: where the parser waited for one, or above what it holds."""
    number, own = _waited_for_a_colon(scene), scene.text(scene.here.number)
    if not number:
        number = scene.above(scene.here.number)
        above = scene.text(number)
        holds_this = indent_of(above) < indent_of(own) or own.lstrip().startswith("- ")
        if not (_ALONE.match(above) and holds_this):
            return None
    match = _NO_COLON.match(scene.text(number))
    if match is None:
        return None
    key, rest, end = match["key"], match["rest"].strip(), match.end("key")
    meant = f"{key}: {short(rest)}" if rest else f"{key}:"
    if key[:1].isupper() and " " in rest:
        return Cause(
            codes.INDENTATION,
            "deze regel begint te ver naar links; hij lijkt bij de tekst erboven te horen",
            "Zet er spaties voor, zodat de regel verder naar rechts begint dan het veld erboven.",
            Place(number, len(match["lead"]) + 1),
        )
    continues = " Hoort de regel bij de waarde erboven, zet er dan meer spaties voor." if rest else ""
    return Cause(
        codes.NO_COLON,
        f"na '{key}' ontbreekt een dubbele punt",
        f"Is dit een veld, schrijf dan {meant}{'.' if rest and rest[-1] not in '.?!' else ''}{continues}",
        Place(number, end + 1),
        replacing(
            number,
            first=end + 1,
            until=match.end("gap") + 1,
            text=": " if rest else ":",
            does="schrijf een dubbele punt",
        ),
    )


def odd_dash(scene: Scene) -> Cause | None:
    """Find an item of a list that begins with a dash without a space, a long dash or a bullet."""
    for number in (scene.here.number, scene.above(scene.here.number)):
        match = _DASH.match(scene.text(number))
        if match is None:
            continue
        sign = match["sign"]
        what = "na het streepje ontbreekt een spatie" if sign == "-" else f"{sign} is geen gewoon streepje"
        return Cause(
            codes.ODD_DASH,
            f"{what}; YAML ziet hier geen onderdeel van een lijst",
            "Begin het onderdeel met een gewoon streepje en een spatie: - …",
            Place(number, match.start("sign") + 1),
            replacing(
                number,
                first=match.start("sign") + 1,
                until=match.end() + 1,
                text="- ",
                does="schrijf een streepje en een spatie",
            ),
        )
    return None


def quote_left_open(scene: Scene) -> Cause | None:
    """Find the quote that ran on until the next one, some lines further, where the parser then got lost."""
    last = scene.here.number
    for number in range(max(1, last - _FAR), last):
        match = _OPENING.match(scene.text(number))
        if match is None or _closes(scene.text(number)[match.end() :], sign=match["sign"]):
            continue
        between = [scene.text(other) for other in range(number + 1, last + 1)]
        ends = next((index for index, text in enumerate(between) if match["sign"] in text), None)
        if ends is not None and number + 1 + ends >= last - 1 and any(map(_KEY.match, between)):
            return Cause(
                codes.QUOTE,
                "dit aanhalingsteken wordt op deze regel niet gesloten",
                f"Zet ook aan het eind van de waarde een {match['sign']}.",
                Place(number, match.start("sign") + 1),
            )
    return None


def _closes(rest: str, *, sign: str) -> bool:
    inside = rest.replace("''", "") if sign == "'" else re.sub(r"\\.", "", rest)
    return sign in inside


def indentation(scene: Scene) -> Cause | None:
    """Compare where a line begins with where the fields above it begin."""
    here, failure = scene.here, scene.failure
    own = scene.text(here.number)
    above = scene.text(scene.above(here.number))
    if not above or ("block" not in failure.inside and indent_of(above) == indent_of(own)):
        return None
    is_item = own.lstrip().startswith("- ")
    place = Place(here.number, (indent_of(own) if is_item else here.indent) + 1)
    beside = _nearest_field(scene)
    if beside is None:
        return Cause(
            codes.INDENTATION,
            "de inspringing van deze regel klopt niet met de regels erboven",
            "Laat velden die bij elkaar horen in dezelfde kolom beginnen; wat eronder hoort staat twee spaties verder.",
            place,
        )
    number, column, name = beside
    below = column + 2 if name != _A_DASH else column
    return Cause(
        codes.INDENTATION,
        f"deze regel begint in kolom {place.column}, en {_called(name)} op regel {number} in kolom {column}",
        f"Laat hem ook in kolom {column} beginnen als hij naast {_called(name)} hoort"
        + (f", of in kolom {below} als hij eronder hoort." if below != column else "."),
        place,
        _shift(scene, to=column),
    )


_A_DASH = "-"


def _called(name: str) -> str:
    return "het streepje" if name == _A_DASH else f"'{name}'"


def _nearest_field(scene: Scene) -> tuple[int, int, str] | None:
    """Find the field above that begins nearest to this line, or for a dash the dash: line, column and name.

    Of two that are as near, the one that holds something on its own line as this one does.
    """
    here, found = scene.here, list[tuple[int, int, str]]()
    own = scene.text(here.number)
    is_item = own.lstrip().startswith("- ")
    column = (indent_of(own) if is_item else here.indent) + 1
    number, lowest = scene.above(here.number), _FURTHEST
    while number and here.number - number <= _FAR:
        text = scene.text(number)
        match = _ITEM.match(text) if is_item else _KEY.match(text)
        if match is not None and match.end("lead") < lowest:
            lowest = match.end("lead")
            found.append((number, lowest + 1, _A_DASH if is_item else match["key"]))
        number = scene.above(number)

    def distance(item: tuple[int, int, str]) -> tuple[int, bool]:
        return abs(item[1] - column), _is_alone(scene.text(item[0])) is not _is_alone(own)

    return min((item for item in found if item[1] != column), key=distance, default=None)


def _is_alone(text: str) -> bool:
    return text.rstrip().endswith(":")


def _shift(scene: Scene, *, to: int) -> Fix | None:
    """Give the Fix that puts one line a space further or back; nothing may hang under it."""
    here = scene.here
    own, below = scene.text(here.number), scene.text(here.number + 1)
    if (
        abs(to - here.indent - 1) > _SHIFTED
        or own.lstrip().startswith("-")
        or indent_of(below) > indent_of(own)
    ):
        return None
    return replacing(
        here.number,
        first=1,
        until=here.indent + 1,
        text=" " * (to - 1),
        does=f"laat de regel beginnen in kolom {to}",
    )


def _waited_for_a_colon(scene: Scene) -> int:
    opened = scene.failure.opened
    return opened.line if opened is not None and "simple key" in scene.failure.inside else 0
