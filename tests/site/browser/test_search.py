"""Searching as people do: half words, other forms, errors, their own language, and what is told about it."""

from __future__ import annotations

import pytest
from tests.site.browser.conftest import Open
from tests.site.browser.looking import ask, certain, question, unknown

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

ALL = [
    "Inloop zonder gegevens", "Behandeling bij trauma", "Dicht loket", "Jeugdclub", "Praatgroep", "Taalmaatje",
    "Vrouwengroep", "Spreekuur ouderen",
]  # fmt: skip

FOUND_BY = (
    ("praat", "Praatgroep"),
    ("PRAATGROEPEN", "Praatgroep"),
    ("behandelingen", "Behandeling bij trauma"),
    ("psychologen", "Behandeling bij trauma"),
    ("trauma’s", "Behandeling bij trauma"),
    ("cafe", "Vrouwengroep"),
    ("vrijwiliger", "Taalmaatje"),
    ("tigrinja", "Praatgroep"),
    ("ትግርኛ", "Praatgroep"),
    ("عربي", "Taalmaatje"),
    ("arabic", "Taalmaatje"),
    ("Marktplein", "Vrouwengroep"),
    ("GGZ Drechtsteden", "Behandeling bij trauma"),
    ("schokkende ervaringen", "Behandeling bij trauma"),
    ("ik zoek een psycholoog", "Behandeling bij trauma"),
    ("slapen stress", "Praatgroep"),
    ("ouderen", "Spreekuur ouderen"),
    ("praat-groep", "Praatgroep"),
    ("praat groep", "Praatgroep"),
    ("slapenstress", "Praatgroep"),
    ("ptss", "Behandeling bij trauma"),
    ("psychiater", "Behandeling bij trauma"),
    ("psychiatre", "Behandeling bij trauma"),
    ("interpreter", "Behandeling bij trauma"),
    ("tolk", "Behandeling bij trauma"),
)


def test_without_a_question_everything_is_there_what_was_not_confirmed_last(open_page: Open) -> None:
    page = open_page()
    assert sorted(certain(page)) == sorted(ALL)
    assert certain(page)[-1] == "Spreekuur ouderen"
    assert unknown(page) == []
    assert page.locator("#zoek-tel").inner_text() == "8 resultaten"


def test_a_service_is_found_by_other_forms_errors_and_names_of_languages(open_page: Open) -> None:
    page = open_page()
    wrong = [(words, found) for words, expected in FOUND_BY if (found := ask(page, words))[:1] != [expected]]
    assert wrong == []


def test_all_words_count_and_order_does_not(open_page: Open) -> None:
    page = open_page()
    assert ask(page, "vrouwen koken") == ask(page, "koken vrouwen") == ["Vrouwengroep"]


def test_a_name_goes_before_a_description(open_page: Open) -> None:
    assert sorted(ask(open_page(), "groep")[:2]) == ["Praatgroep", "Vrouwengroep"]


def test_a_typing_error_is_told(open_page: Open) -> None:
    page = open_page()
    assert ask(page, "vrijwiliger") == ["Taalmaatje"]
    assert page.locator("#zoek-raad").inner_text() == (
        "Het woord ‘\u2068vrijwiliger\u2069’ staat hier niet. Wij zochten op ‘\u2068vrijwilliger\u2069’."
    )
    ask(page, "vrijwilliger")
    assert page.locator("#zoek-raad").is_hidden()


def test_where_nothing_has_all_words_the_nearest_is_shown_and_that_is_told(open_page: Open) -> None:
    page = open_page()
    assert ask(page, "koken in Parijs") == ["Vrouwengroep"]
    assert page.get_by_text("Niets heeft al uw woorden. Dit lijkt erop:").is_visible()


def test_a_language_that_somebody_types_can_be_chosen(open_page: Open) -> None:
    page = open_page()
    ask(page, "tigrinya")
    page.get_by_role("button", name="Alleen hulp in deze taal: \u2068ትግርኛ (Tigrinya)\u2069").click()
    assert question(page) == "taal=ti"
    assert certain(page) == ["Praatgroep", "Behandeling bij trauma"]
    assert unknown(page) == ["Dicht loket", "Inloop zonder gegevens"]


