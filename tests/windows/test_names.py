"""Every name we ship or make can exist on Windows: in the repository, in a new dossier and among its reports."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app
from psoh_cli.interview.rules import name_fault

ROOT = Path(__file__).resolve().parents[2]
DAY = ("--peildatum", "2026-11-21")
LONGEST_NAME, LONGEST_PATH = 120, 160
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}


def refused(names: list[str]) -> list[str]:
    """Name the paths that Windows cannot hold, or holds as one where we have two."""
    together = Counter(name.casefold() for name in names)
    return [
        name
        for name in names
        if together[name.casefold()] > 1
        or len(name) > LONGEST_PATH
        or any(_is_refused(part) for part in PurePosixPath(name).parts)
    ]


def _is_refused(part: str) -> bool:
    return (
        part.partition(".")[0].casefold().strip() in RESERVED
        or part[-1] in ". "
        or len(part) > LONGEST_NAME
        or re.search(r'[<>:"\\|?*\x00-\x1f]', part) is not None
    )


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "name",
    [
        "nul.yaml",
        "COM1",
        "lpt¹.txt",
        "a:b",
        "vraag?.md",
        "eind.",
        "eind ",
        "x" * 121,
        f"{'a/' * 80}bc",
        "a\\b",
    ],
)
def test_a_name_that_windows_refuses_would_be_seen(name: str) -> None:
    assert refused([name]) == [name]


def test_the_repository() -> None:
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    names = sorted({name for name in done.stdout.split("\0") if name})
    assert len(names) > 100
    assert refused(names) == []


@pytest.mark.slow
def test_a_new_dossier_and_its_reports(tmp_path: Path) -> None:
    folder = tmp_path / "nieuw"
    assert app.run(["start", str(folder), "--gemeente", "Dordrecht"]) == 0
    assert app.run(["rapport", str(folder), "--format", "html", "--format", "json", *DAY]) == 0
    names = names_in(folder)
    assert {"gemeente.yaml", "rapporten/gap-analyse.html"} <= set(names)
    assert refused(names) == []


@pytest.mark.parametrize("name", ["con", "nul", "aux.yaml", "a:b", "vraag?", "eind.", 'een"twee', "*"])
def test_no_dossier_is_started_with_a_name_that_windows_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert app.run(["start", str(tmp_path / name), "--gemeente", "Dordrecht"]) == 2
    shown = capsys.readouterr().err
    assert "niet op elke computer" in shown
    assert "Oplossing: " in shown
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("name", ["con", "NUL", "a:b", "wie?", "GGD", "ggd zuid", "coördinator", "..", ""])
def test_no_interview_gets_a_name_that_windows_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = make_dossier(tmp_path / "d")
    (tmp_path / "a.yaml").write_text("kaart-beheerder: nee\n", encoding="utf-8")
    before = names_in(folder)
    arguments = [
        "--informant",
        name,
        "--groep",
        "ggd",
        "--rol",
        "adviseur",
        "--antwoorden",
        str(tmp_path / "a.yaml"),
    ]
    assert app.run(["interview", str(folder), *arguments]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert names_in(folder) == before


def test_an_interview_with_such_a_name_is_found_by_check() -> None:
    assert all(name_fault(name) for name in ("con", "lpt1", "GGD", "a b", "coördinator"))
    assert not name_fault("ggd-zuid")
