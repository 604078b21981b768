"""psoh in a real terminal of Unix: typing, waiting for what appears, and what is on the screen at the end."""

from __future__ import annotations

import codecs
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from tests.conftest import ROOT

PATIENCE = 60.0
"""How many seconds one wait may take in all; on a busy computer a start alone takes a few."""

PSOH = ("-m", "psoh_cli")


def environment(**more: str) -> dict[str, str]:
    """Give the environment in which psoh is started."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1", "NO_COLOR": "1", **more}


def expect_more(handle: int, *, until: float, before: str, seen: str) -> None:
    """Wait until there is something to read; fail with what was on the screen when nothing comes in time."""
    ready, _, _ = select.select([handle], [], [], max(until - time.monotonic(), 0))
    assert ready, f"within {PATIENCE:.0f} seconds there was no {before!r}:\n{seen}"


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
        until = time.monotonic() + PATIENCE
        while text not in self.seen:
            expect_more(self.master, until=until, before=text, seen=self.seen)
            try:
                self.seen += self._decoder.decode(os.read(self.master, 4096))
            except OSError:
                pytest.fail(f"the terminal closed before {text!r}:\n{self.seen}")

    def end(self) -> int:
        """Read to the end and give the exit code."""
        until = time.monotonic() + PATIENCE
        while True:
            expect_more(self.master, until=until, before="the end", seen=self.seen)
            try:
                piece = os.read(self.master, 4096)
            except OSError:
                piece = b""
            if not piece:
                self.seen = " ".join(self.seen.split())
                return self.process.wait(timeout=20)
            self.seen += self._decoder.decode(piece)


@contextmanager
def terminal(*arguments: str, columns: int = 80, **more: str) -> Iterator[Terminal]:
    """Start `psoh interview` in a terminal of 24 lines, with more in its environment."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, *PSOH, "interview", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(**{"TERM": "xterm", "COLUMNS": str(columns), "LINES": "24", **more}),
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
