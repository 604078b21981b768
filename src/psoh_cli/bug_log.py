"""What we write down when psoh itself fails: enough to find the bug, nothing a user typed."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from pathlib import Path


def write(error: BaseException, *, arguments: list[str], version: str) -> Path | None:
    """Write a log in the folder for temporary files; give its path, or None where nothing can be written."""
    try:
        handle, name = tempfile.mkstemp(prefix="psoh-fout-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as stream:
            stream.write(_tell(error, arguments=arguments, version=version))
    except OSError:
        return None
    return Path(name)


def _tell(error: BaseException, *, arguments: list[str], version: str) -> str:
    """Leave out the values of arguments and of local variables: they may hold what somebody said."""
    words = [word.partition("=")[0] for word in arguments if word.startswith("-") or word.isalpha()]
    lines = (
        f"psoh {version}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"opdracht: {' '.join(words)}",
        "",
        "".join(traceback.format_exception(error)),
    )
    return "\n".join(lines)
