"""What a test does with the page: walk with the keyboard, save, hear what is said; and answers to a whole list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.interview.forms import lists as real

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.details import choices_to_tell_of
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import OTHER, stands_alone
from psoh_cli.practices.question import Detail
from psoh_cli.vocabulary import AnswerKind

if TYPE_CHECKING:
    from playwright.sync_api import Page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Walk with the tab key until something has the focus; there may be no trap on the way."""
    for _ in range(80):
        if focused(page) == name:
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"the keyboard never comes to {name}; it is at {focused(page)}")


def saved(page: Page, *, press: str = "#bewaar") -> bytes:
    with page.expect_download() as waiting:
        page.locator(press).click()
    assert waiting.value.suggested_filename == "antwoorden-beleid.json"
    return Path(str(waiting.value.path())).read_bytes()


def bare(data: bytes) -> Any:
    found = json.loads(data)
    found["ingevuld_op"] = ""
    return found


def said(page: Page) -> str:
    """Give what is said aloud of what changes on the page."""
    return page.locator("#voorlezen").inner_text()


def told(page: Page) -> str:
    return page.locator("#bericht").inner_text()


def every_answer(group: str) -> dict[str, Answer]:
    """Answer every question that is asked, each kind in its own way."""
    answers: dict[str, Answer] = {}
    questionnaire = Questionnaire(real.catalogue(), group)
    for item in questionnaire.questions:
        if not questionnaire.applies(item, answers):
            continue
        own = [option.value for option in item.choices() if option.value not in stands_alone(item)]
        written = {
            AnswerKind.NUMBER: "12",
            AnswerKind.DATE: "2026-03-31",
            AnswerKind.TEXT: "Dat gaat\nzo & zo",
        }
        values = tuple(own) if item.kind is AnswerKind.MULTIPLE else (own[0] if own else written[item.kind],)
        told = {
            choice: {detail.id: detail_answer(detail) for detail in item.details}
            for choice in choices_to_tell_of(item, values)
        }
        other = "Nog iets" if OTHER in values else None
        answers[item.id] = Answer(
            values=values, other=other, remark="Kort", details=told if item.details else {}
        )
    return answers


def detail_answer(detail: Detail) -> str:
    if detail.kind is AnswerKind.YES_NO_PARTLY:
        return "deels"
    return {AnswerKind.NUMBER: "3", AnswerKind.DATE: "2026", AnswerKind.TEXT: "Goed"}.get(
        detail.kind
    ) or detail.options[0].value
