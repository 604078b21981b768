"""One style of ours through python-docx: its distances, lines, letters and colours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docx.enum.text import WD_LINE_SPACING, WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor

from psoh_cli.press.office.roles import LABELS, CharacterStyle, Edge, ParagraphStyle, Role
from psoh_cli.press.word.raw import made, put
from psoh_cli.report import svg

_QUICK = {
    Role.BODY, Role.LEAD, Role.SMALL, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.BULLET,
    Role.NUMBERED, Role.PART, Role.PART_MORE, Role.NOTICE, Role.DECISION, Role.EXPLANATION, Role.CAPTION,
    Role.TABLE_TEXT,
}  # fmt: skip
"""The styles an editor finds in the gallery; the others are in the list."""
_AFTER_HYPHENS = ("w:spacing", "w:ind", "w:jc", "w:outlineLvl")
_AFTER_LINES = ("w:tabs", "w:suppressAutoHyphens", *_AFTER_HYPHENS)
_AFTER_SIZE = ("w:u", "w:bdr", "w:rtl", "w:lang")


def hexadecimal(colour: str) -> str:
    """Write a colour as Word does."""
    return colour.removeprefix("#").upper()


HAIR = hexadecimal(svg.HAIRLINE)


def in_house(role: Role, style: ParagraphStyle, *, field: str) -> ParagraphStyle:
    """Give a style of ours between those of a municipality: no field of ours, and no column for labels."""
    if style.fill == field:
        style = replace(style, fill="", colour=svg.INK)
    if style.hanging != LABELS and role is not Role.PART_MORE and style.left >= LABELS:
        style = replace(style, left=style.left - LABELS)
    return style


def write_paragraph(named: Any, role: Role, style: ParagraphStyle, *, listing: int | None) -> None:
    """Say how a paragraph style is set; `listing` is the list it belongs to."""
    named.quick_style = role in _QUICK
    layout = named.paragraph_format
    layout.keep_with_next = style.keep_next
    layout.keep_together = style.keep_lines
    layout.widow_control = True
    layout.space_before, layout.space_after = Mm(style.before), Mm(style.after)
    layout.line_spacing = Pt(style.line) if style.line else 1.0
    layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST if style.line else WD_LINE_SPACING.SINGLE
    layout.left_indent, layout.right_indent = Mm(style.left), Mm(style.right)
    layout.first_line_indent = Mm(-style.hanging)
    right = style.align == "right"
    layout.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT if right else WD_PARAGRAPH_ALIGNMENT.LEFT
    if style.hanging:
        layout.tab_stops.add_tab_stop(Mm(style.left))
    if style.right_tab:
        layout.tab_stops.add_tab_stop(Mm(style.right_tab), WD_TAB_ALIGNMENT.RIGHT)
    properties = named.element.get_or_add_pPr()
    if listing is not None:
        properties.get_or_add_numPr().get_or_add_numId().val = listing
    if style.outline:
        properties.get_or_add_outlineLvl().val = style.outline - 1
    _lines(properties, style)
    if not style.hyphenated:
        put(properties, made("w:suppressAutoHyphens"), before=_AFTER_HYPHENS)


def write_letters(named: Any, *, size: float = 0, colour: str = "", bold: bool | None = None) -> None:
    """Say the letters of a style; what is not given is left to what it rests on."""
    font = named.font
    if bold is not None:
        font.bold = font.cs_bold = bold
    if colour:
        font.color.rgb = RGBColor.from_string(hexadecimal(colour))
    if size:
        font.size = Pt(size)
        put(named.element.rPr, made("w:szCs", val=round(size * 2)), before=_AFTER_SIZE)


def write_character(named: Any, style: CharacterStyle) -> None:
    """Say how a character style differs from the text around it."""
    named.quick_style = True
    write_letters(named, size=style.size, colour=style.colour, bold=True if style.bold else None)
    if style.plain_spelling:
        named.font.no_proof = True
    if style.underline:
        named.font.underline = True
    if style.framed:
        frame = made("w:bdr", val="single", sz=4, space=0, color=hexadecimal(style.colour))
        put(named.element.get_or_add_rPr(), frame, before=("w:rtl", "w:lang"))


def _lines(properties: Any, style: ParagraphStyle) -> None:
    """Draw the lines and the field around a paragraph, in the order the format wants."""
    if style.top or style.side or style.bottom:
        lines = made("w:pBdr")
        right = style.side if style.side and style.side.colour == style.fill else None
        edges = {"top": style.top, "left": style.side, "bottom": style.bottom, "right": right}
        for side, edge in {**edges, "between": style.between}.items():
            if edge is not None:
                lines.append(_line(side, edge))
        put(properties, lines, before=("w:shd", *_AFTER_LINES))
    if style.fill:
        field = made("w:shd", val="clear", color="auto", fill=hexadecimal(style.fill))
        put(properties, field, before=_AFTER_LINES)


def _line(side: str, edge: Edge) -> Any:
    return made(
        f"w:{side}",
        val="single",
        sz=round(edge.width * 8),
        space=round(edge.space),
        color=hexadecimal(edge.colour),
    )
