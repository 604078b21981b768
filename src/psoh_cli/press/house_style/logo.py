"""A logo, looked over before it is used: small enough, whole, and nothing in it that runs or fetches."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from psoh_cli.press.house_style.sheet_safety import sheet_faults
from psoh_cli.press.house_style.style import Logo, UnfitError

LARGEST = 2_000_000
"""Bytes; it stands in every document."""
MOST_PIXELS = 16_000_000
_MOST_ELEMENTS = 5_000
_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    {
        "svg", "title", "desc", "g", "defs", "rect", "line", "path", "circle", "ellipse", "polygon", "polyline",
        "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath",
    }
)  # fmt: skip
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:px|pt|mm|cm|em)?\s*")


def examine(content: bytes, *, name: str, alt: str) -> Logo:
    """Look a picture over; raise UnfitError with the reason when it cannot be used."""
    if len(content) > LARGEST:
        raise UnfitError(f"is groter dan {LARGEST // 1_000_000} MB")
    if content.startswith((b"\x89PNG", b"\xff\xd8")):
        media_type, width, height = _picture(content)
    elif name.lower().endswith(".svg") or b"<svg" in content[:1000]:
        media_type = "image/svg+xml"
        width, height = _drawing(content)
    else:
        raise UnfitError("is geen PNG, JPEG of SVG")
    return Logo(name=name, content=content, media_type=media_type, alt=alt, width=width, height=height)


def _picture(content: bytes) -> tuple[str, int, int]:
    """Read a PNG or JPEG to its last pixel, after its size was found to be reasonable."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=tuple(_MEDIA_TYPES)) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    raise UnfitError(f"heeft te veel beeldpunten ({width} bij {height})")
                if getattr(picture, "n_frames", 1) > 1:
                    raise UnfitError("beweegt; een document staat stil")
                if picture.mode == "CMYK":
                    raise UnfitError("staat in drukkleuren (CMYK); bewaar het als RGB")
                picture.load()
                return _MEDIA_TYPES[picture.format or ""], width, height
    except UnfitError:
        raise
    except Image.DecompressionBombError as error:
        raise UnfitError("heeft veel te veel beeldpunten") from error
    except Exception as error:  # whatever the decoder trips over, the picture is what is broken
        raise UnfitError("is beschadigd en niet te lezen") from error


def _drawing(content: bytes) -> tuple[int, int]:
    """Read an SVG: shapes and words only; a file that declares names of its own is not read at all."""
    from xml.etree import ElementTree as ET

    if re.search(rb"<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet", content, re.IGNORECASE) or b"\0" in content:
        raise UnfitError("bevat verwijzingen (ENTITY of stylesheet) en wordt daarom niet gelezen")
    try:
        root = ET.fromstring(content)  # noqa: S314  (no entities: refused above)
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        raise UnfitError("is geen geldige SVG") from error
    for reason in _objections(root):
        raise UnfitError(reason)
    return _size(root)


def _objections(root: Element) -> Iterator[str]:
    if root.tag != f"{_SVG}svg":
        yield "is geen SVG"
    for number, element in enumerate(root.iter()):
        tag = str(element.tag)
        if number > _MOST_ELEMENTS:
            yield f"heeft meer dan {_MOST_ELEMENTS} onderdelen"
        if not tag.startswith(_SVG) or tag.removeprefix(_SVG) not in _ELEMENTS:
            found = tag.rpartition("}")[2][:40]
            yield f"bevat <{found}>; alleen vormen en tekst kunnen. Bewaar het als gewone SVG of als PNG"
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2].lower()
            if plain.startswith("on"):
                yield f"bevat een opdracht ({plain}) en wordt daarom niet gebruikt"
            if plain in {"href", "src"} and not value.startswith("#"):
                yield "verwijst naar een ander bestand en wordt daarom niet gebruikt"
            named = re.search(r"url\s*\((?!\s*['\"]?#)|@import|\\", value, re.IGNORECASE)
            if named or ("(" in value and any(sheet_faults(value))):
                yield "verwijst naar een ander bestand en wordt daarom niet gebruikt"


def _size(root: Element) -> tuple[int, int]:
    """Give width and height in units of its own; raise UnfitError when it says neither size nor viewBox."""
    parts = (root.get("viewBox") or "").replace(",", " ").split()
    found = parts[2:] if len(parts) == 4 else [root.get("width") or "", root.get("height") or ""]
    sizes = [_LENGTH.fullmatch(part) for part in found]
    if not all(sizes):
        raise UnfitError("zegt niet hoe groot het is (viewBox ontbreekt)")
    width, height = (max(1, round(float(size[1]))) for size in sizes if size)
    return width, height
