"""How long `psoh rapport` takes when nothing changed since the first time."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from bench.measuring import Figure, figure, on_the_clock
from bench.startup import psoh

from psoh_cli.files.templates import examples_dir

EXAMPLE = "voorbeeldstad"
GOAL = 0.02


def rerunning(*, runs: int, words: tuple[str, ...] = ()) -> tuple[Figure, ...]:
    """Give `rerun_unchanged`: the second run of the same command against the first, in a folder that was empty."""
    pairs = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(prefix="psoh-bench-") as made:
            command = (
                psoh(), "rapport", str(examples_dir() / EXAMPLE), "--peildatum", "2026-11-21", "--output", made, *words,
            )  # fmt: skip
            first = on_the_clock(partial(_run, command))
            before = _contents(Path(made))
            again = on_the_clock(partial(_run, command))
            if _contents(Path(made)) != before:
                sys.exit("rerun_unchanged: the second run changed something")
            pairs.append((again, first))
    return (figure("rerun_unchanged", pairs, unit="s", goal=GOAL),)


def _run(command: tuple[str, ...]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}
