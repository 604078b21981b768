"""Running the real front door on bad input, and what must hold whatever was wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from psoh_cli import app

_NOT_DUTCH = re.compile(r"Traceback|Errno|\bError\b|No such file|Permission denied|Exception|\.py\b")


class Said(NamedTuple):
    """How a run ended and everything it said, on one line each."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything that was said, with single spaces, so that a wrapped line matches."""
        return " ".join(f"{self.out} {self.err}".split())


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Said:
    """Run one command in this process; it never ends as a bug of ours and always speaks Dutch."""
    capsys.readouterr()
    code = app.run([str(argument) for argument in arguments])
    shown = capsys.readouterr()
    assert code != 3, shown.err
    assert _NOT_DUTCH.search(shown.out + shown.err) is None, shown
    return Said(code, shown.out, shown.err)


def fail_to_open(patch: pytest.MonkeyPatch, path: Path, error: OSError, *, mode: str = "r") -> None:
    """Make opening one file fail for whoever reads (or writes) it."""
    real = open

    def opened(name: Any, how: str = "r", *arguments: Any, **named: Any) -> Any:
        if mode in how and Path(name) == path:
            raise error
        return real(name, how, *arguments, **named)

    patch.setattr("builtins.open", opened)
