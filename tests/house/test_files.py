"""Every file in the repository can exist on every computer, and the locks name no address."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10))}
SCRIPTS = ("script/setup", "script/demo", "script/test", "script/bench", ".ci/run")


def repository_files() -> list[str]:
    """List what git would take along: tracked, and new but not ignored."""
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return sorted({name for name in done.stdout.split("\0") if name and (ROOT / name).exists()})


def refused_names(names: list[str]) -> list[str]:
    """Name the paths that Windows or macOS cannot hold, or holds as one where we have two."""
    together = Counter(name.casefold() for name in names)
    return [
        name
        for name in names
        if together[name.casefold()] > 1 or any(map(_refused, PurePosixPath(name).parts))
    ]


def _refused(part: str) -> bool:
    return (
        part.partition(".")[0].lower() in RESERVED
        or part[-1] in ". "
        or re.search(r'[<>:"\\|?*\x00-\x1f]', part) is not None
    )


def test_every_file_name_can_exist_on_windows_and_macos() -> None:
    names = repository_files()
    assert len(names) > 50
    assert refused_names(names) == []
    assert max(len(name) for name in names) < 160


@pytest.mark.parametrize(
    "name", ["a/nul.yaml", "AUX", "a:b", "a./b", "plan ", 'a"b', "com1.txt", "vraag?.yaml"]
)
def test_a_name_that_cannot_exist_would_be_seen(name: str) -> None:
    assert refused_names([name]) == [name]


def test_two_names_that_differ_in_case_only_would_be_seen() -> None:
    assert refused_names(["a/Plan.yaml", "a/plan.yaml"]) == ["a/Plan.yaml", "a/plan.yaml"]


@pytest.mark.parametrize("lock", ["runtime", "dev", "build"])
def test_a_lock_has_a_hash_for_all_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    assert re.search(r"://|file:|^\s*-[-\w]*(index|find-links)|^-e|\s@\s", text, re.MULTILINE) is None
    pinned = re.findall(r"^[\w.-]+==.+$", text, re.MULTILINE)
    assert pinned
    assert all(line.endswith("\\") for line in pinned)


def test_the_locks_agree_and_hold_what_the_project_asks() -> None:
    pins = {lock: _pins(lock) for lock in ("runtime", "dev", "build")}
    assert pins["runtime"].items() <= pins["dev"].items()
    assert pins["build"].items() <= pins["dev"].items()
    assert {"typer", "rich", "pyyaml", "jinja2", "cookiecutter", "weasyprint", "pydantic", "pikepdf"} <= set(
        pins["runtime"]
    )


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_plain_shell_that_anyone_can_run(script: str) -> None:
    path = ROOT / script
    text = path.read_bytes()
    assert text.startswith(b"#!/bin/sh\n")
    assert b"\r" not in text
    assert b"\nset -eu\n" in text
    assert path.stat().st_mode & 0o111
    shell = shutil.which("dash") or shutil.which("sh")
    if shell is None:
        pytest.skip("no shell here")
    assert subprocess.run([shell, "-n", str(path)], check=False).returncode == 0


@pytest.mark.parametrize("script", ["script/setup", "script/test"])
def test_a_script_refuses_what_it_does_not_know(script: str) -> None:
    if shutil.which("sh") is None:
        pytest.skip("no shell here")
    done = subprocess.run(["sh", ROOT / script, "--onzin"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--onzin" in done.stderr


def test_setup_without_a_python_says_what_to_type(tmp_path: Path) -> None:
    shell, copy = shutil.which("dash") or shutil.which("sh"), tmp_path / "een map"
    if shell is None:
        pytest.skip("no shell here")
    (copy / "script").mkdir(parents=True)
    shutil.copy(ROOT / "script" / "setup", copy / "script")
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("dirname", "id", "cat", "cksum", "rm"):
        (tools / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")
    old = tools / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = subprocess.run(
        [shell, copy / "script" / "setup"],
        cwd=tmp_path,
        env={"PATH": str(tools)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Python 3.11 of nieuwer" in done.stderr
    assert "sudo apt-get" in done.stderr
    assert not (copy / ".venv").exists()
