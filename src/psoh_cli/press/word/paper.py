"""A sheet to fill in, as a Word file: its page, letters, lines and colours; what all such sheets of ours share."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from psoh_cli.press.office import zip as office_zip
from psoh_cli.press.word.raw import element_of, made

FONT = "Noto Sans"
INK, MUTED, PETROL, TINT, HAIRLINE = "1B2430", "4A5563", "0B4A5F", "E6F0F3", "C9D3DA"


def begin(*, title: str, subject: str, made_on: date, margin: tuple[float, float]) -> Any:
    """Begin an upright A4 with its margins in millimetres, sideways and above; its clock stands at noon of that day."""
    import docx
    from docx.shared import Mm

    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(margin[0])
    section.top_margin = section.bottom_margin = Mm(margin[1])
    about = word.core_properties
    about.title, about.subject = title[:250], subject[:250]
    about.author, about.last_modified_by, about.comments = "psoh", "psoh", ""
    about.language = "nl-NL"
    about.created = about.modified = datetime.combine(made_on, time(12))
    return word


def finished(word: Any) -> bytes:
    """Give the file; the same sheet gives the same bytes."""
    into = io.BytesIO()
    word.save(into)
    return office_zip.timeless(into.getvalue(), first="[Content_Types].xml")


def dress(word: Any, sizes: dict[str, tuple[float, str, float]]) -> None:
    """Give styles one face and language, each its size, colour and the space before it in points."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, (size, colour, before) in sizes.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if "heme" in key]:
            del fonts.attrib[key]
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), FONT)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt(before)
        if name.startswith("Heading") and name != "Heading 1":
            style.paragraph_format.keep_with_next = True
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "nl-NL")


def coloured(run: Any, colour: str) -> Any:
    """Give a piece of text its colour."""
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour)
    return run


def rule(table: Any, *, widths: tuple[float, ...]) -> None:
    """Give a table its columns, in millimetres, and thin lines."""
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    lines = made("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lines.append(made(f"w:{side}", val="single", sz=4, space=0, color=HAIRLINE))
    element_of(table).tblPr.append(lines)


def shade(cell: Any, colour: str) -> None:
    """Give a cell its background."""
    element_of(cell).get_or_add_tcPr().append(made("w:shd", val="clear", color="auto", fill=colour))


def mark_heading(row: Any) -> None:
    """Tell that a row holds the headings, so that they come again on the next page and are read aloud."""
    element_of(row).get_or_add_trPr().append(made("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """Keep a row on one page."""
    element_of(row).get_or_add_trPr().append(made("w:cantSplit"))


def points(size: float) -> Any:
    """Give a measure in points."""
    from docx.shared import Pt

    return Pt(size)


def millimetres(size: float) -> Any:
    """Give a measure in millimetres."""
    from docx.shared import Mm

    return Mm(size)
