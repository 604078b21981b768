"""A house style in a PDF: the logo is a figure with its words, and the letters are those of the house style."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.press.documents import document
from tests.press.test_house_style import WHOLE, font, png, word

from psoh_cli.environment import pdf_available
from psoh_cli.files import disk
from psoh_cli.press import html, pdf
from psoh_cli.press.house_style.files import find_house_style
from psoh_cli.report.document import Paragraph, Section

pytestmark = pytest.mark.slow

TIGRINYA = "ሰላም"


@pytest.fixture
def made(tmp_path: Path) -> pikepdf.Pdf:
    if pdf_available():
        pytest.skip("no PDF can be made on this computer")
    disk.write_text(tmp_path / "huisstijl" / "huisstijl.yaml", WHOLE)
    disk.write_bytes(tmp_path / "huisstijl" / "logo.png", png())
    disk.write_bytes(tmp_path / "huisstijl" / "letters" / "proef.ttf", font())
    disk.write_bytes(tmp_path / "huisstijl" / "sjabloon.docx", word())
    section = Section(id="a", title="A", blocks=(Paragraph(content=f"tekst {TIGRINYA}"),))
    page = html.render(document(sections=(section,)), style=find_house_style(tmp_path))
    made = [pdf.render(page, as_of=date(2026, 5, 1), identifier="proef/x/2026-05-01") for _ in range(2)]
    assert made[0] == made[1]
    return pikepdf.open(io.BytesIO(made[0]))


def figures(node: Any) -> list[str]:
    if isinstance(node, pikepdf.Array):
        return [alt for child in node for alt in figures(child)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node.get("/Alt", ""))] if node.get("/S") == "/Figure" else []
    return own + (figures(node["/K"]) if "/K" in node else [])


def test_the_logo_has_its_words_and_the_letters_are_the_own_ones(made: pikepdf.Pdf) -> None:
    assert figures(made.Root.StructTreeRoot["/K"]) == ["Bureau Proef & Co"]
    used = {str(item["/BaseFont"]) for item in made.objects if is_font(item)}
    assert any("Proef" in name for name in used)
    assert any("Ethiopic" in name for name in used), "what the own letters lack comes from Noto"


def is_font(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/BaseFont" in item
