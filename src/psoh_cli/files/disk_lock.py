"""The lock file that keeps two runs out of one folder: who holds it, and whether they still live."""

from __future__ import annotations

import os
import socket
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from psoh_cli.errors import BusyError

LOCK_NAME = ".psoh.lock"
_OURS: set[Path] = set()
_ATTEMPTS = 5


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
            content = _content(path)
            if content is None:
                continue
            process = _dead_owner(path, content=content)
            if process is None:
                break
            if _put_away(path, content=content):
                left_by = process
            continue
        try:
            os.write(handle, f"{os.getpid()} {socket.gethostname()}\n".encode())
        finally:
            os.close(handle)
        _OURS.add(path)
        return Held(path=path, left_by=left_by)
    raise BusyError(
        f"In {folder} is al een andere opdracht van psoh bezig.",
        remedy=f"Wacht tot die klaar is. Weet u zeker dat er geen psoh meer draait? Verwijder dan {path}.",
    )


def release(held: Held) -> None:
    """Give the folder free again."""
    _OURS.discard(held.path)
    with suppress(OSError):
        os.unlink(held.path)


def _content(path: Path) -> str | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return ""  # no lock of ours: a pipe would keep us waiting
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _dead_owner(path: Path, *, content: str) -> int | None:
    """Give the process id in the lock if that process is surely dead, else None."""
    process, _, host = content.strip().partition(" ")
    if not process.isdecimal() or host != socket.gethostname():
        return None
    if int(process) == os.getpid():
        # In a container every run can have the same id: then the lock is left by an earlier run.
        return None if path in _OURS else int(process)
    return None if _is_running(int(process)) else int(process)


def _put_away(path: Path, *, content: str) -> bool:
    """Remove a dead lock by way of a rename, so that of two runs only one takes it over."""
    aside = path.with_name(f"{LOCK_NAME}.{os.getpid()}")
    try:
        os.rename(path, aside)
    except FileNotFoundError:
        return False
    same = _content(aside) == content
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
