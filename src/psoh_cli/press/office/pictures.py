"""A drawing of ours as a PNG, for files that cannot hold SVG: the one place that knows the rasteriser."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from psoh_cli import environment


@lru_cache(maxsize=32)
def png(svg: str, *, width_px: int) -> bytes:
    """Draw an SVG on white, `width_px` wide; the same drawing gives the same bytes.

    Only our own fonts are used where we have them, and nothing outside the drawing is read. A picture is kept
    for the next format that asks for it.
    Raises ValueError for what is no drawing.
    """
    import resvg_py

    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width_px,
        background="#FFFFFF",
        sans_serif_family="Noto Sans",
        languages=["nl"],
        **_fonts(),
    )
    return bytes(drawn)


def _fonts() -> dict[str, Any]:
    """Name the fonts to draw with: those our documents are made with, and any other only when there are none."""
    files = [str(font.path) for font in environment.font_files()]
    return {"font_files": files, "skip_system_fonts": True} if files else {}
