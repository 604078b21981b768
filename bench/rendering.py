"""What our rendering adds to the renderer itself, for 5, 25 and 100 pages: time, memory, pages and bytes."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from unittest import mock

from bench.measuring import Figure, figure, on_the_clock, side_by_side
from bench.pages import AS_OF, EXAMPLE, document, page_of

from bench import browser
from psoh_cli.dossier.carrying import carry
from psoh_cli.files.templates import examples_dir
from psoh_cli.press import pdf
from psoh_cli.press.source import Source
from psoh_cli.report.version import Version

SIZES = (5, 25, 100)
GOALS = {25: 1.10}

Way = Literal["psoh", "bare"]
WAYS: tuple[Way, Way] = ("psoh", "bare")


def rendering(*, runs: int) -> tuple[Figure, ...]:
    """Give the figures for each number of pages, and what a browser makes of the same file."""
    with tempfile.TemporaryDirectory(prefix="psoh-bench-") as made:
        return tuple(item for pages in SIZES for item in _size(pages, folder=Path(made), runs=runs))


def _size(pages: int, *, folder: Path, runs: int) -> Iterator[Figure]:
    page = _page_near(pages)
    bare = _watch(page)
    ours, theirs = _draw(page), bare.draw(page)
    counted = _count_pages(ours), _count_pages(theirs)
    pairs = side_by_side(lambda: _draw(page), lambda: bare.draw(page), runs=runs, measure=on_the_clock)
    yield figure(f"render_overhead_{pages}", pairs, unit="s", goal=GOALS.get(pages))
    yield figure(f"render_seconds_per_page_{pages}", pairs, unit="s/page", each=counted)
    yield figure(f"render_pages_{pages}", [counted], unit="pages")
    yield figure(f"render_bytes_{pages}", [(len(ours), len(theirs))], unit="bytes")
    file = folder / f"{pages}.html"
    file.write_text(page, encoding="utf-8", newline="\n")
    memory = _memory_of(file, way="psoh"), _memory_of(file, way="bare")
    if all(memory):
        yield figure(f"render_peak_memory_{pages}", [memory], unit="MB")
    drawing = (sys.executable, "-m", "bench.rendering", str(file), "psoh")
    yield from browser.against_browser(
        file, drawing=drawing, pages=pages, drawn=(counted[0], len(ours)), runs=runs
    )


def _page_near(pages: int) -> str:
    """Make a page of about so many pages: a first guess, put right by what it turned out to be."""
    sections = len(document().sections)
    for _ in range(2):
        sections = max(1, round(sections * pages / _count_pages(_draw(page_of(sections)))))
    return page_of(sections)


@dataclass(frozen=True, slots=True)
class _Bare:
    """What our renderer hands to WeasyPrint: the same page, fonts, variant and options, and nothing around it."""

    source: Mapping[str, Any]
    options: Mapping[str, Any]

    def draw(self, page: str) -> bytes:
        import weasyprint

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it leaves its colour profile open
            drawn: bytes = weasyprint.HTML(**{**self.source, "string": page}).write_pdf(**self.options)
        return drawn


def _watch(page: str) -> _Bare:
    """Draw once our way and remember what WeasyPrint was asked; this also loads the fonts."""
    import weasyprint

    seen: dict[str, dict[str, Any]] = {}

    class Watched(weasyprint.HTML):  # type: ignore[misc] # it ships no types
        def __init__(self, **source: Any) -> None:
            seen["source"] = source
            super().__init__(**source)

        def write_pdf(self, **options: Any) -> Any:
            seen["options"] = options
            return super().write_pdf(**options)

    with mock.patch.object(weasyprint, "HTML", Watched):
        _draw(page)
    return _Bare(source=seen["source"], options=seen["options"])


@cache
def _source() -> Source:
    return carry(examples_dir() / EXAMPLE, version=Version.COUNCIL)


def _draw(page: str) -> bytes:
    """Draw a page as `psoh rapport` does, with the dossier in it."""
    return pdf.render(page, as_of=AS_OF, identifier="bench", source=_source())


def _count_pages(drawn: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(drawn)) as opened:
        return len(opened.pages)


def _memory_of(file: Path, *, way: Way) -> float:
    """Give the most megabytes a fresh process holds while it draws a page; zero where the computer does not tell."""
    command = (sys.executable, "-m", "bench.rendering", str(file), way)
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return float(done.stdout)


def _own_peak() -> float:
    """Give the most megabytes this process has held."""
    status = Path("/proc/self/status")
    if status.exists():
        kilobytes = next(
            line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")
        )
        return int(kilobytes) / 1024
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2  # macOS counts in bytes


def _draw_and_tell(file: Path, *, way: Way) -> None:
    """Draw a page once in this process and print the most memory it took."""
    page = file.read_text(encoding="utf-8")
    if way == "psoh":
        _draw(page)
    else:
        _watch("<!doctype html><html lang=nl><title>-</title><p>-").draw(page)
    print(f"{_own_peak():.1f}")


if __name__ == "__main__":
    _draw_and_tell(Path(sys.argv[1]), way="bare" if sys.argv[2] == "bare" else "psoh")
