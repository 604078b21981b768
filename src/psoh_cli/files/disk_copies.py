"""Folders full of files that psoh can make again, such as a site: written quickly, taken away with care."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk, disk_about

_TEMPORARY = "psoh-tmp"


def make_folder(folder: Path) -> None:
    """Make a folder where none is; raise UnwritableError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise disk.unwritable(folder, error=error) from error


def write_copy(path: Path, data: bytes) -> None:
    """Write a whole file so that a reader sees the old or the new one, never half of it.

    Unlike `disk.write_bytes` it does not wait until the disk has it: after a power cut it is made again. A link that
    stands there is replaced.
    """
    temporary = path.with_name(f".{os.getpid()}.{secrets.token_hex(8)}.{_TEMPORARY}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(temporary, "xb") as file:
                file.write(data)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except (OSError, ValueError) as error:
        raise disk.unwritable(path, error=error) from error


def take_away(path: Path) -> None:
    """Remove a file that may be there; raise UnwritableError when that cannot be done."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise disk.unwritable(path, error=error) from error


def remove_if_empty(folder: Path) -> None:
    """Remove a folder in which nothing is left; one that holds something, or may not be removed, stays."""
    with suppress(OSError, ValueError):
        os.rmdir(folder)


def read_copy(path: Path) -> bytes | None:
    """Read a file that we may have made; None when none can be read there, or a link stands in its place."""
    try:
        if os.path.islink(path) or not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def expect_no_link(folder: Path, *, inside: Path) -> None:
    """Make sure that a folder we write in does not lead out of another one by a link; raise WrongUseError."""
    if disk_about.is_there(folder) and not disk.is_inside(folder, folder=inside):
        raise WrongUseError(
            f"{folder} is een koppeling naar een plek buiten {inside}; psoh schrijft daar niet.",
            remedy="Haal de koppeling weg en geef de opdracht opnieuw.",
        )
