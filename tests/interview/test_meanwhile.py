"""Two interviews at once with one informant: the second is told what the first wrote, and asked which it is."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.interview.talk import catalogue, dossier, short_catalogue

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.interview_files import read_interview, record
from psoh_cli.practices import practice_files
from psoh_cli.terminal import console

Typed = str | Callable[[], str]
_NEW = ("--informant", "x", "--groep", "proef", "--rol", "Functie", "--organisatie", "Ergens")


@pytest.fixture(autouse=True)
def _quiet_world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    monkeypatch.setattr(practice_files, "sound_catalogue", catalogue)
    monkeypatch.setattr(console, "is_interactive", lambda: True)
    monkeypatch.delenv("ACCESSIBLE", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier(tmp_path / "d")


@pytest.fixture
def hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> Callable[..., str]:
    """Give a function that holds an interview with lines; a function among them does something first."""

    def run(*lines: Typed, who: tuple[str, ...] = _NEW) -> str:
        typed: Iterator[Typed] = iter(lines)

        def ask(prompt: str) -> str:
            line = next(typed, None)
            if line is None:
                raise EOFError
            return line if isinstance(line, str) else line()

        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        monkeypatch.setattr(console, "ask", ask)
        app.run(["interview", str(folder), *who])
        return " ".join(capsys.readouterr().err.split())

    return run


def elsewhere(folder: Path, value: str, then: str) -> Callable[[], str]:
    def write_and_type() -> str:
        record(folder / "interviews" / "x.yaml", "beleid", Answer(values=(value,)))
        return then

    return write_and_type


def stands(folder: Path) -> tuple[str, ...]:
    informant, _ = read_interview(folder / "interviews" / "x.yaml")
    assert informant is not None
    return informant.answers["beleid"].values


@pytest.mark.parametrize(("reply", "left"), [("", "deels"), ("m", "nee")])
def test_an_answer_given_meanwhile_is_shown_and_asked(
    hold: Callable[..., str], folder: Path, reply: str, left: str
) -> None:
    said = hold(elsewhere(folder, "deels", "nee"), reply, "stop")
    assert "Er stond intussen: Deels" in said
    assert ("Blijft staan: Deels" in said) is (reply == "")
    assert stands(folder) == (left,)


@pytest.mark.parametrize("left", [(), ("wat?", "stop")])
def test_who_goes_away_at_that_question_is_told_that_nothing_was_kept(
    hold: Callable[..., str], folder: Path, left: tuple[str, ...]
) -> None:
    said = hold(elsewhere(folder, "deels", "nee"), *left)
    assert "Uw antwoord is niet bewaard." in said
    assert stands(folder) == ("deels",)


def test_what_somebody_changes_after_an_answer_is_seen_too(hold: Callable[..., str], folder: Path) -> None:
    said = hold("nee", "<", elsewhere(folder, "deels", "ja"), "m", "stop")
    assert said.count("Er stond intussen") == 1
    assert stands(folder) == ("ja",)


def test_the_same_answer_and_another_question_are_no_reason_to_ask(
    hold: Callable[..., str], folder: Path
) -> None:
    assert "Er stond intussen" not in hold(elsewhere(folder, "nee", "nee"), "1", "stop")
    assert "Er stond intussen" not in hold("1", "stop", who=("--informant", "x"))


def test_a_talk_with_a_group_begins_and_ends_with_what_is_said_to_it(
    hold: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_files, "sound_catalogue", short_catalogue)
    group = short_catalogue().group["statushouders"]
    assert None not in (group.opening, group.closing)
    who = ("--informant", "groep", "--groep", "statushouders", "--rol", "Statushouders", "--organisatie", "G")
    opening, closing = f"Zeg eerst: {group.opening}", f"Zeg tot slot: {group.closing}"
    said = hold("stop", who=who)
    assert (opening in said, closing in said) == (True, False), "nothing was said yet"
    said = hold("1", "stop", who=(*who[:2], "--toegankelijk"))
    assert (opening in said, closing in said) == (True, True)
