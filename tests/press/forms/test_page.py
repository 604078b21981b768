"""The page with questions: whole, escaped, the same each time, and with one script that its policy names."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from tests.press.forms.lists import FULL, HOSTILE, hostile, small

from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.press.forms.page import SCRIPT_PARTS, render_html

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def test_every_question_stands_on_it_with_its_reason_and_its_options() -> None:
    form = small()
    page = render_html(form)
    assert page.count("<fieldset") == len(form.questions) == page.count("<legend>")
    for item in form.questions:
        assert (
            f'<span class="nummer" data-nummer="{item.number}">{item.number}.</span> {item.question.text}</legend>'
            in page
        )
        assert f'id="v{item.number}-waarom">{item.question.explanation}</p>' in page
        assert f'data-vraag="{item.question.id}"' in page
    assert (
        page.count('value="weet-niet"') == len(form.questions) + 3
    )  # three places where more is asked of a choice
    assert "Alleen invullen als u ‘Ja’ of ‘Deels’ antwoordde op: Is er plan?" in page


def test_the_policy_names_the_script_and_the_style_that_are_in_it_and_nothing_else() -> None:
    page = render_html(small())
    (script,), (style,) = SCRIPT.findall(page), STYLE.findall(page)
    for what, text in (("script", script), ("style", style)):
        assert f"{what}-src &#39;sha256-{_hash(text)}&#39;" in page
    assert "default-src &#39;none&#39;" in page
    assert "unsafe" not in page


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute() -> None:
    page = render_html(small(FULL))
    outside = SCRIPT.sub("", page)
    assert not re.search(r"\son\w+=|\sstyle=|<link|<img|<iframe|url\(|@import|https?://", outside)
    assert not re.search(
        r"fetch\(|XMLHttp|sendBeacon|WebSocket|innerHTML|eval\(|https?://", SCRIPT.findall(page)[0]
    )


def test_no_text_can_be_anything_but_text() -> None:
    page = render_html(hostile())
    assert page.count("<script>") == page.count("</script>") == page.count("</style>") == 1
    assert "<img" not in page
    assert page.count("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;") > 20
    assert HOSTILE not in page


def test_the_same_list_is_the_same_text() -> None:
    assert render_html(small(FULL)) == render_html(small(FULL))


def test_what_was_answered_before_is_filled_in() -> None:
    page = render_html(small(FULL))
    assert "In &lt;b&gt;stappen&lt;/b&gt;\nen rustig</textarea>" in page
    assert 'value="De bibliotheek"' in page
    assert re.search(r'value="school"[^>]* checked', page)
    assert not re.search(r'value="geen"[^>]* checked', page)
    assert '<option value="goed" selected>' in page
    assert 'value="3-2026"' in page, "a date as people write it"
    assert '<option value="redelijk-zeker" selected>' in page


def test_an_answer_that_can_not_be_chosen_any_more_is_told() -> None:
    page = render_html(small({"partners": ["school", "weg"]}))
    assert "Eerder was het antwoord ook: weg. Dat staat niet meer in de lijst." in page


def test_a_talk_is_led_by_somebody_and_nobody_is_asked_to_be_named() -> None:
    page = render_html(replace(small(), group="statushouders"))
    assert "Voor wie het gesprek leidt met" in page
    assert "Wat zegt de groep?" in page
    assert "en niet wie het zei" in page
    assert "Wat zegt de groep?" not in render_html(small())


def test_all_of_the_script_is_in_it() -> None:
    folder = templates_dir("formulieren") / "invullen"
    assert {path.name for path in disk.paths_in(folder)} == set(SCRIPT_PARTS)
    (script,) = SCRIPT.findall(render_html(small()))
    for name in SCRIPT_PARTS:
        assert disk.read_text(folder / name).strip() in script


@pytest.mark.parametrize("name", SCRIPT_PARTS)
def test_no_part_of_the_script_can_end_the_element_it_stands_in(name: str) -> None:
    text = disk.read_text(templates_dir("formulieren") / "invullen" / name)
    assert not re.search(r"</script|<!--|<script", text, re.IGNORECASE)


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
