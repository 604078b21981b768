"""The options of `check`: what they do together, and what goes together badly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app

DAY = ("--peildatum", "2026-11-21")
PHONE = {"sociale-kaart.yaml": ("    talen: [nl]\n", "    talen: [nl, Tigrinya]\n")}


def run(*arguments: str | Path) -> int:
    return app.run(["check", *map(str, arguments), *DAY])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--onveilig",), "--onveilig hoort bij --fix of --diff"),
        (("--diff", "--format", "sarif"), "gaat niet samen met --format sarif"),
        (("--diff", "--format", "json=uit.json"), "gaat niet samen met --format json=uit.json"),
        (("--max", "-1"), "--max -1 kan niet"),
        (("--max", "veel"), "--max"),
        (("-",), "leest geen invoer"),
        (("-", "--fix"), "leest geen invoer"),
        (("--format", "yaml"), "'yaml' is geen vorm"),
        (("--format", "json", "--format", "text"), "past één vorm"),
        (("--format", "sarif="), "staat geen bestand"),
    ],
    ids=str,
)
def test_what_goes_together_badly_is_told_before_anything_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    said: str,
) -> None:
    make_dossier(tmp_path, PHONE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    monkeypatch.chdir(tmp_path)
    assert run(*options) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err.replace("\n", " ")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_max_bounds_the_screen_and_not_a_file_for_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ", ".join(f"woord{number}" for number in range(4))
    make_dossier(tmp_path, {"sociale-kaart.yaml": ("[preventie]", f"[{words}]")})
    monkeypatch.chdir(tmp_path)
    assert run("--max", "1", "--format", "text", "--format", "json=uit.json") == 1
    assert capsys.readouterr().out.count(" fout KAART005 ") == 1
    assert json.loads((tmp_path / "uit.json").read_text("utf-8"))["aantallen"]["fout"] == 4


def test_text_in_a_file_is_what_is_on_the_screen_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path, {"sociale-kaart.yaml": ("[preventie]", "[preventi]")})
    monkeypatch.chdir(tmp_path)
    assert run("--format", "text=uit.txt") == 1
    assert (tmp_path / "uit.txt").read_text("utf-8") == capsys.readouterr().out


def test_a_report_that_cannot_be_written_is_the_gravest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("--format", "json=interviews") == 2
    assert "Fout: " in capsys.readouterr().err


def test_diff_writes_nothing_and_says_that_there_is_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path, PHONE)
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "sociale-kaart.yaml").read_bytes()
    assert run("--diff") == 1
    shown = capsys.readouterr()
    assert "\n-    talen: [nl, Tigrinya]\n+    talen: [nl, ti]\n" in shown.out
    assert (tmp_path / "sociale-kaart.yaml").read_bytes() == before
    assert run("--fix") == 0
    assert "Geen problemen gevonden." in capsys.readouterr().out
    assert run("--diff") == 0
    assert capsys.readouterr().out == ""


def test_what_psoh_can_mend_is_offered_with_the_command_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path / "een map", PHONE)
    monkeypatch.chdir(tmp_path)
    run("een map")
    shown = capsys.readouterr()
    assert "    Met --fix doet psoh dit voor u: schrijf ti\n" in shown.out
    assert 'Laat psoh 1 melding verbeteren: psoh check "een map" --fix\n' in shown.err
    assert 'Eerst zien wat er dan verandert: psoh check "een map" --diff\n' in shown.err


def test_an_ignored_problem_is_not_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remark = "# psoh: negeer KAART005 omdat de regio dat zo schrijft"
    make_dossier(tmp_path, {"sociale-kaart.yaml": ("[preventie]", f"[preventi]  {remark}")})
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "sociale-kaart.yaml").read_bytes()
    assert run("--fix", "--onveilig") == 0
    assert (tmp_path / "sociale-kaart.yaml").read_bytes() == before
    (tmp_path / "sociale-kaart.yaml").write_bytes(before.replace(f"  {remark}".encode(), b""))
    run("--fix", "--onveilig")
    assert b"[preventie]" in (tmp_path / "sociale-kaart.yaml").read_bytes(), "or the test proves nothing"
