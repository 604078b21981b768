"""`check` on one large kaart beside the checkers people know: how long they take, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.generate import AS_OF, write_kaart
from bench.measuring import Figure, Work, figure, on_the_clock, side_by_side

from psoh_cli.dossier.schemas import json_schema
from psoh_cli.dossier.shared_kaarten import KAART_FILE

SERVICES = 1000
MANY = 10_000

_BESIDE = Path(sys.executable).parent
_MEASURED = """
import os, subprocess, sys
started = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(started.pid, 0)
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status) not in (0, 1))
"""
"""Started from a small process: what a process held before it became another one counts as its own."""

_EXPECTED = {"psoh": {0, 1}, "yamllint": {0, 1}, "check-jsonschema": {0, 1}}


def neighbours(*, runs: int) -> tuple[Figure, ...]:
    """Give `check_vs_check_jsonschema` (with our own schema) and `check_vs_yamllint`, whole processes both.

    yamllint runs with its default rules. The neighbours look at shape or style; psoh at meaning as well.
    """
    with tempfile.TemporaryDirectory(prefix="psoh-bench-") as made:
        folder = Path(made)
        kaart = _kaart(folder, services=SERVICES)
        schema = folder / "sociale-kaart.schema.json"
        schema.write_text(json_schema("sociale-kaart"), encoding="utf-8", newline="\n")
        ours = _running("psoh", "check", str(kaart), "--peildatum", AS_OF.isoformat(), "--format", "json")
        others = {
            "check_jsonschema": _running("check-jsonschema", "--schemafile", str(schema), str(kaart)),
            "yamllint": _running("yamllint", str(kaart)),
        }
        figures = [
            figure(f"check_vs_{name}", _timed(ours, other, runs=runs), unit="s", goal=1.0)
            for name, other in others.items()
        ]
        return (*figures, *(_memory(folder) if hasattr(os, "wait4") else ()))


def _memory(folder: Path) -> Iterator[Figure]:
    """Give what a service adds to the most memory `check` takes: from many services, and from few."""
    peaks = {
        services: _peak(_kaart(folder / str(services), services=services)) for services in (0, SERVICES, MANY)
    }
    large = (peaks[MANY] - peaks[0]) / MANY
    small = (peaks[SERVICES] - peaks[0]) / SERVICES
    if small > 0:  # of a few services nothing can be told
        yield figure("check_memory_per_service", [(large, small)], unit="kB/service")
    yield figure(f"check_peak_memory_{MANY}", [(peaks[MANY] / 1024, peaks[0] / 1024)], unit="MB")


def _timed(ours: Work, other: Work, *, runs: int) -> list[tuple[float, ...]]:
    side_by_side(
        ours, other, runs=1, measure=on_the_clock
    )  # reading from disk the first time is not compared
    return side_by_side(ours, other, runs=runs, measure=on_the_clock)


def _kaart(folder: Path, *, services: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / KAART_FILE
    write_kaart(path, services)
    return path


def _running(name: str, *arguments: str) -> Work:
    def run() -> None:
        done = subprocess.run(
            [str(_BESIDE / name), *arguments],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if done.returncode not in _EXPECTED[name]:
            raise RuntimeError(f"{name} stopped with {done.returncode}")

    return run


def _peak(kaart: Path) -> float:
    """Give the most memory, in kB, that a whole `psoh check` takes."""
    command = [
        str(_BESIDE / "psoh"),
        "check",
        str(kaart),
        "--peildatum",
        AS_OF.isoformat(),
        "--format",
        "json",
    ]
    measured = [sys.executable, "-c", _MEASURED, *command]
    used = int(subprocess.run(measured, check=True, capture_output=True, text=True).stdout)
    return used / 1024 if sys.platform == "darwin" else used  # macOS counts in bytes
