"""How the workbook of a question list is dressed: colours, widths, and how high a row must be for its words."""

from __future__ import annotations

from typing import Any

from psoh_cli.interview.forms.sheet import ANSWER, ID, NUMBER, PART, QUESTION, REMARK, SURE, WHY

WIDTHS = {ID: 2, PART: 2, NUMBER: 5, QUESTION: 56, ANSWER: 34, SURE: 14, REMARK: 32, WHY: 44}
_INK, _MUTED, _HAIRLINE, _PETROL, _TINT, _OPEN = (
    "#1B2430",
    "#4A5563",
    "#C9D3DA",
    "#0B4A5F",
    "#E6F0F3",
    "#FFFBE8",
)
_SHUT = "#E4E7EA"
ACROSS = int(sum(WIDTHS.values()) * 1.15)
"""How many characters fit on a line over all columns."""
ROOM_TO_WRITE = 60.0
PADDING = 4.0
_LINE, _LETTERS = 15.0, 1.05


def height(text: str, *, width: int) -> float:
    """Reckon how high a row must be to show a text in a column."""
    lines = sum(max(1, -(-int(len(line) * _LETTERS) // width)) for line in text.split("\n")) if text else 0
    return _LINE * max(1, lines)


def looks() -> dict[str, dict[str, Any]]:
    """Give each look by its name."""
    base = {
        "valign": "top", "align": "left", "text_wrap": True, "font_color": _INK, "bottom": 1, "bottom_color": _HAIRLINE,
        "num_format": "@",
    }  # fmt: skip
    fill_in = {**base, "locked": False, "bg_color": _OPEN, "border": 1, "border_color": _HAIRLINE}
    theme = {"valign": "vcenter", "text_wrap": True, "bg_color": _TINT, "top": 1, "top_color": _PETROL}
    return {
        "titel": {"bold": True, "font_size": 16, "font_color": _PETROL, "valign": "vcenter"},
        "regel": {"font_color": _INK, "text_wrap": True, "valign": "top"},
        "kop": {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": _PETROL, "valign": "vcenter"},
        "thema": theme,
        "themanaam": {"bold": True, "font_size": 12, "font_color": _PETROL},
        "themauitleg": {"font_color": _MUTED},
        "vast": base,
        "nummer": {**base, "font_color": _MUTED},
        "vraag": {**base, "bold": True},
        "vet": {"bold": True, "font_color": _INK},
        "voorwaarde": {"italic": True, "font_color": _MUTED},
        "zo": {"font_color": _MUTED},
        "optie": {**base, "indent": 2},
        "detail": {**base, "indent": 4, "font_color": _MUTED, "italic": True},
        "waarom": {**base, "font_color": _MUTED},
        "invullen": fill_in,
        "getal": {**fill_in, "num_format": "General"},
        "kruis": {**fill_in, "align": "center"},
        "niets": base,
        "op slot": {**base, "bg_color": _SHUT},
    }
