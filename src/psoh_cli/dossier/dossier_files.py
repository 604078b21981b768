"""The files of one dossier: table *file name → model*, read with everything that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from psoh_cli.dossier.moments import MOMENTS_FOLDER, MomentFile
from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk, versioned_file, yaml_file
from psoh_cli.files.versioned_file import ReadFile
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.press.house_style.style import SETTINGS_FILE
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.meant import closest
from psoh_cli.problems.problem import Problem

GEMEENTE_FILE = "gemeente.yaml"
INTERVIEWS_FOLDER = "interviews"
KAART_FILE = "sociale-kaart.yaml"
PLAN_FILE = "plan.yaml"
REPORTS_FOLDER = "rapporten"
"""Where the documents of a dossier come, when nobody says otherwise."""

_NAMES = (GEMEENTE_FILE, KAART_FILE, PLAN_FILE, SETTINGS_FILE)
_YAML = (".yaml", ".yml")

AnyFile = (
    ReadFile[Gemeente]
    | ReadFile[InterviewFile]
    | ReadFile[KaartFile]
    | ReadFile[PlanFile]
    | ReadFile[MomentFile]
)


@dataclass(frozen=True)
class DossierFiles:
    """Every file of a dossier; a shared kaart comes after the own one. An absent file is not listed."""

    folder: Path
    gemeente: ReadFile[Gemeente]
    interviews: tuple[ReadFile[InterviewFile], ...] = ()
    kaarten: tuple[ReadFile[KaartFile], ...] = ()
    plan: ReadFile[PlanFile] | None = None
    moments: tuple[ReadFile[MomentFile], ...] = ()
    """Verdicts of earlier days, the earliest first."""
    loose: tuple[Problem, ...] = ()
    """Problems about the folder itself."""
    closed: tuple[UnreadableError, ...] = ()
    """Folders of the dossier that cannot be looked into."""

    @property
    def has_own_kaart(self) -> bool:
        """Tell whether the first kaart stands in the dossier itself; the others are shared."""
        return bool(self.kaarten) and self.kaarten[0].path == self.folder / KAART_FILE

    def all(self) -> Iterator[AnyFile]:
        """Yield every file that was read."""
        yield self.gemeente
        yield from self.interviews
        yield from self.kaarten
        if self.plan:
            yield self.plan
        yield from self.moments

    @property
    def is_typed(self) -> bool:
        """Tell whether every file could be read and typed."""
        return not self.closed and all(item.value is not None for item in self.all())

    @property
    def unreadable(self) -> tuple[UnreadableError, ...]:
        """Say why files and folders could not be read at all."""
        return (*self.closed, *(item.unreadable for item in self.all() if item.unreadable))


def read_files(folder: Path) -> DossierFiles:
    """Read every file of a dossier; what cannot be read is among them, with the reason.

    Raises UnreadableError when the folder is no dossier.
    """
    listed = _listed(folder)
    gemeente = versioned_file.read(folder / GEMEENTE_FILE, Gemeente, name=_shown(folder / GEMEENTE_FILE))
    interviews, closed = _paths_below(folder, name=INTERVIEWS_FOLDER, listed=listed)
    moments, closed_too = _paths_below(folder, name=MOMENTS_FOLDER, listed=listed)
    shared, missing = _shared_kaarten(folder, gemeente=gemeente)
    kaarten = (*([folder / KAART_FILE] if KAART_FILE in listed else []), *shared)
    plan = folder / PLAN_FILE
    return DossierFiles(
        folder=folder,
        gemeente=gemeente,
        interviews=tuple(
            versioned_file.read(path, InterviewFile, name=_shown(path))
            for path in interviews
            if versioned_file.is_one(path)
        ),
        kaarten=tuple(versioned_file.read(path, KaartFile, name=_shown(path)) for path in kaarten),
        plan=versioned_file.read(plan, PlanFile, name=_shown(plan)) if PLAN_FILE in listed else None,
        moments=tuple(
            versioned_file.read(path, MomentFile, name=_shown(path))
            for path in moments
            if versioned_file.is_one(path)
        ),
        loose=(*_strays(folder, listed=listed, below=(*interviews, *moments)), *missing),
        closed=(*closed, *closed_too),
    )


def read_lone_kaart(path: Path) -> DossierFiles:
    """Read a kaart without a dossier around it, as a region keeps for its gemeenten; there is no gemeente then."""
    absent = _shown(path.parent / GEMEENTE_FILE)
    nothing = yaml_file.Parsed(text="", name=absent, root=None)
    return DossierFiles(
        folder=path.parent,
        gemeente=ReadFile(path=path.parent / GEMEENTE_FILE, value=None, parsed=nothing),
        kaarten=(versioned_file.read(path, KaartFile, name=_shown(path)),),
    )


def _listed(folder: Path) -> frozenset[str]:
    """Name what the folder holds; raise UnreadableError when it is no dossier."""
    remedy = "Noem de map van het dossier, of maak er een met: psoh start MAP"
    try:
        names = frozenset(path.name for path in disk.paths_in(folder))
    except UnreadableError as error:
        known = isinstance(error.__cause__, FileNotFoundError | NotADirectoryError)
        raise UnreadableError(error.message, remedy=remedy if known else error.remedy) from error
    if GEMEENTE_FILE not in names:
        raise UnreadableError(
            f"In de map '{folder}' staat geen dossier: {GEMEENTE_FILE} ontbreekt.", remedy=remedy
        )
    return names


def _paths_below(
    folder: Path, *, name: str, listed: frozenset[str]
) -> tuple[tuple[Path, ...], tuple[UnreadableError, ...]]:
    if name not in listed:
        return (), ()
    try:
        versioned_file.expect_inside(folder / name)
        return disk.paths_in(folder / name), ()
    except UnreadableError as error:
        return (), (error,)


def _strays(folder: Path, *, listed: frozenset[str], below: tuple[Path, ...]) -> Iterator[Problem]:
    """Yield DOSSIER012 for YAML files that nothing reads."""
    strays = [folder / name for name in sorted(listed) if name not in _NAMES]
    strays += [path for path in below if not versioned_file.is_one(path)]
    for path in strays:
        if path.suffix.lower() not in _YAML or path.name.startswith("."):
            continue
        meant = (
            f"{path.stem}.yaml"
            if path.parent != folder
            else "".join(closest(path.stem, _by_stem(), most=1, alike=0.5))
        )
        yield problem_of(
            "DOSSIER012",
            f"psoh leest het bestand {path.name} niet",
            file=_shown(path),
            hint=f"Bedoelt u {meant}? Geef het bestand dan die naam." if meant else "",
        )


def _by_stem() -> dict[str, str]:
    return {name: Path(name).stem for name in _NAMES}


def _shared_kaarten(
    folder: Path, *, gemeente: ReadFile[Gemeente]
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Find the kaarten that the gemeente shares, each once, and DOSSIER007 for those that are not there."""
    found: dict[Path, Path] = {disk.real(folder / KAART_FILE): folder / KAART_FILE}
    missing = []
    for index, shared in enumerate(gemeente.sound.kaarten if gemeente.sound else ()):
        wrong, hint = _wrong_with(shared, folder=folder)
        if wrong:
            place = gemeente.place(("kaarten", index))
            message = f"de kaart '{shared}' {wrong}"
            missing.append(problem_of("DOSSIER007", message, file=gemeente.name, place=place, hint=hint))
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


def _shown(path: Path) -> str:
    """Give a path as somebody typed it, with forward slashes and without steps back."""
    return Path(os.path.normpath(path)).as_posix()