def test_where_nothing_is_found_it_says_what_to_let_go_and_whom_to_call(open_page: Open) -> None:
    page = open_page("index.html#taal=ti&leeftijd=12-17&soort=maatje")
    assert page.locator("#zoek-tel").inner_text() == "Niets gevonden"
    assert page.locator("#zoek-niets").get_by_role("link", name="078-1234567").is_visible()
    page = open_page("index.html#soort=maatje&gratis=ja&q=koken")
    ways = page.locator(".losser").first.get_by_role("button").all_inner_texts()
    assert ways == ["Zonder ‘\u2068Maatje\u2069’: 1 resultaat", "Zonder ‘\u2068koken\u2069’: 1 resultaat"]
    page.locator(".losser button").first.click()
    assert certain(page) == ["Vrouwengroep"]
    assert question(page) == "q=koken&gratis=ja"


def test_a_card_tells_how_to_get_there_and_in_which_language(open_page: Open) -> None:
    card = open_page("index.html#q=vrouwengroep").locator("#zoek-zeker .kaartje").first
    assert card.locator(".plek").inner_text() == "Buurthuis Centrum, Marktplein 1, 1234 AB Dordrecht"
    assert card.get_by_role("link", name="020-1234567").get_attribute("href") == "tel:0201234567"
    assert card.locator(".merken li").all_inner_texts() == ["Gratis", "Zonder verwijzing"]
    assert card.locator("h3 a").get_attribute("href") == "dienst/vrouwengroep.html"


def test_the_card_of_the_script_says_what_the_list_without_script_says(open_page: Open) -> None:
    with_script = open_page().locator("#zoek-zeker .kaartje")
    without = open_page(java_script_enabled=False).locator("#zonder-script .kaartje")

    def told(cards: object, part: str) -> list[str]:
        found = cards.evaluate_all(  # type: ignore[attr-defined]
            f"cards => cards.map(card => [...card.querySelectorAll('{part}')]"
            ".map(one => one.textContent.trim()).join('|'))"
        )
        return sorted(text for text in found if text)

    for part in ("h3", ".organisatie", ".aanbod", ".kaarttalen", ".merken li"):
        assert told(with_script, part) == told(without, part)


def test_what_is_found_by_another_word_comes_last_and_that_is_told(open_page: Open) -> None:
    page = open_page()
    assert ask(page, "psychiater") == ["Behandeling bij trauma"]
    told = page.locator("#zoek-raad").inner_text()
    assert told.startswith("Ook gezocht op: ")
    assert "psycholoog" in told
    assert ask(page, "koken") == ["Vrouwengroep"]
    assert page.locator("#zoek-raad").is_hidden()


def test_what_is_free_needs_no_referral_or_has_an_interpreter_is_found_by_those_words(
    open_page: Open,
) -> None:
    page = open_page()
    free = ask(page, "gratis")
    assert len(free) == 6
    assert "Behandeling bij trauma" not in free
    assert sorted(ask(page, "free")) == sorted(free)
    assert "Behandeling bij trauma" not in ask(page, "zonder verwijzing")
    assert ask(page, "tolk") == ["Behandeling bij trauma"]


def test_letters_that_are_no_word_here_find_nothing_at_random(open_page: Open) -> None:
    assert ask(open_page(), "inloggz") == []


def test_where_nothing_is_found_what_it_is_for_can_be_chosen(open_page: Open) -> None:
    page = open_page()
    assert ask(page, "xyzzyx") == []
    page.locator("#zoek-niets").get_by_role("button", name="Mensen ontmoeten en meedoen").click()
    assert question(page) == "doel=versterken"
    assert "Praatgroep" in certain(page)


def test_a_language_where_only_the_interpreter_is_unknown_says_so(open_page: Open) -> None:
    page = open_page("index.html#taal=ti")
    told = page.locator("#zoek-onzeker .onbekend").all_inner_texts()
    assert told == ["Niet bekend: \u2068of er een tolk is\u2069", "Niet bekend: \u2068talen\u2069"]
