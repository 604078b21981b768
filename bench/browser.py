"""An honest outside mark: a fresh process of ours against Chromium printing the same file."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Figure, Work, figure, on_the_clock, side_by_side

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def against_browser(
    file: Path, *, drawing: tuple[str, ...], pages: int, drawn: tuple[int, int], runs: int
) -> Iterator[Figure]:
    """Give time, pages and bytes; `drawing` is our command, `drawn` its pages and bytes. Nothing without Chromium."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        print("render_against_browser: skipped, Chromium is missing", file=sys.stderr)
        return
    printed = file.with_suffix(".pdf")
    options = (
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={file.parent / 'browser'}", f"--print-to-pdf={printed}",
    )  # fmt: skip
    ours, theirs = _running(*drawing), _running(program, *options, file.as_uri())
    side_by_side(
        ours, theirs, runs=1, measure=on_the_clock
    )  # reading from disk the first time is not compared
    if not printed.is_file():
        print("render_against_browser: skipped, Chromium does not print here", file=sys.stderr)
        return
    name = f"render_against_browser_{pages}"
    content = printed.read_bytes()
    yield figure(name, side_by_side(ours, theirs, runs=runs, measure=on_the_clock), unit="s")
    yield figure(f"{name}_pages", [(drawn[0], _count_pages(content))], unit="pages")
    yield figure(f"{name}_bytes", [(drawn[1], len(content))], unit="bytes")


def _running(*command: str) -> Work:
    def run() -> None:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return run


def _count_pages(printed: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(printed)) as opened:
        return len(opened.pages)
