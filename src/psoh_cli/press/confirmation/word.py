"""The confirmation sheet as a Word file: a table for each entry, to fill in on screen or on paper."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.kaart.exchange.confirmation.form import HIDDEN, Form, Line, Part
from psoh_cli.kaart.exchange.confirmation.mail import choices_in_words
from psoh_cli.press.word import paper
from psoh_cli.press.word.paper import INK, MUTED, PETROL, TINT

_SIZES = {"Normal": (8.5, INK, 0.0), "Heading 1": (14.0, PETROL, 0.0), "Heading 2": (10.5, PETROL, 5.0)}
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
    word = paper.begin(
        title=f"Klopt dit nog? {form.name}",
        subject=f"Vraaglijst bij de sociale kaart van {form.gemeente}",
        made_on=form.made_on,
        margin=(14, 10),
    )
    paper.dress(word, _SIZES)
    word.add_heading("Klopt dit nog?", level=1)
    about = f"{form.name} op de sociale kaart van {form.gemeente} · {date_in_words(form.made_on)}"
    paper.coloured(word.add_paragraph().add_run(about), MUTED)
    for text in (_WHY, _HOW, _NO_PERSON, _BACK, _WHEN):
        word.add_paragraph(text)
    for part in form.parts:
        _write_part(word, part)
    return paper.finished(word)


def _write_part(word: Any, part: Part) -> None:
    word.add_heading(f"{part.name}{'' if part.kind == 'dienst' else ' (de organisatie zelf)'}", level=2)
    if part.known:
        table = _table(word, _HEADINGS, widths=_WIDTHS)
        _fill(
            table.add_row(),
            ("Alles hieronder", "klopt nog", "", ""),
            fill=TINT,
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
    paper.rule(table, widths=widths)
    _fill(table.rows[0], headings, fill=PETROL, colour="FFFFFF", is_bold=True, widths=widths, with_next=True)
    paper.mark_heading(table.rows[0])
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
    colour: str = INK,
    is_bold: bool = False,
    widths: tuple[float, ...] = _WIDTHS,
    with_next: bool = False,
) -> None:
    from docx.shared import Mm, Pt

    paper.keep_whole(row)
    for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(widths[at])
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = with_next
        paragraph.paragraph_format.line_spacing = Pt(10.5)
        run = paragraph.add_run(text)
        run.bold = is_bold
        paper.coloured(run, colour)
        if fill:
            paper.shade(cell, fill)
