"""A question list as a Word file: to print and fill in with a pen, or to fill in on screen and send back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.interview.forms.form import Form
from psoh_cli.practices.question import Theme
from psoh_cli.press.forms import words
from psoh_cli.press.forms.word_key import PARTICIPANTS, Key, Spot, about_of, digest, said_in, to_xml
from psoh_cli.press.forms.word_question import write_question
from psoh_cli.press.forms.word_spots import Spots, name_of
from psoh_cli.press.forms.word_walk import walk
from psoh_cli.press.word import paper
from psoh_cli.press.word.paper import INK, MUTED, PETROL

_SIZES = {
    "Normal": (10.0, INK, 0.0),
    "Heading 1": (18.0, PETROL, 0.0),
    "Heading 2": (13.0, PETROL, 14.0),
    "Heading 3": (10.5, INK, 10.0),
}
_ON_SCREEN = (
    "Op het scherm: ziet u bovenin een gele balk, kies dan eerst Bewerken inschakelen. Klik een vakje aan, of klik op "
    "de puntjes en typ. Bewaar het bestand als Word (docx) en stuur het "
    "mee in een antwoord op de mail waarmee u het kreeg. Schrijf alleen op die plekken: wat ergens anders staat, "
    "wordt niet gelezen."
)
_ON_PAPER = "Op papier: zet een kruisje, schrijf met de pen, en geef de bladen terug aan wie ze u gaf."
_FREE = "U hoeft niet alles te beantwoorden. Wat u niet weet, slaat u over."
_END = "Dank u wel. Ingevuld op papier? Zet hier dan de datum: ……………………………………"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def render_docx(form: Form) -> bytes:
    """Write the list as .docx; the same form gives the same bytes."""
    word = paper.begin(
        title=f"{words.title(form)}: {words.addressed_to(form)}",
        subject=f"Vragenlijst van de gemeente {form.gemeente}",
        made_on=form.made_on,
        margin=(18, 16),
    )
    paper.dress(word, _SIZES)
    _introduce(word, form)
    spots = Spots()
    if form.is_talk:
        _begin_talk(word, form, spots=spots)
    for theme in form.themes:
        _open(word, theme)
        for item in form.questions:
            if item.theme.id == theme.id:
                write_question(word, item, spots=spots, is_talk=form.is_talk)
    if form.closing:
        _spoken(word, "Zeg aan het eind", form.closing)
    word.add_paragraph(_END).paragraph_format.space_before = paper.points(14)
    _carry(word, to_xml(_key(word, form, spots=spots)))
    return paper.finished(word)


def _introduce(word: Any, form: Form) -> None:
    word.add_heading(words.title(form), level=1)
    about = f"Gemeente {form.gemeente} · {date_in_words(form.made_on)}"
    paper.coloured(word.add_paragraph().add_run(about), MUTED)
    paragraph = word.add_paragraph(
        "Voor wie het gesprek leidt met: " if form.is_talk else "Deze lijst is voor: "
    )
    paragraph.add_run(words.addressed_to(form)).bold = True
    for text in (f"{words.how_long(form)} {_FREE}", _ON_SCREEN, _ON_PAPER):
        word.add_paragraph(text)
    why, request = words.no_person(form)
    word.add_paragraph(f"{why} ").add_run(request).bold = True


def _begin_talk(word: Any, form: Form, *, spots: Spots) -> None:
    """Put what is said first, and ask how many took part."""
    if form.opening:
        _spoken(word, "Zeg eerst", form.opening)
    paragraph = word.add_paragraph("Aantal deelnemers: ")
    spot = Spot(name="", question="", kind=PARTICIPANTS)
    spots.text(paragraph, spot, title="Aantal deelnemers", now=str(form.participants or ""))


def _spoken(word: Any, when: str, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(f"{when}: ").bold = True
    paragraph.add_run(text)


def _open(word: Any, theme: Theme) -> None:
    word.add_heading(theme.name, level=2)
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paper.coloured(paragraph.add_run(theme.introduction), MUTED)


def _key(word: Any, form: Form, *, spots: Spots) -> Key:
    """Tell what stands where, in the way it will be read back."""
    places = frozenset(name_of(place) for place in range(len(spots.made)))
    seen = walk(word.element, blocks=spots.blocks, places=places)
    return Key(
        about=about_of(form),
        spots=tuple(
            replace(spot, name=name_of(place), sent=digest(said_in(seen.texts.get(name_of(place), ""))))
            for place, spot in enumerate(spots.made)
        ),
        blocks=spots.blocks,
        lines={question: frozenset(map(digest, lines)) for question, lines in seen.lines.items()},
    )


def _carry(word: Any, content: bytes) -> None:
    """Put a part in the file that no program shows, and that all keep."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    name = PackURI("/customXml/item1.xml")
    taken = {str(part.partname) for part in word.part.package.iter_parts()}
    if str(name) in taken:
        name = word.part.package.next_partname("/customXml/item%d.xml")
    part = Part(name, "application/xml", content, word.part.package)
    word.part.relate_to(part, _CUSTOM_XML)
