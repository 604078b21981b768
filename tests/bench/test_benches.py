"""Every bench still runs, on something small: a bench that only breaks when somebody wants a figure is no use."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from bench.measuring import Figure
from tests.conftest import missing

from bench import growth, rendering, startup
from psoh_cli.environment import pdf_available

_PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title></head>'
    "<body><h1>Proef</h1><p>Een bladzijde.</p></body></html>"
)


def _sound(figures: tuple[Figure, ...], *names: str) -> None:
    assert tuple(figure.name for figure in figures) == names
    assert all(figure.runs >= 1 and figure.unit for figure in figures)


@pytest.mark.slow
def test_the_growth_of_check_and_analysis_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "LARGE", 40)
    monkeypatch.setattr(growth, "SMALL", 20)
    monkeypatch.setattr(growth, "_PARTS", 2)
    figures = growth.growth(check_runs=1, analyse_runs=1)
    _sound(figures, "check_growth", "check_growth_net", "analyse_growth", "analyse_growth_net")
    assert all(figure.ratio > 0 for figure in figures if not figure.name.endswith("_net"))


@pytest.mark.slow
def test_our_rendering_is_held_against_the_bare_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    if lack := pdf_available():
        missing(lack.missing)
    monkeypatch.setattr(rendering, "_page", lambda: _PAGE)
    figures = rendering.rendering(runs=1)
    names = ("render_overhead", "render_seconds_per_page", "render_pages", "render_peak_memory")
    _sound(figures, *names[: len(figures)])
    assert len(figures) >= 3
    assert (figures[2].a, figures[2].b) == (1, 1)


@pytest.mark.slow
def test_the_bare_renderer_gets_what_ours_asks_for() -> None:
    if lack := pdf_available():
        missing(lack.missing)
    bare = rendering._watch(_PAGE)
    assert bare.options["pdf_variant"] == "pdf/ua-1"
    assert bare.options["font_config"] is not None
    assert {"base_url", "url_fetcher"} <= bare.source.keys()
    with pikepdf.open(io.BytesIO(bare.draw(_PAGE))) as drawn:
        assert "/StructTreeRoot" in drawn.Root


def test_starting_is_measured_on_the_real_command(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    if not Path(startup._psoh()).is_file():
        missing("psoh is not installed beside this Python")
    figure = startup.startup_version(runs=1)
    assert (figure.name, figure.goal, figure.unit) == ("startup_version", 2.0, "s")
    assert figure.ratio > 0
