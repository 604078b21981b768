"""A kill, Ctrl-C and a closed terminal, in a real process: at most the answer being typed is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.interview.real_terminal import PATIENCE, PSOH, Terminal, environment, expect_more, terminal
from tests.interview.talk import dossier

from psoh_cli.interview.interview_files import read_interview
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.vocabulary import AnswerKind

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of Unix"),
]

_DIES_WHILE_WRITING = """
import os, signal, sys
from psoh_cli import app

replace, writes = os.replace, 0

def dying(source, target):
    global writes
    writes += 1
    if writes == 3:  # the first makes the interview, the second holds the first answer
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)

os.replace = dying
sys.exit(app.run(sys.argv[1:]))
"""
_NEW = ("--informant", "x", "--groep", "statushouders")
_AGAIN = ("--informant", "x")


@cache
def _questions() -> tuple[str, ...]:
    """Give the questions to statushouders when every answer is no."""
    catalogue, _ = read_catalogue()
    return tuple(item.id for item in Questionnaire(catalogue, "statushouders").applicable({}))


@cache
def _lines() -> tuple[str, ...]:
    """Give one line of answer to each."""
    catalogue, _ = read_catalogue()
    lines = {AnswerKind.YES_NO_PARTLY: "nee", AnswerKind.TEXT: "rust"}
    return tuple(lines.get(catalogue.question[name].kind, "1") for name in _questions())


def _place(number: int) -> str:
    return f"Vraag {number} van {len(_questions())}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier(tmp_path / "gemeente")


def _start(*arguments: str, program: tuple[str, ...] = PSOH) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *program, "interview", *arguments],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


def _type(process: subprocess.Popen[bytes], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n".encode())
    process.stdin.flush()


def _wait_for(process: subprocess.Popen[bytes], text: str) -> None:
    assert process.stderr is not None
    seen = b""
    until = time.monotonic() + PATIENCE
    while text.encode() not in seen:
        expect_more(process.stderr.fileno(), until=until, before=text, seen=seen.decode(errors="replace"))
        piece = os.read(process.stderr.fileno(), 4096)
        assert piece, f"ended before {text!r}:\n{seen.decode()}"
        seen += piece


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate(timeout=20)


def _finish(folder: Path, *lines: str) -> None:
    typed = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(
        [sys.executable, *PSOH, "interview", str(folder), *_AGAIN],
        input=typed.encode(),
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def _saved(folder: Path) -> list[str]:
    informant, file = read_interview(folder / "interviews" / "x.yaml")
    assert informant is not None, file.problems
    return list(informant.answers)


def _no_leftovers(folder: Path) -> None:
    files = sorted(path.name for path in folder.rglob("*") if path.is_file())
    assert files == ["gemeente.yaml", "x.yaml"]


def test_killed_while_a_question_waits(folder: Path) -> None:
    process = _start(str(folder), *_NEW)
    _type(process, _lines()[0])
    _wait_for(process, _place(2))
    _kill(process)
    assert _saved(folder) == [*_questions()[:1]]
    _finish(folder, *_lines()[1:], "")
    assert _saved(folder) == [*_questions()]
    _no_leftovers(folder)


def test_killed_right_after_an_answer(folder: Path) -> None:
    process = _start(str(folder), *_NEW)
    _type(process, _lines()[0])
    _type(process, _lines()[1])
    _wait_for(process, _place(3))
    _kill(process)
    assert _saved(folder) == [*_questions()[:2]]
    _finish(folder, *_lines()[2:], "")
    _no_leftovers(folder)


def test_killed_in_the_middle_of_a_write(folder: Path) -> None:
    process = _start(str(folder), *_NEW, program=("-c", _DIES_WHILE_WRITING))
    _type(process, _lines()[0])
    _type(process, _lines()[1])
    assert process.wait(timeout=30) == -signal.SIGKILL
    process.communicate()
    assert _saved(folder) == [*_questions()[:1]]
    assert len(list(folder.rglob(".*"))) == 2, "the lock and the half-written file of a killed run"
    _finish(folder, *_lines()[1:], "")
    assert _saved(folder) == [*_questions()]
    _no_leftovers(folder)


def test_ctrl_c_at_a_real_terminal(folder: Path) -> None:
    with terminal(str(folder), *_NEW, "--rol", "Panel") as screen:
        screen.wait_for(_place(1))
        screen.type(f"{_lines()[0]}\r")
        screen.wait_for(_place(2))
        screen.type("half een antw\x03")
        assert screen.end() == 130
    assert f"1 van {len(_questions())} vragen beantwoord. Nog open: {len(_questions()) - 1}." in screen.seen
    assert screen.seen.count("Verdergaan: psoh interview") == 1
    assert screen.seen.count("ewaard") == 3, "before the first question, at the answer, and in the farewell"
    assert "Traceback" not in screen.seen
    assert _saved(folder) == [*_questions()[:1]]


def test_end_of_input_at_a_real_terminal(folder: Path) -> None:
    with terminal(str(folder), *_NEW, "--rol", "Panel", "--organisatie", "Oost") as screen:
        screen.wait_for(_place(1))
        screen.type(f"{_lines()[0]}\r")
        screen.wait_for(_place(2))
        screen.type("\x04")
        assert screen.end() == 0
    assert "Verdergaan: psoh interview" in screen.seen
    assert _saved(folder) == [*_questions()[:1]]


def _close(screen: Terminal) -> None:
    os.close(screen.master)


def _hang_up(screen: Terminal) -> None:
    screen.process.send_signal(signal.SIGHUP)


@pytest.mark.parametrize("ends", [_close, _hang_up])
def test_a_closed_terminal(folder: Path, ends: Callable[[Terminal], None]) -> None:
    with terminal(str(folder), *_NEW, "--rol", "Panel", "--organisatie", "Oost") as screen:
        screen.wait_for(_place(1))
        screen.type(f"{_lines()[0]}\r")
        screen.wait_for(_place(2))
        screen.type("half een antw")
        ends(screen)
        screen.process.wait(timeout=20)
    assert _saved(folder) == [*_questions()[:1]]
    _finish(folder, *_lines()[1:], "")
    _no_leftovers(folder)
