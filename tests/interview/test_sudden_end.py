"""A kill, Ctrl-C and a closed terminal, in a real process: at most the answer being typed is lost."""

from __future__ import annotations

import codecs
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.interview.talk import dossier

from psoh_cli.interview.interview_files import read_interview

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
_PATIENCE = 60.0
"""How many seconds one wait may take in all; on a busy computer a start alone takes a few."""

_PSOH = ("-m", "psoh_cli")
_NEW = ("--informant", "x", "--groep", "statushouders")
_AGAIN = ("--informant", "x")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier(tmp_path / "gemeente")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}


def _start(*arguments: str, program: tuple[str, ...] = _PSOH) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *program, "interview", *arguments],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )


def _type(process: subprocess.Popen[bytes], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n".encode())
    process.stdin.flush()


def _wait_for(process: subprocess.Popen[bytes], text: str) -> None:
    assert process.stderr is not None
    seen = b""
    until = time.monotonic() + _PATIENCE
    while text.encode() not in seen:
        _expect_more(process.stderr.fileno(), until=until, before=text, seen=seen.decode(errors="replace"))
        piece = os.read(process.stderr.fileno(), 4096)
        assert piece, f"ended before {text!r}:\n{seen.decode()}"
        seen += piece


def _expect_more(handle: int, *, until: float, before: str, seen: str) -> None:
    """Wait until there is something to read; fail with what was on the screen when nothing comes in time."""
    ready, _, _ = select.select([handle], [], [], max(until - time.monotonic(), 0))
    assert ready, f"within {_PATIENCE:.0f} seconds there was no {before!r}:\n{seen}"


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate(timeout=20)


def _finish(folder: Path, *lines: str) -> None:
    typed = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(
        [sys.executable, *_PSOH, "interview", str(folder), *_AGAIN],
        input=typed.encode(),
        capture_output=True,
        env=_environment(),
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
    _type(process, "1")
    _wait_for(process, "Vraag 2 van 4")
    _kill(process)
    assert _saved(folder) == ["drempels"]
    _finish(folder, "nee", "1", "rust", "")
    assert _saved(folder) == ["drempels", "sh-weet-hulp", "sh-gevraagd", "sh-wat-nodig"]
    _no_leftovers(folder)


def test_killed_right_after_an_answer(folder: Path) -> None:
    process = _start(str(folder), *_NEW)
    _type(process, "1")
    _type(process, "nee")
    _wait_for(process, "Bewaard: Nee")
    _kill(process)
    assert _saved(folder) == ["drempels", "sh-weet-hulp"]
    _finish(folder, "1", "rust", "")
    _no_leftovers(folder)


def test_killed_in_the_middle_of_a_write(folder: Path) -> None:
    process = _start(str(folder), *_NEW, program=("-c", _DIES_WHILE_WRITING))
    _type(process, "1")
    _type(process, "nee")
    assert process.wait(timeout=30) == -signal.SIGKILL
    process.communicate()
    assert _saved(folder) == ["drempels"]
    assert len(list(folder.rglob(".*"))) == 2, "the lock and the half-written file of a killed run"
    _finish(folder, "nee", "1", "rust", "")
    assert _saved(folder) == ["drempels", "sh-weet-hulp", "sh-gevraagd", "sh-wat-nodig"]
    _no_leftovers(folder)


class Terminal:
    """A real terminal of 80 columns with psoh in it."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self.master = master
        self.process = process
        self.seen = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def wait_for(self, text: str) -> None:
        until = time.monotonic() + _PATIENCE
        while text not in self.seen:
            _expect_more(self.master, until=until, before=text, seen=self.seen)
            try:
                self.seen += self._decoder.decode(os.read(self.master, 4096))
            except OSError:
                pytest.fail(f"the terminal closed before {text!r}:\n{self.seen}")

    def end(self) -> int:
        """Read to the end and give the exit code."""
        until = time.monotonic() + _PATIENCE
        while True:
            _expect_more(self.master, until=until, before="the end", seen=self.seen)
            try:
                piece = os.read(self.master, 4096)
            except OSError:
                piece = b""
            if not piece:
                self.seen = " ".join(self.seen.split())
                return self.process.wait(timeout=20)
            self.seen += self._decoder.decode(piece)


@contextmanager
def _terminal(*arguments: str) -> Iterator[Terminal]:
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, *_PSOH, "interview", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**_environment(), "TERM": "xterm"},
        start_new_session=True,
        preexec_fn=_own_terminal,  # noqa: PLW1509  (Ctrl-C reaches only the process whose terminal it is)
    )
    os.close(slave)
    try:
        yield Terminal(master, process)
    finally:
        process.kill()
        process.wait()
        with suppress(OSError):
            os.close(master)


def _own_terminal() -> None:
    import fcntl
    import termios

    for name in (signal.SIGINT, signal.SIGHUP):  # a test run in the background hands these down ignored
        signal.signal(name, signal.SIG_DFL)

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_a_whole_interview_at_a_real_terminal(folder: Path) -> None:
    with _terminal(str(folder), "--informant", "x") as screen:
        for prompt, keys in (
            ("Nummer: ", "Statushouders\r"),
            ("Enter = X): ", "\r"),
            ("overslaan): ", "Panel\r"),
            ("Vraag 1 van 4", "1,2\r"),
            ("Vraag 2 van 4", "<\r"),
            ("Enter = laten staan", "\r"),
            ("Vraag 2 van 4", "1 ! caf\u00e9\r"),
            ("Vraag 3 van 5", "w\r"),
            ("Vraag 4 van 5", "nvt\r"),
            ("Vraag 5 van 5", "rust\r"),
            ("Enter = klaar): ", "\r"),
        ):
            screen.wait_for(prompt)
            screen.seen = ""
            screen.type(keys)
        assert screen.end() == 0
    assert "\x1b[" not in screen.seen
    assert len(_saved(folder)) == 5
    text = (folder / "interviews" / "x.yaml").read_text(encoding="utf-8")
    assert "opmerking: caf\u00e9" in text
    assert "organisatie: Panel" in text


def test_ctrl_c_at_a_real_terminal(folder: Path) -> None:
    with _terminal(str(folder), *_NEW, "--rol", "Panel") as screen:
        screen.wait_for("Vraag 1 van 4")
        screen.type("1\r")
        screen.wait_for("Vraag 2 van 4")
        screen.type("half een antw\x03")
        assert screen.end() == 130
    assert "1 van 4 vragen beantwoord" in screen.seen
    assert screen.seen.count("Verdergaan: psoh interview") == 1
    assert screen.seen.count("ewaard") == 3, "before the first question, at the answer, and in the farewell"
    assert "Traceback" not in screen.seen
    assert _saved(folder) == ["drempels"]


def test_end_of_input_at_a_real_terminal(folder: Path) -> None:
    with _terminal(str(folder), *_NEW, "--rol", "Panel", "--organisatie", "Oost") as screen:
        screen.wait_for("Vraag 1 van 4")
        screen.type("1\r")
        screen.wait_for("Vraag 2 van 4")
        screen.type("\x04")
        assert screen.end() == 0
    assert "Verdergaan: psoh interview" in screen.seen
    assert _saved(folder) == ["drempels"]


def _close(screen: Terminal) -> None:
    os.close(screen.master)


def _hang_up(screen: Terminal) -> None:
    screen.process.send_signal(signal.SIGHUP)


@pytest.mark.parametrize("ends", [_close, _hang_up])
def test_a_closed_terminal(folder: Path, ends: Callable[[Terminal], None]) -> None:
    with _terminal(str(folder), *_NEW, "--rol", "Panel", "--organisatie", "Oost") as screen:
        screen.wait_for("Vraag 1 van 4")
        screen.type("1\r")
        screen.wait_for("Vraag 2 van 4")
        screen.type("half een antw")
        ends(screen)
        screen.process.wait(timeout=20)
    assert _saved(folder) == ["drempels"]
    _finish(folder, "nee", "1", "rust", "")
    _no_leftovers(folder)
