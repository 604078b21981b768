"""Every step by which a run touches the disk below one folder, found by watching; and a fault at any one of them.

Nothing here names the places where psoh writes. All of `os` that takes a path or a handle is watched, and every file
that is opened to be written; only what merely looks is left out, so that a new way to write is a new step by itself.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, Self

import pytest

_LOOKS = frozenset(
    """access add_dll_directory close environb execv execve fdopen fork fsdecode fsencode fspath fstat fwalk
    get_terminal_size getcwd getenv getpid isatty listdir lseek lstat major makedirs minor pathconf popen pread read
    readlink readv removedirs renames scandir sched_getaffinity stat statvfs strerror umask urandom waitpid walk
    """.split()  # noqa: SIM905
)
"""What changes nothing below a folder; `makedirs` and its like work by the others."""

_ANSWERS: dict[str, tuple[int, ...]] = {
    "open": (errno.ENOSPC, errno.EACCES, errno.EROFS),
    "write": (errno.ENOSPC, errno.EIO),
    "flush": (errno.ENOSPC,),
    "fsync": (errno.ENOSPC, errno.EIO),
    "replace": (errno.EACCES, errno.EIO, errno.ENOSPC),
    "rename": (errno.EACCES, errno.EIO),
    "mkdir": (errno.EACCES, errno.EROFS),
}
"""What a disk may answer to a step: full, broken, not allowed, or read only. To any other step: not allowed."""


def answers_to(kind: str) -> tuple[int, ...]:
    """Give what a disk may answer to a step of this kind."""
    return _ANSWERS.get(kind, (errno.EACCES,))


@dataclass(frozen=True)
class Step:
    """One thing that is about to be done to the disk, and what stood there just before."""

    kind: str
    name: str
    before: dict[str, bytes] = field(repr=False)
    lies: frozenset[tuple[str, int]] = field(repr=False)
    """All that lay there, hidden or not, with its size."""


Fault = Callable[[], NoReturn]


def fails_with(number: int) -> Fault:
    """Make a disk that answers with an error."""

    def fault() -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fault


def interrupts() -> NoReturn:
    """Press Ctrl-C at this very moment."""
    raise KeyboardInterrupt


def dies() -> NoReturn:
    """End at once, as a kill or a power cut does: nothing is tidied up."""
    os._exit(9)


def seen_in(folder: Path) -> dict[str, bytes]:
    """Give what a person sees in a folder: every file whose name does not begin with a dot."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def _lying_in(folder: Path) -> frozenset[tuple[str, int]]:
    return frozenset((path.as_posix(), path.stat().st_size) for path in folder.rglob("*"))


def hidden_in(folder: Path) -> list[str]:
    """Name what a run left behind."""
    return [path.name for path in folder.rglob(".*")]


class Watch:
    """Counts the steps below a folder; at step number `at`, counted from 0, the fault happens instead."""

    def __init__(self, folder: Path, *, at: int = -1, fault: Fault | None = None) -> None:
        self.folder = os.path.realpath(folder)
        self.steps: list[Step] = []
        self._at, self._fault = at, fault
        self._count = 0
        self._handles: dict[int, str] = {}
        self._looking = False

    def step(self, kind: str, name: str) -> None:
        """Note one step, or let the fault happen."""
        if self._looking:
            return
        number, self._count = self._count, self._count + 1
        if self._fault is None:
            self._looking = True
            try:
                folder = Path(self.folder)
                self.steps.append(Step(kind, Path(name).name, seen_in(folder), _lying_in(folder)))
            finally:
                self._looking = False
        elif number == self._at:
            self._fault()

    def is_at(self, kind: str) -> bool:
        """Tell whether the next step is the one with the fault."""
        return kind == "write" and self._fault is not None and self._count == self._at

    def name_of(self, target: object) -> str | None:
        """Give the path that a call is about, when it lies below the folder."""
        if isinstance(target, bool) or target is None:
            return None
        if isinstance(target, int):
            return self._handles.get(target)
        try:
            path = str(Path(os.fsdecode(target)).absolute())  # type: ignore[arg-type]
        except TypeError:
            return None
        return path if path == self.folder or path.startswith(self.folder + os.sep) else None

    def keep(self, handle: int, name: str) -> None:
        """Remember what a handle leads to."""
        self._handles[handle] = name


class _Watched:
    """A file that is being written: each write and each flush is a step."""

    def __init__(self, file: Any, watch: Watch, name: str) -> None:
        self._file, self._watch, self._name = file, watch, name
        watch.keep(file.fileno(), name)

    def write(self, data: Any) -> Any:
        if self._watch.is_at("write"):
            self._file.write(data[: len(data) // 2])  # what a full disk leaves is half a file
            self._file.flush()
        self._watch.step("write", self._name)
        return self._file.write(data)

    def flush(self) -> None:
        self._watch.step("flush", self._name)
        self._file.flush()

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, *told: object) -> object:
        return self._file.__exit__(*told)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def watched(watch: Watch) -> Iterator[Watch]:
    """Watch every step, as long as this lasts."""
    opened = builtins.open

    def open_watched(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        name = watch.name_of(file)
        if name is None or not set(mode) & set("wxa+"):
            return opened(file, mode, *more, **named)
        watch.step("open", name)
        return _Watched(opened(file, mode, *more, **named), watch, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builtins, "open", open_watched)
        patch.setattr(io, "open", open_watched)
        for kind in sorted(set(dir(os)) - _LOOKS):
            real = getattr(os, kind)
            if callable(real) and not isinstance(real, type) and kind[0] != "_":
                patch.setattr(os, kind, _stepping(real, kind, watch))
        yield watch


def _stepping(real: Callable[..., Any], kind: str, watch: Watch) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        name = watch.name_of(given[0]) if given else None
        if name is None or (kind == "open" and not given[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
            result = real(*given, **named)
            if name is not None and kind == "open":
                watch.keep(result, name)
            return result
        watch.step(kind, name)
        result = real(*given, **named)
        if kind == "open":
            watch.keep(result, name)
        return result

    return call
