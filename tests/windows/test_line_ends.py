"""A dossier that a Windows editor saved says the same, and keeps its own line ends when we write in it."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path

import pytest
from tests.dossier.sample import contents, make_dossier

from psoh_cli import app
from psoh_cli.files.templates import examples_dir

DAY = ("--peildatum", "2026-11-21")


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Give the same dossier twice: as it is, and as Notepad saves it."""
    plain, windows = tmp_path / "a" / "d", tmp_path / "b" / "d"
    shutil.copytree(examples_dir() / "voorbeeldstad", plain)
    shutil.copytree(plain, windows)
    for path in windows.rglob("*.yaml"):
        path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    return plain, windows


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("check", "d", "--format", "json"),
        ("analyse", "d", "--json"),
        ("plan", "d", "--json", "--proef"),
        ("kaart", "toon", "d", "--json"),
    ],
    ids=lambda words: words[0],
)
def test_crlf_and_a_byte_order_mark_change_no_conclusion(
    both: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    said = []
    for folder in both:
        monkeypatch.chdir(folder.parent)
        code = app.run([*words, *DAY])
        said.append((code, capsys.readouterr().out))
    assert said[0] == said[1]
    assert said[0][0] == 0
    assert len(said[0][1]) > 100


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("plan", "d", *DAY), "plan.yaml"),
        (("kaart", "bevestig", "inloop", "--map", "d", "--door", "adviseur"), "sociale-kaart.yaml"),
        (
            ("interview", "d", "--informant", "beleidsadviseur", "--antwoorden", "antwoorden.yaml"),
            "interviews/beleidsadviseur.yaml",
        ),
    ],
    ids=["plan", "kaart", "interview"],
)
def test_what_we_write_ends_its_lines_as_the_file_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], file: str
) -> None:
    folder = make_dossier(tmp_path / "d")
    (tmp_path / "antwoorden.yaml").write_bytes(b"kaart-beheerder: nee\r\n")
    for path in folder.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = contents(folder)
    monkeypatch.chdir(tmp_path)
    assert app.run(list(words)) == 0
    after = contents(folder)
    assert {name for name in after if after[name] != before.get(name)} == {file}
    lines = after[file].splitlines(keepends=True)
    assert [line for line in lines if not line.endswith(b"\r\n")] == []
    assert b"\r\r" not in after[file]
