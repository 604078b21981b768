"""A Word list that somebody made to be slow, or that lost its order, is read in no time and says what is odd."""

from __future__ import annotations

import time
from xml.etree import ElementTree as ET

import pytest
from tests.press.forms.lists import small
from tests.press.forms.word_hand import W, edited, packed, parts_of

from psoh_cli.errors import UnreadableError
from psoh_cli.press.forms import word_reading, word_walk
from psoh_cli.press.forms.word import render_docx
from psoh_cli.press.forms.word_key import DOTS, said_in
from psoh_cli.press.forms.word_reading import read_docx
from psoh_cli.press.office import zip as office_zip

BLANK = render_docx(small())
DOCUMENT = "word/document.xml"


def with_more(extra: str) -> bytes:
    parts = parts_of(BLANK)
    end = parts[DOCUMENT].rindex(b"</w:body>")
    return packed(
        parts | {DOCUMENT: parts[DOCUMENT][:end] + extra.encode() + parts[DOCUMENT][end:]},
    )


def test_places_that_are_not_ours_cost_nothing() -> None:
    marks = "".join(f'<w:bookmarkStart w:id="x{at}" w:name="psoh_z{at}"/>' for at in range(400))
    text = f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 1500}</w:p>"
    met = word_walk.walk(
        word_reading._xml(parts_of(with_more(marks + text))[DOCUMENT], file="a.docx"),
        blocks={},
        places=frozenset({"psoh_p1"}),
    )
    assert set(met.texts) == {"psoh_p1"}
    (stray,) = read_docx(with_more(marks + text), file="a.docx").not_understood
    assert stray.text == "a" * 80


def test_a_place_in_which_another_begins_ends_there_and_is_told() -> None:
    def never_ends(root: ET.Element) -> None:
        (number,) = (
            one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == "psoh_p1"
        )
        for above in root.iter():
            for one in list(above):
                if one.tag == f"{W}bookmarkEnd" and one.get(f"{W}id") == number:
                    above.remove(one)

    filled = read_docx(edited(BLANK, never_ends), file="a.docx")
    assert "Van 1 plek is niet te zien waar die ophoudt." in filled.remarks[0]


def test_a_document_of_endless_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_walk, "MOST_ELEMENTS", 50)
    with pytest.raises(UnreadableError, match="te groot"):
        read_docx(BLANK, file="a.docx")


@pytest.mark.parametrize("error", [MemoryError, OverflowError, RecursionError])
def test_a_zip_that_breaks_its_reader_is_refused_in_dutch(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fall(data: bytes) -> dict[str, bytes]:
        raise error

    monkeypatch.setattr(office_zip, "unpacked", fall)
    with pytest.raises(UnreadableError, match="beschadigd"):
        read_docx(BLANK, file="a.docx")


def test_dots_to_write_over_go_at_once_however_many() -> None:
    began = time.perf_counter()
    assert said_in(f"x{'…' * 20_000}x") == f"x{'…' * 20_000}x"
    assert time.perf_counter() - began < 1
    assert [said_in(text) for text in (DOTS, f"{DOTS} ja {DOTS}", f"ja{DOTS}\n …", "… ja …", f" {DOTS}…ja")] == [
        "", "ja", "ja", "… ja …", "ja",
    ]  # fmt: skip
