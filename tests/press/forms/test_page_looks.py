"""How the page looks: narrow, enlarged, dark, on paper, without a script, and to the public checkers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest
from tests.press.forms.conftest import OpenList
from tests.press.forms.lists import FULL, small

from psoh_cli.press.forms.page import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

Checker = Callable[..., "CompletedProcess[str]"]
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('[hidden], .weg, .spring, dialog') && one.getClientRects().length)
  .filter((one) => { const box = one.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
  .map((one) => one.outerHTML.slice(0, 80))"""
TOO_SMALL = """() => [...document.querySelectorAll('a, button, summary, select, textarea, .keuze, [type=text]')]
  .filter((one) => one.getClientRects().length && !one.closest('.spring'))
  .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; })
  .map((one) => one.outerHTML.slice(0, 80))"""
BROKEN_WORDS = """() => [...document.querySelectorAll('.knop, h1, h2, .keuze span, .bestand')]
  .filter((one) => one.getClientRects().length && !one.closest('dialog'))
  .flatMap((one) => one.textContent.trim().split(/[\\s-]+/).map((word) => [one, word]))
  .filter(([one, word]) => { const range = document.createRange(), node = one.firstChild;
    if (!node || node.nodeType !== 3 || node.textContent.indexOf(word) < 0) return false;
    const begin = node.textContent.indexOf(word);
    range.setStart(node, begin); range.setEnd(node, begin + word.length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1; })
  .map(([, word]) => word)"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page that the checkers look at: every kind of question, filled in."""
    path = tmp_path_factory.mktemp("lijsten") / "vol.html"
    path.write_text(render_html(small(FULL)), encoding="utf-8")
    return path


def test_axe_finds_nothing(page_file: Path, conformance_tool: Callable[[str], Checker]) -> None:
    looks = (
        "--color-scheme",
        "light",
        "--color-scheme",
        "dark",
        "--viewport",
        "320x640",
    )
    done = conformance_tool("axe-check")(*looks, page_file.as_uri())
    assert done.returncode == 0, done.stdout
    assert "2 ok, 0 with violations" in done.stdout


def test_it_is_valid_html(page_file: Path, conformance_tool: Callable[[str], Checker]) -> None:
    done = conformance_tool("html-check")("--strict", page_file)
    assert done.returncode == 0, done.stdout


def test_nothing_needs_to_be_pushed_aside_and_a_thumb_hits_everything(open_list: OpenList) -> None:
    """Narrow, at 400 % on a computer, and at 200 % on a telephone."""
    page = open_list(small(FULL), size=(320, 640))
    page.evaluate(OPEN_ALL)
    page.locator("#bewaar").click()
    for width, height in ((320, 640), (320, 256), (180, 320)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate(TOO_SMALL) == []
        assert page.evaluate(BROKEN_WORDS) == []


def test_the_bar_covers_nothing_that_has_the_focus(open_list: OpenList) -> None:
    page = open_list(small(FULL), size=(390, 700))
    covered = """() => { const at = document.activeElement, bar = document.querySelector('.balk');
      return !at.contains(bar) && !bar.contains(at)
        && at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top; }"""
    for _ in range(45):
        page.keyboard.press("Tab")
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
    _expect_dark_and_forced_colours(page)


def _expect_dark_and_forced_colours(page: Page) -> None:
    """Hold that a dark screen gets a dark page, and that forced colours keep its edges."""
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(18, 24, 31)"
    page.emulate_media(forced_colors="active")
    for what in ("#v5-tekst", ".knop", "#v3-k2-d1"):
        edge = page.locator(what).first.evaluate("one => getComputedStyle(one).borderTop")
        assert "solid" in edge, what


def test_paper_holds_every_question_and_nothing_to_press(open_list: OpenList) -> None:
    page = open_list(small())
    assert page.locator("#v2").is_hidden()
    assert page.locator(".melding.alleen-zonder-script").is_hidden()
    page.emulate_media(media="print")
    assert page.locator("#v2").is_visible()
    assert page.locator("#v2 .voorwaarde").is_visible()
    assert page.locator("#v3-k2-d2").is_visible()
    assert page.locator("#v3 .op-papier").first.is_visible()
    for gone in ("#bewaar", ".balk", ".themas", "#later", "#bericht"):
        assert page.locator(gone).is_hidden(), gone


def test_without_a_script_it_says_so_and_shows_every_question(open_list: OpenList) -> None:
    page = open_list(small(), java_script_enabled=False)
    assert page.locator("noscript .melding").is_visible()
    assert page.locator(".melding.alleen-zonder-script").is_visible()
    assert page.locator("fieldset.vraag:visible").count() == 6
    assert page.locator("#v2 .voorwaarde").is_visible()
    for gone in ("#bewaar", ".balk", ".themas", "#later"):
        assert page.locator(gone).is_hidden(), gone
