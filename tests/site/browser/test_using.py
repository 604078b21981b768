"""Using the page: with the keyboard alone, with the back button, from a link, with a screen reader, and in pieces."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.browser.conftest import Open
from tests.site.browser.looking import ask, box, certain, focus, question, unknown, wait_until

pytestmark = [pytest.mark.conformance, pytest.mark.slow]


def test_with_the_keyboard_alone_somebody_finds_and_opens_a_service(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert focus(page) == "Ga naar de inhoud"
    page.keyboard.press("Enter")
    assert focus(page) == "inhoud"
    assert "inhoud" not in page.url
    page.keyboard.press("Tab")
    assert focus(page) == "zoek-veld"
    page.keyboard.type("praaten")
    page.keyboard.press("Escape")
    assert page.locator("#zoek-veld").input_value() == ""
    assert len(certain(page)) == 8
    page.keyboard.type("groep")
    page.keyboard.press("Enter")
    assert focus(page) == "zoek-tel"
    page.keyboard.press("Tab")
    assert focus(page) in {"Praatgroep", "Vrouwengroep"}
    page.keyboard.press("Enter")
    page.wait_for_url("**/dienst/*.html")


def test_every_stop_of_the_keyboard_can_be_seen(open_page: Open) -> None:
    page = open_page("index.html#taal=ti")
    stops, seen = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        where, outline, is_inside = page.evaluate(
            """() => {
              const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
              const isOn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return [at.outerHTML.slice(0, 80), isOn, box.width > 0 && box.bottom > 0 && box.top < innerHeight];
            }"""
        )
        if where.startswith("<body"):
            break
        stops.append(where)
        seen.append(outline and is_inside)
    assert len(stops) > 40
    assert [where for where, is_seen in zip(stops, seen, strict=True) if not is_seen] == []


def test_a_box_is_ticked_with_the_space_bar_and_keeps_the_keyboard(open_page: Open) -> None:
    page = open_page()
    box(page, "Alleen wat gratis is").focus()
    page.keyboard.press("Space")
    assert question(page) == "gratis=ja"
    assert page.evaluate("document.activeElement.type") == "checkbox"


def test_the_back_button_takes_one_choice_back_at_a_time(open_page: Open) -> None:
    page = open_page()
    box(page, "Alleen wat gratis is").check()
    box(page, "Maatje").check()
    assert certain(page) == ["Taalmaatje"]
    page.go_back()
    assert question(page) == "gratis=ja"
    assert len(certain(page)) == 6
    assert not box(page, "Maatje").is_checked()
    page.go_back()
    assert len(certain(page)) == 8
    page.go_forward()
    assert len(certain(page)) == 6


def test_after_a_look_at_a_service_the_question_is_still_there(open_page: Open) -> None:
    page = open_page()
    ask(page, "taalmaatjes")
    wait_until(page, "location.hash == '#q=taalmaatjes'")
    page.get_by_role("link", name="Taalmaatje").click()
    page.wait_for_url("**/dienst/taalmaatje.html")
    page.go_back()
    page.wait_for_selector("#zoek-zeker h3")
    assert page.locator("#zoek-veld").input_value() == "taalmaatjes"
    assert certain(page) == ["Taalmaatje"]


def test_a_link_and_a_reload_give_the_same_page(open_page: Open) -> None:
    page = open_page("index.html#q=groep&taal=ti&leeftijd=18-26&zelf=ja")
    first = (certain(page), unknown(page))
    assert first == (["Praatgroep"], ["Dicht loket"])
    assert box(page, "Tigrinya").is_checked()
    page.reload()
    assert (certain(page), unknown(page)) == first


def test_nonsense_in_a_link_is_left_out(open_page: Open) -> None:
    page = open_page(
        "index.html#taal=xx&taal=ti&soort=%3Cscript%3E&hoe=zo&toon=-4&q=%E2%80%AEgroep&__proto__=a"
    )
    assert certain(page) == ["Praatgroep"]
    page = open_page("index.html#" + "a=b&" * 3000 + "q=" + "groep " * 500)
    assert "Praatgroep" in certain(page)


def test_the_number_of_results_is_told_once_the_typing_rests(open_page: Open) -> None:
    page = open_page()
    wait_until(page, "document.getElementById('zoek-melding').textContent == '8 resultaten.'")
    page.evaluate(
        """() => {
          window.told = [];
          const place = document.getElementById('zoek-melding');
          new MutationObserver(() => window.told.push(place.textContent)).observe(place, { childList: true });
        }"""
    )
    page.locator("#zoek-veld").press_sequentially("koken", delay=20)
    wait_until(page, "window.told.length > 0")
    assert page.evaluate("window.told") == ["1 resultaat."]
    assert page.locator("#zoek-melding").get_attribute("role") == "status"


def test_results_come_in_pieces_and_the_keyboard_goes_to_the_first_new_one(
    open_page: Open, large_site: Path
) -> None:
    page = open_page(folder=large_site)
    assert len(certain(page)) == 20
    page.get_by_role("button", name="Laat er nog 20 zien").first.click()
    names = certain(page)
    assert len(names) == 40
    assert focus(page) == names[20]
    assert question(page) == "toon=40"
    page.reload()
    assert certain(page) == names


def test_the_form_never_leaves_the_page(open_page: Open) -> None:
    page = open_page()
    ask(page, "groep")
    page.get_by_role("button", name="Zoeken", exact=True).click()
    assert page.url.endswith("index.html#q=groep")


def test_another_language_keeps_what_was_asked(open_page: Open) -> None:
    page = open_page("index.html#q=groep&taal=ti")
    page.locator(".talen a[hreflang=en]").click()
    page.wait_for_url("**/en/index.html#q=groep&taal=ti")
    assert certain(page) == ["Praatgroep"]


def test_what_was_asked_can_be_taken_out_of_the_address(open_page: Open) -> None:
    page = open_page()
    assert page.locator("#zoek-spoor").is_hidden()
    ask(page, "groep")
    wait_until(page, "location.hash == '#q=groep'")
    page.get_by_role("button", name="Wis wat ik zocht").click()
    assert "#" not in page.url
    assert page.locator("#zoek-veld").input_value() == ""
    assert page.locator("#zoek-spoor").is_hidden()
    assert len(certain(page)) == 8


def test_paper_says_what_was_asked(open_page: Open) -> None:
    page = open_page("index.html#q=groep&taal=ti", media="print")
    assert page.locator("#zoek-gezocht").inner_text() == "Gezocht op: \u2068groep\u2069"
    assert page.locator("#zoek-gekozen li").all_inner_texts() == ["ትግርኛ (Tigrinya)"]
    assert page.locator("#zoek-spoor").is_hidden()
    assert page.get_by_text("Is er direct gevaar? Bel 112.").first.is_visible()
    assert page.locator(".sitevoet").is_hidden()


def test_enlarged_four_times_the_page_itself_begins_on_the_first_screen(open_page: Open) -> None:
    page = open_page(size=(320, 256))
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().bottom < innerHeight")
