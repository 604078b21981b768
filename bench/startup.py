"""How fast psoh starts: against the bare imports it cannot do without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.measuring import Figure, Work, figure, on_the_clock, side_by_side

_EXAMPLE = Path("examples") / "dordrecht"
_PEILDATUM = "2026-11-21"


def startup_version(*, runs: int) -> Figure:
    """Hold `psoh --version` against importing Typer."""
    return _startup("startup_version", (psoh(), "--version"), "import typer", runs=runs, goal=2.0)


def startup_check(*, runs: int) -> Figure:
    """Hold `psoh check` on a dossier against importing what reads and types it."""
    command = (psoh(), "check", str(_EXAMPLE), "--peildatum", _PEILDATUM)
    return _startup("startup_check", command, "import pydantic, yaml", runs=runs)


def _startup(name: str, ours: tuple[str, ...], bare: str, *, runs: int, goal: float | None = None) -> Figure:
    a, b = _running(*ours), _running(sys.executable, "-c", bare)
    side_by_side(a, b, runs=1, measure=on_the_clock)  # reading from disk the first time is not compared
    return figure(name, side_by_side(a, b, runs=runs, measure=on_the_clock), unit="s", goal=goal)


def psoh() -> str:
    """Find the console script beside this Python, as a user would run it."""
    name = "psoh.exe" if os.name == "nt" else "psoh"
    return str(Path(sys.executable).with_name(name))


def _running(*command: str) -> Work:
    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return run
