"""The files of one dossier: table *file name → model*, read with everything that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from psoh_cli.dossier.moments import MOMENTS_FOLDER, MomentFile
from psoh_cli.dossier.shared_kaarten import KAART_FILE, shared_kaarten
from psoh_cli.dossier.strays import meant_for, stray_files, stray_folders, stray_items
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
from psoh_cli.rounds.round import ROUND_FILE, RoundFile
from psoh_cli.site.texts import FOLDER as TEXTS_FOLDER

GEMEENTE_FILE = "gemeente.yaml"
INTERVIEWS_FOLDER = "interviews"
PLAN_FILE = "plan.yaml"
MAPPING_FILE = "koppeling.yaml"
"""How the spreadsheets of a partner are read; only an import reads it."""
REPORTS_FOLDER = "rapporten"
"""Where the documents of a dossier come, when nobody says otherwise."""

_NAMES = (GEMEENTE_FILE, KAART_FILE, PLAN_FILE, ROUND_FILE, SETTINGS_FILE, MAPPING_FILE)
_INVENTED = "voorbeeld"
"""The key by which gemeente.yaml says that the gemeente does not exist."""

AnyFile = (
    ReadFile[Gemeente]
    | ReadFile[InterviewFile]
    | ReadFile[KaartFile]
    | ReadFile[PlanFile]
    | ReadFile[RoundFile]
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
    round: ReadFile[RoundFile] | None = None
    """Who is asked, and what the klankbordgroep decided."""
    moments: tuple[ReadFile[MomentFile], ...] = ()
    """Verdicts of earlier days, the earliest first."""
    loose: tuple[Problem, ...] = ()
    """Problems about the folder itself."""
    closed: tuple[tuple[str, UnreadableError], ...] = ()
    """Folders of the dossier that cannot be looked into, each with its name."""

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
        if self.round:
            yield self.round
        yield from self.moments

    @property
    def may_be_invented(self) -> bool:
        """Tell whether gemeente.yaml is too broken to know that the gemeente exists; a kaart alone has none."""
        item = self.gemeente
        if item.sound is None:
            return bool(item.problems) or item.unreadable is not None
        keys = item.parsed.root.keys if item.value is None and item.parsed.root else {}
        return item.sound.example is None and bool(closest(_INVENTED, keys, most=1))

    @property
    def is_typed(self) -> bool:
        """Tell whether every file could be read and typed."""
        return not self.closed and all(item.value is not None for item in self.all())

    @property
    def unreadable(self) -> tuple[UnreadableError, ...]:
        """Say why files and folders could not be read at all."""
        closed = (error for _, error in self.closed)
        return (*closed, *(item.unreadable for item in self.all() if item.unreadable))


def read_files(folder: Path) -> DossierFiles:
    """Read every file of a dossier; what cannot be read is among them, with the reason.

    Raises UnreadableError when the folder is no dossier.
    """
    listed = _listed(folder)
    gemeente = versioned_file.read(folder / GEMEENTE_FILE, Gemeente, name=_shown(folder / GEMEENTE_FILE))
    interviews, closed = _paths_below(folder, name=INTERVIEWS_FOLDER, listed=listed)
    moments, closed_too = _paths_below(folder, name=MOMENTS_FOLDER, listed=listed)
    shared, missing = shared_kaarten(folder, gemeente=gemeente)
    kaarten = (*([folder / KAART_FILE] if KAART_FILE in listed else []), *shared)
    plan, whole_round = folder / PLAN_FILE, folder / ROUND_FILE
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
        round=versioned_file.read(whole_round, RoundFile, name=_shown(whole_round))
        if ROUND_FILE in listed
        else None,
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
            f"In de map '{folder}' staat geen dossier: {GEMEENTE_FILE} ontbreekt.",
            remedy=instead_of_gemeente(names) or remedy,
        )
    return names


def instead_of_gemeente(listed: Collection[str]) -> str:
    """Ask whether a file in a folder is meant to be its gemeente.yaml; empty when none looks like it."""
    meant = meant_for(GEMEENTE_FILE, listed=listed)
    return f"Bedoelt u {meant}? Noem het {GEMEENTE_FILE}." if meant else ""


def _paths_below(
    folder: Path, *, name: str, listed: frozenset[str]
) -> tuple[tuple[Path, ...], tuple[tuple[str, UnreadableError], ...]]:
    if name not in listed:
        return (), ()
    try:
        versioned_file.expect_inside(folder / name)
        return disk.paths_in(folder / name), ()
    except UnreadableError as error:
        return (), ((_shown(folder / name), error),)


def _strays(folder: Path, *, listed: frozenset[str], below: tuple[Path, ...]) -> Iterator[Problem]:
    """Yield DOSSIER012 for files and folders that nothing reads, and that seem to be meant for psoh."""
    own = [folder / name for name in sorted(listed)]
    found = [
        *stray_files(
            [path for path in own if not disk.is_folder(path) and not path.name.endswith(f".{MAPPING_FILE}")],
            known=_NAMES,
        ),
        *stray_folders(
            [path for path in own if disk.is_folder(path)],
            known=(INTERVIEWS_FOLDER, MOMENTS_FOLDER, TEXTS_FOLDER),
        ),
        *(
            stray
            for name in (INTERVIEWS_FOLDER, MOMENTS_FOLDER)
            for stray in stray_items(_in(folder / name, below))
        ),
    ]
    for stray in found:
        what = "de map" if stray.is_folder else "het bestand"
        message = f"psoh leest {what} {stray.path.name} niet"
        yield problem_of("DOSSIER012", message, file=_shown(stray.path), hint=stray.remedy)


def _in(folder: Path, paths: tuple[Path, ...]) -> list[Path]:
    return [path for path in paths if path.parent == folder]


def _shown(path: Path) -> str:
    """Give a path as somebody typed it, with forward slashes and without steps back."""
    return Path(os.path.normpath(path)).as_posix()
