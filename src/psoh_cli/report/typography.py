"""What belongs together stays on one line: amounts, numbers with their unit, dates, quarters, hyphenated names."""

from __future__ import annotations

import re

from psoh_cli.near_misses import MONTHS

HARD_SPACE = "\N{NO-BREAK SPACE}"

_UNITS = (
    "uur", "dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "kwartaal", "kwartalen", "euro", "procent", "%",
    "km", "fte", "miljoen", "miljard",
)  # fmt: skip
_BEFORE = (
    "artikel", "art.", "lid", "bijlage", "hoofdstuk", "paragraaf", "tabel", "figuur", "bladzijde", "pagina", "nr.",
    "blz.", "versie",
)  # fmt: skip
_NAMES = ("Mind-Spring", "POH-GGZ", "GZ-psycholoog", "e-health")
"""Names that read wrong when a line ends at their hyphen."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_TOGETHER = re.compile(
    rf"€ (?=\d)"
    rf"|(?<=\d) (?=(?:{'|'.join(map(re.escape, _UNITS))})(?!\w))"
    rf"|\b(?<=\d) (?=(?:{'|'.join(MONTHS)})\b)"
    rf"|(?:(?<=\s)|(?<=^)|(?<=[(‘]))(?:{'|'.join(map(re.escape, _BEFORE))}) (?=\d)"
    r"|\bK[1-4] (?=\d{4}\b)"
    r"|\b(?:GM|M|D)\d+ (?=\d)"
    r"|(?<=\d) (?=van de \d)"
    r"|(?<=\d)e (?=kwartaal\b)",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(rf"\b({'|'.join(map(re.escape, _NAMES))})")


def bound(text: str) -> str:
    """Put hard spaces where a line must not end; a text that has them already stays as it is."""
    return _TOGETHER.sub(lambda found: found.group().replace(" ", HARD_SPACE), text) if " " in text else text


def whole_names(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text into pieces, each with whether it is a name that no line may cut at its hyphen.

    The hyphen stays an ordinary one: who searches a document for the name finds it.
    """
    pieces = _HYPHENATED.split(text) if "-" in text else [text]
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece)


def headline(text: str) -> str:
    """Keep a short last word of a heading on the line of the word before it, so that no heading ends alone."""
    text = bound(text)
    before, space, last = text.rpartition(" ")
    return f"{before}{HARD_SPACE}{last}" if space and before.count(" ") >= 2 and len(last) <= 12 else text
