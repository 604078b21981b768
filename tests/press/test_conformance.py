"""What public checkers say of the documents of two examples: one young, one that shows the whole range."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.report.worlds import example

from psoh_cli.press.publish import write_reports

Checker = Callable[..., "CompletedProcess[str]"]
NAMES = ("dordrecht", "voorbeeldstad")
pytestmark = [pytest.mark.conformance, pytest.mark.slow]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documenten")
    for name in NAMES:
        write_reports(example(name), folder / name)
    return folder


def test_every_pdf_is_accessible(documents: Path, conformance_tool: Callable[[str], Checker]) -> None:
    done = conformance_tool("pdfua-check")("--profile", "PDFUA-1", documents)
    assert done.returncode == 0, done.stdout
    assert "6 compliant" in done.stdout


def test_every_pdf_has_sound_tags(documents: Path, conformance_tool: Callable[[str], Checker]) -> None:
    done = conformance_tool("pdf-tags")(*sorted(documents.rglob("*.pdf")))
    assert done.returncode == 0, done.stdout


def test_every_page_is_valid_html(documents: Path, conformance_tool: Callable[[str], Checker]) -> None:
    done = conformance_tool("html-check")("--strict", documents)
    assert done.returncode == 0, done.stdout


def test_every_page_is_accessible_narrow_and_wide_light_and_dark(
    documents: Path, conformance_tool: Callable[[str], Checker]
) -> None:
    views = ("--viewport", "320x800", "--viewport", "1280x900")
    schemes = ("--color-scheme", "light", "--color-scheme", "dark")
    done = conformance_tool("axe-check")(*views, *schemes, documents)
    assert done.returncode == 0, done.stdout
    assert "24 ok, 0 with violations" in done.stdout
