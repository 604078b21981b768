"""A file that stands open in another program cannot be replaced on Windows: the old one stays, and we say so."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.bad_input.running import run
from tests.dossier.sample import contents, make_dossier

from psoh_cli import environment
from psoh_cli.files import disk

DAY = ("--peildatum", "2026-11-21")


@pytest.fixture
def open_elsewhere(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a function that makes files with some ending refuse to be replaced, as a PDF reader does."""
    real = os.replace

    def hold(ending: str) -> None:
        def replace(source: Any, target: Any) -> None:
            if str(target).endswith(ending) and Path(target).exists():
                raise PermissionError(errno.EACCES, "The process cannot access the file", str(target))
            real(source, target)

        monkeypatch.setattr(disk.os, "replace", replace)

    return hold


def test_a_report_in_a_viewer_is_kept_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], open_elsewhere: Callable[[str], None]
) -> None:
    folder = make_dossier(tmp_path / "d")
    words = ("rapport", folder, "--soort", "samenvatting", "--format", "html", *DAY)
    assert run(capsys, *words).code == 0
    (folder / "rapporten" / "samenvatting.html").write_bytes(b"oud")
    before = contents(folder)
    open_elsewhere(".html")
    said = run(capsys, *words)
    assert said.code == 2
    assert "samenvatting.html is niet geschreven: het bestand staat open in een ander programma" in said.all
    assert "Sluit het bestand" in said.all
    assert contents(folder) == before


@pytest.mark.slow
def test_a_pdf_in_a_viewer_is_kept_and_the_rest_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], open_elsewhere: Callable[[str], None]
) -> None:
    if environment.pdf_available() is not None:
        pytest.skip("no PDF renderer on this computer")
    folder = make_dossier(tmp_path / "d")
    reports = folder / "rapporten"
    reports.mkdir()
    (reports / "samenvatting.pdf").write_bytes(b"%PDF-oud")
    (reports / "samenvatting.html").write_bytes(b"oud")
    open_elsewhere(".pdf")
    said = run(capsys, "rapport", folder, "--soort", "samenvatting", *DAY)
    assert said.code == 2
    assert "samenvatting.pdf is niet geschreven: het bestand staat open in een ander programma" in said.all
    assert "pdf-lezer" in said.all
    assert (reports / "samenvatting.pdf").read_bytes() == b"%PDF-oud"
    assert (reports / "samenvatting.html").read_bytes() != b"oud"
    assert sorted(path.name for path in reports.glob("[!.]*")) == ["samenvatting.html", "samenvatting.pdf"]


@pytest.mark.parametrize(
    "words",
    [("plan", "{d}", *DAY), ("kaart", "bevestig", "--alles", "--map", "{d}")],
    ids=["plan", "kaart"],
)
def test_a_file_in_an_editor_is_kept_and_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    open_elsewhere: Callable[[str], None],
    words: tuple[str, ...],
) -> None:
    folder = make_dossier(tmp_path / "d")
    before = contents(folder)
    open_elsewhere(".yaml")
    said = run(capsys, *(word.format(d=folder) for word in words))
    assert said.code == 2
    assert "staat open in een ander programma" in said.all
    assert contents(folder) == before
