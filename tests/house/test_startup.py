"""Starting up is light: help and version load nothing heavy, and a light command loads no renderer."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from psoh_cli.app import COMMANDS

HEAVY = {"pydantic", "yaml", "jinja2", "cookiecutter", "weasyprint", "pikepdf", "rich"}

_RUN = """
import sys
from psoh_cli.app import run
code = run(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


def _loaded_by(*arguments: str, code: str = _RUN) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return {module.partition(".")[0] for module in done.stderr.split()}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []], ids=" ".join)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert _loaded_by(*arguments) & HEAVY == set()


def test_the_help_of_every_command_loads_nothing_heavy() -> None:
    each = _RUN.replace(
        "code = run(sys.argv[1:])", "code = max(run([name, '--help']) for name in sys.argv[1:])"
    )
    assert _loaded_by(*COMMANDS, code=each) & HEAVY == set()


def test_that_a_heavy_import_would_be_seen() -> None:
    assert "pydantic" in _loaded_by("--help", code=f"import pydantic\n{_RUN}")


def test_doctor_looks_for_the_renderer_without_loading_it() -> None:
    assert _loaded_by("doctor") & {"weasyprint", "cookiecutter", "jinja2"} == set()


_SPARED = (
    "psoh_cli.analysis", "psoh_cli.report", "psoh_cli.press", "psoh_cli.plan.propose", "psoh_cli.dossier.dossier",
    "psoh_cli.files.yaml_edit", "psoh_cli.files.yaml_dump", "psoh_cli.checking.fixing", "rich", "jinja2",
)  # fmt: skip
"""What a check has no use for: everything behind the files of a dossier, and everything that writes."""

_SMALL = {"psoh_cli.analysis.moment", "psoh_cli.press.house_style.style"}
"""A value of a few lines each: what a kept moment holds, and how the files of a house style are called."""


def _needless(folder: Path, *, code: str = _RUN) -> set[str]:
    """Name what `psoh check` loads and has no use for, packages that hold nothing themselves left out."""
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(folder), "--peildatum", "2026-11-21"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "psoh_cli.dossier.rules" in loaded  # it did check
    folders = {"psoh_cli.analysis", "psoh_cli.press", "psoh_cli.press.house_style"}
    within = {
        module for module in loaded for name in _SPARED if module == name or module.startswith(f"{name}.")
    }
    return within - folders - _SMALL


@pytest.mark.slow
def test_a_check_loads_neither_the_analysis_nor_what_makes_documents(root: Path) -> None:
    assert _needless(root / "examples" / "dordrecht") == set()


@pytest.mark.slow
def test_that_a_needless_import_would_be_seen(root: Path) -> None:
    seen = _needless(root / "examples" / "dordrecht", code=f"import psoh_cli.dossier.dossier\n{_RUN}")
    assert {"psoh_cli.dossier.dossier", "psoh_cli.analysis.assess", "psoh_cli.report.material"} <= seen


@pytest.mark.slow
def test_a_house_style_is_looked_over_where_there_is_one(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dordrecht"
    shutil.copytree(root / "examples" / "dordrecht", folder)
    (folder / "huisstijl.yaml").write_text("formaat: '1'\n", encoding="utf-8")
    assert "psoh_cli.press.house_style.files" in _needless(folder)


def test_psoh_leaves_without_looking_for_cycles_once_more() -> None:
    told = (
        "import gc, psoh_cli.app\ntry:\n    psoh_cli.app.main()\nfinally:\n    print(gc.get_freeze_count())"
    )
    done = subprocess.run(
        [sys.executable, "-c", told, "--version"], capture_output=True, text=True, check=True
    )
    assert int(done.stdout.split()[-1]) > 1000


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "psoh_cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("psoh ")
