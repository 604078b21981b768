"""psoh as a reader of the manual meets it: what somebody types, and all that then appears on 80 columns."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from psoh_cli import app


def told_by(arguments: Sequence[str], *, typed: Sequence[str] = (), folder: Path | None = None) -> str:
    """Run one command and give what appears, stdout and stderr together in their order."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    keyboard = io.StringIO("".join(f"{line}\n" for line in typed))
    with _at(folder), _instead(screen, keyboard):
        app.run(list(arguments))
    screen.seek(0)
    return "\n".join(line.rstrip() for line in screen.read().splitlines()) + "\n"


@contextmanager
def _at(folder: Path | None) -> Iterator[None]:
    before = (Path.cwd(), os.environ.get("COLUMNS"))
    os.environ["COLUMNS"] = "80"
    os.chdir(folder or before[0])
    try:
        yield
    finally:
        os.chdir(before[0])
        if before[1] is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before[1]


@contextmanager
def _instead(screen: io.TextIOWrapper, keyboard: io.StringIO) -> Iterator[None]:
    before = (sys.stdout, sys.stderr, sys.stdin)
    sys.stdout, sys.stderr, sys.stdin = screen, screen, keyboard
    try:
        yield
    finally:
        sys.stdout, sys.stderr, sys.stdin = before
