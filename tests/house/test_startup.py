"""Starting up is light: help and version load nothing heavy, and a light command loads no renderer."""

from __future__ import annotations

import subprocess
import sys

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


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "psoh_cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("psoh ")
