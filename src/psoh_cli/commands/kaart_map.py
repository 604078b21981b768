"""Which kaart a command is about: that of a dossier with the shared ones, or one kaart file on its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psoh_cli.gemeente import Gemeente
    from psoh_cli.kaart.kaart import Kaart, KaartFile
    from psoh_cli.problems.problem import Problem
    from psoh_cli.versioned_file import ReadFile


@dataclass(frozen=True, kw_only=True)
class OpenKaart:
    """The own kaart file, everything that counts with it, and the gemeente when there is a dossier."""

    path: Path
    own: KaartFile
    kaart: Kaart
    gemeente: Gemeente | None
    shared: dict[str, str]
    """Ids that are only in a shared kaart, each with the name of that kaart."""


def open_kaart(folder: Path) -> OpenKaart:
    """Open the kaart of a dossier, of a folder with only a kaart, or a kaart file itself.

    Raises UnreadableError when there is none and ProblemsError when it, or gemeente.yaml, has errors.
    """
    from psoh_cli import disk
    from psoh_cli.dossier_files import GEMEENTE_FILE

    path = kaart_path(folder)
    in_dossier = path != folder and any(item.name == GEMEENTE_FILE for item in disk.paths_in(folder))
    return _of_dossier(folder, path=path) if in_dossier else _on_its_own(path)


def kaart_path(folder: Path) -> Path:
    """Find the kaart file that a folder, or a file, stands for; raise UnreadableError when there is none."""
    from psoh_cli import disk
    from psoh_cli.dossier_files import KAART_FILE
    from psoh_cli.errors import UnreadableError

    if folder.suffix in {".yaml", ".yml"}:
        return folder
    if any(path.name == KAART_FILE for path in disk.paths_in(folder)):
        return folder / KAART_FILE
    raise UnreadableError(
        f"In de map '{folder}' staat geen {KAART_FILE}.",
        remedy="Noem de map van een dossier, of maak er een met: psoh start MAP",
    )


def _of_dossier(folder: Path, *, path: Path) -> OpenKaart:
    from psoh_cli import console
    from psoh_cli.dossier_files import read_files
    from psoh_cli.kaart.kaart import combine

    files = read_files(folder)
    read: tuple[ReadFile[Any], ...] = (files.gemeente, *files.kaarten)
    for item in read:
        if item.unreadable is not None:
            raise item.unreadable
    gemeente = files.gemeente.value
    values = tuple(item.value for item in files.kaarten if item.value is not None)
    if gemeente is None or len(values) < len(files.kaarten):
        raise _errors(problem for item in read for problem in item.problems)
    if files.loose:
        console.show_problems(files.loose, talk=True)
    shared = {key: file.name for file in values[1:] for key in file.names if key not in values[0].names}
    kaart = combine(values, code=gemeente.code)
    return OpenKaart(path=path, own=values[0], kaart=kaart, gemeente=gemeente, shared=shared)


def _on_its_own(path: Path) -> OpenKaart:
    from psoh_cli.kaart.kaart import Kaart
    from psoh_cli.kaart.kaart_file import read_kaart

    own, problems, _ = read_kaart(path)
    if own is None:
        raise _errors(problems)
    kaart = Kaart(
        organizations=own.organizations, services=own.services, complete=own.complete, sources=own.sources
    )
    return OpenKaart(path=path, own=own, kaart=kaart, gemeente=None, shared={})


def _errors(problems: Iterable[Problem]) -> Exception:
    from psoh_cli.errors import ProblemsError
    from psoh_cli.problems.problem import Severity

    return ProblemsError(
        "De kaart kan niet worden gelezen: eerst moeten deze fouten eruit.",
        problems=tuple(problem for problem in problems if problem.severity is Severity.ERROR),
        remedy="Verbeter ze in een teksteditor; psoh check laat zien of het klopt.",
    )
