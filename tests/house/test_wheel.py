"""The wheel holds exactly our templates, and works installed: no checkout, no network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKED = {
    "templates": "psoh_cli/_templates",
    "examples/dordrecht": "psoh_cli/_examples/dordrecht",
    "examples/voorbeeldstad": "psoh_cli/_examples/voorbeeldstad",
}

_NO_NETWORK = """
import socket

def refuse(*arguments, **named):
    raise RuntimeError("the network was asked for")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from that, as a release would."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("psoh-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a clean environment with the locked packages and our wheel; give its Python."""
    folder = tmp_path_factory.mktemp("schoon") / "een omgeving"
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(_ask(python, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    _lend_packages(site)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(python),
            "install",
            "-q",
            "--no-index",
            "--no-deps",
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    (site / "sitecustomize.py").write_text(_NO_NETWORK, encoding="utf-8")
    return python


def test_the_wheel_holds_exactly_the_templates_and_examples_that_git_holds(wheel: Path) -> None:
    expected = {
        f"{packed}/{name.removeprefix(folder + '/')}"
        for folder, packed in PACKED.items()
        for name in _git_files(folder)
    }
    with zipfile.ZipFile(wheel) as archive:
        found = {
            name
            for name in archive.namelist()
            if name.startswith(("psoh_cli/_templates/", "psoh_cli/_examples/"))
        }
    assert found == expected
    assert len(found) > 50
    assert not [name for name in found if name.endswith((".ttf", ".otf", ".ttc"))], (
        "fonts come from a package"
    )


def test_the_wheel_carries_type_information_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        licence = next(name for name in names if name.endswith("licenses/LICENSE"))
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
    assert "psoh_cli/py.typed" in names
    assert not any(name.startswith("tests/") for name in names)


def test_the_installed_package_is_not_the_checkout(installed: Path) -> None:
    where = Path(_ask(installed, "import psoh_cli; print(psoh_cli.__file__)"))
    assert ROOT not in where.parents
    assert _ask(installed, "from psoh_cli.files import templates; print(templates.examples_dir())").endswith(
        "_examples"
    )


def test_the_network_is_really_closed(installed: Path) -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([installed, "-c", code], capture_output=True, text=True, check=False)
    assert "the network was asked for" in done.stderr


@pytest.mark.parametrize("example", ["dordrecht", "voorbeeldstad"])
def test_the_demo_runs_installed_and_offline(installed: Path, tmp_path: Path, example: str) -> None:
    work = tmp_path / "een máp"
    work.mkdir()
    arguments = ["-m", "psoh_cli", "demo", "--output", "demo", "--voorbeeld", example]
    done = subprocess.run(
        [installed, *arguments], cwd=work, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    made = {path.suffix for path in (work / "demo").rglob("rapporten/*")}
    assert {".html", ".pdf"} <= made


def _ask(python: Path, code: str) -> str:
    return subprocess.run(
        [python, "-c", code], check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


def _lend_packages(site: Path) -> None:
    """Link what the lock installed here into the clean environment, except psoh itself and the tools of pip."""
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.lower().startswith(
            ("psoh", "_psoh", "pip", "setuptools", "__pycache__", "sitecustomize")
        ):
            (site / path.name).symlink_to(path, target_is_directory=path.is_dir())


def _git_files(folder: str) -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return sorted({name for name in done.stdout.split("\0") if name and (ROOT / name).exists()})
