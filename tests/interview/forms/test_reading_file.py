"""Files are told apart by what is in them, and what is no list of ours is refused with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.interview.forms.lists import form, opened, saved

from psoh_cli.errors import UnreadableError
from psoh_cli.interview.forms.reading_file import read_sheet, shape_of
from psoh_cli.interview.forms.sheet_file import write_xlsx


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(
                name, b"application/vnd.oasis.opendocument.text" if name == "mimetype" else b"<x/>"
            )
    return target.getvalue()


def test_a_list_is_known_whatever_it_is_called() -> None:
    assert shape_of(write_xlsx(form()), file="lijst.docx") == "werkblad"
    assert shape_of(zipped("word/document.xml"), file="lijst.xlsx") == "docx"
    assert shape_of(b'\xef\xbb\xbf {"formaat": "iets"}', file="antwoorden.txt") == "json"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "leeg"),
        (b"\0\0\0 ", "leeg"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xff\xd8\xff\xe0 JFIF", "foto"),
        (b"\0\0\0\x18ftypheic\0", "foto"),
        (b"<!DOCTYPE html><html>", "webpagina"),
        (b"From: a@x.example\r\nTo: b@x.example\r\nSubject: lijst\r\n\r\nhoi", "mail"),
        (b"Hierbij de antwoorden: ja, nee, ja.", "geen vragenlijst"),
        (zipped("mimetype"), "odt"),
        (b"{\\rtf1\\ansi hoi}", "RTF"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"), "ouder Word (doc)"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "__substg1.0_0037".encode("utf-16-le"), "mail van Outlook"),
        (zipped("Index/Document.iwa", "Metadata/x"), "Pages of Numbers"),
        (zipped("lijst.xlsx"), "ingepakt bestand (zip)"),
        (b"\0\0\0\x18ftypheix\0", "foto"),
        (b"{wat is dit}", "geen vragenlijst"),
    ],
)
def test_another_file_is_refused_with_what_it_is(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        shape_of(data, file="bijlage")
    assert word in refused.value.message
    assert refused.value.remedy


def test_a_workbook_of_somebody_else_is_refused() -> None:
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet("Vragen").write_row(0, 0, ["Nr.", "Vraag", "Antwoord"])
    with pytest.raises(UnreadableError, match="geen vragenlijst van psoh"):
        read_sheet(target.getvalue(), file="lijst.xlsx")


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnreadableError, match="zonder werkblad"):
        read_sheet(zipped("foto.jpg"), file="fotos.zip")


def test_a_note_at_a_cell_is_told_with_its_place() -> None:
    from openpyxl.comments import Comment

    book = opened(write_xlsx(form()))
    assert read_sheet(saved(book), file="lijst.xlsx").not_understood == ()
    book["Vragen"]["E14"].comment = Comment("Geldt sinds mei & nu niet meer", "Huisarts")
    (told,) = read_sheet(saved(book), file="lijst.xlsx").not_understood
    assert (told.place.row, told.place.column) == (14, "E")
    assert told.text == "Geldt sinds mei & nu niet meer"
    assert "Opmerking" in told.remedy
