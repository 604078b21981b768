"""Fonts come from the computer: what is found is used, what is not is said, and something honest stands in."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from psoh_cli import environment, fonts
from psoh_cli.press import pdf
from psoh_cli.press.tagged import fonts as pdf_fonts

NOTO = ("NotoSans-Regular.ttf", "NotoSans-Italic.ttf", "NotoSans-Bold.ttf")
PAGE = '<html lang="nl"><head><title>T</title></head><body><h1>K</h1><p>%s</p></body></html>'


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    fonts._find.cache_clear()
    yield
    fonts._find.cache_clear()


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"")
    return folder


def only_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> fonts.Fonts:
    monkeypatch.setattr(fonts, "FOLDERS", (str(folder),))
    monkeypatch.delenv(fonts.VARIABLE, raising=False)
    return fonts.find()


def test_the_families_we_want_are_here_and_none_is_ours() -> None:
    found = fonts.find()
    assert found.missing == ()
    assert found.families == ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
    assert environment.font_files() == found.files
    ours = Path(fonts.__file__).resolve().parents[2]
    assert not [file for file in found.files if file.path.is_relative_to(ours)]


def test_no_fonts_at_all_are_missed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not only_in(tmp_path, monkeypatch).any_at_all
    check = environment.examine(tmp_path)[3]
    assert check.found == "geen lettertypen gevonden"
    assert check.remedy is not None
    assert fonts.PACKAGE in check.remedy.line
    assert fonts.PACKAGE in environment.missing_debian_packages()


def test_what_is_missing_is_named_and_what_stands_in_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(tmp_path / "noto", *NOTO)
    put(tmp_path / "dejavu", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
    found = only_in(tmp_path, monkeypatch)
    assert found.missing == ("Noto Sans Arabic", "Noto Sans Ethiopic")
    assert found.families == ("Noto Sans", "DejaVu Sans")
    check = environment.examine(tmp_path)[3]
    assert "Noto Sans, DejaVu Sans; niet gevonden: Noto Sans Arabic, Noto Sans Ethiopic" in check.found
    assert check.remedy is not None
    assert not check.stops_pdf


def test_a_family_without_its_upright_letters_does_not_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(tmp_path, "NotoSans-Bold.ttf", "ARIAL.TTF", "arialbd.ttf")
    found = only_in(tmp_path, monkeypatch)
    assert found.families == ("Arial",)
    assert [file.weight for file in found.files] == [400, 700]


def test_a_folder_of_your_own_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = put(tmp_path / "eigen", *NOTO)
    monkeypatch.setenv(fonts.VARIABLE, os.pathsep.join(["", str(tmp_path / "weg"), str(own)]))
    found = fonts.find()
    assert {file.path.parent for file in found.files if file.family == "Noto Sans"} == {own}
    assert found.missing == (), "the rest comes from where it always is"


@pytest.mark.parametrize(
    ("platform", "line"),
    [("win32", "setx PSOH_FONTS"), ("darwin", "export PSOH_FONTS"), ("linux", "apt-get")],
)
def test_every_platform_has_a_line_for_fonts(platform: str, line: str) -> None:
    assert line in environment.font_remedy_line(platform)


def test_with_fewer_fonts_a_character_becomes_a_mark_and_the_file_stays_whole() -> None:
    latin = tuple(file for file in fonts.find().files if file.family == "Noto Sans")
    assert (
        pdf_fonts.printable("a ትግ é", fonts=latin) == "a \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER} é"
    )
    assert pdf_fonts.printable("a ት é", fonts=()) == "a ? é"


@pytest.mark.slow
def test_the_name_of_a_family_ends_no_quote_in_the_sheet() -> None:
    bold = next(file for file in fonts.find().files if file.weight == 700)
    own = fonts.FontFile(family='Huis "} * { color: red', path=bold.path)
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    done = pdf._draw(PAGE % "tekst", moment=moment, identifier="t", fonts=(own, *fonts.find().files))
    with pikepdf.open(io.BytesIO(done)) as file:
        used = {
            str(item.BaseFont)
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.Font
        }
    assert used
    assert all("Huis" in name for name in used)
