"""Small pieces of SVG: every text escaped, no transparency, a title first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

FONT = "Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
INK = "#1B2430"
MUTED = "#4A5563"
PETROL = "#0B4A5F"
VIOLET = "#5A3E85"
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


def ruling(x: float, y: float, width: float, height: float, *, gap: float = 6, stroke: str = MUTED) -> str:
    """Draw level lines that stay inside a rectangle, from its foot up."""
    strokes = []
    offset = gap
    while offset < height:
        strokes.append(f"M{units(x)} {units(y + height - offset)}H{units(x + width)}")
        offset += gap
    return (
        f'<path d="{"".join(strokes)}" stroke="{stroke}" stroke-width="0.8" fill="none"/>' if strokes else ""
    )


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


def disc(x: float, y: float, radius: float, *, fill: str, stroke: str = "none", dash: str = "") -> str:
    """Draw a disc around a middle."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    edge = "" if stroke == "none" else f' stroke="{stroke}" stroke-width="1.6"{dashed}'
    return f'<circle cx="{units(x)}" cy="{units(y)}" r="{units(radius)}" fill="{fill}"{edge}/>'


def track(*points: tuple[float, float], stroke: str = MUTED, width: float = 1) -> str:
    """Draw a line along points."""
    way = "L".join(f"{units(x)} {units(y)}" for x, y in points)
    return f'<path d="M{way}" fill="none" stroke="{stroke}" stroke-width="{units(width)}"/>'


def width_of(text: str, *, size: float, bold: bool = False) -> float:
    """Reckon the width of a text on one line, on the safe side, in drawing units."""
    letters = unicodedata.normalize("NFC", text)
    return sum(_width_of(letter) for letter in letters) * size / 100 * (_BOLD if bold else 1)


def _width_of(letter: str) -> int:
    return _WIDTHS.get(letter) or _WIDTHS.get(unicodedata.normalize("NFD", letter)[0], _OTHER)


def lines_of(text: str, *, width: float, size: float, most: int = 2, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width in drawing units; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        for part in _parts_of(word, width=width, size=size, bold=bold):
            longer = f"{lines[-1]} {part}".strip()
            if width_of(longer, size=size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(f"{lines[most - 1]} {_NO_ROOM}", width=width, size=size, bold=bold)]


def shortened(text: str, *, width: float, size: float, bold: bool = False) -> str:
    """Cut a text so that it fits on one line of a width in drawing units; a cut text ends in an ellipsis."""
    if _NO_ROOM not in text and width_of(text, size=size, bold=bold) <= width:
        return text
    kept = text.partition(_NO_ROOM)[0]
    while kept and width_of(f"{kept}…", size=size, bold=bold) > width:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,;:')}…"


def _parts_of(word: str, *, width: float, size: float, bold: bool) -> Sequence[str]:
    """Cut a word that is wider than a line into parts that are not."""
    if width_of(word, size=size, bold=bold) <= width:
        return (word,)
    parts = [""]
    for char in word:
        if parts[-1] and width_of(parts[-1] + char, size=size, bold=bold) > width:
            parts.append("")
        parts[-1] += char
    return parts


_NO_ROOM = "\0"
"""Marks a text that goes on; it is never written."""

_WIDTHS = {
    char: width
    for width, chars in {
        24: "'‘’", 27: " ·ijl", 28: "!,.:;J", 31: "`()", 34: "-[]I", 36: "f", 39: "t/\\{}", 43: '"r', 46: "?_“”",
        49: "zcs", 53: "vyFLx", 57: "–kSET*|Yae", 60: "$+0123456789<=>Z^~XVPo", 63: "KbdghnpquR", 66: "AC#B",
        76: "DG&UHN", 80: "OQw", 94: "%@MWm",
    }.items()
    for char in chars
}  # fmt: skip
"""Width in hundredths of the size, of Noto Sans and a little more: the widest of the fonts a reader may see."""
_OTHER = 100
_BOLD = 1.1


def units(value: float) -> str:
    """Write a number of drawing units as short as it can be."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
