"""A file that came back, told apart by what is in it; and the workbook among them read."""

from __future__ import annotations

import re
from typing import Literal

from psoh_cli.errors import UnreadableError
from psoh_cli.files import decoding
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.page_file_text import is_page_file
from psoh_cli.interview.forms.sheet_reading import is_sheet_of_ours, read_sheets
from psoh_cli.workbooks.reading_file import is_workbook, read_workbook
from psoh_cli.workbooks.zipped_file import holds_part

MOST_BYTES = 20_000_000
"""How big a list may be that comes back; ours has some 30,000 bytes."""

Shape = Literal["werkblad", "docx", "json"]

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
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
    return read_sheets(sheets, file=file)


def _refused(data: bytes, start: bytes, *, file: str) -> UnreadableError:
    if data.startswith(b"%PDF"):
        return UnreadableError(
            f"{file} is een pdf; psoh kan daaruit geen antwoorden lezen.",
            remedy=f"{_SEND_BACK} Kan dat niet? Neem de antwoorden over met: psoh interview",
        )
    if data.startswith(_PICTURES) or data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypavif"}:
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
            remedy="Open de mail, bewaar de bijlage, en lees dat bestand.",
        )
    what = decoding.kind_of(data)
    told = (
        f"{file} is {what}, en geen vragenlijst van psoh."
        if what
        else f"{file} is geen vragenlijst van psoh."
    )
    return UnreadableError(told, remedy=_SEND_BACK)
