"""`psoh check --fix` and `--diff`: what is said where, and with which exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.dossier.sample import contents, make_dossier

from psoh_cli import app

KAART = "sociale-kaart.yaml"
Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return app.run(["check", *map(str, arguments), "--peildatum", "2026-11-21"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "d", {KAART: ("aanbod: K", "anbod: K")})


@pytest.mark.parametrize("also", [(), ("--fix",)])
def test_a_diff_writes_nothing_and_ends_with_one(
    folder: Path, also: tuple[str, ...], capsys: Captured
) -> None:
    before = contents(folder)
    assert run(folder, "--diff", *also) == 1
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0] == f"--- {(folder / KAART).as_posix()} (nu)"
    assert "+    aanbod: Koffie en gesprek" in shown.out.splitlines()
    assert "psoh kan 1 ding verbeteren, in 1 bestand." in shown.err
    assert contents(folder) == before


def test_a_diff_without_a_difference_is_empty_and_ends_with_zero(tmp_path: Path, capsys: Captured) -> None:
    assert run(make_dossier(tmp_path / "d"), "--diff") == 0
    assert capsys.readouterr().out == ""


def test_fix_mends_and_tells_what_is_left(folder: Path, capsys: Captured) -> None:
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("[]", "[\n"), encoding="utf-8")
    assert run(folder, "--fix") == 1
    shown = capsys.readouterr()
    assert "psoh heeft 1 ding verbeterd, in 1 bestand." in shown.err
    assert " fout YAML014 " in shown.out
    assert "YAML020" not in shown.out
    assert run(folder / KAART, "--fix") == 0


def test_fix_of_what_cannot_be_written_ends_with_two(folder: Path, capsys: Captured) -> None:
    (folder / KAART).chmod(0o444)
    assert run(folder, "--fix") == 2
    shown = capsys.readouterr()
    assert "het bestand is alleen-lezen" in shown.err.replace("\n", " ")
    assert " fout YAML020 " in shown.out
    assert "Traceback" not in shown.err


def test_unsafe_belongs_to_another_option(folder: Path, capsys: Captured) -> None:
    assert run(folder, "--onveilig") == 2
    assert "--onveilig hoort bij --fix of --diff" in capsys.readouterr().err


def test_unsafe_fixes_are_shown_and_made_only_with_the_option(tmp_path: Path, capsys: Captured) -> None:
    folder = make_dossier(tmp_path / "d", {KAART: ("aanbod: K", "tolkinzet: onbekent\n    aanbod: K")})
    assert run(folder, "--diff") == 0
    assert "Nog 1 verbetering is niet zeker" in capsys.readouterr().err
    assert run(folder, "--diff", "--onveilig") == 1
    assert run(folder, "--fix") == 1
    assert run(folder, "--fix", "--onveilig") == 0
