"""Which kaart a command is about: that of a dossier with the shared ones, or one kaart file on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

_YAML = frozenset({".yaml", ".yml"})

if TYPE_CHECKING:
    from psoh_cli.files.versioned_file import ReadFile
    from psoh_cli.gemeente.gemeente import Gemeente
    from psoh_cli.kaart.kaart import Kaart, KaartFile
    from psoh_cli.problems.problem import Problem


@dataclass(frozen=True, kw_only=True)
class OpenKaart:
    """Everything that counts, the own kaart file if there is one, and the gemeente when there is a dossier."""

    folder: Path
    kaart: Kaart
    name: str
    own: KaartFile | None = None
    gemeente: Gemeente | None = None
    shared: tuple[tuple[Path, KaartFile], ...] = ()

    @property
    def path(self) -> Path:
        """Where the own kaart file is."""
        return kaart_path(self.folder)

    def command(self, name: str) -> str:
        """Write `psoh kaart …` for this folder, ready to type."""
        from psoh_cli.shell import quoted

        return f"psoh kaart {name}" + ("" if self.folder == Path() else f" {quoted(self.folder)}")

    def confirm_command(self, entry: str) -> str:
        """Write the command that confirms an entry, in the kaart where it stands, ready to type."""
        return f"psoh kaart bevestig {entry}{self.map_option(entry)}"

    def map_option(self, entry: str) -> str:
        """Write ` --map MAP` for the kaart in which an entry stands; empty where that is the folder one is in."""
        from psoh_cli.shell import quoted

        elsewhere = [shown(path) for path, file in self.shared if entry in file.names]
        if (self.own is not None and entry in self.own.names) or not elsewhere:
            place = "" if self.folder == Path() else quoted(self.folder)
        else:
            place = elsewhere[0]
        return f" --map {place}" if place else ""

    def own_file(self) -> KaartFile:
        """Give the own kaart file; raise WrongUseError, naming the shared ones, when there is none."""
        from psoh_cli.errors import WrongUseError

        if self.own is not None:
            return self.own
        others = " of ".join(shown(path) for path, _ in self.shared)
        raise WrongUseError(
            f"'{self.folder.as_posix()}' heeft geen eigen sociale kaart; het gebruikt alleen een gedeelde.",
            remedy=f"Werk in de map van die kaart: {others}"
            if others
            else "Maak een dossier met: psoh start MAP",
        )


def shown(path: Path) -> str:
    """Write the folder of a kaart file as somebody would type it."""
    import os

    from psoh_cli.shell import quoted

    return quoted(Path(os.path.normpath(path.parent)))


def ids_meant(text: str, *, names: Mapping[str, str]) -> list[str]:
    """List the ids that a text stands for: itself when it is one, else those of that name."""
    from psoh_cli.dutch import same_name

    return (
        [text]
        if text in names
        else [key for key, name in names.items() if same_name(name) == same_name(text)]
    )


def find_organization(opened: OpenKaart, text: str) -> str:
    """Find an organization by id or name; raise WrongUseError when there is none, or more than one of that name."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    names = {item.id: item.name for item in opened.kaart.organizations}
    meant = ids_meant(text, names=names)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise WrongUseError(
            f"'{text}' is de naam van meer dan één organisatie.",
            remedy=f"Noem het id: {listing(meant, last='of')}.",
        )
    raise WrongUseError(
        f"'{text}' is geen organisatie op deze kaart.",
        remedy=did_you_mean(text, names) or f"Wat er op staat ziet u met: {opened.command('toon')}",
    )


def open_kaart(folder: Path) -> OpenKaart:
    """Open the kaart of a dossier, of a folder with only a kaart, or a kaart file itself.

    Raises UnreadableError when there is none and ProblemsError when it, or gemeente.yaml, has errors.
    """
    from psoh_cli.dossier.dossier_files import GEMEENTE_FILE
    from psoh_cli.files import disk

    is_file = folder.suffix in _YAML
    in_dossier = not is_file and any(path.name == GEMEENTE_FILE for path in disk.paths_in(folder))
    return _of_dossier(folder) if in_dossier else _on_its_own(folder)


def kaart_path(folder: Path) -> Path:
    """Give the kaart file that a folder, or a kaart file itself, stands for."""
    from psoh_cli.dossier.shared_kaarten import KAART_FILE

    return folder if folder.suffix in _YAML else folder / KAART_FILE


def _of_dossier(folder: Path) -> OpenKaart:
    from psoh_cli.dossier.dossier_files import read_files
    from psoh_cli.dossier.regions import regions_around
    from psoh_cli.kaart.combining import combine
    from psoh_cli.terminal import console

    files = read_files(folder)
    read: tuple[ReadFile[Any], ...] = (files.gemeente, *files.kaarten)
    for item in read:
        if item.unreadable is not None:
            raise item.unreadable
    gemeente = files.gemeente.value
    found = [(item.path, item.value) for item in files.kaarten if item.value is not None]
    if gemeente is None or len(found) < len(files.kaarten):
        raise _errors((problem for item in read for problem in item.problems), folder=folder)
    if not found:
        raise _no_kaart(folder)
    if files.loose:
        console.show_problems(files.loose, talk=True)
    has_own = found[0][0] == kaart_path(folder)
    return OpenKaart(
        folder=folder,
        kaart=combine(
            tuple(value for _, value in found),
            code=gemeente.code,
            has_own=has_own,
            regions=regions_around(gemeente),
        ),
        name=gemeente.name,
        own=found[0][1] if has_own else None,
        gemeente=gemeente,
        shared=tuple(found[1:] if has_own else found),
    )


def _on_its_own(folder: Path) -> OpenKaart:
    from psoh_cli.dossier.regions import regions_around
    from psoh_cli.files import disk
    from psoh_cli.kaart.combining import kaart_of
    from psoh_cli.kaart.kaart_file import read_kaart

    path = kaart_path(folder)
    if path != folder and all(item.name != path.name for item in disk.paths_in(folder)):
        raise _no_kaart(folder)
    own, problems, _ = read_kaart(path)
    if own is None:
        raise _errors(problems, folder=folder)
    return OpenKaart(
        folder=folder, kaart=kaart_of(own, regions=regions_around(None)), name=f"'{own.name}'", own=own
    )


def _no_kaart(folder: Path) -> Exception:
    from psoh_cli.errors import UnreadableError

    return UnreadableError(
        f"In de map '{folder}' staat geen sociale-kaart.yaml.",
        remedy="Noem de map van een dossier, of maak er een met: psoh start MAP",
    )


def _errors(problems: Iterable[Problem], *, folder: Path) -> Exception:
    from psoh_cli.errors import ProblemsError
    from psoh_cli.problems.problem import Severity
    from psoh_cli.shell import quoted

    return ProblemsError(
        "De kaart kan niet worden gelezen: eerst moeten deze fouten eruit.",
        problems=tuple(problem for problem in problems if problem.severity is Severity.ERROR),
        remedy=f"Verbeter ze in een teksteditor en controleer met: psoh check {quoted(folder)}",
    )
