"""What our rendering step adds to the renderer itself: time, pages and memory for one document of an example."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal
from unittest import mock

from bench.measuring import Figure, figure, on_the_processor, side_by_side

from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.files.templates import examples_dir
from psoh_cli.press import html, pdf
from psoh_cli.report.compose import compose

AS_OF = date(2026, 11, 21)
EXAMPLE = "dordrecht"
KIND = "gap-analyse"
GOAL = 1.10

Way = Literal["psoh", "bare"]
WAYS: tuple[Way, Way] = ("psoh", "bare")


def rendering(*, runs: int) -> tuple[Figure, ...]:
    """Give `render_overhead`, and the pages, seconds per page and peak memory that belong to it."""
    page = _page()
    bare = _watch(page)
    pages = _count_pages(_draw(page)), _count_pages(bare.draw(page))
    pairs = side_by_side(lambda: _draw(page), lambda: bare.draw(page), runs=runs, measure=on_the_processor)
    figures = [
        figure("render_overhead", pairs, unit="s", goal=GOAL),
        figure("render_seconds_per_page", pairs, unit="s/page", each=pages),
        figure("render_pages", [pages], unit="pages"),
    ]
    memory = _peak_memory(page)
    return (*figures, figure("render_peak_memory", [memory], unit="MB")) if all(memory) else tuple(figures)


@dataclass(frozen=True, slots=True)
class _Bare:
    """What our renderer hands to WeasyPrint: the same page, fonts, variant and options, and nothing around it."""

    source: Mapping[str, Any]
    options: Mapping[str, Any]

    def draw(self, page: str) -> bytes:
        import weasyprint

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


def _draw(page: str) -> bytes:
    return pdf.render(page, as_of=AS_OF, identifier="bench")


def _page() -> str:
    material = open_dossier(examples_dir() / EXAMPLE, as_of=AS_OF).material(AS_OF)
    return html.render(compose(KIND, material))


def _count_pages(drawn: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(drawn)) as document:
        return len(document.pages)


def _peak_memory(page: str) -> tuple[float, float]:
    """Give the most megabytes a fresh process holds, our way and bare; zero where the computer does not tell."""
    with tempfile.TemporaryDirectory(prefix="psoh-bench-") as made:
        file = Path(made) / "page.html"
        file.write_text(page, encoding="utf-8", newline="\n")
        ours, bare = (_memory_of(file, way=way) for way in WAYS)
    return ours, bare


def _memory_of(file: Path, *, way: Way) -> float:
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
