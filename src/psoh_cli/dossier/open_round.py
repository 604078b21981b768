"""The round of a dossier, opened: also where an interview or the kaart has errors, since people work on those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psoh_cli.dossier.dossier_files import DossierFiles, read_files
from psoh_cli.dossier.regions import regions_around
from psoh_cli.errors import ProblemsError
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.interview.changed_questions import changes_for, informant_now
from psoh_cli.interview.interview_files import informant_of
from psoh_cli.kaart.combining import combine
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import sound_catalogue
from psoh_cli.rounds.round import NO_ROUND, RoundFile
from psoh_cli.rounds.seats import PROFESSIONALS, Around
from psoh_cli.rounds.state import Heard, Standing, standings
from psoh_cli.shell import quoted

_NO_CODE = "GM0000"
"""Stands for a gemeente of which gemeente.yaml cannot be read; no gemeente has it."""


@dataclass(frozen=True, kw_only=True)
class OpenRound:
    """A round with all that is known around it."""

    folder: Path
    name: str
    """The name of the gemeente, or of the folder where gemeente.yaml does not tell."""
    ggd: str
    """The GGD of its region; empty where gemeente.yaml does not tell."""
    round: RoundFile
    standing: tuple[Standing, ...]
    residents: Residents
    kaart: Kaart
    catalogue: Catalogue
    taken: frozenset[str]
    """The names of all informants and of all interviews, also of those that cannot be read."""
    unread: tuple[str, ...] = ()
    """Files that could not be read, and that do not count here."""

    def command(self, *words: str) -> str:
        """Write a command of psoh for this folder, ready to type; what is an option comes after the folder."""
        place = () if self.folder == Path() else (quoted(self.folder),)
        options = next((number for number, word in enumerate(words) if word.startswith("-")), len(words))
        return " ".join(("psoh", *words[:options], *place, *words[options:]))

    @property
    def reading(self) -> str:
        """The command that reads lists of this dossier back, up to the name of a list."""
        return f"psoh ronde lees {quoted(self.folder)}"

    def around(self, as_of: date, *, professionals: int = PROFESSIONALS) -> Around:
        """Give what a proposal is made from."""
        return Around(
            name=self.name,
            ggd=self.ggd,
            residents=self.residents,
            kaart=self.kaart,
            catalogue=self.catalogue,
            as_of=as_of,
            standing=self.standing,
            professionals=professionals,
        )


def open_round(folder: Path) -> OpenRound:
    """Open the round of a dossier.

    Raises UnreadableError when there is no dossier or the round cannot be read, and ProblemsError when the round
    holds errors. An interview or a kaart that cannot be read is left out, and named.
    """
    catalogue = sound_catalogue()
    files = read_files(folder)
    round_file = _round(files)
    gemeente = files.gemeente.sound
    kaarten = tuple(item.value for item in files.kaarten if item.value)
    standing = standings(round_file, heard=_heard(files, catalogue=catalogue), catalogue=catalogue)
    return OpenRound(
        folder=folder,
        name=gemeente.name if gemeente else folder.resolve().name,
        ggd=(gemeente.region.ggd if gemeente and gemeente.region else None) or "",
        round=round_file,
        standing=standing,
        residents=gemeente.residents if gemeente else Residents(),
        kaart=combine(
            kaarten,
            code=gemeente.code if gemeente else _NO_CODE,
            has_own=files.has_own_kaart and files.kaarten[0].value is not None,
            regions=regions_around(gemeente),
        ),
        catalogue=catalogue,
        taken=frozenset(item.id for item in standing) | {item.path.stem for item in files.interviews},
        unread=(
            *(name for name, _ in files.closed),
            *(item.name for item in files.all() if item.value is None),
        ),
    )


def _round(files: DossierFiles) -> RoundFile:
    item = files.round
    if item is None:
        return NO_ROUND
    if item.unreadable is not None:
        raise item.unreadable
    if item.value is None:
        raise ProblemsError(
            f"In {item.name} staan fouten; daarom gaat dit niet door.",
            problems=item.problems,
            remedy="Verbeter ze eerst. Er is niets veranderd.",
        )
    return item.value


def _heard(files: DossierFiles, *, catalogue: Catalogue) -> Iterator[Heard]:
    for item in files.interviews:
        informant = informant_of(item)
        if informant is not None:
            yield Heard(
                informant=informant_now(informant, catalogue), changed=changes_for(informant, catalogue)
            )
