"""What this computer lacks is found without the renderer, and every lack has one line that mends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from psoh_cli import environment

_WITHOUT = """
import ctypes, sys
real = ctypes.CDLL
def refuse(name, *arguments, **named):
    if {library!r} in str(name):
        raise OSError(name)
    return real(name, *arguments, **named)
ctypes.CDLL = refuse
from psoh_cli.app import run
sys.exit(run(["doctor"]))
"""


def _doctor_without(library: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _WITHOUT.format(library=library)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("library", ["pangoft2", "gobject"])
def test_without_the_renderer_doctor_ends_with_four_and_the_line_to_type(library: str) -> None:
    done = _doctor_without(library)
    assert (done.returncode, done.stderr) == (4, "")
    assert "mist  PDF maken (Pango)" in done.stdout
    assert done.stdout.splitlines()[-1] == f"  {environment.pdf_remedy_line()}"


def test_a_missing_subset_library_is_said_and_stops_nothing() -> None:
    done = _doctor_without("harfbuzz-subset")
    assert done.returncode == 0
    assert "een PDF maken duurt wat langer" in done.stdout


@pytest.mark.parametrize(
    ("platform", "line"),
    [
        ("win32", "pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("darwin", "brew install pango"),
        ("linux", "--no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"),
    ],
)
def test_every_platform_has_its_line(platform: str, line: str) -> None:
    assert environment.pdf_remedy_line(platform).endswith(line)


@pytest.mark.skipif(os.name == "nt" or environment._is_root(), reason="root may write everywhere")
def test_a_folder_without_write_access_has_a_remedy(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert environment.examine(tmp_path)[-1].remedy is not None


def test_a_folder_that_is_not_there_has_a_remedy(tmp_path: Path) -> None:
    check = environment.examine(tmp_path / "weg")[-1]
    assert check.found == "kan niet: deze map bestaat niet"
    assert check.remedy is not None
    assert environment.examine(tmp_path)[-1].remedy is None
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_cannot_show_every_letter_is_told_so() -> None:
    code = (
        "from psoh_cli.environment import examine; import pathlib; print(examine(pathlib.Path())[4].remedy)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "cp850", "PYTHONUTF8": "0"},
        check=True,
    )
    assert "UTF-8 in dit venster" in done.stdout
