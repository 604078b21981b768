"""Contrast between two colours as WCAG 2.2 reckons it, and the nearest colour that has enough of it."""

from __future__ import annotations

import math
import re

TEXT = 4.5
"""Least ratio for text (WCAG 2.2, 1.4.3, level AA)."""
LARGE_TEXT = 3.0
"""Least ratio for text from 18 points, or 14 points bold (WCAG 2.2, 1.4.3, level AA)."""
GRAPHIC = 3.0
"""Least ratio for the parts of a drawing or control that carry meaning (WCAG 2.2, 1.4.11, level AA)."""

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
_STEPS = 512

Channels = tuple[int, int, int]


def contrast(a: str, b: str) -> float:
    """Give the contrast ratio of two colours `#rrggbb` or `#rgb`, from 1 to 21; raise ValueError for anything else."""
    high, low = sorted((_luminance(channels(a)), _luminance(channels(b))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def nearest_passing(colour: str, *, against: str, ratio: float = TEXT) -> str:
    """Give the colour `#RRGGBB` nearest to `colour` with at least `ratio` against another: a shade or tint of it.

    A colour that passes comes back as it is. Raises ValueError where neither black nor white passes.
    """
    start = channels(colour)
    if contrast(colour, against) >= ratio:
        return written(start)
    found = [
        passing
        for end in ((0, 0, 0), (255, 255, 255))
        if (passing := _first_towards(start, end=end, against=against, ratio=ratio)) is not None
    ]
    if not found:
        raise ValueError(f"no colour has a contrast of {ratio} against {against}")
    return written(min(found, key=lambda each: _distance(start, each)))


def channels(colour: str) -> Channels:
    """Read `#rrggbb` or `#rgb` as red, green and blue from 0 to 255; raise ValueError otherwise."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f"no colour in hexadecimals: {colour!r}")
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def written(colour: Channels) -> str:
    """Write red, green and blue as `#RRGGBB`."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


def written_ratio(ratio: float) -> str:
    """Write a ratio with two decimals in Dutch, never rounded up: 4,499 is no 4,50."""
    return f"{int(ratio * 100) / 100:.2f}".replace(".", ",")


def _first_towards(start: Channels, *, end: Channels, against: str, ratio: float) -> Channels | None:
    for step in range(1, _STEPS + 1):
        share = step / _STEPS
        red, green, blue = (
            round(begin + (last - begin) * share) for begin, last in zip(start, end, strict=True)
        )
        if contrast(written((red, green, blue)), against) >= ratio:
            return red, green, blue
    return None


def _luminance(colour: Channels) -> float:
    """Reckon the relative luminance (WCAG 2.2, definition "relative luminance")."""
    red, green, blue = (_linear(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _distance(a: Channels, b: Channels) -> float:
    """Reckon how different two colours look: their distance in OKLab (B. Ottosson, 2020)."""
    return math.dist(_oklab(a), _oklab(b))


def _oklab(colour: Channels) -> tuple[float, float, float]:
    red, green, blue = (_linear(value) for value in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
