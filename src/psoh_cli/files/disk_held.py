"""A view of the disk that stands still: every file reads as it did first, or as somebody proposes to write it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path


class Held:
    """What files hold in this view, by the place they really have; nothing in it reaches the disk."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._as_read: dict[str, bytes] = {}
        self._as_seen: dict[str, bytes] = {}

    def seen(self, path: Path) -> bytes | None:
        """Give what a file holds in this view; None when it has not been read yet."""
        return self._as_seen.get(_place(path))

    def as_read(self, path: Path) -> bytes | None:
        """Give what a file held on disk when it was first read."""
        return self._as_read.get(_place(path))

    def keep(self, path: Path, data: bytes) -> None:
        """Remember what was read."""
        place = _place(path)
        self._as_read[place] = self._as_seen[place] = data

    def propose(self, path: Path, data: bytes) -> None:
        """Let a file that was read hold something else in this view."""
        self._as_seen[_place(path)] = data


_NOW: ContextVar[Held | None] = ContextVar("held", default=None)


def current() -> Held | None:
    """Give the view that holds here, if any."""
    return _NOW.get()


@contextmanager
def holding() -> Iterator[Held]:
    """Let all reading go through one view that stands still, as long as this lasts."""
    held = Held()
    token = _NOW.set(held)
    try:
        yield held
    finally:
        _NOW.reset(token)


def _place(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # reading it says what is wrong with it
        return str(path)
