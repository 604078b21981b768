"""Documents on a disk that is full, closed or held: what stood still stands, and the next run makes only the rest."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.bad_input.running import run
from tests.dossier.sample import make_dossier

from psoh_cli.dossier.unchanged import STATE
from psoh_cli.files import disk

WORDS = ("--soort", "samenvatting", "--format", "html", "--format", "json", "--peildatum", "2026-11-21")
NAMES = ("samenvatting.html", "samenvatting.json")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "d")


def fails_for(patch: pytest.MonkeyPatch, ending: str, number: int) -> None:
    """Make putting a file with this ending in place fail, as a full disk or a reader on Windows does."""
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if str(target).endswith(ending):
            raise OSError(number, os.strerror(number), str(target))
        real(source, target)

    patch.setattr(disk.os, "replace", replace)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "staat open in een ander programma"),
        (errno.EROFS, "alleen-lezen"),
    ],
)
def test_a_failure_halfway_keeps_both_the_old_and_the_new(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, says: str
) -> None:
    reports = dossier / "rapporten"
    reports.mkdir()
    for name in NAMES:
        (reports / name).write_bytes(b"oud")
    with monkeypatch.context() as patch:
        fails_for(patch, "samenvatting.json", number)
        said = run(capsys, "rapport", dossier, *WORDS)
    assert said.code == 2
    assert "samenvatting.json is niet geschreven" in said.all
    assert says in said.all
    assert (reports / "samenvatting.html").read_bytes() != b"oud"
    assert (reports / "samenvatting.json").read_bytes() == b"oud"
    assert not list(reports.glob("*psoh-tmp*"))

    again = run(capsys, "rapport", dossier, *WORDS)
    assert again.code == 0
    assert "Ongewijzigd, niet opnieuw gemaakt: samenvatting.html" in again.all
    assert "samenvatting.json" not in again.err
    assert (reports / "samenvatting.json").read_bytes() != b"oud"


def test_a_memory_that_cannot_be_kept_costs_no_document(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        fails_for(patch, STATE, errno.ENOSPC)
        assert run(capsys, "rapport", dossier, *WORDS).code == 0
    again = run(capsys, "rapport", dossier, *WORDS)
    assert again.code == 0
    assert "Ongewijzigd" not in again.all


def test_an_old_memory_never_vouches_for_a_new_document(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document of a first run, put back after a second one that could not be remembered, is no longer right."""
    assert run(capsys, "rapport", dossier, *WORDS).code == 0
    page = dossier / "rapporten" / "samenvatting.html"
    first = page.read_bytes()
    text = (dossier / "gemeente.yaml").read_text(encoding="utf-8")
    (dossier / "gemeente.yaml").write_text(text.replace("Drechtsteden", "Elders"), encoding="utf-8")
    with monkeypatch.context() as patch:
        fails_for(patch, STATE, errno.ENOSPC)
        assert run(capsys, "rapport", dossier, *WORDS).code == 0
    page.write_bytes(first)
    assert "Ongewijzigd" not in run(capsys, "rapport", dossier, *WORDS).all
    assert page.read_bytes() != first


def closed(patch: pytest.MonkeyPatch, folder: Path) -> None:
    real = Path.mkdir

    def mkdir(self: Path, *arguments: Any, **named: Any) -> None:
        if self == folder.resolve():
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        real(self, *arguments, **named)

    patch.setattr(Path, "mkdir", mkdir)


def in_the_way(_: pytest.MonkeyPatch, folder: Path) -> None:
    folder.write_text("een bestand", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "says"),
    [(closed, "u mag niet schrijven in deze map"), (in_the_way, "een bestand en geen map")],
    ids=["read-only", "a file"],
)
def test_a_folder_that_takes_no_documents_is_told(
    dossier: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[pytest.MonkeyPatch, Path], None],
    says: str,
) -> None:
    target = dossier.parent / "uit"
    with monkeypatch.context() as patch:
        make(patch, target)
        said = run(capsys, "rapport", dossier, *WORDS, "--output", target)
    assert said.code == 2, said
    assert says in said.all
    assert "Oplossing: " in said.err


def test_a_proof_that_is_open_elsewhere_is_told_and_kept(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = dossier / "rapporten"
    reports.mkdir()
    (reports / "toegankelijkheid.md").write_bytes(b"oud")
    fails_for(monkeypatch, "toegankelijkheid.md", errno.EACCES)
    said = run(capsys, "rapport", dossier, *WORDS, "--controleer")
    assert said.code == 2
    assert "toegankelijkheid.md is niet geschreven" in said.all
    assert (reports / "toegankelijkheid.md").read_bytes() == b"oud"
    assert (reports / "samenvatting.html").is_file()
