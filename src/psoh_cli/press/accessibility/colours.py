"""The colours of a page, measured in the page itself: its own roles per scheme, and the words in its drawings.

A style sheet names its colours by role (`--inkt`, `--papier`). The pairs below say which role is written on which;
a test holds them against the style sheets, so that a role that is used without standing here is seen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping

from psoh_cli.press.accessibility.checks import UndecidableError, plain
from psoh_cli.press.accessibility.page import Element, Page
from psoh_cli.report.contrast import GRAPHIC, LARGE_TEXT, TEXT, contrast, written_ratio

_WORDS = (
    "inkt", "gedempt", "petrol", "voldaan", "deels", "ontbreekt", "onbekend", "arq", "vergelijk", "afgeleid",
)  # fmt: skip
TEXT_PAIRS = (
    *((word, ground) for ground in ("papier", "vlak", "tint") for word in _WORDS),
    ("op-petrol", "petrol"),
    ("veldtint", "veld"),
    ("#FFFFFF", "veld"),
)
"""A role in which text is written, and the role or colour beneath it."""
GRAPHIC_PAIRS = (("petrol", "papier"), ("petrol", "vlak"), ("petrol", "tint"), ("deels", "vlak"))
"""Lines and shapes that mean something, and what lies beneath them."""

_VARIABLE = re.compile(r"--([a-z][a-z0-9-]*)\s*:\s*(#[0-9A-Fa-f]{3,8})\b")
_SHAPES = frozenset({"rect", "circle"})
"""What our drawings write on; lines and outlines are no ground."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def palette_complaints(page: Page) -> Iterable[str]:
    """Say which pairs of roles have too little contrast, in each scheme of the page."""
    schemes = palettes(page)
    if not schemes["licht"]:
        raise UndecidableError("De opmaak van deze pagina noemt haar kleuren niet bij hun rol")
    for name, palette in schemes.items():
        for pairs, least in ((TEXT_PAIRS, TEXT), (GRAPHIC_PAIRS, GRAPHIC)):
            for front, ground in pairs:
                yield from _pair(front, ground, palette=palette, least=least, scheme=name)


def palettes(page: Page) -> dict[str, dict[str, str]]:
    """Give the colour of each role in the three schemes: light, dark and print."""
    found: dict[str, dict[str, str]] = {"licht": {}, "donker": {}, "druk": {}}
    for element in page.elements:
        if element.tag != "style":
            continue
        media = element["media"]
        colours = dict(_VARIABLE.findall(element.text))
        if "dark" in media:
            found["donker"].update(colours)
            continue
        for name, ours in (("licht", "print"), ("donker", "print"), ("druk", "screen")):
            if ours not in media:
                found[name].update(colours)
    return found


def _pair(front: str, ground: str, *, palette: Mapping[str, str], least: float, scheme: str) -> Iterator[str]:
    missing = [role for role in (front, ground) if not role.startswith("#") and role not in palette]
    if missing:
        yield f"De kleur ‘{missing[0]}’ ontbreekt ({scheme})"
        return
    found = contrast(palette.get(front, front), palette.get(ground, ground))
    if found < least:
        needed = f"nodig is {written_ratio(least)}"
        yield f"‘{front}’ op ‘{ground}’ heeft een contrast van {written_ratio(found)} ({scheme}); {needed}"


def drawing_complaints(page: Page) -> Iterable[str]:
    """Say which words in a drawing have too little contrast with the last shape drawn beneath them."""
    for drawing in page.elements:
        if drawing.tag == "svg":
            yield from _words_in(drawing, page=page)


def _words_in(drawing: Element, *, page: Page) -> Iterator[str]:
    drawn: list[Element] = []
    for element in page.elements:
        if not element.is_in(drawing):
            continue
        if element.tag in _SHAPES and _COLOUR.fullmatch(element["fill"]):
            drawn.append(element)
        if element.tag != "text" or not _COLOUR.fullmatch(element["fill"]) or not plain(element.text):
            continue
        x, y = _inside(element), _number(element, "y")
        ground = next((shape["fill"] for shape in reversed(drawn) if _covers(shape, x=x, y=y)), "#FFFFFF")
        found, least = contrast(element["fill"], ground), _least(element)
        if found < least:
            needed = f"nodig is {written_ratio(least)}"
            yield f"‘{plain(element.text)[:40]}’ heeft een contrast van {written_ratio(found)}; {needed}"


def _inside(element: Element) -> float:
    """Give a place across that lies within the words: they begin, end or have their middle at `x`."""
    return _number(element, "x") + {"end": -3, "middle": 0}.get(element["text-anchor"], 3)


def _covers(shape: Element, *, x: float, y: float) -> bool:
    """Tell whether a shape lies beneath the middle of a letter that stands on this point."""
    if shape.tag == "circle":
        across, down = x - _number(shape, "cx"), y - 3 - _number(shape, "cy")
        return math.hypot(across, down) <= _number(shape, "r")
    left, top = _number(shape, "x"), _number(shape, "y")
    return left <= x <= left + _number(shape, "width") and top <= y - 3 <= top + _number(shape, "height")


def _least(element: Element) -> float:
    size, bold = _number(element, "font-size"), element["font-weight"] in {"700", "bold"}
    return LARGE_TEXT if size >= 24 or (bold and size >= 18.66) else TEXT


def _number(element: Element, name: str) -> float:
    try:
        return float(element[name])
    except ValueError:
        return 0.0
