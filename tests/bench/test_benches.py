"""Every bench still runs, on something small: a bench that only breaks when somebody wants a figure is no use."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
from bench.generate import AS_OF, generate_kaart, write_kaart
from bench.measuring import Figure
from tests.conftest import missing

from bench import browser, coverage, exchange, growth, neighbours, pages, rendering, rerunning, startup
from psoh_cli.dossier.judging import judge_kaart
from psoh_cli.environment import pdf_available
from psoh_cli.press import pdf

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


def test_a_generated_kaart_is_unfinished_and_nothing_else(tmp_path: Path) -> None:
    """What a measured kaart lacks is what a real one lacks; its texts hold nobody, and nothing stands in it twice."""
    kaart = tmp_path / "sociale-kaart.yaml"
    write_kaart(kaart, 200)
    found = judge_kaart(kaart, as_of=AS_OF, within=None).problems
    assert {problem.code for problem in found} == {"KAART004", "KAART016", "KAART020", "KAART038"}
    assert 100 < len(found) < 300


def test_what_one_generated_kaart_says_no_other_says() -> None:
    """Otherwise a text that was looked at before would make small kaarten cheaper than they are."""
    one, other = (generate_kaart(50, seed=seed) for seed in (1, 2))
    descriptions = {service.description for kaart in (one, other) for service in kaart.services}
    assert len(descriptions) == 100


@pytest.mark.slow
def test_growth_to_a_huge_kaart_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "HUGE", 40)
    monkeypatch.setattr(growth, "SMALL", 20)
    _sound(growth.far_growth(runs=1), "check_growth_40", "check_growth_40_net")


@pytest.mark.slow
def test_check_is_held_against_the_checkers_people_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "SERVICES", 20)
    monkeypatch.setattr(neighbours, "MANY", 40)
    figures = neighbours.neighbours(runs=1)
    assert {"check_vs_check_jsonschema", "check_vs_yamllint"} <= {figure.name for figure in figures}
    assert all(figure.a > 0 and figure.b > 0 for figure in figures)


@pytest.mark.slow
def test_our_rendering_is_held_against_the_bare_renderer_and_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if lack := pdf_available():
        missing(lack.missing)
    monkeypatch.setattr(rendering, "SIZES", (25,))
    monkeypatch.setattr(rendering, "page_of", lambda sections: _PAGE)
    figures = {figure.name: figure for figure in rendering.rendering(runs=1)}
    assert {"render_overhead_25", "render_seconds_per_page_25", "render_bytes_25"} <= set(figures)
    assert figures["render_overhead_25"].goal == 1.10
    assert (figures["render_pages_25"].a, figures["render_pages_25"].b) == (1, 1)
    if "render_against_browser_25" in figures:
        assert figures["render_against_browser_25_pages"].b == 1
    else:
        assert "skipped" in capsys.readouterr().err


@pytest.mark.slow
def test_the_bare_renderer_gets_what_ours_asks_for() -> None:
    if lack := pdf_available():
        missing(lack.missing)
    bare = rendering._watch(_PAGE)
    assert bare.options["pdf_variant"] == pdf.VARIANT
    assert bare.options["font_config"] is not None
    assert {"base_url", "url_fetcher"} <= bare.source.keys()
    with pikepdf.open(io.BytesIO(bare.draw(_PAGE))) as drawn:
        assert "/StructTreeRoot" in drawn.Root


def test_without_a_browser_there_is_no_outside_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    file = tmp_path / "5.html"
    assert list(browser.against_browser(file, drawing=("no",), pages=5, drawn=(1, 1), runs=1)) == []
    assert "Chromium is missing" in capsys.readouterr().err


def test_a_page_of_many_sections_has_every_id_once_and_no_loose_link() -> None:
    many = len(pages.document().sections) + 3
    page = pages.page_of(many)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count('<section class="paragraaf niveau-2') >= many


@pytest.mark.slow
def test_a_second_run_is_held_against_the_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    if not Path(startup.psoh()).is_file():
        missing("psoh is not installed beside this Python")
    (figure,) = rerunning.rerunning(runs=1, words=("--soort", "samenvatting", "--format", "html"))
    assert (figure.name, figure.goal) == ("rerun_unchanged", 0.02)
    assert figure.a < figure.b


@pytest.mark.slow
def test_starting_is_measured_on_the_real_command(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    if not Path(startup.psoh()).is_file():
        missing("psoh is not installed beside this Python")
    figure = startup.startup_version(runs=1)
    assert (figure.name, figure.goal, figure.unit) == ("startup_version", 2.0, "s")
    assert figure.ratio > 0


@pytest.mark.slow
def test_the_coverage_is_held_against_a_bare_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "SERVICES", 200)
    monkeypatch.setattr(coverage, "FEWER", 100)
    whole, grown = coverage.coverage(runs=1)
    assert (whole.name, whole.unit, grown.name, grown.unit) == (
        "coverage_200", "s", "coverage_growth", "ms/service"
    )  # fmt: skip
    assert whole.a > whole.b > 0


@pytest.mark.slow
def test_spreadsheets_are_held_against_the_bare_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "SERVICES_IN_FILE", 100)
    figures = {figure.name: figure for figure in exchange.exchange(runs=1)}
    assert {name for name, figure in figures.items() if figure.goal == 3} == {
        "import_xlsx", "import_csv", "export_xlsx"
    }  # fmt: skip
    assert {"import_foreign_csv", "export_csv", "import_preview"} < set(figures)
    assert all(figure.a > 0 and figure.b > 0 for figure in figures.values())
