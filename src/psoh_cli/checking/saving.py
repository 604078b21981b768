"""Writing what was proposed: each file under the lock of its dossier, and only when nobody saved it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from psoh_cli.checking.mending import Changed, Mending
from psoh_cli.checking.result import Result
from psoh_cli.errors import EditError, PsohError, UnwritableError
from psoh_cli.files import disk, disk_about, versioned_file
from psoh_cli.problems.report import Unread


@dataclass(frozen=True, kw_only=True)
class Fixed:
    """What was written; `result` is what is left on disk, `unwritten` says why a file stayed as it was."""

    mending: Mending
    result: Result
    written: tuple[str, ...] = ()
    unwritten: tuple[Unread, ...] = ()


def save(mending: Mending, look: Callable[[], Result]) -> Fixed:
    """Write every file of a mending; one that cannot be written stays as it was and stops no other."""
    written: list[str] = []
    unwritten: list[Unread] = []
    for file in mending.files:
        try:
            _save(file)
        except PsohError as error:
            unwritten.append(Unread(message=error.message, hint=error.remedy))
        else:
            written.append(file.name)
    return Fixed(
        mending=mending,
        result=look() if unwritten else mending.result,
        written=tuple(written),
        unwritten=tuple(unwritten),
    )


def _save(file: Changed) -> None:
    path = Path(file.name)
    versioned_file.expect_own_folder(path)
    with disk.lock(versioned_file.home_of(path)):
        if disk.is_read_only(path):
            raise UnwritableError(
                f"{path} is niet verbeterd: het bestand is alleen-lezen.",
                remedy="Zet alleen-lezen uit bij de eigenschappen van het bestand en geef de opdracht opnieuw.",
            )
        if disk_about.has_more_names(path):
            raise UnwritableError(
                f"{path} is niet verbeterd: hetzelfde bestand heeft op deze schijf nog een andere naam, en psoh zou "
                "die twee van elkaar losmaken.",
                remedy="Verbeter het bestand zelf, of zet een kopie ervan op deze plek en geef de opdracht opnieuw.",
            )
        if disk.read_bytes(path) != file.before:
            raise UnwritableError(
                f"{path} is niet verbeterd: iemand heeft het bestand intussen opgeslagen.",
                remedy="Geef de opdracht opnieuw; psoh kijkt dan naar wat er nu in staat.",
            )
        disk.write_bytes(path.resolve(), file.after)
        if disk.read_bytes(path) != file.after:
            raise EditError(
                f"{path} is geschreven, maar er staat nu iets anders in dan psoh schreef.",
                remedy="Zet een eerdere versie terug en kijk of de schijf of netwerkmap goed werkt.",
            )
