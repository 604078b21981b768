"""Measure and tell: a table on screen, and `build/bench.json` with `{name: {ratio, a, b, unit, runs}}`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.coverage import coverage
from bench.exchange import exchange
from bench.growth import far_growth, growth
from bench.measuring import Figure, as_json, table
from bench.neighbours import neighbours
from bench.rendering import rendering
from bench.rerunning import rerunning
from bench.site import site
from bench.startup import startup_check, startup_version

from psoh_cli.environment import pdf_available

OUTPUT = Path("build") / "bench.json"

_BENCHES: dict[str, Callable[[], Sequence[Figure]]] = {
    "startup": lambda: (startup_version(runs=15), startup_check(runs=7)),
    "growth": lambda: (*growth(check_runs=5, analyse_runs=7), *far_growth(runs=2)),
    "neighbours": lambda: neighbours(runs=5),
    "exchange": lambda: exchange(runs=3),
    "rendering": lambda: rendering(runs=3),
    "rerunning": lambda: rerunning(runs=3),
    "coverage": lambda: coverage(runs=5),
    "site": lambda: tuple(site(runs=5)),
}


def run(names: Sequence[str], *, output: Path) -> tuple[Figure, ...]:
    """Run the benches with these names, print their figures and write them to a file."""
    figures = tuple(_figures(names))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(as_json(figures), indent=2) + "\n", encoding="utf-8", newline="\n")
    print(table(figures))
    return figures


def _figures(names: Sequence[str]) -> Iterator[Figure]:
    for name in names:
        if name in {"rendering", "rerunning"} and (lack := pdf_available()):
            print(f"{name}: skipped, {lack.missing} is missing: {lack.line}", file=sys.stderr)
            continue
        started = time.perf_counter()
        yield from _BENCHES[name]()
        print(f"{name}: measured in {time.perf_counter() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which benches: {', '.join(_BENCHES)}; without: all")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in _BENCHES]
    if unknown:
        parser.error(f"no such bench: {', '.join(unknown)}")
    run(chosen.names or list(_BENCHES), output=chosen.output)
    print(f"written: {chosen.output}", file=sys.stderr)
