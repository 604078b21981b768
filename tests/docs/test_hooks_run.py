"""The hooks, run by pre-commit itself from a local clone of psoh, as a user's first commit would."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import missing

ROOT = Path(__file__).resolve().parents[2]
VERSION = "v0.0.0"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900), pytest.mark.xdist_group("hooks")]


def git(folder: Path, *words: str) -> str:
    """Run git with nobody's settings."""
    known = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.example", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *known, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a clone with a tag, of the files as they are now."""
    folder = tmp_path_factory.mktemp("kloon") / "psoh"
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Copy")
    git(folder, "tag", VERSION)
    return folder


@pytest.fixture
def dossiers(tmp_path: Path, clone: Path) -> Path:
    """Make a repository with a dossier in it and the hook of the documentation, of this clone."""
    folder = tmp_path / "opslag"
    shutil.copytree(ROOT / "tests" / "rules" / "_basis", folder / "dossiers" / "dordrecht")
    example = (ROOT / "docs" / "ci" / "pre-commit-config.yaml").read_text("utf-8")
    shown = "https://github.com/UW-ORGANISATIE/psoh", "v0.1.0"
    assert all(word in example for word in shown)
    own = example.replace(shown[0], clone.as_posix()).replace(shown[1], VERSION)
    (folder / ".pre-commit-config.yaml").write_text(own, encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder where pre-commit keeps the environment that it makes once."""
    return tmp_path_factory.mktemp("pre-commit")


def run_hooks(folder: Path, *, home: Path) -> tuple[int, str]:
    """Run every hook on every file; skip where the environment of the hook cannot be installed."""
    if importlib.util.find_spec("pre_commit") is None:
        missing("pre-commit is not installed: pip install pre-commit")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PRE_COMMIT_HOME": str(home)},
    )  # fmt: skip
    said = done.stdout + done.stderr
    if "CalledProcessError" in said and "pip" in said:
        missing("pre-commit could not install psoh: there is no index with its packages here")
    return done.returncode, said


def test_a_good_dossier_passes_a_bad_one_does_not_and_the_other_hook_mends_it(
    dossiers: Path, home: Path
) -> None:
    code, said = run_hooks(dossiers, home=home)
    assert code == 0, said
    assert "Passed" in said

    file = dossiers / "dossiers" / "dordrecht" / "gemeente.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("naam:", "naan:", 1), encoding="utf-8")
    git(dossiers, "add", "--all")
    code, said = run_hooks(dossiers, home=home)
    assert code == 1
    assert "dossiers/dordrecht/gemeente.yaml:" in said
    assert "YAML020" in said

    config = dossiers / ".pre-commit-config.yaml"
    config.write_text(config.read_text("utf-8").replace("psoh-check", "psoh-fix"), encoding="utf-8")
    git(dossiers, "add", "--all")
    code, said = run_hooks(dossiers, home=home)
    assert code == 1, "pre-commit stops when a hook changed a file"
    assert "files were modified by this hook" in said
    assert file.read_text("utf-8") == good
