"""What kind of thing stands at a path, and whose it is; what cannot be looked at is nothing special."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def is_there(path: Path) -> bool:
    """Tell whether anything stands there: a file, a folder, a pipe, or a link that leads nowhere."""
    return os.path.lexists(path)


def is_special(path: Path) -> bool:
    """Tell whether a path leads to a pipe, a socket or a device."""
    found = _about(path)
    return found is not None and not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode))


def is_circle(path: Path) -> bool:
    """Tell whether a link leads to itself, at once or by way of others."""
    try:
        os.stat(path)
    except OSError as error:
        return error.errno == errno.ELOOP
    except ValueError:  # a name that no file can have
        return False
    return False


def has_more_names(path: Path) -> bool:
    """Tell whether a file has another name on this disk, which a new file in its place would lose."""
    found = _about(path)
    return found is not None and stat.S_ISREG(found.st_mode) and found.st_nlink > 1


def changed_at(path: Path) -> float:
    """Give when a file was last written, to tell which of several that was; 0 when it cannot be looked at."""
    found = _about(path)
    return found.st_mtime if found is not None else 0.0


def keep_owner(path: Path, *, of: Path) -> None:
    """Give a file the owner and the group of another one, as far as we may; a system without them has none."""
    found = _about(of)
    chown = getattr(os, "chown", None)
    if found is None or chown is None:
        return
    for owner, group in ((-1, found.st_gid), (found.st_uid, -1)):
        with suppress(OSError):
            chown(path, owner, group)


def _about(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
