"""From a PDF back to a dossier: what it carries, in a new folder that stands there whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from psoh_cli.dossier.dossier_files import GEMEENTE_FILE
from psoh_cli.dossier.schemas import kind_of_file, write_schemas
from psoh_cli.dutch import date_in_words
from psoh_cli.errors import UnreadableError, UnwritableError, WrongUseError
from psoh_cli.file_names import clash, is_safe
from psoh_cli.files import disk
from psoh_cli.files.modeline import modeline, names_schema_beside
from psoh_cli.press.tagged import reading as pdf_reading
from psoh_cli.press.tagged.reading import Carried
from psoh_cli.report.version import Version

_README = "LEESMIJ.md"

LEFT_OUT = {
    Version.COUNCIL: "de interviews, vrije opmerkingen, commentaar, wie u om een interview vroeg, de reden bij elk "
    "voorstel, en aantallen kleiner dan 5",
    Version.PARTNERS: "de interviews, vrije opmerkingen, commentaar, wie u om een interview vroeg, aantallen "
    "kleiner dan 5, de reden bij elk voorstel en besluit, de bedragen, de middelen, en waarom iets nu of niet past",
    Version.PUBLIC: "de interviews, vrije opmerkingen, commentaar, de ronde van interviews, aantallen kleiner dan 5, "
    "de reden bij elk voorstel, wie iets besloot en waarom, de functies van mensen, het bedrag per maatregel, de "
    "middelen, waarom iets nu of niet past, en wat op de kaart alleen voor professionals is",
}
"""What the data of each version leave out, in words; nothing when the interviews travel along."""


def read_pdf(path: Path) -> Carried:
    """Read what a PDF on disk carries; raise UnreadableError when that cannot be done."""
    return pdf_reading.read(disk.read_bytes(path, limit=pdf_reading.MOST_BYTES), name=path.as_posix())


def left_out(carried: Carried) -> str:
    """Say what the data in a document leave out; empty when nothing is."""
    return "" if carried.manifest.with_interviews else LEFT_OUT[carried.manifest.version]


def restore(path: Path, folder: Path) -> Carried:
    """Put the dossier that a PDF carries in a new folder.

    Raises UnreadableError when the PDF holds no dossier that can be relied on, WrongUseError when the folder has
    something in it, and UnwritableError when it cannot be written; then nothing is there.
    """
    carried = read_pdf(path)
    _expect_a_dossier(carried, name=path.as_posix())
    _expect_room(folder)
    place = folder.absolute()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".psoh-pdf-") as workshop:
            fresh = Path(workshop) / "dossier"
            if _names_schemas(carried):
                write_schemas(fresh)
            for file in carried.source.files:
                disk.write_bytes(
                    fresh / file.name, _first_line(fresh / file.name, carried=carried) + file.content
                )
            disk.write_text(fresh / _README, _readme(carried, name=path.name))
            if place.exists():
                _expect_room(folder)
                place.rmdir()
            fresh.rename(place)
    except UnwritableError as error:  # it names the workshop, which nobody knows
        raise disk.unwritable(folder, error=error.__cause__) from error
    except OSError as error:
        raise disk.unwritable(folder, error=error) from error
    return carried


def _names_schemas(carried: Carried) -> bool:
    """Tell whether the files will name schemas: those we write anew do, others when they did before."""
    as_it_was = carried.manifest.with_interviews
    return not as_it_was or any(names_schema_beside(file.content) for file in carried.source.files)


def _first_line(path: Path, *, carried: Carried) -> bytes:
    """Give the line for editors where a file was written anew; one that travelled as it is stays as it is."""
    return b"" if carried.manifest.with_interviews else modeline(path, kind_of_file(path)).encode()


def _expect_a_dossier(carried: Carried, *, name: str) -> None:
    names = [file.name for file in carried.source.files]
    unsafe = next((given for given in names if not is_safe(given)), None) or clash(names)
    if unsafe is not None:
        shown = unsafe if len(unsafe) <= 60 else f"{unsafe[:57]}..."
        raise UnreadableError(
            f"{name} draagt een bestand dat niet '{shown}' mag heten; er is niets uitgepakt.",
            remedy="Vertrouw deze pdf niet: psoh maakt zulke namen niet.",
        )
    if not carried.is_intact:
        changed = f" ({carried.altered[0]})" if carried.altered else ""
        raise UnreadableError(
            f"Wat {name} draagt, is niet meer wat psoh erin zette{changed}; er is niets uitgepakt.",
            remedy="Neem het bestand zoals psoh rapport het maakte.",
        )
    if GEMEENTE_FILE not in names:
        raise UnreadableError(
            f"{name} draagt geen heel dossier: {GEMEENTE_FILE} ontbreekt.",
            remedy="Neem het bestand zoals psoh rapport het maakte.",
        )


def _expect_room(folder: Path) -> None:
    """Make sure that nothing stands where the dossier will come; an empty folder may."""
    if disk.is_folder(folder) and not folder.is_symlink():
        if not disk.paths_in(folder):
            return
        message = f"De map '{folder.as_posix()}' is niet leeg; psoh verandert daar niets in."
    elif folder.exists() or folder.is_symlink():
        message = f"'{folder.as_posix()}' bestaat al en is geen map; psoh verandert daar niets in."
    else:
        return
    raise WrongUseError(message, remedy="Noem een nieuwe map.")


def _readme(carried: Carried, *, name: str) -> str:
    about = carried.manifest
    missing = left_out(carried)
    gaps = (
        f"Wat die versie niet toont, staat er niet in: {missing}."
        if missing
        else "Alles staat er zoals het was."
    )
    return f"""\
# Uit een pdf

Deze map komt uit `{name.replace("`", "'")}`, versie {about.version.value}, met peildatum {date_in_words(about.as_of)}.
{gaps}

Gemaakt met psoh {about.tool_version} en kennis {about.knowledge_version}.
Vingerafdruk: {about.fingerprint}
"""
