"""Everything that determines the documents of a dossier, summed up by content: files, tool, day and computer."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from psoh_cli import __version__, environment
from psoh_cli.dossier.dossier_files import REPORTS_FOLDER
from psoh_cli.errors import PsohError
from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.press.source import MOMENT_VARIABLE

_PACKAGE = Path(__file__).resolve().parents[1]
_MOST_FILES = 5000
"""A folder with more is not looked through: its documents are simply made again."""
_STYLE_PARTS = {".png", ".jpg", ".jpeg", ".svg", ".ttf", ".otf", ".docx", ".html", ".css"}


class _TooMuchError(Exception):
    """There is more to look at than making the documents is worth."""


def sum_up(
    folder: Path,
    *,
    target: Path,
    extra: Path | None,
    as_of: date,
    shared: Sequence[str],
    made: Sequence[str] = (),
    more: Sequence[Path] = (),
) -> str:
    """Give one digest over all that goes into the documents of a dossier; empty when that cannot be told.

    `target` holds the documents themselves and does not count, nor do the names in `made` when it is the dossier;
    `extra` is a house style from elsewhere; `shared` are kaarten outside the folder, by their path from it; `more`
    are folders to look at anew each time, where psoh itself is read once per run.
    """
    total = hashlib.sha256()
    try:
        _add(total, "psoh", _tool().encode())
        _add(total, "peildatum", as_of.isoformat().encode())
        _add(total, "klok", os.environ.get(MOMENT_VARIABLE, "").encode("utf-8", "surrogateescape"))
        for name, path in _dossier_files(folder, target=target, made=frozenset(made)):
            _add(total, f"dossier/{name}", _content(path))
        for name in sorted(shared):
            _add(total, f"gedeeld/{name}", _content(folder / name))
        for name, path in _style_files(extra):
            _add(total, f"huisstijl/{name}", _content(path))
        for place in more:
            for name, path in _files(place, without=set()):
                _add(total, f"meer/{name}", _content(path))
    except (OSError, RuntimeError, PsohError, _TooMuchError):
        return ""
    return total.hexdigest()


def _add(total: hashlib._Hash, name: str, content: bytes) -> None:
    label = name.encode("utf-8", "surrogatepass")
    total.update(b"%d:%b%d:" % (len(label), label, len(content)))
    total.update(content)


def _content(path: Path) -> bytes:
    """Give what a file holds; of one that psoh would not read, its size and age; of one that is gone, that."""
    try:
        about = path.stat()
    except FileNotFoundError:
        return b"er niet"
    if about.st_size > disk.MAX_BYTES or not path.is_file():
        return f"{about.st_mode} {about.st_size} {about.st_mtime_ns}".encode()
    return disk.read_bytes(path)


def _dossier_files(folder: Path, *, target: Path, made: frozenset[str]) -> Iterator[tuple[str, Path]]:
    """Yield the files of a dossier, by their path in it; without what psoh made, and without hidden ones."""
    own = {(folder / REPORTS_FOLDER).resolve()}
    if target.resolve() != folder.resolve():
        own.add(target.resolve())
        made = frozenset()
    for name, path in _files(folder, without=own):
        if name not in made:
            yield name, path


def _style_files(extra: Path | None) -> Iterator[tuple[str, Path]]:
    if extra is None:
        return
    if extra.is_dir():
        yield from _files(extra, without=set())
        return
    yield extra.name, extra
    if extra.suffix.lower() in {".yaml", ".yml"}:  # it names files beside and below it
        yield from (
            (name, path)
            for name, path in _files(extra.parent, without=set())
            if path.suffix.lower() in _STYLE_PARTS
        )


def _files(folder: Path, *, without: set[Path]) -> Iterator[tuple[str, Path]]:
    """Walk a folder in order, through links too, each folder once."""
    waiting, seen, count = [(folder, "")], set(without), 0
    while waiting:
        place, before = waiting.pop()
        real = place.resolve()
        if real in seen:
            continue
        seen.add(real)
        for path in sorted(place.iterdir(), key=lambda path: path.name):
            if path.name.startswith("."):
                continue
            count += 1
            if count > _MOST_FILES:
                raise _TooMuchError
            if path.is_dir():
                waiting.append((path, f"{before}{path.name}/"))
            else:
                yield f"{before}{path.name}", path


@lru_cache(maxsize=1)
def _tool() -> str:
    """Sum up psoh itself, its knowledge and templates, the fonts and all packages, the renderer among them."""
    total = hashlib.sha256()
    for root, endings in ((_PACKAGE, (".py",)), (templates_dir("documenten").parent, ())):
        for name, path in _files(root, without=set()):
            if not endings or path.suffix in endings:
                _add(total, name, disk.read_bytes(path))
    for name in sorted(_packages()):
        _add(total, name, b"")
    for font in environment.font_files():
        _add(total, f"{font.family} {font.weight} {font.style}", _content(font.path))
    _add(total, f"{__version__} {sys.version} {sys.platform}", _pango().encode())
    return total.hexdigest()


def _packages() -> set[str]:
    """Name every installed package with its version, from the folders in which pip keeps their papers."""
    found: set[str] = set()
    for place in sys.path:
        folder = Path(place or ".")
        if folder.is_dir() and "-packages" in folder.name:
            found.update(path.name for path in folder.iterdir() if path.suffix in {".dist-info", ".egg-info"})
    return found


def _pango() -> str:
    """Give the version of the system library that sets the letters; empty where it is not."""
    import ctypes

    for name in ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.pango_version_string.restype = ctypes.c_char_p
        said = library.pango_version_string()
        return said.decode() if isinstance(said, bytes) else ""
    return ""
