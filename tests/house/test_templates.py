"""Templates and examples are found in a checkout and beside an installed package, and missed in Dutch."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from psoh_cli.errors import UnreadableError
from psoh_cli.files import templates

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that the package lies in a place of our own."""
    folder = tmp_path / "site-packages" / "psoh_cli"
    folder.mkdir(parents=True)
    monkeypatch.setattr(templates, "_PACKAGE", folder)
    return folder


def test_a_checkout_uses_its_own_folders() -> None:
    assert templates.templates_dir("praktijken") == ROOT / "templates" / "praktijken"
    assert templates.examples_dir() == ROOT / "examples"


def test_an_installed_package_uses_the_folders_beside_it(package: Path) -> None:
    (package / "_templates" / "praktijken").mkdir(parents=True)
    (package / "_examples").mkdir()
    assert templates.templates_dir("praktijken") == package / "_templates" / "praktijken"
    assert templates.examples_dir() == package / "_examples"


def test_a_checkout_wins_from_a_stale_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "psoh_cli"
    for folder in (package / "_templates" / "dossier", tmp_path / "templates" / "dossier"):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(templates, "_PACKAGE", package)
    assert templates.templates_dir("dossier") == tmp_path / "templates" / "dossier"


@pytest.mark.usefixtures("package")
def test_what_is_nowhere_is_said_in_dutch() -> None:
    with pytest.raises(UnreadableError, match="nergens te vinden") as caught:
        templates.templates_dir("documenten")
    assert caught.value.remedy
