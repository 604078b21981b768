"""`psoh demo`: the whole journey on a copy of an example, without Pango too, and never over somebody's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import missing

from psoh_cli.app import run
from psoh_cli.dossier.demonstration import MARK
from psoh_cli.dossier.dossier import inspect
from psoh_cli.environment import pdf_available
from psoh_cli.errors import MissingRendererError
from psoh_cli.press import pdf
from psoh_cli.problems.problem import has_errors
from psoh_cli.report.compose import KINDS

_REMEDY = "apt-get install pango"


def _demo(output: Path, *arguments: str) -> int:
    return run(["demo", "--output", str(output), "--peildatum", "2026-11-21", *arguments])


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this computer be one without the renderer."""

    def refuse(*_given: object, **_named: object) -> bytes:
        raise MissingRendererError("Een pdf maken kan niet op deze computer.", remedy=_REMEDY)

    monkeypatch.setattr(pdf, "render", refuse)


def _pages(folder: Path, *endings: str) -> list[Path]:
    return [folder / "rapporten" / f"{kind}.{ending}" for ending in endings for kind in KINDS]


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.usefixtures("no_pango")
def test_without_pango_the_pages_are_there_and_the_remedy_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _demo(tmp_path) == 4
    said = capsys.readouterr()
    folder = tmp_path / "dordrecht"
    told = [Path(line) for line in said.out.splitlines()]
    assert sorted(told) == sorted(_pages(folder, "html"))
    assert all(path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>") for path in told)
    assert not list(folder.rglob("*.pdf"))
    assert _REMEDY in said.err
    assert [line[:2] for line in said.err.splitlines() if line[:1].isdigit()] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
    ]
    assert "psoh start" in said.err


@pytest.mark.slow
@pytest.mark.parametrize("example", ["dordrecht", "voorbeeldstad"])
def test_with_pango_every_document_is_there_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], example: str
) -> None:
    if lack := pdf_available():
        missing(lack.missing)
    assert _demo(tmp_path, "--voorbeeld", example) == 0
    told = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(told) == sorted(_pages(tmp_path / example, "html", "pdf"))
    assert all(path.read_bytes().startswith(b"%PDF-") for path in told if path.suffix == ".pdf")


@pytest.mark.slow
@pytest.mark.usefixtures("no_pango")
@pytest.mark.parametrize("example", ["dordrecht", "voorbeeldstad"])
def test_what_the_demo_leaves_is_a_dossier_to_go_on_with(tmp_path: Path, example: str) -> None:
    assert _demo(tmp_path, "--voorbeeld", example) == 4
    folder = tmp_path / example
    found = inspect(folder)
    assert not has_errors(found.problems)
    assert found.dossier is not None
    assert found.dossier.plan_file.entries
    assert (folder / MARK).is_file()


@pytest.mark.slow
@pytest.mark.usefixtures("no_pango")
def test_a_second_run_gives_the_same_and_takes_back_what_was_tried(tmp_path: Path) -> None:
    folder = tmp_path / "dordrecht"
    assert _demo(tmp_path) == 4
    first = _contents(folder)
    (folder / "gemeente.yaml").write_text("geen yaml: [", encoding="utf-8")
    assert _demo(tmp_path) == 4
    assert _contents(folder) == first


@pytest.mark.usefixtures("no_pango")
def test_without_a_place_it_makes_a_folder_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["demo", "--peildatum", "2026-11-21"]) == 4
    assert (tmp_path / "psoh-demo" / "dordrecht" / "rapporten").is_dir()


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = tmp_path / "dordrecht"
    theirs.mkdir()
    (theirs / "gemeente.yaml").write_text("van een ander", encoding="utf-8")
    before = _contents(tmp_path)
    assert _demo(tmp_path) == 2
    assert _contents(tmp_path) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert "niet door de demo gemaakt" in said.err
    assert "--output" in said.err


def test_a_file_in_the_way_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dordrecht").write_text("een bestand", encoding="utf-8")
    assert _demo(tmp_path) == 2
    assert _demo(tmp_path / "dordrecht") == 2
    assert (tmp_path / "dordrecht").read_text(encoding="utf-8") == "een bestand"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("arguments", [["--voorbeeld", "atlantis"], ["--peildatum", "gisteren"]])
def test_a_wrong_word_on_the_command_line_makes_nothing(tmp_path: Path, arguments: list[str]) -> None:
    assert run(["demo", "--output", str(tmp_path / "uit"), *arguments]) == 2
    assert list(tmp_path.iterdir()) == []


def test_the_demo_says_of_the_analysis_what_the_analysis_says(
    tmp_path: Path, no_pango: None, capsys: pytest.CaptureFixture[str]
) -> None:
    _demo(tmp_path)
    told = " ".join(capsys.readouterr().err.split())
    assert run(["analyse", str(tmp_path / "dordrecht"), "--json", "--peildatum", "2026-11-21"]) == 0
    sentence = json.loads(capsys.readouterr().out)["samenvatting"]
    assert f"3. psoh analyse: {sentence}" in told
