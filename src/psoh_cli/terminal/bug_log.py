"""What we write down when psoh itself fails: enough to find the bug, nothing a user typed or keeps in a file."""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from psoh_cli.errors import PsohError

_PACKAGE = Path(__file__).resolve().parents[1]


def write(error: BaseException, *, words: Sequence[str], version: str) -> Path | None:
    """Write a log that only this user can read in the folder for temporary files.

    `words` are the names of the command and its options, without a value. Gives the path, or None where nothing
    can be written.
    """
    import tempfile  # only a bug needs it, and every start would pay for it

    try:
        handle, name = tempfile.mkstemp(prefix="psoh-fout-", suffix=".log")  # readable for its owner only
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as stream:
            stream.write(_tell(error, words=words, version=version))
    except OSError:
        return None
    return Path(name)


def _tell(error: BaseException, *, words: Sequence[str], version: str) -> str:
    lines = (
        f"psoh {version}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"opdracht: {' '.join(words)}",
        "",
        *_chain(error),
    )
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> Iterator[str]:
    """Tell of an error and those behind it, the last one first; an error that leads back to itself is told once."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield from _one(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
        if link is not None:
            yield "ontstaan bij:"


def _one(error: BaseException) -> Iterator[str]:
    """Tell what kind of error it is and where in our own code; its words may quote what somebody said or typed."""
    kind = type(error)
    said = f": {error.message}" if isinstance(error, PsohError) else ""
    yield f"{kind.__module__}.{kind.__qualname__}{said}"
    elsewhere = 0
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            where = path.relative_to(_PACKAGE.parent).as_posix()
            yield f"  {where}, regel {frame.lineno}, in {frame.name}: {frame.line}"
        else:
            elsewhere += 1
    if elsewhere:
        yield f"  en {elsewhere} keer in andere programma's"
