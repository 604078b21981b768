"""UTF-8 goes in and comes out, whatever the code page of the computer and its console."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

DAY = ("--peildatum", "2026-11-21")
PAGES = {
    "Windows-1252": {"PYTHONIOENCODING": "cp1252"},
    "MS-DOS 850": {"PYTHONIOENCODING": "cp850"},
    "the C locale": {},
}

# A module of ours that opens a file without naming its encoding would read it with the code page of the computer.
_STRICT = """
import sys, warnings
warnings.filterwarnings("error", category=EncodingWarning, module=r"psoh_cli")
from psoh_cli import app
sys.exit(app.run(sys.argv[1:]))
"""


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-c", _STRICT, *map(str, arguments)],
        cwd=cwd,
        env={**kept, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    changed = ("naam: Buurthuis Oost", "naam: Café Ægir – Súdwest")
    folder = make_dossier(tmp_path / "d", {"sociale-kaart.yaml": changed})
    interview = folder / "interviews" / "beleidsadviseur.yaml"
    interview.write_text(interview.read_text("utf-8").replace("ja\n", "jà…\n"), encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_what_comes_out_is_utf8(dossier: Path, page: str) -> None:
    done = run("check", "d", "--format", "json", *DAY, cwd=dossier.parent, **PAGES[page])
    assert done.returncode == 1, done.stderr
    content = json.loads(done.stdout.decode("utf-8"))
    assert "'jà…'" in content["problemen"][0]["bericht"]
    shown = run("check", "d", *DAY, cwd=dossier.parent, **PAGES[page])
    assert "'jà…'" in shown.stdout.decode("utf-8")
    shown.stderr.decode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", ["Windows-1252", "the C locale"])
def test_what_is_written_is_utf8(dossier: Path, page: str) -> None:
    (dossier.parent / "antwoorden.yaml").write_text(
        "kaart-aanwezig:\n  antwoord: nee\n  opmerking: Één café, géén óverzicht\n", encoding="utf-8"
    )
    (dossier / "interviews" / "beleidsadviseur.yaml").unlink()
    words = ("interview", "d", "--informant", "ggd", "--groep", "gemeente", "--rol", "adviseur")
    told = run(*words, "--antwoorden", "antwoorden.yaml", cwd=dossier.parent, **PAGES[page])
    assert told.returncode == 0, told.stderr.decode("utf-8")
    written = (dossier / "interviews" / "ggd.yaml").read_bytes().decode("utf-8")
    assert "Één café, géén óverzicht" in written
    planned = run("plan", "d", cwd=dossier.parent, **PAGES[page])
    assert planned.returncode == 0, planned.stderr.decode("utf-8")
    (dossier / "plan.yaml").read_bytes().decode("utf-8")
    made = run(
        "rapport", "d", "--format", "html", "--soort", "samenvatting", cwd=dossier.parent, **PAGES[page]
    )
    assert made.returncode == 0, made.stderr.decode("utf-8")
    assert " · " in (dossier / "rapporten" / "samenvatting.html").read_bytes().decode("utf-8")


@pytest.mark.slow
def test_a_new_dossier_is_utf8(tmp_path: Path) -> None:
    made = run("start", "nieuw", "--gemeente", "GM1900", cwd=tmp_path)
    assert made.returncode == 0, made.stderr.decode("utf-8")
    assert "naam: Súdwest-Fryslân" in (tmp_path / "nieuw" / "gemeente.yaml").read_bytes().decode("utf-8")


def test_opening_without_an_encoding_would_be_seen(tmp_path: Path) -> None:
    code = _STRICT.replace("from psoh_cli import app", "__name__ = 'psoh_cli.x'; open('x', 'w')")
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert b"EncodingWarning" in done.stderr
