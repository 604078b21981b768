"""A file that came back, told apart by what is in it; and the workbook among them read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.errors import UnreadableError
from psoh_cli.files import decoding
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.page_file_text import is_page_file
from psoh_cli.interview.forms.sheet_reading import is_sheet_of_ours, read_sheets
from psoh_cli.workbooks.reading_file import is_workbook, read_workbook
from psoh_cli.workbooks.zipped_file import holds_notes, holds_part, is_whole, notes_in

MOST_BYTES = 20_000_000
"""How big a list may be that comes back; ours has some 30,000 bytes."""

Shape = Literal["werkblad", "docx", "json"]

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
_PHONE_PICTURES = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"})
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_AS_DOCX = (
    "Open het in Word of LibreOffice, kies Opslaan als, en dan Word (docx). Staat het verborgen deel van psoh er dan "
    "niet meer in? Vraag dan om de lijst die u stuurde, of neem de antwoorden over met: psoh interview"
)
_OUT_OF_APPLE = "Vraag om het bestand als Word of Excel: in Pages of Numbers is dat Archief, Exporteer naar."
_OUT_OF_MAIL = "Open de mail, bewaar de bijlage, en lees dat bestand."
_SEND_BACK = (
    "Vraag om het bestand dat u stuurde, ingevuld: het werkblad (xlsx), het Word-bestand (docx) of json."
)
_PAGE = re.compile(rb"\s*<(?:!doctype|html)", re.IGNORECASE)
_SAVED_MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){3}")


def shape_of(data: bytes, *, file: str) -> Shape:
    """Tell which reader a file needs; raise UnreadableError with what to do when it is none that we read."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(f"{file} is leeg.", remedy="Vraag om het ingevulde bestand.")
    if data.startswith(b"PK") and holds_part(data, "word/document.xml"):
        return "docx"
    if data.startswith(b"PK") and b"opendocument.text" in data[:200]:
        raise UnreadableError(
            f"{file} is een tekst van LibreOffice (odt).",
            remedy="Open het, kies Opslaan als, en dan Word (docx). Lees dat bestand.",
        )
    if data.startswith(b"PK") and not is_whole(data) and b"word/" in data:
        raise UnreadableError(
            f"{file} is een Word-bestand (docx) dat niet heel is: het laatste deel ontbreekt.",
            remedy="Vraag om het bestand opnieuw, als bijlage.",
        )
    other = _other_program(data)
    if other:
        raise UnreadableError(f"{file} is {other[0]}.", remedy=other[1])
    if is_workbook(data):
        return "werkblad"
    if is_page_file(data):
        return "json"
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    raise _refused(data, start, file=file)


def read_sheet(data: bytes, *, file: str) -> Filled:
    """Read a workbook (xlsx, ods, xls) that came back; raise UnreadableError in Dutch when it is no list of ours."""
    sheets = read_workbook(data, file)
    if not is_sheet_of_ours(sheets):
        raise UnreadableError(
            f"{file} is een werkblad, maar geen vragenlijst van psoh.",
            remedy="Is dit het goede bestand? Een vragenlijst maakt u met: psoh ronde formulier MAP --informant NAAM",
        )
    filled = read_sheets(sheets, file=file)
    noted = tuple(_noted(data, file=file))
    return replace(filled, not_understood=(*filled.not_understood, *noted)) if noted else filled


def _noted(data: bytes, *, file: str) -> Iterator[NotUnderstood]:
    """Tell what stands in a note at a cell, or in a box over the cells: we put none there."""
    if not data.startswith(b"PK") or not holds_notes(data, name=file):
        return
    notes = notes_in(data) or (("", 0, ""),)
    for column, row, text in notes:
        yield NotUnderstood(
            place=Place(file=file, row=row, column=column),
            text=text[:80],
            why="dit staat in een opmerking of tekstvak buiten de cellen, en dat leest psoh niet",
            remedy="Zet het in de kolom Opmerking van de vraag, of neem het zelf over met: psoh interview",
        )


def _other_program(data: bytes) -> tuple[str, str] | None:
    """Name a file of another program by what is in it, and what to do with it."""
    if data.startswith(b"{\\rtf"):
        return "een RTF-tekst, en geen vragenlijst", _AS_DOCX
    if data.startswith(_OLD_OFFICE):
        if _wide("WordDocument") in data:
            return "een document van een ouder Word (doc)", _AS_DOCX
        return ("een mail van Outlook (msg)", _OUT_OF_MAIL) if _wide("__substg1.0") in data else None
    if not data.startswith(b"PK\x03\x04") or not is_whole(data):
        return None
    if any(holds_part(data, part) for part in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")):
        return None
    if holds_part(data, "Index/Document.iwa") or holds_part(data, "index.xml"):
        return "een document van Pages of Numbers (Apple)", _OUT_OF_APPLE
    return "een ingepakt bestand (zip), en geen vragenlijst", "Pak het uit, en lees het bestand dat erin zit."


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _refused(data: bytes, start: bytes, *, file: str) -> UnreadableError:
    if data.startswith(b"%PDF"):
        return UnreadableError(
            f"{file} is een pdf; psoh kan daaruit geen antwoorden lezen.",
            remedy=f"{_SEND_BACK} Kan dat niet? Neem de antwoorden over met: psoh interview",
        )
    if data.startswith(_PICTURES) or (data[4:8] == b"ftyp" and data[8:12] in _PHONE_PICTURES):
        return UnreadableError(
            f"{file} is een foto of een plaatje; psoh kan daaruit geen antwoorden lezen.",
            remedy=f"{_SEND_BACK} Kan dat niet? Neem de antwoorden over met: psoh interview",
        )
    if _PAGE.match(start):
        return UnreadableError(
            f"{file} is de webpagina zelf; wat iemand invulde, staat daar niet in.",
            remedy="Vraag om het bestand dat de knop ‘Bewaar uw antwoorden’ maakte; dat eindigt op .json.",
        )
    if _SAVED_MAIL.match(data):
        return UnreadableError(
            f"{file} is een mail, en geen vragenlijst.",
            remedy=_OUT_OF_MAIL,
        )
    what = decoding.kind_of(data)
    told = (
        f"{file} is {what}, en geen vragenlijst van psoh."
        if what
        else f"{file} is geen vragenlijst van psoh."
    )
    return UnreadableError(told, remedy=_SEND_BACK)
