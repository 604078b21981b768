"""The logo of a house style as a picture of an office document, no larger than its place."""

from __future__ import annotations

from psoh_cli.press.house_style.style import Logo
from psoh_cli.press.office.items import Picture
from psoh_cli.press.office.text import clean

_WIDEST = 40.0
"""In millimetres, as on the pages of the PDF."""


def picture(logo: Logo, *, tallest: float) -> Picture:
    """Give the logo at most `tallest` millimetres high; a drawing is drawn, another picture goes in as it is."""
    across, down = max(logo.width, 1), max(logo.height, 1)
    width = min(_WIDEST, tallest * across / down)
    drawn = logo.media_type == "image/svg+xml"
    return Picture(
        svg=logo.content.decode(errors="replace") if drawn else "",
        title="",
        description=clean(logo.alt),
        width=width,
        height=width * down / across,
        captioned=False,
        content=b"" if drawn else logo.content,
        media_type="image/png" if drawn else logo.media_type,
    )
