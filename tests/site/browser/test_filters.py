"""Filters: what fits, what may fit and is never hidden, and the number beside every choice, against the kaart."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.site import plan_of
from tests.kaart.samples import service
from tests.site.browser.conftest import Open
from tests.site.browser.looking import ask, box, certain, counts, question, unknown
from tests.site.browser.sites import ORGANIZATIONS, of_first_page, write
from tests.site.samples import planned

from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.reach import Reach, reach_of, serves_age
from psoh_cli.vocabulary import AgeGroup, ClientCost, ServiceStatus

pytestmark = [pytest.mark.conformance, pytest.mark.slow]


def test_within_a_filter_it_is_or_and_between_filters_it_is_and(open_page: Open) -> None:
    page = open_page()
    box(page, "Maatje").check()
    assert certain(page) == ["Taalmaatje"]
    box(page, "Behandeling").check()
    assert sorted(certain(page)) == ["Behandeling bij trauma", "Taalmaatje"]
    box(page, "Alleen wat gratis is").check()
    assert certain(page) == ["Taalmaatje"]
    assert question(page) == "soort=maatje&soort=behandeling&gratis=ja"


def test_what_is_unknown_stays_in_sight_and_says_what_is_unknown(open_page: Open) -> None:
    page = open_page()
    box(page, "12 tot en met 17 jaar").check()
    box(page, "Alleen zonder verwijzing").check()
    assert certain(page) == ["Jeugdclub"]
    assert (
        page.locator("#zoek-twijfel-tel").inner_text() == "Bij 1 resultaat weten wij niet of het bij u past"
    )
    assert unknown(page) == ["Inloop zonder gegevens"]
    told = page.locator("#zoek-onzeker .onbekend").all_inner_texts()
    assert told == ["Niet bekend: \u2068leeftijd, verwijzing\u2069"]


def test_the_language_itself_or_an_interpreter(open_page: Open) -> None:
    page = open_page()
    assert page.get_by_text("Hoe praat u met elkaar?").is_hidden()
    box(page, "Tigrinya").check()
    assert certain(page) == ["Praatgroep", "Behandeling bij trauma"]
    box(page, "Er is een tolk").check()
    assert certain(page) == ["Behandeling bij trauma"]
    box(page, "Iemand spreekt mijn taal").check()
    assert certain(page) == ["Praatgroep", "Behandeling bij trauma"]
    box(page, "Er is een tolk").uncheck()
    assert certain(page) == ["Praatgroep"]
    assert question(page) == "taal=ti&hoe=zelf"
    box(page, "Tigrinya").uncheck()
    assert question(page) == ""


def test_every_number_is_what_the_choice_gives(open_page: Open) -> None:
    """Choose each value on its own, with a word and another filter beside it: what is found is what was promised."""
    page = open_page()
    for start in ("", "#q=groep", "#gratis=ja", "#taal=nl&zelf=ja"):
        page.goto(page.url.partition("#")[0] + start)
        page.reload()
        promised = counts(page)
        got = page.evaluate(
            """() => [...document.querySelectorAll('#zoek-groepen li:has(.tel)')].map((item) => {
              const box = item.querySelector('input'), name = item.querySelector('.naam').textContent;
              if (box.checked) return null;
              const others = [...item.closest('.groep').querySelectorAll('input')];
              if (others.some((other) => other.checked)) return null;
              box.click();
              const found = document.querySelectorAll('#zoek-zeker > li').length;
              box.click();
              return [name, found];
            }).filter(Boolean)"""
        )
        assert len(got) > 12
        assert {name: promised[name] for name, _ in got} == dict(map(tuple, got))


def test_five_thousand_services_are_counted_as_the_kaart_counts(open_page: Open, large_site: Path) -> None:
    page = open_page(folder=large_site)
    services = [item.service for item in plan_of(5_000).site.services]
    running = [item.model_copy(update={"status": ServiceStatus.ACTIVE}) for item in services]
    told = counts(page)
    reached = [reach_of(item, language="ti", fresh=True) for item in running]
    assert told["ትግርኛ Tigrinya"] == sum(reach in {Reach.OWN_LANGUAGE, Reach.INTERPRETER} for reach in reached)
    assert told["65 jaar en ouder"] == sum(
        serves_age(item, age_group=AgeGroup.OLDER) is True for item in services
    )
    assert told["Alleen wat gratis is"] == sum(item.cost is ClientCost.FREE for item in services)
    box(page, "Tigrinya").check()
    assert (
        page.locator("#zoek-twijfel-tel")
        .inner_text()
        .startswith(f"Bij {sum(reach is Reach.UNKNOWN for reach in reached):,}".replace(",", "."))
    )


def test_what_was_chosen_can_be_let_go_one_by_one_or_at_once(open_page: Open) -> None:
    page = open_page("index.html#taal=ti&gratis=ja&q=praat")
    chips = page.locator("#zoek-gekozen li button")
    assert chips.all_inner_texts() == ["ትግርኛ (Tigrinya)", "Alleen wat gratis is"]
    assert page.get_by_role("button", name="Haal weg: \u2068Alleen wat gratis is\u2069").is_visible()
    chips.last.click()
    assert question(page) == "q=praat&taal=ti"
    page.get_by_role("button", name="Wis alles en begin opnieuw").click()
    assert question(page) == ""
    assert len(certain(page)) == 8
    assert page.locator("#zoek-gekozen").is_hidden()


def test_a_wijk_can_be_chosen(open_page: Open) -> None:
    page = open_page()
    box(page, "Centrum").check()
    assert "Jeugdclub" not in certain(page)
    assert "Praatgroep" in certain(page)
    assert ask(page, "jeugdclub") == []


def test_where_no_language_is_known_that_is_said_and_no_row_of_noughts(
    open_page: Open, tmp_path: Path
) -> None:
    kaart = Kaart(organizations=ORGANIZATIONS, services=(service(id="vaag", organisatie="huis"),))
    page = open_page(folder=write(planned(kaart)[0], tmp_path, only=of_first_page))
    assert page.locator("#zoek-groepen .groep").first.inner_text().split("\n\n") == [
        "In welke taal?", "Van geen dienst is de taal bekend.",
    ]  # fmt: skip
    assert page.locator("#zoek-snel").is_hidden()


def test_two_languages_never_have_the_same_name(open_page: Open) -> None:
    names = list(counts(open_page()))
    assert {"Kurdî Koerdisch", "Kurmancî Kurmanji"} <= set(names)
    assert len(set(names)) == len(names)
