"""From bytes to text, whatever program of an office wrote them: UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_LOOKED_AT = 4_000
_MOST_LINES = 8
_HALF = 0.4
"""In UTF-16 about every other byte of western text is a zero."""

_TWICE = re.compile(
    "\xc3[\xab\xa9\xa8\xaf\xb6\xbc\xa4\xa1\xb3\xa7]|\xe2(?:\u201a\xac|\u20ac[\u2122\u0153\u201c\u201d\u02dc])"
)
"""What an accent or euro sign looks like when UTF-8 was once read as Windows-1252."""


class Decoded(NamedTuple):
    """A text, and what to tell of how it was read."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read bytes as text; what no encoding knows becomes a mark, and is told of."""
    encoding = _marked(data) or _without_mark(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252" if encoding == "utf-8" and not _marked(data) else encoding
        text = data.decode(encoding, errors="replace")
    text = text.removeprefix("\ufeff")
    remarks = [*_empty_signs(text), *_remarks(text, encoding)] if "\0" in text else _remarks(text, encoding)
    return Decoded(text.replace("\0", ""), tuple(remarks))


def is_wide(data: bytes) -> bool:
    """Tell whether bytes are UTF-16, with its mark or without."""
    return (_marked(data) or _without_mark(data)).startswith("utf-16")


def _marked(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""


def _without_mark(data: bytes) -> str:
    """Tell UTF-16 by its zeros; anything else is first tried as UTF-8."""
    part = data[:_LOOKED_AT]
    half = len(part) // 2
    if half and part[1::2].count(0) > half * _HALF:
        return "utf-16-le"
    if half and part[0::2].count(0) > half * _HALF:
        return "utf-16-be"
    return "utf-8"


def _empty_signs(text: str) -> list[str]:
    """Tell in which lines signs stood that are nothing at all; no field can hold them."""
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if "\0" in line.rstrip("\0\r")]
    if not lines:
        return []
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    more = f" en nog {len(lines) - _MOST_LINES}" if len(lines) > _MOST_LINES else ""
    said = f"In regel {shown}{more} van de tekst stonden tekens zonder inhoud (U+0000); psoh heeft die weggelaten."
    return [f"{said} Kijk de waarden in die regels na."]


_MAC = re.compile(
    r"[A-Za-z][\u017d\u0178\u2021\u02c6\u0160\u2022\u2020](?![A-Z])|[\u2020\u2021\u0178](?=[a-z])"
)
"""What letters with an accent of a Mac look like when they are read as Windows-1252."""


def _remarks(text: str, encoding: str) -> list[str]:
    said = []
    if encoding == "cp1252":
        said.append("De tekst is geen UTF-8 en is gelezen als Windows-1252 (ANSI), zoals Excel vaak opslaat.")
        shown = next((word for word in re.split(r"[\s;,\"]+", text) if _MAC.search(word)), "")
        if shown:
            said.append(
                f"Letters met een accent lijken verkeerd: er staat bijvoorbeeld '{shown[:40]}'. Komt het bestand van "
                "een Mac, laat het dan opnieuw opslaan als 'CSV UTF-8'."
            )
    elif encoding.startswith("utf-16"):
        said.append("De tekst is gelezen als UTF-16, zoals Excel 'Unicode-tekst' opslaat.")
    if "\N{REPLACEMENT CHARACTER}" in text:
        said.append("Sommige tekens konden niet worden gelezen; daar staat nu �. Kijk die waarden na.")
    if not text.isascii() and ("Ã" in text or "â" in text) and _TWICE.search(text):
        said.append(
            "Sommige letters met een accent zijn eerder al verkeerd omgezet (zoals Ã« voor ë). "
            "Laat het bestand opnieuw opslaan als 'CSV UTF-8', of verbeter die waarden zelf."
        )
    return said
