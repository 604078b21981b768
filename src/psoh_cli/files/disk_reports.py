"""Files that are written for others to read: whether one can be written, and adding to one that others write too."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from psoh_cli.errors import UnwritableError
from psoh_cli.files import disk, disk_about


def prove_writable(path: Path) -> None:
    """Raise UnwritableError when a file cannot be written there; what stands there stays as it is."""
    if disk.is_folder(path):
        raise disk.unwritable(path, error=IsADirectoryError(errno.EISDIR, "is a folder"))
    if disk_about.is_special(path):
        raise UnwritableError(
            f"{path} is geen gewoon bestand maar een apparaat of een doorgeefluik.",
            remedy="Noem een gewoon bestand. Zonder '=' en een naam komt deze vorm op het scherm.",
        )
    if disk.is_read_only(path):
        raise UnwritableError(
            f"{path} is niet geschreven: het bestand is alleen-lezen.",
            remedy="Kies een andere naam, of maak het bestand weer schrijfbaar.",
        )
    if not os.path.lexists(path.parent):
        raise UnwritableError(
            f"{path} is niet geschreven: de map {path.parent} bestaat niet.",
            remedy="Maak die map eerst, of kies een map die er al is.",
        )
    _try_beside(path)


def size_of(path: Path) -> int:
    """Count the bytes in a file; one that is not there has none."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def append_text(path: Path, text: str) -> None:
    """Add text at the end of a plain file; raise UnwritableError when that cannot be done."""
    try:
        with open(path, "ab", opener=_open_plain) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnwritableError(
                    f"{path} is geen gewoon bestand maar een apparaat of een doorgeefluik.",
                    remedy="Noem een gewoon bestand.",
                )
            file.write(text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise disk.unwritable(path, error=error) from error


def _try_beside(path: Path) -> None:
    """Make an empty file with a name of its own beside a path, as writing it will, and take it away again."""
    trial = path.parent / f".{path.name}.{os.getpid()}.{secrets.token_hex(8)}.psoh-tmp"
    try:
        with open(trial, "xb"):
            pass
    except (OSError, ValueError) as error:
        raise disk.unwritable(path, error=error) from error
    finally:
        with suppress(OSError, ValueError):
            os.unlink(trial)


def _open_plain(path: str, flags: int) -> int:
    # Opening a pipe would wait for somebody who reads it; a plain file takes no notice of the flag.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
