"""A font of a house style, looked over before it is used: readable, allowed to be embedded, with our alphabet in it."""

from __future__ import annotations

import io
import string

from psoh_cli.press.house_style.style import FontFace, UnfitError

LARGEST = 2_000_000
"""Bytes of one file; it stands in every document."""
_MEDIA_TYPES = {b"\0\1\0\0": "font/ttf", b"true": "font/ttf", b"OTTO": "font/otf"}
_NEEDED = string.ascii_letters + string.digits + "ëïéüö€"
_RESTRICTED = 0x0002
"""Bit in OS/2.fsType with which a maker forbids embedding (OpenType 1.9, OS/2)."""


def examine(content: bytes, *, name: str, weight: int, is_italic: bool) -> FontFace:
    """Look a font over; raise UnfitError with the reason when it cannot be used."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    media_type = _MEDIA_TYPES.get(content[:4])
    if media_type is None:
        raise UnfitError("is geen lettertype (.ttf of .otf)")
    try:
        with TTFont(io.BytesIO(content), lazy=True) as font:
            letters = font.getBestCmap() or {}
            usage = font["OS/2"].fsType if "OS/2" in font else 0
            for table in ("head", "hhea", "maxp", "hmtx", "name"):
                font[table]
    except Exception as error:  # whatever the reader trips over, the font is what is broken
        raise UnfitError("is beschadigd en niet te lezen") from error
    missing = [char for char in _NEEDED if ord(char) not in letters]
    if missing:
        raise UnfitError(f"mist gewone tekens, zoals {missing[0]}")
    if usage & _RESTRICTED:
        raise UnfitError("mag volgens de maker niet in een document worden opgenomen")
    return FontFace(name=name, content=content, media_type=media_type, weight=weight, is_italic=is_italic)
