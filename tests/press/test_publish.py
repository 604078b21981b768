from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.report.worlds import ROOT, example

from psoh_cli import app
from psoh_cli.dossier import reporting
from psoh_cli.errors import MissingRendererError, UnwritableError
from psoh_cli.files import disk
from psoh_cli.press import pdf
from psoh_cli.press.publish import write_reports

DORDRECHT = ROOT / "examples" / "dordrecht"
SUMMARY = ("--soort", "samenvatting")


def no_renderer(*_: Any, **__: Any) -> bytes:
    raise MissingRendererError("Geen Pango.", remedy="apt-get install pango")


def run(*arguments: str | Path) -> int:
    return app.run(["rapport", *map(str, arguments), "--peildatum", "2026-11-21"])


def test_html_stands_when_the_pdf_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", no_renderer)
    with pytest.raises(MissingRendererError):
        write_reports(example("dordrecht"), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "gap-analyse.html", "implementatieplan.html", "samenvatting.html",
    }  # fmt: skip


def test_paths_are_given_in_order_and_told(tmp_path: Path) -> None:
    told: list[str] = []
    paths = write_reports(
        example("dordrecht"), tmp_path, kinds=("samenvatting",), formats=("html", "json"), tell=told.append
    )
    assert [path.name for path in paths] == told == ["samenvatting.html", "samenvatting.json"]
    assert json.loads(paths[1].read_text(encoding="utf-8"))["titel"] == "Bestuurlijke samenvatting"


def test_the_command_writes_and_prints_paths(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DORDRECHT, *SUMMARY, "--format", "html", "--format", "pdf", "--output", tmp_path) == 0
    out = capsys.readouterr()
    assert [Path(line).name for line in out.out.splitlines()] == ["samenvatting.html", "samenvatting.pdf"]
    assert (tmp_path / "samenvatting.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert out.err == ""


def test_one_failing_dossier_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(tmp_path / "weg", DORDRECHT, *SUMMARY, "--format", "html", "--output", tmp_path / "uit")
    assert code == 2
    assert (tmp_path / "uit" / "dordrecht" / "samenvatting.html").is_file()
    err = capsys.readouterr().err
    assert "bestaat niet" in err
    assert "1 van de 2 dossiers" in err


def test_two_dossiers_of_one_name_do_not_share_a_folder(tmp_path: Path) -> None:
    copies = [tmp_path / place / "dordrecht" for place in ("a", "b")]
    for copy in copies:
        for path in DORDRECHT.rglob("*.yaml"):
            disk.write_bytes(copy / path.relative_to(DORDRECHT), path.read_bytes())
    assert run(*copies, *SUMMARY, "--format", "json", "--output", tmp_path / "uit") == 0
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["dordrecht", "dordrecht-2"]


def test_exit_code_is_the_gravest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", no_renderer)
    assert run(DORDRECHT, *SUMMARY, "--output", tmp_path / "a") == 4
    assert run(DORDRECHT, tmp_path / "weg", *SUMMARY, "--output", tmp_path / "b") == 2


def test_a_bug_on_one_dossier_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(material: Any, folder: Path, **named: Any) -> tuple[Path, ...]:
        if material.gemeente.name == "Haarlem":
            raise KeyError("onverwacht")
        return write_reports(material, folder, **named)

    monkeypatch.setattr(reporting, "write_reports", write)
    code = run(ROOT / "examples" / "haarlem", DORDRECHT, *SUMMARY, "--format", "html", "--output", tmp_path)
    assert code == 3
    assert (tmp_path / "dordrecht" / "samenvatting.html").is_file()
    assert "ligt niet aan u" in capsys.readouterr().err


def test_a_pdf_that_is_open_elsewhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = disk.os.replace

    def held(source: Any, target: Any) -> None:
        if str(target).endswith(".pdf"):
            raise PermissionError(13, "in use")
        real(source, target)

    (tmp_path / "samenvatting.pdf").write_bytes(b"oud")
    monkeypatch.setattr(disk.os, "replace", held)
    assert run(DORDRECHT, *SUMMARY, "--output", tmp_path) == UnwritableError.exit_code
    assert "open in een ander programma" in capsys.readouterr().err
    assert (tmp_path / "samenvatting.pdf").read_bytes() == b"oud"
    assert (tmp_path / "samenvatting.html").is_file()


def test_an_unknown_kind_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DORDRECHT, "--soort", "jaarverslag") == 2
    assert "jaarverslag" in capsys.readouterr().err


@pytest.fixture
def styled(tmp_path: Path) -> Path:
    """Give a copy of an example, to put a house style in."""
    copy = tmp_path / "dordrecht"
    for path in DORDRECHT.rglob("*.yaml"):
        disk.write_bytes(copy / path.relative_to(DORDRECHT), path.read_bytes())
    return copy


def test_a_house_style_wins_file_by_file_and_is_told(
    styled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write_text(styled / "huisstijl" / "stijl" / "donker.css", "/* van ons */\n")
    disk.write_text(styled / "huisstijl" / "eigen.css", "/* nergens */\n")
    assert run(styled, *SUMMARY, "--format", "html") == 0
    page = (styled / "rapporten" / "samenvatting.html").read_text(encoding="utf-8")
    assert "/* van ons */" in page
    assert "/* nergens */" not in page
    assert "--petrol: #0B4A5F" in page, "what the house style leaves alone stays ours"
    err = capsys.readouterr().err
    assert "Huisstijl: stijl/donker.css" in err
    assert "Vervangt niets van psoh: eigen.css" in err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("regels.py", "print(1)"),
        ("blokken/alinea.html", "{{ blok.__class__.__mro__ }}"),
        ("blokken/alinea.html", "{% include '../../gemeente.yaml' %}"),
        ("blokken/alinea.html", "{% if %}"),
        ("blokken/alinea.html", "{{ bestaat_niet }}"),
    ],
)
def test_a_house_style_can_do_no_more_than_dress(
    styled: Path, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write_text(styled / "huisstijl" / name, text)
    assert run(styled, *SUMMARY, "--format", "html") == 2
    assert "huisstijl" in capsys.readouterr().err
    assert not (styled / "rapporten" / "samenvatting.html").exists()


def test_a_house_style_stays_inside_its_folder(
    styled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write_text(tmp_path / "elders.css", "geheim")
    (styled / "huisstijl").mkdir()
    try:
        (styled / "huisstijl" / "strook.css").symlink_to(tmp_path / "elders.css")
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    assert run(styled, *SUMMARY, "--format", "html") == 2
    assert "buiten die map" in capsys.readouterr().err
