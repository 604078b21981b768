"""Telephone numbers as Dutch people write them: which can be dialled, and what a wrong one probably was to be."""

from __future__ import annotations

import re

from psoh_cli.near_misses import Meant

_NEAT = re.compile(r"(?:\+\d{1,3}[ -]?|\(\d{2,4}\)[ -]?)?\d+(?:(?: - |[ -])\d+)*", re.ASCII)
"""Groups of digits with a space or hyphen between them, and perhaps a country or an area before them."""

_ABROAD = re.compile(r"\+(?!31)[1-9]\d{7,14}", re.ASCII)
_DUTCH = re.compile(
    r"0[1-9]\d{8}"  # with area code, mobile, or of a company (085, 088)
    r"|0[89]0[0-9](?:\d{4}|\d{7})"  # 0800, 0900, 0906, 0909
    r"|14\s?0\d{2,3}"  # 14 and the area code of a gemeente
    r"|11[2-8]|144|116\d{3}|18\d\d",  # short numbers, such as 112 and 116 123
    re.ASCII,
)
_BEFORE = re.compile(r"^(?:telefoonnummer|telefoon|tel|t|bel|nummer)\s*[.:]*\s*(?=[\d+(])", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\d.{6,}\s(?:of|en|/)\s.*\d|\d{3}\s*[/;,]\s*0\d", re.IGNORECASE)
_OWN_COUNTRY = re.compile(r"(?:\+|00)\s*31[\s.-]*(?:\(0\)|0)?[\s.-]*")
_ZERO_TOO_MANY = re.compile(r"(?:\+|00)31[ -]?0")
"""A country code with the zero behind it that is only dialled at home."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
"""Hyphens and dashes of a word processor."""

_MOST_DIGITS = 15
_LONGEST = 60


def can_be_dialled(text: str) -> bool:
    """Tell whether this is a telephone number in a form that everybody reads and every telephone takes."""
    return _NEAT.fullmatch(text) is not None and not _ZERO_TOO_MANY.match(text) and _is_number(text)


def same_number(text: str) -> str:
    """Give the digits of a number, with which two ways of writing it are alike; empty where it is no number."""
    digits = _digits(text)
    return digits if _is_number(text) else ""


def number_meant(text: str) -> Meant | None:
    """Find what a wrong number was to be; None when only the writer can tell.

    Other signs around the same digits are safe to put right. A digit that seems to be missing is a guess.
    """
    if len(text) > _LONGEST:
        return None
    neat = _made_neat(text)
    if can_be_dialled(neat):
        return Meant(neat)
    bare = re.sub(r"\D", "", neat)
    with_zero = f"(0{neat[1:]}" if neat.startswith("(") else f"0{neat}"
    if re.fullmatch(r"[1-9]\d{8}", bare) and can_be_dialled(with_zero):
        return Meant(with_zero, is_safe=False)
    if re.fullmatch(r"31[1-9]\d{8}", bare) and can_be_dialled(f"+{neat}"):
        return Meant(f"+{neat}", is_safe=False)
    return None


def why_not(text: str) -> str:
    """Say what is the matter with a number, to come after the number itself."""
    if len(text) > _LONGEST:
        return "is meer dan een telefoonnummer"
    bare = re.sub(r"\D", "", _OWN_COUNTRY.sub("0", text))
    meant = number_meant(text)
    if meant is not None and meant.is_safe:
        return "heeft andere tekens dan een telefoonnummer"
    if _TWO_NUMBERS.search(text):
        return "lijkt meer dan één nummer"
    if re.fullmatch(r"[1-9]\d{8}", bare):
        return "heeft negen cijfers; de 0 vooraan ontbreekt"
    if not bare:
        return "is geen telefoonnummer"
    if re.search(r"[^\W\d_]{2}", text):
        return "is meer dan een telefoonnummer"
    if bare.startswith("0"):
        return f"heeft {len(bare)} {'cijfer' if len(bare) == 1 else 'cijfers'}; een Nederlands nummer heeft er tien"
    return "kan geen telefoonnummer zijn"


def _is_number(text: str) -> bool:
    digits = _digits(text)
    return _DUTCH.fullmatch(digits) is not None or _ABROAD.fullmatch(digits) is not None


def _digits(text: str) -> str:
    """Give the digits alone, a number with our own country code as it is dialled at home."""
    home = _OWN_COUNTRY.sub("0", text.strip(), count=1) if _OWN_COUNTRY.match(text.strip()) else text.strip()
    bare = re.sub(r"[^\d+]", "", home)
    return bare if len(bare) <= _MOST_DIGITS + 1 else ""


def _made_neat(text: str) -> str:
    """Write the same digits with single spaces and hyphens."""
    neat = _BEFORE.sub("", text.strip()).rstrip(" .;,")
    neat = _DASHES.sub("-", neat)
    neat = re.sub(r"\s*\(0\)\s*", " ", neat) if re.match(r"(?:\+|00)\s*31", neat) else neat
    neat = re.sub(r"^00\s*(?=[1-9])", "+", neat)
    neat = re.sub(r"^\+\s+", "+", neat)
    neat = re.sub(r"^\+31[\s.-]*0(?=\d)", "+31 ", neat)
    neat = re.sub(r"(?<=\d)\s*[./]\s*(?=\d)", " ", neat)
    neat = re.sub(r"\s+", " ", neat)
    return re.sub(r"-{2,}|- - ?", "-", neat)
