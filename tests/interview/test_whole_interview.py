"""A whole interview at a real terminal: at 80 columns in any order, and at a bare one with 40 columns, no accents."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.interview.real_terminal import terminal
from tests.interview.talk import dossier

from psoh_cli.interview.answers import Informant
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier(tmp_path / "gemeente")


def _informant(folder: Path) -> Informant:
    informant, file = read_interview(folder / "interviews" / "x.yaml")
    assert informant is not None, file.problems
    return informant


def _questions(group: str) -> set[str]:
    return {item.id for item in Questionnaire(read_catalogue()[0], group).applicable({})}


def test_a_whole_interview_in_any_order(folder: Path) -> None:
    questions = _questions("ketenpartner")
    with terminal(str(folder), "--informant", "x") as screen:
        for prompt, keys in (
            ("Nummer: ", "Andere ketenpartner\r"),
            ("Enter = X): ", "\r"),
            ("overslaan): ", "Panel\r"),
            ("Antwoord: ", "zoek samen\r"),
            ("typ naar met het nummer", "naar samenwerking-partners\r"),
            ("Antwoord: ", "1,2 ~ ! caf\u00e9\r"),
            ("(1 van 4)", "1\r"),
            ("(2 van 4)", "\r"),
            ("(3 van 4)", "<\r"),
            ("(2 van 4)", "3\r"),
            ("(3 van 4)", ">\r"),
            ("Antwoord: ", "overzicht\r"),
            (f"In alles 1 van {len(questions)} vragen", "open\r"),
            ("Nog open: ", "verder\r"),
            ("Vraag 1 van", "w\r" * (len(questions) - 1)),
            ("Enter = klaar): ", "1\r"),
            ("Nu staat er: Weet ik niet", "1\r"),
            ("Enter = klaar): ", "\r"),
        ):
            screen.wait_for(prompt)
            screen.seen = ""
            screen.type(keys)
        assert screen.end() == 0
    assert "Dank u." in screen.seen
    answers = _informant(folder).answers
    assert set(answers) >= questions
    told = answers["samenwerking-partners"]
    assert (told.remark, told.certainty and told.certainty.value) == ("caf\u00e9", "onzeker")
    assert told.details == {"gemeente-beleid": {"hoe-gaat-het": "goed", "vaste-afspraken": "nee"}}


def test_a_bare_terminal_with_forty_columns_and_no_accents_for_a_screen_reader(folder: Path) -> None:
    bare = {"TERM": "dumb", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    questions = _questions("statushouders")
    with terminal(
        str(folder), "--informant", "x", "--groep", "statushouders", "--rol", "Panel", "--organisatie", "Oost",
        "--toegankelijk", columns=40, **bare,
    ) as screen:  # fmt: skip
        screen.wait_for("Antwoord: ")
        screen.type(
            "?\r/overzicht\r/open\r/zoek taal\rcaf\u00e9\r"
            + "w\r" * (len(questions) - 1)
            + "overzicht\rklaar\r"
        )
        screen.wait_for("Dank u.")
        shown = screen.seen
        assert screen.end() == 0
    assert "Traceback" not in shown
    assert "\x1b" not in shown
    told = [line.removesuffix("\r") for line in shown.split("\n")]
    assert not [line for line in told if line.startswith("  ") and "psoh" not in line and "/" not in line]
    assert not [line for line in told if len(line) > 40 and "/" not in line and ": " not in line]
    answers = _informant(folder).answers
    assert set(answers) >= questions
    assert any(answer.values == ("caf\u00e9",) for answer in answers.values())
