"""What is no text in UTF-8 is called what it is, with how to put it right in the program that people have."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from psoh_cli.errors import UnreadableError
from psoh_cli.files.decoding import text_of


def packed(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"a: b\n", "é".encode(), b"\xef\xbb\xbfa", "日本語".encode() * 50, b"\x1b[2J"]
)
def test_text_is_read(data: bytes) -> None:
    assert text_of(data, path=Path("plan.yaml")) == data.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("word/document.xml"), "een Word-document (docx)"),
        (packed("xl/workbook.xml"), "een Excel-bestand (xlsx)"),
        (packed("mimetypeapplication/vnd.oasis.opendocument.text"), "een document van LibreOffice (odt)"),
        (packed("iets"), "een ingepakt bestand (zip)"),
        (b"%PDF-1.7\n", "een pdf"),
        (b"{\\rtf1 x}", "een RTF-document"),
        (b"\x89PNG\r\n", "een plaatje (PNG)"),
        (bytes(range(256)) * 20, "iets dat alleen een programma leest"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        text_of(data, path=Path("plan.yaml"))
    assert caught.value.message == f"plan.yaml is geen tekst maar {kind}."
    assert "Kladblok" in caught.value.remedy


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("a: café\n".encode("cp1252"), "op regel 1 staat een teken uit een andere codering"),
        ("a\nb\né\n".encode("cp1252"), "op regel 3 staat"),
        ("a: b".encode("utf-16"), "opgeslagen als UTF-16"),
        ("a: b".encode("utf-16-le"), "opgeslagen als UTF-16"),
        ("a: b".encode("utf-16-be"), "opgeslagen als UTF-16"),
    ],
)
@pytest.mark.parametrize(
    ("name", "program"), [("plan.yaml", "Kladblok"), ("psoh.toml", "Kladblok"), ("k.csv", "Excel")]
)
def test_another_encoding_is_named_with_the_program_that_mends_it(
    data: bytes, said: str, name: str, program: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        text_of(data, path=Path(name))
    assert said in caught.value.message
    assert caught.value.remedy.count("UTF-8") == 1
    assert [word for word in ("Kladblok", "Excel") if word in caught.value.remedy] == [program]


def test_nothing_but_zeros_is_a_save_that_failed() -> None:
    with pytest.raises(UnreadableError, match="alleen nullen"):
        text_of(b"\0" * 9, path=Path("plan.yaml"))
