"""The kaarten that several dossiers share: where they are, and what is wrong with how gemeente.yaml names one."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from psoh_cli.files import disk, versioned_file
from psoh_cli.files.versioned_file import ReadFile
from psoh_cli.files.yaml_causes import short
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.problems.problem import Problem

KAART_FILE = "sociale-kaart.yaml"


def shared_kaarten(
    folder: Path, *, gemeente: ReadFile[Gemeente]
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Find the kaarten that the gemeente shares, each once, and DOSSIER007 for those that are not there."""
    found: dict[Path, Path] = {disk.real(folder / KAART_FILE): folder / KAART_FILE}
    missing = []
    for index, shared in enumerate(gemeente.sound.kaarten if gemeente.sound else ()):
        wrong, hint = _wrong_with(shared, folder=folder)
        if wrong:
            message = f"de kaart '{short(shared)}' {wrong}"
            missing.append(gemeente.problem("DOSSIER007", ("kaarten", index), message, hint=hint))
        else:
            found.setdefault(disk.real(folder / shared), folder / shared)
    return tuple(found.values())[1:], tuple(missing)


def _wrong_with(shared: str, *, folder: Path) -> tuple[str, str]:
    """Say what is wrong with the path of a shared kaart, and what to write; empty when nothing is."""
    windows = PureWindowsPath(shared)
    if Path(shared).is_absolute() or windows.drive or windows.root:
        return "heeft een pad dat alleen op één computer werkt", ""
    if "\\" in shared:
        return "heeft een pad dat niet op elke computer werkt", f"Schrijf: {windows.as_posix()}"
    target = disk.real(folder / shared)
    if not target.is_relative_to(versioned_file.outermost(disk.real(folder))):
        return "ligt buiten de map waarin gezocht mag worden", (
            "Een gedeelde kaart ligt in dezelfde git-repository, of zonder git in de map boven het dossier."
        )
    if disk.is_folder(target):
        return "is een map en geen bestand", f"Noem het bestand in die map, bijvoorbeeld: {_kaart_in(shared)}"
    return ("", "") if _is_there(target) else ("is er niet", "")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:  # it may be there and closed to us: reading it says why
        return True
    except OSError:  # a name that no file can have
        return False


def _kaart_in(folder: str) -> str:
    return (PurePosixPath(folder) / KAART_FILE).as_posix()
