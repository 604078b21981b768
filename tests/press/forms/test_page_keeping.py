"""The page in Chromium: where answers stay, how somebody goes on later, and how they are wiped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.press.forms.conftest import OpenList
from tests.press.forms.lists import FULL, as_page_writes, small
from tests.press.forms.using import bare, focused, saved, told

from psoh_cli.interview.answers import Answer

if TYPE_CHECKING:
    from playwright.sync_api import Dialog

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

ANSWERS = {name: Answer.model_validate(said) for name, said in FULL.items()}


def test_somebody_can_go_on_later_with_the_file(open_list: OpenList, tmp_path: Path) -> None:
    page = open_list(small())
    mine = tmp_path / "a.json"
    mine.write_bytes(as_page_writes(small(), ANSWERS))
    page.locator("#later > summary").click()
    page.locator("#bestand-terug").set_input_files(mine)
    page.get_by_text("6 antwoorden zijn teruggezet.").wait_for()
    assert bare(saved(page))["antwoorden"] == bare(mine.read_bytes())["antwoorden"]


UNFIT = (
    (b"geen json", "Dit is geen bestand met antwoorden."),
    (as_page_writes(small(), {}).replace(b'"beleid"', b'"ander"'), "Dit bestand hoort bij een andere lijst."),
    (
        as_page_writes(small(), {}).replace(b'"antwoorden": {}', b'"antwoorden": {"weg": {}}'),
        "staat de vraag niet",
    ),
    (
        as_page_writes(small(), {"plan": Answer.model_validate({"antwoord": "misschien"})}),
        "Niet alles past op deze lijst. Kijk na: 1. Is er plan?",
    ),
)


def test_a_file_that_does_not_fit_is_told(open_list: OpenList, tmp_path: Path) -> None:
    page = open_list(small())
    page.locator("#later > summary").click()
    for number, (content, why) in enumerate(UNFIT):
        (tmp_path / f"{number}.json").write_bytes(content)
        page.locator("#bestand-terug").set_input_files(tmp_path / f"{number}.json")
        if page.locator("#vraag-eerst").is_visible():
            page.locator("#vraag-eerst-ja").click()
        page.get_by_text(why).wait_for()


def test_answers_stay_in_this_tab_only_unless_somebody_asks_and_can_be_wiped(open_list: OpenList) -> None:
    page = open_list(small())
    page.locator("#v5-tekst").fill("77")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    assert told(page) == "Uw antwoorden van eerder staan er weer."
    assert page.locator("#v5-tekst").input_value() == "77"
    kept = "[sessionStorage.length, localStorage.length]"
    assert page.evaluate(kept) == [1, 0]
    page.locator("#later > summary").click()
    page.locator("#onthoud").check()
    assert page.evaluate(kept) == [1, 1]
    page.locator("#wis").click()
    assert focused(page) == "vraag-eerst-nee"
    page.keyboard.press("Escape")
    assert page.locator("#v5-tekst").input_value() == "77"
    page.locator("#wis").click()
    page.locator("#vraag-eerst-ja").click()
    assert page.evaluate(kept) == [0, 0]
    assert page.locator("#v5-tekst").input_value() == ""
    page.reload()
    assert page.locator("#v5-tekst").input_value() == ""


def test_a_reload_asks_nothing_where_all_is_kept_and_leaving_does(open_list: OpenList) -> None:
    page = open_list(small())
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.locator("#v5-tekst").fill("77")
    page.keyboard.press("F5")
    page.evaluate("location.reload()")
    page.get_by_text("Uw antwoorden van eerder staan er weer.").wait_for()
    assert asked == []
    page.locator("#v5-tekst").fill("78")
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_a_browser_that_keeps_nothing_says_so_and_works(open_list: OpenList) -> None:
    page = open_list(small())
    page.add_init_script("for (const name of ['sessionStorage', 'localStorage']) "
                         "Object.defineProperty(window, name, { get() { throw new Error('no'); } });")  # fmt: skip
    page.reload()
    page.locator("#later > summary").click()
    assert page.locator("#onthoud").is_hidden()
    assert "onthoudt hier niets" in page.locator("#onthoud-uitleg").inner_text()
    page.locator("#v5-tekst").fill("5")
    page.locator("#bewaar").click()
    assert b'"5"' in saved(page, press="#toch")


def test_where_no_file_comes_the_answers_are_there_to_copy(open_list: OpenList) -> None:
    page = open_list(small(FULL))
    data = saved(page)
    page.locator("#als-tekst > summary").click()
    assert page.locator("#tekst-mee").input_value().encode() == data
    page.locator("#kopieer").click()
    assert "De tekst is" in told(page)
