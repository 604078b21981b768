"""One file of a dossier: read, its format version looked at first, and typed with all that is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk, disk_about, yaml_file
from psoh_cli.files.sound_part import SoundPart, sound_part
from psoh_cli.files.yaml_inside import pieces_of
from psoh_cli.near_misses import without_curly
from psoh_cli.problems.fix import Written
from psoh_cli.problems.making import Examined, Inside, problem_of
from psoh_cli.problems.problem import Problem

FORMAT_VERSION = "1"
"""The version of the file formats of a dossier."""

T = TypeVar("T", bound=BaseModel)

_BELOW = frozenset({"interviews", "momenten", "vragenlijsten"})
"""The folders inside a dossier with files of their own."""


@dataclass(frozen=True)
class ReadFile(Generic[T]):
    """One file: its typed value (None when it has errors), its text with places, and its problems."""

    path: Path
    value: T | None
    parsed: yaml_file.Parsed
    problems: tuple[Problem, ...] = ()
    unreadable: UnreadableError | None = None
    """Why nothing could be read at all: no rights, another encoding, a folder of that name."""
    part: SoundPart[T] | None = None
    """What could be typed of a file with errors."""

    @property
    def sound(self) -> T | None:
        """What the rules can look at: the value, or the part of it that could be typed."""
        return self.part.value if self.value is None and self.part else self.value

    @property
    def name(self) -> str:
        """How Problems call this file."""
        return self.parsed.name

    def place(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Give line and column of a value, or of the nearest thing around it."""
        return yaml_file.place_of(self.parsed, self._as_read(path))

    def written(self, path: tuple[str | int, ...]) -> Written | None:
        """Give how a value stands in the file, so that it can be rewritten in its place."""
        return yaml_file.written_at(self.parsed, self._as_read(path))

    def key_written(self, path: tuple[str | int, ...]) -> Written | None:
        """Give how the key of a value stands in the file."""
        return yaml_file.key_written_at(self.parsed, self._as_read(path))

    def address(self, path: tuple[str | int, ...]) -> str:
        """Name a value by keys and ids, which stay when lines move."""
        return yaml_file.address_of(self.parsed, self._as_read(path))

    def inside(self, path: tuple[str | int, ...]) -> Inside | None:
        """Give how to find pieces of a text where they stand in the file."""
        return pieces_of(self.parsed, self._as_read(path))

    def problem(self, code: str, path: tuple[str | int, ...], message: str, *, hint: str = "") -> Problem:
        """Make a Problem at a value, with its end and its address."""
        place, written, address = self.place, self.written, self.address
        return Examined(file=self.name, place=place, written=written, address=address).problem(
            code, path, message, hint=hint
        )

    def _as_read(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        return self.part.path_before(path) if self.part else path


def read(path: Path, model: type[T], *, name: str | None = None) -> ReadFile[T]:
    """Read and type one file; an unknown format version is then its only problem, since the rest may not fit."""
    called = name or path.as_posix()
    try:
        expect_inside(path)
        parsed = yaml_file.read(path, name=called)
    except UnreadableError as error:
        nothing = yaml_file.Parsed(text="", name=called, root=None)
        return ReadFile(path=path, value=None, parsed=nothing, unreadable=error)
    unknown = unknown_version(parsed)
    if unknown is not None:
        return ReadFile(path=path, value=None, parsed=parsed, problems=(unknown,))
    value, problems = yaml_file.load(parsed, model)
    part = sound_part(parsed.plain(), model=model) if value is None else None
    return ReadFile(path=path, value=value, parsed=parsed, problems=problems, part=part)


def is_one(path: Path) -> bool:
    """Tell whether a path has the name of a file that people keep here: YAML, and not hidden."""
    return path.suffix == ".yaml" and not path.name.startswith(".")


def text_of(path: Path) -> str:
    """Read the text of one file, to change it; raise UnreadableError as `read` would say."""
    expect_own_folder(path)
    return disk.read_text(path)


def expect_inside(path: Path) -> None:
    """Make sure that something in a dossier does not lead out of it by a link; raise UnreadableError."""
    if disk_about.is_circle(path):
        raise disk.circle(path)
    if not disk.is_inside(path, folder=outermost(home_of(path).resolve())):
        raise UnreadableError(
            f"{path} is een koppeling naar een plek buiten het dossier; psoh leest en schrijft daar niet.",
            remedy="Zet het bestand zelf in de map van het dossier, in plaats van een koppeling.",
        )


def expect_own_folder(path: Path) -> None:
    """Make sure that a file of a dossier may be written: also its folder is no link to another place.

    Reading follows such a link to beside the dossier; writing would change what belongs to something else.
    """
    expect_inside(path)
    folder = path.parent
    if not disk.is_inside(folder, folder=home_of(path)):
        raise UnreadableError(
            f"De map {folder.as_posix()} is een koppeling naar een plek buiten het dossier; psoh schrijft daar niet.",
            remedy="Zet de map zelf in de map van het dossier, in plaats van een koppeling.",
        )


def home_of(path: Path) -> Path:
    """Give the folder of the dossier that a file is in: an interview and a kept moment lie one folder deeper."""
    return path.parent.parent if path.parent.name in _BELOW else path.parent


def outermost(folder: Path) -> Path:
    """Give the folder within which the files of a dossier lie: the git root around it, or without git its parent."""
    return git_root(folder) or folder.parent


def git_root(folder: Path) -> Path | None:
    """Give the top of the checkout in which a folder lies; None when it lies in none."""
    for parent in (folder, *folder.parents):
        if disk.is_folder(parent / ".git") or disk.is_file(parent / ".git"):  # a file in a worktree of git
            return parent
    return None


def unknown_version(parsed: yaml_file.Parsed) -> Problem | None:
    """Give DOSSIER006 when a file says it has a format version that we do not know."""
    version = yaml_file.find(parsed, ("formaat",))
    if version is None or not isinstance(version.value, str):
        return None
    if without_curly(version.value) == FORMAT_VERSION:  # what Word put around it is told of as such
        return None
    return problem_of(
        "DOSSIER006",
        f"formaat {version.value} is niet bekend; deze psoh leest formaat {FORMAT_VERSION}",
        file=parsed.name,
        place=version.place,
        end=version.end,
        address="formaat",
    )
