"""What there is to check at some paths: dossiers, loose kaarten and folders with knowledge, at any depth."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from psoh_cli.dossier.dossier_files import (
    GEMEENTE_FILE,
    INTERVIEWS_FOLDER,
    KAART_FILE,
    PLAN_FILE,
    REPORTS_FOLDER,
)
from psoh_cli.dossier.moments import MOMENTS_FOLDER
from psoh_cli.errors import PsohError, UnreadableError
from psoh_cli.files import disk, yaml_file

KNOWLEDGE_FILE = "kennis.yaml"
"""A folder with this file holds knowledge."""

MAX_DEPTH = 20
MAX_FOLDERS = 20_000

_SKIPPED = frozenset({REPORTS_FOLDER, "node_modules", "venv", "__pycache__"})
"""Folders in which no dossier lies: what psoh made, and what other programs put there."""


@dataclass(frozen=True, slots=True)
class Target:
    """One dossier, loose kaart or folder with knowledge, and the path that was asked for."""

    path: Path
    asked: Path


@dataclass(kw_only=True)
class Found:
    """What there is to check, in order, and what could not be looked into."""

    targets: list[Target] = field(default_factory=list)
    unread: list[PsohError] = field(default_factory=list)
    passed_by: list[str] = field(default_factory=list)
    """Links to dossiers elsewhere; what is elsewhere is not looked at."""


def find_targets(paths: tuple[Path, ...]) -> Found:
    """Find what to check at some paths, each thing once; a path that cannot be read stops none of the others."""
    found = Found()
    seen: set[Path] = set()
    for path in paths:
        try:
            for target in _targets_at(path, found=found):
                real = real_place(target)
                if real not in seen:
                    seen.add(real)
                    found.targets.append(Target(target, path))
        except UnreadableError as error:
            found.unread.append(error)
    return found


def real_place(path: Path) -> Path:
    """Give where a path leads to, through every link; a link that leads to itself leads nowhere else."""
    return Path(os.path.realpath(path))


def is_home(folder: Path) -> bool:
    """Tell whether a folder is a dossier, or holds knowledge."""
    return disk.is_file(folder / GEMEENTE_FILE) or disk.is_file(folder / KNOWLEDGE_FILE)


def _targets_at(path: Path, *, found: Found) -> Iterator[Path]:
    """Yield what to check for one path: folders, or a kaart file; raise UnreadableError for any other file."""
    if disk.is_file(path):
        yield _home_of(path)
    elif is_home(path):
        yield path
    elif real_place(path).name in {INTERVIEWS_FOLDER, MOMENTS_FOLDER, REPORTS_FOLDER} and is_home(
        _above(path)
    ):
        yield _above(path)
    else:
        below = list(_walk(path, found=found))
        yield from below or [path]


def _walk(top: Path, *, found: Found) -> Iterator[Path]:
    """Yield what lies in a folder and below it, in order of the names; a dossier is not looked into any further."""
    waiting: list[tuple[Path, int]] = [(top, 0)]
    visited = 0
    while waiting:
        folder, depth = waiting.pop()
        visited += 1
        if visited > MAX_FOLDERS:
            found.unread.append(_too_many(top))
            return
        try:
            listed = disk.paths_in(folder)
        except UnreadableError as error:
            if not depth:
                raise
            found.unread.append(error)
            continue
        names = {path.name for path in listed}
        if depth and is_home(folder):
            yield folder
        elif _is_lone_kaart(folder, names=names):
            yield folder / KAART_FILE
            waiting.extend(_below(folder, listed=listed, depth=depth, found=found))
        else:
            waiting.extend(_below(folder, listed=listed, depth=depth, found=found))


def _below(folder: Path, *, listed: tuple[Path, ...], depth: int, found: Found) -> Iterator[tuple[Path, int]]:
    """Yield the folders to look into, the last name first: the list of what is waiting is emptied from its end."""
    if depth >= MAX_DEPTH:
        return
    for path in reversed(listed):
        if path.name.startswith(".") or path.name in _SKIPPED or not disk.is_folder(path):
            continue
        if _is_link(path):
            if is_home(path) and not disk.is_inside(path, folder=folder):
                found.passed_by.append(path.as_posix())
        else:
            yield path, depth + 1


def _is_link(path: Path) -> bool:
    """Tell whether a folder is really another place, as a link or (on Windows) as a junction."""
    is_junction = getattr(os.path, "isjunction", None)
    return path.is_symlink() or bool(is_junction and is_junction(path))


def _is_lone_kaart(folder: Path, *, names: set[str]) -> bool:
    if KAART_FILE not in names or not disk.is_file(folder / KAART_FILE):
        return False
    return names.isdisjoint({GEMEENTE_FILE, INTERVIEWS_FOLDER, PLAN_FILE})


def _home_of(path: Path) -> Path:
    """Give the dossier or the knowledge around a file, or the file itself when it is a kaart without one."""
    for folder in (path.parent, _above(path.parent)):
        if is_home(folder):
            return folder
    if _is_kaart(path):
        return path
    raise UnreadableError(
        f"Het bestand '{path}' hoort niet bij een dossier: in die map staat geen {GEMEENTE_FILE}.",
        remedy="Noem de map van het dossier, of een bestand daarin.",
    )


def _is_kaart(path: Path) -> bool:
    if path.name == KAART_FILE:
        return True
    content = yaml_file.read(path).plain() if path.suffix in {".yaml", ".yml"} else None
    return isinstance(content, dict) and not {"organisaties", "diensten"}.isdisjoint(content)


def _above(folder: Path) -> Path:
    return folder.parent if folder.name not in {"", ".."} else folder / ".."


def _too_many(folder: Path) -> UnreadableError:
    return UnreadableError(
        f"Onder de map '{folder}' staan meer dan {MAX_FOLDERS} mappen; psoh keek niet verder.",
        remedy="Noem een map dieper, waarin alleen de dossiers staan.",
    )
