"""The page in Chromium: filled in with the keyboard alone, what comes into sight, what is wrong, what is sent."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import missing
from tests.interview.forms import lists as real
from tests.press.forms.conftest import OpenList
from tests.press.forms.lists import CATALOGUE, FULL, MADE, as_page_writes, hostile, small
from tests.press.forms.using import bare, every_answer, focused, said, saved, tab_to

from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.page_reading import read_json
from psoh_cli.interview.forms.understanding import understand
from psoh_cli.vocabulary import AnswerKind

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

ANSWERS = {name: Answer.model_validate(said) for name, said in FULL.items()}


def test_a_whole_list_with_the_keyboard_alone(open_list: OpenList) -> None:
    """Fill in, save, and read back what an interview at the prompt would hold."""
    page = open_list(small())
    keys = page.keyboard
    tab_to(page, "v1-k1")
    keys.press("Space")
    assert "Er komt bij: 2. Is er plan-hoe?" in said(page)
    _tell_more(page, sure="Zeker")
    tab_to(page, "v2-tekst")
    keys.type("In <b>stappen</b>")
    keys.press("Enter")
    keys.type("en rustig")
    _tell_more(page, remark="Zie ook het plan & meer")
    tab_to(page, "v3-k2")
    keys.press("Space")
    tab_to(page, "v3-k2-d1")
    keys.type("Goed")
    tab_to(page, "v3-k2-d2")
    keys.type("12")
    tab_to(page, "v3-k4")
    keys.press("Space")
    tab_to(page, "v3-anders")
    keys.type("De bibliotheek")
    tab_to(page, "v3-k4-d1")
    keys.type("Weet")
    tab_to(page, "v4-k1")
    keys.press("ArrowDown")
    tab_to(page, "v5-tekst")
    keys.type("1200")
    _tell_more(page, sure="Redelijk")
    tab_to(page, "v6-tekst")
    keys.type("maart 2026")
    assert page.locator("#stand").inner_text() == "6 van 6 beantwoord"
    tab_to(page, "bewaar")
    with page.expect_download() as waiting:
        keys.press("Enter")
    assert focused(page) == "bewaard"
    data = Path(str(waiting.value.path())).read_bytes()
    assert bare(data) == bare(as_page_writes(small(), ANSWERS))
    found = understand(read_json(data, file="a.json"), catalogue=CATALOGUE, as_of=MADE)
    assert (found.not_understood, found.answers) == ((), ANSWERS)


def test_a_follow_up_comes_after_each_answer_that_calls_for_it(open_list: OpenList) -> None:
    page = open_list(small())
    shown = []
    for choice in ("v1-k1", "v1-k2", "v1-k3"):
        page.locator(f"#{choice}").check()
        shown.append((page.locator(f"#{choice}").get_attribute("value"), page.locator("#v2").is_visible()))
    assert shown == [("ja", True), ("deels", True), ("nee", False)]


def _tell_more(page: Page, *, sure: str = "", remark: str = "") -> None:
    question = page.evaluate("document.activeElement.closest('fieldset').id")
    number = question.removeprefix("v")
    tab_to(page, f"Hoe zeker bent u? Opmerking bij vraag {number}")
    page.keyboard.press("Enter")
    tab_to(page, f"{question}-zeker")
    page.keyboard.type(sure)
    tab_to(page, f"{question}-opmerking")
    page.keyboard.type(remark)


def test_what_was_filled_in_before_comes_back_as_it_was(open_list: OpenList) -> None:
    page = open_list(small(FULL))
    data = bare(saved(page))
    assert data == bare(as_page_writes(small(FULL), ANSWERS))
    assert data["ongewijzigd"] == list(FULL)


def test_what_somebody_took_away_is_named_in_the_file(open_list: OpenList) -> None:
    page = open_list(small(FULL))
    for part in ("[data-vraag=plan-hoe] [id$=-opmerking]", "[data-vraag=plan] [id$=-zeker]"):
        page.eval_on_selector(part, "one => { one.value = ''; }")
    page.eval_on_selector(
        "[data-vraag=partners] [data-bij=school] [data-detail=keer]", "one => { one.value = ''; }"
    )
    data = bare(saved(page))
    said = dict(ANSWERS)
    said["plan"] = said["plan"].model_copy(update={"certainty": None})
    said["plan-hoe"] = said["plan-hoe"].model_copy(update={"remark": None})
    about = {**said["partners"].details, "school": {"gaat": "goed"}}
    said["partners"] = said["partners"].model_copy(update={"details": about})
    assert data == bare(as_page_writes(small(FULL), said))
    assert data["leeggemaakt"] == {
        "plan": ["zekerheid"],
        "plan-hoe": ["opmerking"],
        "partners": ["school/keer"],
    }


def test_what_a_follow_up_held_is_kept_out_of_sight_and_not_sent(open_list: OpenList) -> None:
    page = open_list(small(FULL))
    page.locator("#v1-k3").check()
    assert page.locator("#v2").is_hidden()
    assert "gaat niet mee: Is er plan-hoe?" in said(page)
    assert "plan-hoe" not in bare(saved(page))["antwoorden"]
    assert "Niet meegestuurd" in page.locator("#niet-mee").inner_text()
    page.locator("#v1-k1").check()
    assert page.locator("#v2-tekst").input_value() == "In <b>stappen</b>\nen rustig"
    page.locator("#v3-k2").uncheck()
    assert page.locator("#v3-k2-d2").is_hidden()
    page.locator("#v3-k2").check()
    assert page.locator("#v3-k2-d2").input_value() == "12"


def test_an_answer_that_stands_alone_takes_the_others_away_and_says_so(open_list: OpenList) -> None:
    page = open_list(small(FULL))
    page.locator("#v3-k3").check()
    assert page.locator("#v3 .keuzes > .keuze :checked").count() == 1
    assert said(page) == "Weggehaald: School, Anders."
    page.locator("#v5-k1").check()
    assert page.locator("#v5 .terzijde").is_visible()
    assert bare(saved(page))["antwoorden"]["budget"]["antwoord"] == ["weet-niet"]
    page.locator("#v5-tekst").press_sequentially("0")
    assert not page.locator("#v5-k1").is_checked()


def test_before_it_saves_it_tells_what_is_wrong_and_open_and_lets_it_be(open_list: OpenList) -> None:
    page = open_list(small())
    page.locator("#v5-tekst").fill("ongeveer 5")
    page.locator("#v6-tekst").fill("31-2-2026")
    page.locator("#v1-k1").focus()
    field = page.locator("#v6-tekst")
    assert (field.get_attribute("aria-invalid"), field.get_attribute("aria-describedby")) == (
        "true", "v6-tekst-fout v6-hint",
    )  # fmt: skip
    page.locator("#bewaar").click()
    assert focused(page) == "nakijken"
    assert page.locator("#nakijken-kop").inner_text() == "Kijk nog even naar 2 antwoorden"
    assert page.locator("#nakijken-open a").count() == 3
    page.locator("#nakijken-fout a").first.press("Enter")
    assert focused(page) == "v5-tekst"
    page.keyboard.press("Control+a")
    page.keyboard.type("5")
    assert page.locator("#v5-tekst-fout").is_hidden()
    data = bare(saved(page, press="#toch"))
    assert {name: one["antwoord"] for name, one in data["antwoorden"].items()} == {
        "budget": ["5"],
        "sinds": ["31-2-2026"],
    }


def test_questions_are_numbered_as_they_are_seen_and_all_of_them_on_paper(open_list: OpenList) -> None:
    page = open_list(small())
    numbers = "[...document.querySelectorAll('.vraag:not(.dicht) .nummer')].map((one) => one.textContent)"
    assert page.evaluate(numbers) == ["1.", "2.", "3.", "4.", "5."]
    page.locator("#v1-k1").check()
    assert page.evaluate(numbers) == ["1.", "2.", "3.", "4.", "5.", "6."]
    page.locator("#v1-k3").check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#v3 .nummer").inner_text() == "3."
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#v3 .nummer").inner_text() == "2."


TEXTS = {
    "Bel mevrouw Jansen even": "de naam van iemand",
    "mail a.b@ggd.example": "een mailadres",
    "020 - 555 55 55": "een telefoonnummer",
    "nummer 123456782": "een nummer van een persoon",
    "de mevrouw van de balie, 12 keer in 2026": "",
    "Een budget van 1.200.000 euro": "",
}


def test_a_text_that_may_tell_of_a_person_is_known() -> None:
    node = shutil.which("node")
    if node is None:
        missing("node")
    script = disk.read_text(templates_dir("formulieren") / "invullen" / "velden.js")
    asked = f"{script}\nconsole.log(JSON.stringify({json.dumps(list(TEXTS))}.map(psohVelden.personal)));"
    done = subprocess.run([str(node), "-e", asked], capture_output=True, text=True, check=True, timeout=20)
    assert json.loads(done.stdout) == list(TEXTS.values())


def test_of_a_talk_comes_how_many_took_part_and_both_of_what_was_said(open_list: OpenList) -> None:
    page = open_list(real.form("statushouders"))
    asked = real.question(AnswerKind.YES_NO_PARTLY, "statushouders").id
    here = f'fieldset[data-vraag="{asked}"]'
    for value in ("ja", "nee"):
        page.locator(f'{here} input[value="{value}"]').check()
    page.locator("#deelnemers").fill("7")
    remark = page.locator(f"{here} textarea[data-deel=opmerking]")
    remark.fill("Vraag mevrouw Jansen")
    page.locator("#deelnemers").focus()
    assert "dit lijkt op de naam van iemand" in page.locator(".let-op-persoon").inner_text()
    remark.fill("Dat verschilt")
    page.locator("#deelnemers").focus()
    assert page.locator(".let-op-persoon").count() == 0
    page.reload()
    assert page.locator("#deelnemers").input_value() == "7"
    page.locator("#bewaar").click()
    with page.expect_download() as waiting:
        page.locator("#toch").click()
    filled = read_json(Path(str(waiting.value.path())).read_bytes(), file="a.json")
    found = understand(filled, catalogue=real.catalogue(), as_of=real.TODAY)
    assert (filled.participants, filled.not_understood, found.not_understood) == (7, (), ())
    assert found.answers == {asked: Answer(values=("ja", "nee"), remark="Dat verschilt")}
    assert page.locator("[id$=-zeker]").count() == 0


def test_texts_of_others_stay_texts(open_list: OpenList) -> None:
    page = open_list(hostile())
    assert page.locator("img").count() == 0
    page.locator("#v1-k1").check()
    assert "</script><img" in said(page)
    page.locator("#bewaar").click()
    assert "</script><img" in page.locator("#nakijken").inner_text()
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("group", ["gemeente", "statushouders"])
def test_of_a_real_list_everything_comes_back(group: str, open_list: OpenList) -> None:
    answers = every_answer(group)
    page = open_list(real.form(group, answers))
    with page.expect_download() as waiting:
        page.locator("#bewaar").click()
    data = Path(str(waiting.value.path())).read_bytes()
    _expect_a_key_is_answered_at_once(page)
    assert bare(data) == bare(as_page_writes(real.form(group, answers), answers))
    found = understand(read_json(data, file="a.json"), catalogue=real.catalogue(), as_of=real.TODAY)
    assert (found.not_understood, found.answers) == ((), answers)


def _expect_a_key_is_answered_at_once(page: Page) -> None:
    """Measured in the page; three frames leave room for a computer that does more at once."""
    took = page.evaluate(
        """() => {
          const field = document.querySelector('textarea[data-deel=opmerking]'), took = [];
          for (let round = 0; round < 20; round++) {
            field.value += 'a';
            const start = performance.now();
            field.dispatchEvent(new Event('input', { bubbles: true }));
            took.push(performance.now() - start);
          }
          return took.sort((one, two) => one - two)[10];
        }"""
    )
    assert took < 50
