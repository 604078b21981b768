"""LibreOffice opens what we write, counts its pages and finds its headings."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx as reader
import pikepdf
import pytest
from tests.conftest import missing
from tests.press import office_samples as samples
from tests.report.worlds import example

from psoh_cli.press import docx, odt
from psoh_cli.report.compose import compose

pytestmark = pytest.mark.slow

KINDS_AND_PAGES = {"samenvatting": (1, 2), "implementatieplan": (15, 80), "gap-analyse": (25, 110)}
ONE_PAGE = "samenvatting"


def converted(content: bytes, *, ending: str, to: str, folder: Path) -> bytes:
    """Let LibreOffice open a file and save it as another kind; it gets a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        missing("LibreOffice is not here (apt-get install libreoffice-writer)")
    given = folder / f"stuk.{ending}"
    given.write_bytes(content)
    made = folder / "uit"
    done = subprocess.run(
        [
            office, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless", "--convert-to", to,
            "--outdir", str(made), str(given),
        ],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    results = list(made.glob("stuk.*")) if made.is_dir() else []
    assert len(results) == 1, f"{done.stdout}\n{done.stderr}"
    return results[0].read_bytes()


@pytest.mark.parametrize("ending", ["docx", "odt"])
@pytest.mark.parametrize("kind", list(KINDS_AND_PAGES))
def test_libreoffice_makes_a_pdf_of_it(kind: str, ending: str, tmp_path: Path) -> None:
    document = compose(kind, example("voorbeeldstad"))
    content = docx.render(document) if ending == "docx" else odt.render(document)
    with pikepdf.open(io.BytesIO(converted(content, ending=ending, to="pdf", folder=tmp_path))) as pdf:
        fewest, most = KINDS_AND_PAGES[kind]
        assert fewest <= len(pdf.pages) <= most
        if kind != ONE_PAGE:
            assert {page.mediabox[2] > page.mediabox[3] for page in pdf.pages} == {True, False}


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_hostile_words_open_too(ending: str, tmp_path: Path) -> None:
    content = docx.render(samples.hostile()) if ending == "docx" else odt.render(samples.hostile())
    with pikepdf.open(io.BytesIO(converted(content, ending=ending, to="pdf", folder=tmp_path))) as pdf:
        assert len(pdf.pages) > 3


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_what_libreoffice_saves_again_has_the_same_headings(ending: str, tmp_path: Path) -> None:
    document = compose("implementatieplan", example("voorbeeldstad"))
    content = docx.render(document) if ending == "docx" else odt.render(document)
    saved = reader.Document(
        io.BytesIO(converted(content, ending=ending, to="docx:MS Word 2007 XML", folder=tmp_path))
    )
    found = [
        paragraph.text.split("\t")[-1].strip()
        for paragraph in saved.paragraphs
        if paragraph.style is not None and str(paragraph.style.name).lower() == "heading 1"
    ]
    assert found[: len(document.sections)] == [section.title for section in document.sections]
