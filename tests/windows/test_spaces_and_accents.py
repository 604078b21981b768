"""The whole journey in a folder with spaces and accents, every printed command ready to be typed again."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.bad_input.running import Said, run

DAY = ("--peildatum", "2026-11-21")
PLACE = "Mijn documenten (2026)/Súdwest-Fryslân – ’t plan"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Start a dossier in a folder that is hard to name, and stand above it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / PLACE).parent.mkdir()
    said = run(capsys, "start", PLACE, "--gemeente", "Súdwest-Fryslân")
    assert said.code == 0
    _expect_typable(said)
    return PLACE


def test_from_start_to_report(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "mijn antwoorden é.yaml"
    answers.write_text("kaart-aanwezig: nee\n", encoding="utf-8")
    journey = (
        (
            "interview", folder, "--informant", "adviseur", "--groep", "gemeente", "--rol", "Adviseur",
            "--antwoorden", answers.name,
        ),
        ("interview", folder),
        ("check", folder, *DAY),
        ("analyse", folder, *DAY),
        ("plan", folder, *DAY),
        ("rapport", folder, "--format", "html", *DAY),
        ("check", f"{folder}/interviews/adviseur.yaml", "--format", "json"),
    )  # fmt: skip
    for words in journey:
        said = run(capsys, *words)
        assert said.code == 0, (words, said)
        _expect_typable(said)
    made = {path.name for path in (tmp_path / folder / "rapporten").iterdir()}
    assert made == {"gap-analyse.html", "implementatieplan.html", "samenvatting.html"}


def test_a_problem_names_the_file_as_it_was_typed(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / folder / "plan.yaml").write_text("formaat: 9\n", encoding="utf-8")
    assert f"{folder}/plan.yaml:1:10 fout D006 " in run(capsys, "check", folder, *DAY).out


def _expect_typable(said: Said) -> None:
    """Every command we print that names the folder takes it as one word."""
    for line in (said.out + said.err).splitlines():
        for command in re.findall(r"psoh [a-z]+ .*Fryslân.*", line):
            assert PLACE in " ".join(shlex.split(command.replace("’", "_"))).replace("_", "’"), line
            assert f'"{PLACE}' in command, line
