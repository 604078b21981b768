"""Folders that are no dossier, by the names they hold: nearly one, or the home of a kaart alone."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.dossier.dossier_files import (
    GEMEENTE_FILE,
    INTERVIEWS_FOLDER,
    PLAN_FILE,
    instead_of_gemeente,
)
from psoh_cli.dossier.shared_kaarten import KAART_FILE
from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk, yaml_file
from psoh_cli.rounds.round import ROUND_FILE


def is_lone_kaart(folder: Path, *, names: set[str]) -> bool:
    """Tell whether a folder holds a kaart, as a region keeps one, and nothing else of a dossier."""
    if KAART_FILE not in names or not disk.is_file(folder / KAART_FILE):
        return False
    return names.isdisjoint({GEMEENTE_FILE, INTERVIEWS_FOLDER, PLAN_FILE, ROUND_FILE})


def is_kaart(path: Path) -> bool:
    """Tell whether a file is a kaart, by its name or by what stands in it."""
    if path.name == KAART_FILE:
        return True
    content = yaml_file.read(path).plain() if path.suffix in {".yaml", ".yml"} else None
    return isinstance(content, dict) and not {"organisaties", "diensten"}.isdisjoint(content)


def nearly_dossier(folder: Path, *, names: set[str]) -> UnreadableError | None:
    """Give an error for a folder with files of a dossier but without the one that makes it a dossier, else None."""
    instead = instead_of_gemeente(names)
    if not instead and names.isdisjoint({PLAN_FILE, ROUND_FILE}) and not _has_interviews(folder, names=names):
        return None
    return UnreadableError(
        f"{folder} is niet nagekeken: het lijkt een dossier, maar {GEMEENTE_FILE} ontbreekt.",
        remedy=instead or f"Zet er een {GEMEENTE_FILE} in, of maak een nieuw dossier met: psoh start MAP",
    )


def _has_interviews(folder: Path, *, names: set[str]) -> bool:
    if INTERVIEWS_FOLDER not in names or not disk.is_folder(folder / INTERVIEWS_FOLDER):
        return False
    try:
        return any(path.suffix == ".yaml" for path in disk.paths_in(folder / INTERVIEWS_FOLDER))
    except UnreadableError:  # a folder of that name that is closed to us says enough
        return True
