"""Which files of another folder are copies of ours: the same gemeente, the same informants, and not ours themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from psoh_cli.dossier.dossier_files import GEMEENTE_FILE, INTERVIEWS_FOLDER
from psoh_cli.errors import UnreadableError, WrongUseError
from psoh_cli.files import disk, versioned_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.interview.interview_files import interview_paths
from psoh_cli.interview.rules import name_fault
from psoh_cli.problems.meant import closest
from psoh_cli.rounds.round_file import ROUND_FILE

_NO_DOSSIER = "Noem de map van het dossier, of maak er een met: psoh start MAP"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFound:
    """One interview of a copy, and where it stands or comes here."""

    informant: str
    here: Path
    there: Path

    def expect_one_group(self, here: InterviewFile, there: InterviewFile) -> None:
        """Raise WrongUseError when the two are of different groups: they answer other questions."""
        if here.group != there.group:
            raise WrongUseError(
                f"'{self.informant}' hoort hier bij de groep '{here.group}' en in {self.there.as_posix()} bij "
                f"'{there.group}'; er is niets samengevoegd.",
                remedy="Het zijn verschillende informanten. Geef een van beide bestanden een andere naam.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files of a copy."""

    interviews: tuple[CopyFound, ...]
    round: Path | None = None


def copies_in(dossier: Path, other: Path, *, informant: str | None) -> Found:
    """Find the files of a copy: every interview of a folder and its round, or the one interview that is named.

    Raises UnreadableError where there is no dossier or no copy, and WrongUseError for a copy of something else.
    """
    code = _gemeente_of(dossier)
    if not disk.is_folder(other) and not disk.is_file(other):
        raise UnreadableError(
            f"{other.as_posix()} bestaat niet.",
            remedy="Noem een kopie van het dossier (een map), of van één interview (een bestand).",
        )
    if disk.real(other) == disk.real(dossier):
        raise WrongUseError(
            f"{other.as_posix()} is het dossier zelf.", remedy="Noem de andere kopie van het dossier."
        )
    if disk.is_file(other):
        return Found(interviews=(_one(dossier, other, informant=informant, code=code),))
    _expect_gemeente(other, code=code)
    below = other / INTERVIEWS_FOLDER
    paths = interview_paths(below) if disk.is_folder(below) else ()
    found = tuple(
        CopyFound(informant=path.stem, here=dossier / INTERVIEWS_FOLDER / path.name, there=path)
        for path in paths
        if informant is None or path.stem == informant
    )
    if informant is not None and not found:
        raise WrongUseError(
            f"In {below.as_posix()} is geen interview met '{informant}'.", remedy=_like(informant, paths)
        )
    has_round = informant is None and disk.is_file(other / ROUND_FILE)
    return Found(interviews=found, round=other / ROUND_FILE if has_round else None)


def _one(dossier: Path, other: Path, *, informant: str | None, code: str) -> CopyFound:
    folder = dossier / INTERVIEWS_FOLDER
    name = informant or other.stem
    wrong = name_fault(name)
    here = folder / f"{name}.yaml"
    if informant is None and not disk.is_file(here):
        known = interview_paths(folder) if disk.is_folder(folder) else ()
        raise WrongUseError(
            f"Van wie is {other.as_posix()} een kopie? In dit dossier is geen interview met '{name}'.",
            remedy=f"{_like(name, known)} Voeg toe: --informant NAAM".strip(),
        )
    if wrong:
        raise WrongUseError(f"Een informant kan niet '{name}' heten.", remedy=wrong)
    if disk.real(here) == disk.real(other):
        raise WrongUseError(
            f"{other.as_posix()} is het interview zelf.", remedy="Noem de andere kopie van dit interview."
        )
    around = versioned_file.home_of(other)
    if other.parent.name == INTERVIEWS_FOLDER and disk.is_file(around / GEMEENTE_FILE):
        _expect_gemeente(around, code=code)
    return CopyFound(informant=name, here=here, there=other)


def _gemeente_of(folder: Path) -> str:
    """Give the code of the gemeente that a dossier is about."""
    if not disk.is_file(folder / GEMEENTE_FILE):
        raise UnreadableError(
            f"In de map '{folder.as_posix()}' staat geen dossier: {GEMEENTE_FILE} ontbreekt.",
            remedy=_NO_DOSSIER,
        )
    file = versioned_file.read(folder / GEMEENTE_FILE, Gemeente)
    if file.unreadable is not None:
        raise file.unreadable
    if file.sound is None:
        raise UnreadableError(
            f"In {(folder / GEMEENTE_FILE).as_posix()} is niet te lezen over welke gemeente het gaat.",
            remedy="Verbeter dat bestand eerst; psoh check laat zien wat eraan schort.",
        )
    return file.sound.code


def _expect_gemeente(folder: Path, *, code: str) -> None:
    found = _gemeente_of(folder)
    if found != code:
        raise WrongUseError(
            f"{folder.as_posix()} gaat over een andere gemeente ({found}, en dit dossier over {code}); er is niets "
            "samengevoegd.",
            remedy="Noem een kopie van hetzelfde dossier.",
        )


def _like(name: str, paths: tuple[Path, ...]) -> str:
    known = [path.stem for path in paths]
    meant = closest(name, known, most=1)
    return f"Bedoelt u '{meant[0]}'?" if meant else f"Er zijn: {', '.join(known)}." if known else ""
