"""What public checkers say of the documents of two examples: one young, one that shows the whole range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.report.worlds import example

from psoh_cli.report import html
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Document, Section, Table
from psoh_cli.report.publish import write_reports

Checker = Callable[..., "CompletedProcess[str]"]
NAMES = ("dordrecht", "voorbeeldstad")
PAGES = (
    ("voorbeeldstad", "gap-analyse"),
    ("voorbeeldstad", "implementatieplan"),
    ("dordrecht", "samenvatting"),
)
"""Pages that together show every kind of block; a browser looks at each in four ways."""

_MOST = 3

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


def test_pages_are_accessible_narrow_and_wide_light_and_dark(
    tmp_path: Path, conformance_tool: Callable[[str], Checker]
) -> None:
    for name, kind in PAGES:
        page = html.render(abridged(compose(kind, example(name))))
        (tmp_path / f"{name}-{kind}.html").write_text(page, encoding="utf-8")
    views = ("--viewport", "320x800", "--viewport", "1280x900")
    schemes = ("--color-scheme", "light", "--color-scheme", "dark")
    done = conformance_tool("axe-check")(*views, *schemes, tmp_path)
    assert done.returncode == 0, done.stdout


def abridged(document: Document) -> Document:
    """Keep a few of everything: a browser judges each kind of block, and a hundred rows of one kind cost minutes."""
    return document.model_copy(
        update={"sections": tuple(map(_few, document.sections)), "sources": document.sources[:_MOST]}
    )


def _few(section: Section) -> Section:
    seen: Counter[str] = Counter()
    blocks = []
    for block in section.blocks:
        seen[block.kind] += 1
        if seen[block.kind] <= _MOST:
            blocks.append(_short(block) if isinstance(block, Table) else block)
    return section.model_copy(
        update={"blocks": tuple(blocks), "sections": tuple(map(_few, section.sections[:_MOST]))}
    )


def _short(table: Table) -> Table:
    kept = table.rows[: _MOST - 1] + table.rows[-1:] if len(table.rows) > _MOST else table.rows
    return table.model_copy(update={"rows": kept})
