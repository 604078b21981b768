"""The confirmation sheet as a Word file: a table for each entry, to fill in on screen or on paper."""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.kaart.exchange.confirmation.form import HIDDEN, Form, Line, Part
from psoh_cli.kaart.exchange.confirmation.mail import choices_in_words
from psoh_cli.press.office import zip as office_zip
from psoh_cli.press.word.raw import element_of, made

_FONT = "Noto Sans"
_INK, _MUTED, _PETROL, _TINT, _HAIRLINE = "1B2430", "4A5563", "0B4A5F", "E6F0F3", "C9D3DA"
_WIDTHS = (50.0, 68.0, 20.0, 44.0)
"""Of the columns, in millimetres: together an upright A4 within its margins."""

_OPEN_WIDTHS = (56.0, 35.0, 56.0, 35.0)
"""Of the table with what is not known yet: two questions beside each other."""

_HEADINGS = ("Vraag", "Zo staat het er nu", "Klopt dit?", "Of: wat is het nu?")
_OPEN_HEADINGS = ("Nog niet bekend", "Vul in wat u weet") * 2
_WHY = (
    "Uw organisatie staat op de sociale kaart, de lijst van aanbod voor statushouders. Wij willen alleen laten zien "
    "wat nog klopt. Wilt u deze gegevens nakijken en de lijst terugsturen? Dat kost een paar minuten. Hartelijk dank."
)
_BACK = (
    "Wat u op deze lijst invult, neemt de gemeente met de hand over. Vult u liever iets in dat meteen kan worden "
    "gelezen, vraag dan om dezelfde vragen in een mail of als werkblad (.xlsx)."
)
_HOW = (
    "Klopt een regel, schrijf dan klopt. Klopt alles van een dienst, dan is één keer klopt bovenaan genoeg. Is het nu "
    "anders, schrijf dat dan achter de regel. Wat u niet weet, slaat u over."
)
_NO_PERSON = (
    "Noem geen namen van mensen, en geen nummer of mailadres van één persoon: de kaart wordt gedeeld."
)
_WHEN = "Ingevuld op: ……………………………  Functie van wie dit invulde: ……………………………………………"


def render_docx(form: Form) -> bytes:
    """Write the sheet as .docx; the same form gives the same bytes."""
    import docx
    from docx.shared import Mm

    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(14)
    section.top_margin, section.bottom_margin = Mm(10), Mm(10)
    _describe(word, form)
    _dress(word)
    word.add_heading("Klopt dit nog?", level=1)
    about = f"{form.name} op de sociale kaart van {form.gemeente} · {date_in_words(form.made_on)}"
    _coloured(word.add_paragraph().add_run(about), _MUTED)
    for text in (_WHY, _HOW, _NO_PERSON, _BACK, _WHEN):
        word.add_paragraph(text)
    for part in form.parts:
        _write_part(word, part)
    into = io.BytesIO()
    word.save(into)
    return office_zip.timeless(into.getvalue(), first="[Content_Types].xml")


def _describe(word: Any, form: Form) -> None:
    from datetime import datetime, time

    moment = datetime.combine(form.made_on, time(12))
    about = word.core_properties
    about.title = f"Klopt dit nog? {form.name}"[:250]
    about.subject = f"Vraaglijst bij de sociale kaart van {form.gemeente}"[:250]
    about.author, about.last_modified_by, about.comments = "psoh", "psoh", ""
    about.language = "nl-NL"
    about.created = about.modified = moment


def _dress(word: Any) -> None:
    """Give the styles one face, size and language, and the headings the colour of the house."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": (8.5, _INK), "Heading 1": (14, _PETROL), "Heading 2": (10.5, _PETROL)}
    for name, (size, colour) in sizes.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if "heme" in key]:
            del fonts.attrib[key]
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), _FONT)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt(5 if name == "Heading 2" else 0)
    word.styles["Heading 2"].paragraph_format.keep_with_next = True
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "nl-NL")


def _write_part(word: Any, part: Part) -> None:
    word.add_heading(f"{part.name}{'' if part.kind == 'dienst' else ' (de organisatie zelf)'}", level=2)
    if part.known:
        table = _table(word, _HEADINGS, widths=_WIDTHS)
        _fill(
            table.add_row(),
            ("Alles hieronder", "klopt nog", "", ""),
            fill=_TINT,
            is_bold=True,
            with_next=True,
        )
        for line in part.known:
            _fill(table.add_row(), (line.ask.label, line.shown, "", ""))
    if part.open:
        if part.known:
            _small_gap(word)
        table = _table(word, _OPEN_HEADINGS, widths=_OPEN_WIDTHS)
        for one, two in zip_longest(part.open[::2], part.open[1::2]):
            texts = (_asked(one), "", _asked(two) if two else "", "")
            is_last = part.open[-1] in (one, two)
            _fill(table.add_row(), texts, widths=_OPEN_WIDTHS, with_next=not is_last)


def _table(word: Any, headings: tuple[str, ...], *, widths: tuple[float, ...]) -> Any:
    """Begin a table with its row of headings, which stays with the row beneath."""
    table = word.add_table(rows=1, cols=len(headings))
    table.style = "Table Grid"
    table.autofit = False
    _rule(table, widths=widths)
    _fill(table.rows[0], headings, fill=_PETROL, colour="FFFFFF", is_bold=True, widths=widths, with_next=True)
    _mark_heading(table.rows[0])
    return table


def _small_gap(word: Any) -> None:
    """Keep two tables apart, or Word makes them one."""
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(4)


def _asked(line: Line) -> str:
    if line.is_hidden:
        return f"{line.ask.label} ({HIDDEN})"
    hint = choices_in_words(line.ask)
    return f"{line.ask.label}{f' ({hint})' if hint else ''}"


def _fill(
    row: Any,
    texts: tuple[str, ...],
    *,
    fill: str = "",
    colour: str = _INK,
    is_bold: bool = False,
    widths: tuple[float, ...] = _WIDTHS,
    with_next: bool = False,
) -> None:
    from docx.shared import Mm, Pt

    _keep_whole(row)
    for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(widths[at])
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = with_next
        paragraph.paragraph_format.line_spacing = Pt(10.5)
        run = paragraph.add_run(text)
        run.bold = is_bold
        _coloured(run, colour)
        if fill:
            _shade(cell, fill)


def _coloured(run: Any, colour: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour)


def _rule(table: Any, *, widths: tuple[float, ...]) -> None:
    """Give a table its columns and thin lines."""
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    lines = made("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lines.append(made(f"w:{side}", val="single", sz=4, space=0, color=_HAIRLINE))
    element_of(table).tblPr.append(lines)


def _shade(cell: Any, colour: str) -> None:
    element_of(cell).get_or_add_tcPr().append(made("w:shd", val="clear", color="auto", fill=colour))


def _mark_heading(row: Any) -> None:
    """Tell that a row holds the headings, so that they come again on the next page and are read aloud."""
    element_of(row).get_or_add_trPr().append(made("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    element_of(row).get_or_add_trPr().append(made("w:cantSplit"))
