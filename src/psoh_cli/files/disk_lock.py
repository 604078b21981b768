"""The lock file that keeps two runs out of one folder: who holds it, and whether they still live."""

from __future__ import annotations

import errno
import os
import re
import socket
import stat
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from psoh_cli.errors import BusyError
from psoh_cli.one_line import on_one_line

LOCK_NAME = ".psoh.lock"
_OURS: set[Path] = set()
_ATTEMPTS = 5
_OWNER = re.compile(r"\d+ \S.*", re.ASCII | re.DOTALL)
UNCLEAR_FOR = 60.0
"""Seconds after which a lock without an owner is left behind: a run writes its own at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A lock we hold; `left_by` is the id of the dead process it was taken over from."""

    path: Path
    left_by: int | None = None


def take(folder: Path) -> Held:
    """Create the lock file or take over that of a dead process; raise BusyError or OSError."""
    path = folder.resolve() / LOCK_NAME
    left_by: int | None = None
    for _ in range(_ATTEMPTS):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            seen = _seen(path)
            if seen is None:
                continue
            process = _dead_owner(path, content=seen.content)
            if process is None and not _has_no_owner(seen):
                break
            if _put_away(path, seen=seen):
                left_by = process
            continue
        _sign(path, handle=handle)
        _OURS.add(path)
        return Held(path=path, left_by=left_by)
    raise BusyError(
        f"In {folder} is al een andere opdracht van psoh bezig.",
        remedy=on_one_line(
            f"Wacht tot die klaar is. Weet u zeker dat er geen psoh meer draait? Verwijder dan {path}."
        ),
    )


def release(held: Held) -> None:
    """Give the folder free again."""
    _OURS.discard(held.path)
    with suppress(OSError):
        os.unlink(held.path)


class _Seen(NamedTuple):
    """A lock as it stood when we looked."""

    content: str
    changed: int
    """When it was written, in nanoseconds."""
    is_plain: bool = True


def _sign(path: Path, *, handle: int) -> None:
    """Write who holds a new lock; where that fails, as on a full disk, leave none behind."""
    name = f"{os.getpid()} {socket.gethostname()}\n".encode()
    try:
        try:
            written = os.write(handle, name)
        finally:
            os.close(handle)
        if written < len(name):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise


def _seen(path: Path) -> _Seen | None:
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            return _Seen(
                "", about.st_mtime_ns, is_plain=False
            )  # no lock of ours: a pipe would keep us waiting
        return _Seen(path.read_text(encoding="utf-8", errors="replace"), about.st_mtime_ns)
    except FileNotFoundError:
        return None


def _has_no_owner(seen: _Seen) -> bool:
    """Tell whether a lock names nobody for so long that no run is still about to write its name in it."""
    if not seen.is_plain or _OWNER.fullmatch(seen.content):
        return False
    return abs(time.time() - seen.changed / 1e9) > UNCLEAR_FOR


def _dead_owner(path: Path, *, content: str) -> int | None:
    """Give the process id in the lock if that process is surely dead, else None."""
    process, _, host = content.strip().partition(" ")
    if not process.isdecimal() or host != socket.gethostname():
        return None
    if int(process) == os.getpid():
        # In a container every run can have the same id: then the lock is left by an earlier run.
        return None if path in _OURS else int(process)
    return None if _is_running(int(process)) else int(process)


def _put_away(path: Path, *, seen: _Seen) -> bool:
    """Remove a dead lock by way of a rename, so that of two runs only one takes it over."""
    aside = path.with_name(f"{LOCK_NAME}.{os.getpid()}")
    try:
        os.rename(path, aside)
    except FileNotFoundError:
        return False
    same = _seen(aside) == seen
    if same:
        os.unlink(aside)
    else:
        os.rename(aside, path)
    return same


if sys.platform == "win32":

    def _is_running(process: int) -> bool:
        # os.kill(pid, 0) would interrupt the other process on Windows, so ask the kernel for a handle.
        import ctypes

        query_limited_information, still_active, access_denied = 0x1000, 259, 5
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query_limited_information, 0, process)
        if not handle:
            return bool(kernel.GetLastError() == access_denied)
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == still_active

else:

    def _is_running(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
