"""The streams we speak to: in UTF-8, also when one was never opened, and until who reads along has read enough."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO


class _Nowhere(io.StringIO):
    """Stands for a stream that was closed before we began; what is said there nobody wanted to hear."""

    def write(self, text: str) -> int:
        return len(text)


def prepare() -> None:
    """Write UTF-8 whatever the code page; a terminal that cannot show a character shows a question mark."""
    sys.stdout = sys.stdout or _Nowhere()
    sys.stderr = sys.stderr or _Nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            keeps_own = stream.isatty() and os.name != "nt"
            stream.reconfigure(encoding=stream.encoding if keeps_own else "utf-8", errors="replace")


def put(stream: TextIO, text: str, *, at_once: bool = False) -> None:
    """Write text; when nobody reads along any more, the rest goes nowhere and the work goes on to its end."""
    with until_left(stream):
        stream.write(text)
        if at_once:
            stream.flush()


@contextlib.contextmanager
def until_left(stream: TextIO) -> Iterator[None]:
    """Take it well when who reads a stream leaves while something is written there."""
    try:
        yield
    except OSError as error:
        if not has_left(error):
            raise
        to_nowhere(stream)


def has_left(error: BaseException) -> bool:
    """Tell whether an error means that who read our output has left; Windows has another word for it."""
    windows = os.name == "nt" and isinstance(error, OSError) and error.errno == errno.EINVAL
    return isinstance(error, BrokenPipeError) or windows


def to_nowhere(stream: TextIO) -> None:
    """Let what is still in the buffer, and all that follows, go to nobody."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
