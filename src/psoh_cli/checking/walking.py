"""What there is to check at some paths: dossiers, loose kaarten and folders with knowledge, at any depth."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from psoh_cli.checking.nearly import is_kaart, is_lone_kaart, nearly_dossier
from psoh_cli.dossier.dossier_files import (
    GEMEENTE_FILE,
    INTERVIEWS_FOLDER,
    REPORTS_FOLDER,
    instead_of_gemeente,
)
from psoh_cli.dossier.moments import MOMENTS_FOLDER
from psoh_cli.dossier.shared_kaarten import KAART_FILE
from psoh_cli.errors import PsohError, UnreadableError
from psoh_cli.files import disk, disk_about
from psoh_cli.policy.policy_file import POLICY_FILE
from psoh_cli.press.house_style.style import FOLDER as STYLE_FOLDER

KNOWLEDGE_FILE = "kennis.yaml"
"""A folder with this file holds knowledge."""

MAX_DEPTH = 20
MAX_FOLDERS = 20_000

_SKIPPED = frozenset({REPORTS_FOLDER, "node_modules", "venv", "__pycache__"})
"""Folders in which no dossier lies: what psoh made, and what other programs put there."""

_PARTS = frozenset({INTERVIEWS_FOLDER, MOMENTS_FOLDER, STYLE_FOLDER})
"""Folders of a dossier itself."""


@dataclass(frozen=True, slots=True)
class Target:
    """One dossier, loose kaart or folder with knowledge, and the path that was asked for."""

    path: Path
    asked: Path


@dataclass(kw_only=True)
class Found:
    """What there is to check, in order, and what could not be looked into."""

    targets: list[Target] = field(default_factory=list)
    unread: list[tuple[str, PsohError]] = field(default_factory=list)
    """Each with the path that it is about."""
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
                    found.targets.append(Target(target, path.parent if path.name == POLICY_FILE else path))
        except UnreadableError as error:
            found.unread.append((path.as_posix(), error))
    return found


def real_place(path: Path) -> Path:
    """Give where a path leads to, through every link; a link that leads to itself leads nowhere else."""
    return disk.real(path)


def is_home(folder: Path) -> bool:
    """Tell whether a folder is a dossier, also one whose first file cannot be read, or holds knowledge."""
    return disk_about.is_there(folder / GEMEENTE_FILE) or disk.is_file(folder / KNOWLEDGE_FILE)


def _targets_at(path: Path, *, found: Found) -> Iterator[Path]:
    """Yield what to check for one path: folders, or a kaart file; raise UnreadableError for any other file."""
    if disk.is_file(path):
        ruled = (
            [] if path.name != POLICY_FILE or is_home(path.parent) else list(_walk(path.parent, found=found))
        )
        yield from ruled or [_home_of(path)]
    elif is_home(path):
        yield path
        with suppress(UnreadableError):  # opening it says why nobody can look there
            yield from _walk(path, found=found)
    elif real_place(path).name in {INTERVIEWS_FOLDER, MOMENTS_FOLDER, REPORTS_FOLDER} and is_home(
        _above(path)
    ):
        yield _above(path)
    else:
        unread = len(found.unread)
        below = list(_walk(path, found=found))
        yield from below
        if not below and len(found.unread) == unread:
            yield path  # opening it says what it is not
        elif nearly := nearly_dossier(path, names={listed.name for listed in disk.paths_in(path)}):
            found.unread.insert(unread, (path.as_posix(), nearly))


def _walk(top: Path, *, found: Found) -> Iterator[Path]:
    """Yield what lies in a folder and below it, in order of the names; inside a dossier only other dossiers count."""
    waiting = [_Waiting(top)]
    visited = 0
    is_told = False
    while waiting:
        folder, depth, within = waiting.pop()
        visited += 1
        if visited > MAX_FOLDERS:
            found.unread.append((top.as_posix(), _too_many(top)))
            return
        try:
            listed = disk.paths_in(folder)
        except UnreadableError as error:
            if not depth:
                raise
            found.unread.append((folder.as_posix(), error))
            continue
        names = {path.name for path in listed}
        is_dossier = GEMEENTE_FILE in names
        if depth and is_dossier:
            yield folder
        elif not (within or is_dossier):
            if is_home(folder):  # knowledge holds no dossiers
                yield from [folder] if depth else []
                continue
            yield from _loose_in(folder, names=names, is_top=not depth, found=found)
        below = list(_below(folder, listed=listed, is_dossier=is_dossier, found=found))
        if depth < MAX_DEPTH:
            waiting.extend(_Waiting(path, depth + 1, within or is_dossier) for path in below)
        elif below and not is_told:
            is_told = True
            found.unread.append((top.as_posix(), _too_deep(top)))


def _loose_in(folder: Path, *, names: set[str], is_top: bool, found: Found) -> Iterator[Path]:
    """Yield a kaart without a dossier around it; tell of a folder that is nearly a dossier."""
    nearly = None if is_top else nearly_dossier(folder, names=names)
    if nearly:
        found.unread.append((folder.as_posix(), nearly))
    elif is_lone_kaart(folder, names=names):
        yield folder / KAART_FILE


class _Waiting(NamedTuple):
    """A folder that is still to be looked into."""

    folder: Path
    depth: int = 0
    is_within: bool = False
    """Whether it lies below a dossier."""


def _below(folder: Path, *, listed: tuple[Path, ...], is_dossier: bool, found: Found) -> Iterator[Path]:
    """Yield the folders to look into, the last name first: the list of what is waiting is emptied from its end."""
    skipped = _SKIPPED | _PARTS if is_dossier else _SKIPPED
    for path in reversed(listed):
        if path.name.startswith(".") or path.name in skipped or not disk.is_folder(path):
            continue
        if _is_link(path):
            if is_home(path) and not disk.is_inside(path, folder=folder):
                found.passed_by.append(path.as_posix())
        else:
            yield path


def _is_link(path: Path) -> bool:
    """Tell whether a folder is really another place, as a link or (on Windows) as a junction."""
    is_junction = getattr(os.path, "isjunction", None)
    return path.is_symlink() or bool(is_junction and is_junction(path))


def _home_of(path: Path) -> Path:
    """Give the dossier or the knowledge around a file, or the file itself when it is a kaart without one."""
    for folder in (path.parent, _above(path.parent)):
        if is_home(folder):
            return folder
    if is_kaart(path):
        return path
    raise UnreadableError(
        f"Het bestand '{path}' hoort niet bij een dossier: in die map staat geen {GEMEENTE_FILE}.",
        remedy=_instead(path) or "Noem de map van het dossier, of een bestand daarin.",
    )


def _instead(path: Path) -> str:
    """Ask for the right name of a gemeente.yaml that lies beside a file, or one folder higher."""
    for folder in (path.parent, _above(path.parent)):
        if disk.is_folder(folder) and (
            said := instead_of_gemeente({item.name for item in disk.paths_in(folder)})
        ):
            return said
    return ""


def _above(folder: Path) -> Path:
    return folder.parent if folder.name not in {"", ".."} else folder / ".."


def _too_deep(folder: Path) -> UnreadableError:
    return UnreadableError(
        f"Onder de map '{folder}' liggen mappen meer dan {MAX_DEPTH} niveaus diep; psoh keek daar niet in.",
        remedy="Noem een map dieper, dichter bij de dossiers.",
    )


def _too_many(folder: Path) -> UnreadableError:
    return UnreadableError(
        f"Onder de map '{folder}' staan meer dan {MAX_FOLDERS} mappen; psoh keek niet verder.",
        remedy="Noem een map dieper, waarin alleen de dossiers staan.",
    )
