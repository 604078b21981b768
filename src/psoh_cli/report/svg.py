"""Small pieces of SVG: every text escaped, no transparency, a title first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

FONT = "Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
INK = "#1B2430"
MUTED = "#4A5563"
PETROL = "#0B4A5F"
HAIRLINE = "#C9D3DA"
PAPER = "#FFFFFF"


def drawing(*, title: str, description: str, width: float, height: float, parts: Iterable[str]) -> str:
    """Put parts together into one drawing that starts with its title; sizes are in drawing units."""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {units(width)} {units(height)}" '
        f'font-family="{FONT}">'
    )
    said = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f"{opening}{said}{''.join(parts)}</svg>"


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    stroke: str = "none",
    line: float = 1,
    dash: str = "",
) -> str:
    """Draw a rectangle."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    edge = "" if stroke == "none" else f' stroke="{stroke}" stroke-width="{units(line)}"{dashed}'
    return f'<rect x="{units(x)}" y="{units(y)}" width="{units(width)}" height="{units(height)}" fill="{fill}"{edge}/>'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = HAIRLINE, width: float = 1) -> str:
    """Draw a straight line."""
    return (
        f'<line x1="{units(x1)}" y1="{units(y1)}" x2="{units(x2)}" y2="{units(y2)}" '
        f'stroke="{stroke}" stroke-width="{units(width)}"/>'
    )


def hatching(x: float, y: float, width: float, height: float, *, gap: float = 6, stroke: str = MUTED) -> str:
    """Draw diagonal lines that stay inside a rectangle."""
    strokes = []
    offset = gap
    while offset < width + height:
        start_x, start_y = min(offset, width), max(0.0, offset - width)
        end_x, end_y = max(0.0, offset - height), min(offset, height)
        strokes.append(f"M{units(x + start_x)} {units(y + start_y)}L{units(x + end_x)} {units(y + end_y)}")
        offset += gap
    return f'<path d="{"".join(strokes)}" stroke="{stroke}" stroke-width="0.8" fill="none"/>'


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: float = 12,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
    turned: bool = False,
) -> str:
    """Write words on a baseline; `turned` writes them upwards."""
    weight = ' font-weight="700"' if bold else ""
    turn = f' transform="rotate(-90 {units(x)} {units(y)})"' if turned else ""
    place = f'x="{units(x)}" y="{units(y)}" text-anchor={quoteattr(anchor)}'
    return f'<text {place} font-size="{units(size)}" fill="{fill}"{weight}{turn}>{escape(text)}</text>'


def lines_of(text: str, *, width: float, size: float, most: int = 2) -> list[str]:
    """Break a text into lines that fit a width in drawing units; what does not fit ends in an ellipsis."""
    letters = max(4, int(width / (size * 0.53)))
    return textwrap.wrap(text, letters, max_lines=most, placeholder=" …") or [""]


def units(value: float) -> str:
    """Write a number of drawing units as short as it can be."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
