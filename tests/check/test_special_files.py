"""Pipes, devices, folders and circles of links where a file belongs: told with the right words, never passed by."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here"),
    pytest.mark.timeout(60),
]
Captured = pytest.CaptureFixture[str]
SPECIAL = "geen gewoon bestand maar een apparaat of een doorgeefluik"
CIRCLE = "koppeling die naar zichzelf leidt"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def check(capsys: Captured, *paths: Path) -> str:
    assert app.run(["check", *map(str, paths), "--peildatum", "2026-11-21"]) == 2
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["psoh.toml", "huisstijl.yaml"])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (pipe, SPECIAL),
        (folder, "is een map en geen bestand"),
        (device, "koppeling naar een plek buiten"),
        (circle, CIRCLE),
    ],
)
def test_what_cannot_be_a_file_is_told(
    tmp_path: Path, capsys: Captured, name: str, make: Callable[[Path], None], says: str
) -> None:
    make(make_dossier(tmp_path / "d") / name)
    said = check(capsys, tmp_path / "d")
    assert says.lower() in said.lower()
    assert f"Zorg eerst dat psoh dit kan lezen: {(tmp_path / 'd' / name).as_posix()}" in said
    assert "1 dossier nagekeken" in said


@pytest.mark.parametrize("make", [pipe, device])
def test_a_special_file_that_is_named_is_not_called_a_file(
    tmp_path: Path, capsys: Captured, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "plan.yaml")
    said = check(capsys, tmp_path / "plan.yaml")
    assert SPECIAL in said
    assert "andere naam" not in said


def test_a_circle_inside_the_dossier_leads_nowhere_else(tmp_path: Path, capsys: Captured) -> None:
    plan = make_dossier(tmp_path / "d") / "plan.yaml"
    plan.unlink()
    circle(plan)
    said = check(capsys, tmp_path / "d")
    assert CIRCLE in said
    assert "buiten het dossier" not in said


@pytest.mark.parametrize("make", [pipe, folder, device, circle])
def test_a_dossier_without_a_real_first_file_does_not_drop_out(
    tmp_path: Path, capsys: Captured, make: Callable[[Path], None]
) -> None:
    gemeente = make_dossier(tmp_path / "d") / "gemeente.yaml"
    gemeente.unlink()
    make(gemeente)
    make_dossier(tmp_path / "e")
    for asked in (tmp_path, tmp_path / "d"):
        said = check(capsys, asked)
        assert f"psoh dit kan lezen: {gemeente.as_posix()}" in said
