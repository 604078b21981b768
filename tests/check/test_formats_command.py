"""`psoh check --format`: what somebody types, and what a CI gets without typing anything."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app
from psoh_cli.files import disk

WRONG = {"sociale-kaart.yaml": ("[preventie]", "[preventi]")}


@pytest.fixture(autouse=True)
def _dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dossier(tmp_path / "d", WRONG)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    return app.run(["check", *arguments, "--peildatum", "2026-11-21"])


def codes(content: object) -> list[str]:
    assert isinstance(content, dict)
    return [item["code"] for item in content["problemen"]]


def test_text_on_the_screen_and_the_rest_in_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("d", "--format", "sarif=uit.sarif", "--format", "text", "--format", "junit=uit.xml") == 1
    assert "d/sociale-kaart.yaml:16:20 fout KAART005 " in capsys.readouterr().out
    [run_of] = json.loads(Path("uit.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run_of["results"]] == ["KAART005"]
    assert run_of["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]
    suite = ET.parse("uit.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")


@pytest.mark.parametrize("name", ["json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"])
def test_a_form_alone_is_all_there_is_on_stdout(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("d", "--format", name) == 1
    shown = capsys.readouterr().out
    assert run("d", "--format", f"{name}=uit") == 1
    assert shown.encode() == Path("uit").read_bytes()


def test_the_same_from_another_folder_has_the_same_fingerprints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    assert run("d", "--format", "gitlab") == 1
    first = capsys.readouterr().out
    monkeypatch.chdir("d")
    assert run("--format", "gitlab") == 1
    assert capsys.readouterr().out == first


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["json", "sarif"], "Op het scherm past één vorm"),
        (["sarrif"], "Bedoelt u 'sarif'?"),
        (["json=weg/uit.json"], "de map weg bestaat niet"),
        (["json=d"], "er is al een map met deze naam"),
        (["json=d/plan.yaml"], "een bestand dat psoh leest"),
    ],
)
def test_what_will_not_work_is_told_before_anything_is_read(
    given: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(disk, "read_bytes", refuse)
    assert run("d", *(part for name in given for part in ("--format", name))) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Oplossing: " in shown.err
    assert shown.out == ""


def test_a_file_that_fails_afterwards_costs_nobody_the_outcome(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: str, *, newline: str = "\n") -> None:
        raise disk.unwritable(path, error=OSError(28, "full"))

    monkeypatch.setattr(disk, "write_text", full)
    assert run("d", "--format", "sarif=uit.sarif") == 2
    shown = capsys.readouterr()
    assert "d/sociale-kaart.yaml:16:20 fout KAART005 " in shown.out
    assert "uit.sarif is niet geschreven: de schijf is vol." in shown.err


def test_on_github_marks_and_a_summary_come_by_themselves(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "stap.md"))
    monkeypatch.chdir("d")
    assert run() == 1
    shown = capsys.readouterr().out
    assert "sociale-kaart.yaml:16:20 fout KAART005 " in shown
    [mark] = [line for line in shown.splitlines() if line.startswith("::")]
    assert mark.startswith(
        "::error file=d/sociale-kaart.yaml,line=16,col=20,endLine=16,endColumn=28,title=KAART005::"
    )
    page = (tmp_path / "stap.md").read_text("utf-8")
    assert page.startswith("## psoh check: 1 fout\n")
    assert run() == 1
    assert (tmp_path / "stap.md").read_text("utf-8") == f"{page}\n{page}"


def test_a_summary_that_cannot_be_written_changes_nothing_but_a_warning(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "weg/stap.md")
    assert run("d", "--format", "json") == 1
    shown = capsys.readouterr()
    assert codes(json.loads(shown.out)) == ["KAART005"]
    assert "Let op: Het overzicht van deze stap is niet aangevuld." in shown.err
