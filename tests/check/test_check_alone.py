"""`psoh check` needs no network, no Pango and nothing else that only a document needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.rules.examples import contents, lay

ROOT = Path(__file__).resolve().parents[2]
BASIS = ROOT / "tests" / "rules" / "_basis"

ALONE = """
import socket, sys

REFUSED = {"weasyprint", "cffi", "pikepdf", "docx", "odfdo", "resvg_py", "xlsxwriter", "jinja2", "cookiecutter",
           "watchfiles", "requests", "urllib3"}

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in REFUSED:
            raise ImportError(f"check asked for {name}")
        return None

def refuse(*arguments, **named):
    raise RuntimeError("check asked for the network")

sys.meta_path.insert(0, Refuse())
socket.socket = socket.create_connection = socket.getaddrinfo = refuse

from psoh_cli import app

raise SystemExit(app.run(sys.argv[1:]))
"""


def alone(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run psoh in a fresh Python where nothing of the press can be imported and no socket can be made."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "PYTEST"))}
    return subprocess.run(
        [sys.executable, "-c", ALONE, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT / "src")},
    )


def test_the_guard_refuses_what_a_document_needs(tmp_path: Path) -> None:
    dossier = ROOT / "examples" / "voorbeeldstad"
    said = alone(
        "rapport", str(dossier), "--output", str(tmp_path / "r"), "--peildatum", "2026-11-21", cwd=tmp_path
    )
    assert said.returncode != 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("--format", "text"),
        ("--format", "json"),
        (
            "--format",
            "github",
            "--format",
            "sarif=uit.sarif",
            "--format",
            "junit=uit.xml",
            "--format",
            "gitlab=uit.json",
        ),
        ("--strict",),
        ("--diff",),
    ],
    ids=" ".join,
)
def test_check_runs_alone(tmp_path: Path, words: tuple[str, ...]) -> None:
    dossier, here = tmp_path / "dossier", tmp_path / "hier"
    lay(contents(BASIS), dossier)
    here.mkdir()
    said = alone("check", str(dossier), "--peildatum", "2026-11-21", *words, cwd=here)
    assert said.returncode == 0, said.stdout + said.stderr
    written = {word.partition("=")[2] for word in words if "=" in word}
    assert {path.name for path in here.iterdir()} == written


@pytest.mark.slow
def test_check_of_the_knowledge_runs_alone(tmp_path: Path) -> None:
    said = alone("check", str(ROOT / "templates" / "praktijken"), cwd=tmp_path)
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.slow
def test_check_of_a_house_style_runs_alone(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    lay(contents(BASIS), folder)
    (folder / "huisstijl.yaml").write_text('formaat: "1"\nkleuren: {accent: "#FFFF00"}\n', encoding="utf-8")
    said = alone("check", str(folder), "--peildatum", "2026-11-21", cwd=tmp_path)
    assert (said.returncode, "STIJL001" in said.stdout) == (1, True), said.stdout + said.stderr
