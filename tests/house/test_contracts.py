"""The import contracts hold, name every pure module, and break when they should."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "psoh_cli"
ROOMS = (
    "gemeente",
    "interview",
    "kaart",
    "practices",
    "analysis",
    "plan",
    "report",
    "policy",
    "problems",
    "privacy",
    "site",
    "workbooks",
)
TOUCHES_THE_WORLD = ("site", "spreadsheet", "render", "build")

FLOORS = "The floors of the house"
PURE = "Thinking does not touch the world"
KAART = "The kaart stands on its own"

BREAKS = {
    "YAML in the analysis": ("analysis/finding.py", "import yaml", {PURE}),
    "Rich in the asking, inside a function": ("interview/asking.py", "def f():\n    import rich", {PURE}),
    "the disk in the analysis": ("analysis/finding.py", "import psoh_cli.files.disk", {PURE}),
    "Jinja in the plan": ("plan/propose.py", "import jinja2", {PURE}),
    "the kaart knows the practices": (
        "kaart/entries.py",
        "import psoh_cli.practices.practice",
        {KAART},
    ),
    "the practices know the kaart": (
        "practices/practice.py",
        "import psoh_cli.kaart.entries",
        {FLOORS, KAART},
    ),
    "the kaart knows the interview": ("kaart/entries.py", "import psoh_cli.interview.answers", {FLOORS}),
    "the practices know the interview": (
        "practices/practice.py",
        "import psoh_cli.interview.answers",
        {FLOORS},
    ),
    "the analysis knows the plan": ("analysis/finding.py", "import psoh_cli.plan.plan", {FLOORS}),
    "errors know the dossier": ("errors.py", "import psoh_cli.dossier.dossier", {FLOORS, PURE, KAART}),
    "a pure plan module knows the plan file": ("plan/propose.py", "import psoh_cli.plan.plan_file", {PURE}),
    "a command knows the front door": ("commands/doctor.py", "import psoh_cli.app", {FLOORS}),
    "a room asks the date": ("plan/propose.py", "import psoh_cli.commands.clock", {FLOORS}),
    "the dossier asks the date": ("dossier/dossier.py", "import psoh_cli.commands.clock", {FLOORS}),
    "a module nobody placed": ("somewhere.py", "", {FLOORS}),
}

_LINT_EACH = """
import contextlib, io, json, re, sys
from pathlib import Path
from importlinter.cli import lint_imports

package, breaks = Path("src/psoh_cli"), json.loads(sys.stdin.read())
sys.path.insert(0, "src")

def broken():
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        lint_imports(config_filename="pyproject.toml", no_cache=True)
    return sorted(re.findall(r"^(.+?) BROKEN", shown.getvalue(), re.MULTILINE))

found = {"as it is": broken()}
for name, (file, line) in breaks.items():
    path = package / file
    before = path.read_text("utf-8") if path.exists() else None
    path.write_text((before or "") + "\\n" + line + "\\n", encoding="utf-8")
    found[name] = broken()
    path.write_text(before, encoding="utf-8") if before is not None else path.unlink()
print(json.dumps(found))
"""


@pytest.mark.slow
def test_each_contract_is_kept_and_breaks_on_each_forbidden_import(tmp_path: Path) -> None:
    copy = tmp_path / "src" / "psoh_cli"
    for source in PACKAGE.rglob("*.py"):
        target = copy / source.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())

    done = subprocess.run(
        [sys.executable, "-c", _LINT_EACH],
        cwd=tmp_path,
        input=json.dumps({name: (file, line) for name, (file, line, _) in BREAKS.items()}),
        capture_output=True,
        text=True,
        check=True,
    )

    expected: dict[str, list[str]] = {name: sorted(contracts) for name, (_, _, contracts) in BREAKS.items()}
    assert json.loads(done.stdout.splitlines()[-1]) == {"as it is": [], **expected}


def test_every_pure_module_is_named_in_the_contract() -> None:
    named = set(_contract(PURE)["source_modules"])
    covered = {module for module in _pure_modules() if module in named or module.rpartition(".")[0] in named}
    assert covered == _pure_modules()


def test_the_contract_names_nothing_that_is_gone() -> None:
    known = {f"psoh_cli.{_dotted(path)}" for path in PACKAGE.rglob("*.py")}
    assert set(_contract(PURE)["source_modules"]) - known == set()


@pytest.mark.parametrize("room", [*ROOMS, "commands", "dossier", "files", "press", "sitting", "terminal"])
def test_a_room_starts_empty(room: str) -> None:
    assert (PACKAGE / room / "__init__.py").read_bytes() == b""


@pytest.mark.parametrize("room", ["analysis", "problems"])
def test_thinking_loads_nothing_heavy(room: str) -> None:
    modules = [
        f"psoh_cli.{room}.{path.stem}" for path in (PACKAGE / room).glob("*.py") if path.stem != "__init__"
    ]
    assert modules
    assert _loaded(modules) & {"yaml", "jinja2", "rich", "typer", "weasyprint", "cookiecutter"} == set()


def test_that_heaviness_would_be_seen() -> None:
    assert "yaml" in _loaded(["psoh_cli.files.yaml_file"])


def _loaded(modules: list[str]) -> set[str]:
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def _pure_modules() -> set[str]:
    """List the rooms' modules but those whose name says that they touch the disk."""
    paths = (path for room in ROOMS for path in (PACKAGE / room).rglob("*.py") if path.stem != "__init__")
    return {
        f"psoh_cli.{_dotted(path)}"
        for path in paths
        if not path.stem.endswith(("_file", "_files")) and not path.stem.startswith(TOUCHES_THE_WORLD)
    }


def _dotted(path: Path) -> str:
    relative = path.relative_to(PACKAGE).with_suffix("")
    return ".".join(part for part in relative.parts if part != "__init__")


def _contract(name: str) -> dict[str, list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: dict[str, list[str]] = next(
        contract for contract in settings["tool"]["importlinter"]["contracts"] if contract["name"] == name
    )
    return found
