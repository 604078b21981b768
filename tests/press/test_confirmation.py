"""The confirmation sheet to print: whole, escaped, the same each time, and without anything to fetch."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from tests.kaart.exchange.full_kaart import FULL
from tests.kaart.exchange.replies import form_of
from tests.kaart.samples import kaart_file, service

from psoh_cli.press.confirmation.page import render_html, render_pdf
from psoh_cli.press.confirmation.word import render_docx

HOSTILE = '</style><script>alert(1)</script> "x" {; }'


def test_every_question_stands_on_the_page() -> None:
    form = form_of(FULL)
    page = render_html(form)
    for part in form.parts:
        assert page.count(f">{line}<" if (line := part.name) else "") >= 1
        for question in part.lines:
            assert f'<th scope="row">{question.ask.label}</th>' in page.replace("&#39;", "'")
    assert page.count("<h1>") == 1
    assert '<html lang="nl">' in page


def test_nothing_is_fetched_or_run() -> None:
    page = render_html(form_of(kaart_file(service(naam=HOSTILE, aanbod=HOSTILE))))
    assert not re.search(r"<script|\bon\w+=|<link|url\(|@import|<img", page)
    assert page.count("</style>") == 1


def test_a_name_cannot_leave_the_style() -> None:
    kaart = kaart_file(service())
    named = kaart.model_copy(
        update={"organizations": (kaart.organizations[0].model_copy(update={"name": HOSTILE}),)}
    )
    style = render_html(form_of(named)).split("<style>")[1].split("</style>")[0]
    assert style.count("{") == style.count("}")
    assert "script" in style
    assert "<" not in style


def test_word_has_headings_and_tables_with_a_heading_row() -> None:
    form = form_of(FULL)
    word = docx.Document(io.BytesIO(render_docx(form)))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style is not None]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == len(form.parts)
    assert len(word.tables) == sum(bool(part.known) + bool(part.open) for part in form.parts)
    tables = iter(word.tables)
    for part in form.parts:
        known = [row.cells[0].text for row in next(tables).rows]
        assert known[2:] == [line.ask.label for line in part.known]
        if part.open:
            asked = [row.cells[at].text for row in next(tables).rows[1:] for at in (0, 2)]
            assert [text.partition(" (")[0] for text in asked if text] == [
                line.ask.label for line in part.open
            ]
    assert all("tblHeader" in table.rows[0]._tr.xml for table in word.tables)
    assert word.core_properties.language == "nl-NL"


@pytest.mark.slow
def test_the_same_form_gives_the_same_bytes() -> None:
    assert render_docx(form_of(FULL)) == render_docx(form_of(FULL))
    assert render_html(form_of(FULL)) == render_html(form_of(FULL))


@pytest.mark.slow
def test_the_pdf_is_one_for_everybody(tmp_path: Path) -> None:
    import pikepdf

    path = tmp_path / "lijst.pdf"
    path.write_bytes(render_pdf(form_of(FULL)))
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        assert "Klopt dit nog?" in str(pdf.docinfo["/Title"])
