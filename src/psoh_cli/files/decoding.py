"""From bytes to the text that we read, or why they are none: another encoding, or no text at all."""

from __future__ import annotations

from pathlib import PurePath

from psoh_cli.errors import UnreadableError

_SHEET_OF_TEXT = "Open het bestand in Excel en kies 'Opslaan als', met het bestandstype 'CSV UTF-8'."
_IN_NOTEPAD = "Open het bestand in Kladblok, kies 'Opslaan als' en bij Codering: UTF-8."
_COPY_OVER = (
    "Zet de tekst over in een tekstbestand, en bewaar dat met Kladblok (Codering: UTF-8) onder deze naam."
)

_BEGINNINGS = (
    (b"%PDF-", "een pdf"),
    (b"\xd0\xcf\x11\xe0", "een document van een ouder Word of Excel"),
    (b"{\\rtf", "een RTF-document"),
    (b"\x89PNG", "een plaatje (PNG)"),
    (b"\xff\xd8\xff", "een foto (JPEG)"),
    (b"GIF8", "een plaatje (GIF)"),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (7-Zip)"),
)
_IN_ZIP = (
    (b"word/", "een Word-document (docx)"),
    (b"xl/", "een Excel-bestand (xlsx)"),
    (b"ppt/", "een presentatie (pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "een document van LibreOffice (odt)"),
)
_NO_TEXT = "iets dat alleen een programma leest"
_CONTROLS = bytes({*range(1, 32)} - set(b"\t\n\x0b\x0c\r\x1b"))
_LOOKED_AT = 100_000
_FEW = 20
"""In text at most one of so many bytes is a control character; in a program or a picture many more are."""


def text_of(data: bytes, *, path: PurePath) -> str:
    """Read bytes as UTF-8, with or without byte order mark; raise UnreadableError with the remedy."""
    if data and not data.strip(b"\0"):
        raise UnreadableError(
            f"{path} is niet goed opgeslagen: er staan alleen nullen in.",
            remedy="Zet een eerdere versie terug.",
        )
    is_sheet = path.suffix.lower() == ".csv"
    if kind := kind_of(data):
        raise UnreadableError(
            f"{path} is geen tekst maar {kind}.", remedy=_SHEET_OF_TEXT if is_sheet else _COPY_OVER
        )
    save_again = _SHEET_OF_TEXT if is_sheet else _IN_NOTEPAD
    if _is_utf16(data):
        raise UnreadableError(f"{path} is opgeslagen als UTF-16 en niet als UTF-8.", remedy=save_again)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"{path} is niet opgeslagen als UTF-8: op regel {line} staat een teken uit een andere codering "
            "(meestal Windows-1252, ook wel ANSI genoemd).",
            remedy=save_again,
        ) from error


def kind_of(data: bytes) -> str:
    """Name what a file really is; empty when nothing tells that it is not text."""
    if data.startswith(b"PK\x03\x04"):
        return next(
            (name for mark, name in _IN_ZIP if mark in data[:_LOOKED_AT]), "een ingepakt bestand (zip)"
        )
    named = next((name for mark, name in _BEGINNINGS if data.startswith(mark)), "")
    return named or (_NO_TEXT if _is_binary(data) else "")


def _is_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]


def _is_binary(data: bytes) -> bool:
    """Tell whether bytes hold so many control characters that no encoding makes them text."""
    part = data[:_LOOKED_AT]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or part.isascii():
        return False
    return len(part) - len(part.translate(None, _CONTROLS)) > len(part) // _FEW
