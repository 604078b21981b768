"""Who listens leaves, was never there, or has an odd screen: the exit code stays true, and nothing falls over."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.dossier.sample import FILES, make_dossier

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="these are ways of a shell that Windows has not"
)

PSOH = f'"{sys.executable}" -m psoh_cli check d --peildatum 2026-11-21'
MANY = "".join(f"sleutel{number}: x\n" for number in range(3_000))
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
_COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?3[0-7]m")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = make_dossier(tmp_path / "d")
    (folder / "gemeente.yaml").write_text(FILES["gemeente.yaml"] + MANY, encoding="utf-8")
    return tmp_path


def shell(line: str, *, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell that ends with what its first program ended with."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "LANG", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "PYTHONUTF8"))
    }
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        cwd=cwd,
        env={**kept, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def expect_quiet(done: subprocess.CompletedProcess[str]) -> None:
    for said in (done.stdout, done.stderr):
        assert "Traceback" not in said
        assert "Exception ignored" not in said
        assert "psoh zelf" not in said


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text --max 0", "json", "sarif", "github"])
@pytest.mark.parametrize("colour", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "colour"])
def test_whoever_reads_only_the_beginning_changes_no_outcome(
    place: Path, form: str, colour: dict[str, str]
) -> None:
    done = shell(f"{PSOH} --format {form} | head -1", cwd=place, **colour)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    expect_quiet(done)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("2>&1 | head -1", 1), ("2>&1 | true", 1), (">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("<&-", 1),
        ("--format json >&-", 1), ("--fix >&-", 1), ("--diff >&-", 0),
        pytest.param("> /dev/full", 2, marks=full), pytest.param("2> /dev/full", 2, marks=full),
    ],
)  # fmt: skip
def test_a_stream_that_is_closed_or_full(place: Path, ending: str, code: int) -> None:
    done = shell(f"{PSOH} {ending}", cwd=place)
    assert done.returncode == code, done
    expect_quiet(done)
    if ending == "> /dev/full":
        assert "Fout: De uitvoer kon niet worden geschreven; de schijf is vol." in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "bestaat-niet"},
        {"NO_COLOR": "1"},
        {"FORCE_COLOR": "1"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"TERM": "dumb"},
        {"TERM": ""},
        {"COLUMNS": "20"},
        {"COLUMNS": "0"},
        {"COLUMNS": "-5"},
        {"COLUMNS": "veel"},
        {"COLUMNS": "1", "FORCE_COLOR": "1"},
        {"COLUMNS": "999999999"},
        {"HOME": "/nergens", "TMPDIR": "/nergens"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
@pytest.mark.parametrize("screen", ["", "terminal"])
def test_an_odd_screen_shows_the_same_problems(
    tmp_path: Path, environment: dict[str, str], screen: str
) -> None:
    make_dossier(tmp_path / "d", {"sociale-kaart.yaml": ("[preventie]", "[preventïe]")})
    line = PSOH
    if screen:
        if shell("command -v script", cwd=tmp_path).returncode:
            pytest.skip("no program 'script' here, which gives a terminal")
        line = f"script -qec '{PSOH}' /dev/null < /dev/null"
    done = shell(line, cwd=tmp_path, **environment)
    assert done.returncode == 1, done
    expect_quiet(done)
    assert "YAML024" in done.stdout
    coloured = _COLOUR.search(done.stdout) is not None
    if "NO_COLOR" in environment or environment.get("TERM") == "dumb":
        assert not coloured
    elif "FORCE_COLOR" in environment:
        assert coloured
    elif not screen:
        assert "\x1b" not in done.stdout
