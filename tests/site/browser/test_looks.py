"""How the pages look: narrow, enlarged, dark, on paper, from right to left, without a script, in forced colours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from tests.site.browser.conftest import Open
from tests.site.browser.looking import certain, question

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

PAGES = (
    "index.html#taal=ti&leeftijd=18-26", "dienst/vrouwengroep.html", "organisatie/huis.html", "lijst.html",
    "poster/dienst-vrouwengroep.html", "over.html", "ar/index.html", "ar/dienst/vrouwengroep.html",
)  # fmt: skip
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('[hidden], .onzichtbaar, .spring') && one.getClientRects().length)
  .filter((one) => { const box = one.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
  .map((one) => one.outerHTML.slice(0, 80))"""
TOO_SMALL = """() => [...document.querySelectorAll('a, button, summary, input, label')]
  .filter((one) => one.getClientRects().length && !one.closest('p.organisatie, .deel p') && one.type != 'checkbox')
  .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; })
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("size", [(320, 640), (320, 256)], ids=["narrow", "zoom-400"])
def test_nothing_needs_to_be_pushed_aside(size: tuple[int, int], open_page: Open) -> None:
    page = open_page(size=size)
    for place in PAGES:
        page.goto(page.url.partition("/site0/")[0] + "/site0/" + place)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, place
        assert page.evaluate(TOO_WIDE) == [], place


def test_every_target_is_large_enough_for_a_thumb(open_page: Open) -> None:
    page = open_page(size=(320, 640))
    for place in PAGES:
        page.goto(page.url.partition("/site0/")[0] + "/site0/" + place)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate(TOO_SMALL) == [], place


def test_on_a_narrow_screen_the_results_come_before_the_filters_are_opened(open_page: Open) -> None:
    page = open_page(size=(320, 640))
    assert page.locator("#zoek-groepen").is_hidden()
    page.locator("#zoek-filters > summary").click()
    assert page.locator("#zoek-groepen").is_visible()
    wide = open_page()
    assert wide.locator("#zoek-groepen").is_visible()


def test_on_a_narrow_screen_a_language_is_one_touch_away(open_page: Open) -> None:
    page = open_page(size=(320, 640), has_touch=True)
    button = page.locator("#zoek-snel").get_by_role("button", name="ትግርኛ")
    button.tap()
    assert (button.get_attribute("aria-pressed"), question(page)) == ("true", "taal=ti")
    assert certain(page) == ["Praatgroep", "Behandeling bij trauma"]
    button.tap()
    assert (button.get_attribute("aria-pressed"), question(page)) == ("false", "")
    assert open_page().locator("#zoek-snel").is_hidden()


def test_a_dark_screen_gets_a_dark_page(open_page: Open) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert open_page().evaluate(ground) == "rgb(255, 255, 255)"
    assert open_page(color_scheme="dark").evaluate(ground) == "rgb(18, 24, 31)"


def test_paper_holds_the_results_with_address_and_telephone_and_nothing_to_press(open_page: Open) -> None:
    page = open_page("index.html#q=vrouwen", media="print")
    for gone in (".menu", ".zoekbalk", "#zoek-filters", "#zoek-wis", "#zoek-zeker-meer", ".spring"):
        assert page.locator(gone).first.is_hidden(), gone
    card = page.locator("#zoek-zeker .kaartje").first
    assert "Marktplein 1, 1234 AB Dordrecht" in card.inner_text()
    assert "020-1234567" in card.inner_text()
    assert page.locator("#zoek-tel").is_visible()


def test_paper_tells_what_was_chosen(open_page: Open) -> None:
    page = open_page("index.html#taal=ti&gratis=ja", media="print")
    assert page.locator("#zoek-gekozen").inner_text().split("\n")[0].startswith("U koos:")
    assert "ትግርኛ (Tigrinya)" in page.locator("#zoek-gekozen").inner_text()


def test_paper_has_no_button_for_more(open_page: Open, large_site: Path) -> None:
    page = open_page(folder=large_site)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(certain(page)) == 500
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(certain(page)) == 20


@pytest.mark.parametrize(
    ("place", "most"),
    [
        ("index.html", 2),
        ("poster/dienst-vrouwengroep.html", 1),
        ("poster/organisatie-huis.html", 1),
        ("dienst/vrouwengroep.html", 1),
    ],
)
def test_paper_is_not_wasted(place: str, most: int, open_page: Open) -> None:
    printed = open_page(place).pdf(format="A4", print_background=True)
    with pikepdf.open(io.BytesIO(printed)) as opened:
        assert len(opened.pages) <= most


def test_without_a_script_the_whole_list_is_there(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator("#zoek").is_hidden()
    assert page.locator("noscript .melding").is_visible()
    assert page.locator("#zonder-script .kaartje").count() == 8
    page.get_by_role("link", name="Jeugdclub").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Jeugdclub"


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"]


def test_from_right_to_left_everything_changes_sides(open_page: Open) -> None:
    dutch, arabic = open_page(), open_page("ar/index.html")
    assert arabic.locator("html").get_attribute("dir") == "rtl"
    for page, is_right_to_left in ((dutch, False), (arabic, True)):
        assert (left(page, "#zoek-filters") > left(page, "#zoek-zeker")) is is_right_to_left
        assert (left(page, ".sitenaam") > left(page, ".menu")) is is_right_to_left
        assert (left(page, "#zoek-groepen input") > left(page, "#zoek-groepen .naam")) is is_right_to_left
        assert (left(page, "#zoek-veld") > left(page, ".zoekregel .knop")) is is_right_to_left


def test_in_another_language_what_stays_dutch_says_so(open_page: Open) -> None:
    page = open_page("ar/index.html#q=vrouwengroep")
    card = page.locator("#zoek-zeker .kaartje").first
    assert card.locator(".aanbod span").get_attribute("lang") == "nl"
    assert card.locator(".bel bdi").first.get_attribute("dir") == "ltr"
    assert page.locator("#zoek-groepen bdi[lang=ti]").inner_text() == "ትግርኛ"
    left_over = page.locator("#zoek-groep-soort")
    assert (left_over.inner_text(), left_over.get_attribute("lang"), left_over.get_attribute("dir")) == (
        "Wat voor hulp?", "nl", "ltr",
    )  # fmt: skip
    english = open_page("en/index.html")
    assert english.locator("#zoek-tel").inner_text() == "8 results"


def test_with_forced_colours_edges_and_the_keyboard_stay_visible(open_page: Open) -> None:
    page = open_page("index.html#gratis=ja")
    page.emulate_media(forced_colors="active")
    for what in (
        ".zoekregel input",
        ".knop[type=submit]",
        "#zoek-gekozen li button",
        ".merken li",
        ".zoekbalk",
    ):
        style = page.locator(what).first.evaluate("one => getComputedStyle(one).borderTop")
        assert "solid" in style or "dashed" in style, what


def test_nothing_moves_by_itself(open_page: Open) -> None:
    moving = """() => [...document.querySelectorAll('*')].map((one) => getComputedStyle(one))
      .filter((style) => style.animationName != 'none' || parseFloat(style.transitionDuration) > 0
        || style.scrollBehavior == 'smooth').length"""
    assert open_page().evaluate(moving) == 0
