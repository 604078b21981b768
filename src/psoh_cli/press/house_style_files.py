"""The house style of a dossier: templates of its own that win over ours, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from psoh_cli.errors import UnreadableError
from psoh_cli.files.templates import templates_dir

FOLDER = "huisstijl"

_TEMPLATES = frozenset({".html", ".css"})
_NOTES = frozenset({".md", ".txt"})
_BIGGEST = 1_000_000
"""Bytes; ours are all under 10 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The folder with templates, if there is one; which of ours they replace, and which stand beside them."""

    folders: tuple[Path, ...] = ()
    replaced: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def find_house_style(dossier: Path) -> HouseStyle:
    """Look for the folder `huisstijl`; raise UnreadableError where it holds anything but small templates of its own."""
    folder = dossier / FOLDER
    if not folder.is_dir():
        return HouseStyle()
    names = tuple(_names(folder))
    ours = templates_dir("documenten")
    return HouseStyle(
        folders=(folder,),
        replaced=tuple(name for name in names if (ours / name).is_file()),
        added=tuple(name for name in names if not (ours / name).is_file()),
    )


def _names(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _refused(name, why="wijst naar een plek buiten die map")
        if path.is_dir() or path.suffix in _NOTES:
            continue
        if path.suffix not in _TEMPLATES:
            raise _refused(name, why="is geen .html of .css")
        if path.stat().st_size > _BIGGEST:
            raise _refused(name, why="is groter dan 1 MB")
        found.append(name)
    return found


def _refused(name: str, *, why: str) -> UnreadableError:
    return UnreadableError(
        f"{FOLDER}/{name} {why}, en kan daarom niet worden gebruikt.",
        remedy=f"Haal het bestand weg. In {FOLDER}/ horen alleen .html en .css, met de namen van templates/documenten.",
    )
