"""The files that somebody brings in, told apart by what is in them: spreadsheets, HSDS, and mails with answers."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk
from psoh_cli.kaart.exchange.not_a_list import refuse_file, refuse_folder
from psoh_cli.kaart.exchange.own_json import is_ours
from psoh_cli.workbooks.zipped_file import MOST_UNPACKED

MOST_BYTES = 100_000_000
"""How big a file may be that comes in: a spreadsheet of 10,000 full rows takes some 5 million bytes."""

_MOST_PARTS = 20_000
_DEEPEST = 4
_ZIP = b"PK\x03\x04"
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "content.xml", "xl/workbook.xml"})
_HSDS = frozenset({".json", ".csv"})
_MAIL = frozenset({".txt", ".eml", ".md"})


@dataclass
class Arrived:
    """What came in, by kind: names with bytes. The HSDS files are one set, however they are cut.

    `kaarten` are exports of ours as JSON.
    """

    sheets: list[tuple[str, bytes]] = field(default_factory=list)
    mails: list[tuple[str, bytes]] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    kaarten: list[tuple[str, bytes]] = field(default_factory=list)


def arrive(paths: Sequence[Path]) -> Arrived:
    """Read every file, and of a folder or a zip with an HSDS package every part.

    Raises UnreadableError, with the remedy, when a file cannot be read or is no such thing.
    """
    found = Arrived()
    for path in paths:
        if disk.is_folder(path):
            found.documents |= _in_folder(path)
            continue
        data = disk.read_bytes(path, limit=MOST_BYTES)
        refuse_file(path, data)
        if data.startswith(_ZIP) and (names := _names_in(data)) and not _OFFICE & names:
            found.documents |= _unpacked(path.name, data)
        elif is_ours(data):
            found.kaarten.append((path.name, data))
        elif path.suffix.lower() in _MAIL:
            found.mails.append((path.name, data))
        elif path.suffix.lower() == ".json" or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
            name = path.name if path.suffix.lower() == ".json" else f"{path.name}.json"
            found.documents[name] = data
        else:
            found.sheets.append((path.name, data))
    return found


def _in_folder(folder: Path) -> dict[str, bytes]:
    """Read the JSON and CSV files of a folder, by their path below it."""
    refuse_folder(folder, [path.name for path in disk.paths_in(folder)])
    found = {
        path.relative_to(folder).as_posix(): disk.read_bytes(path, limit=MOST_BYTES)
        for path in _files_below(folder, depth=0)
    }
    if not found:
        raise UnreadableError(
            f"In de map {folder} staat geen HSDS: geen enkel bestand dat op .json of .csv eindigt.",
            remedy="Noem een map met een HSDS-pakket, of noem de bestanden zelf.",
        )
    return found


def _files_below(folder: Path, *, depth: int) -> Iterator[Path]:
    for path in disk.paths_in(folder):
        if path.name.startswith("."):
            continue
        if disk.is_folder(path):
            if depth < _DEEPEST:
                yield from _files_below(path, depth=depth + 1)
        elif path.suffix.lower() in _HSDS:
            yield path


def _names_in(data: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def _unpacked(name: str, data: bytes) -> dict[str, bytes]:
    """Unpack the JSON and CSV files of a zip in memory, within bounds; names in it never touch the disk."""
    found: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist()[:_MOST_PARTS]:
                part = PurePosixPath(info.filename)
                if info.is_dir() or part.suffix.lower() not in _HSDS or part.name.startswith("."):
                    continue
                with archive.open(info) as opened:
                    found[info.filename] = opened.read(left + 1)
                left -= len(found[info.filename])
                if left < 0:
                    raise UnreadableError(
                        f"{name} wordt na uitpakken veel te groot; psoh leest het niet.",
                        remedy="Pak het bestand zelf uit, en noem de bestanden die u nodig hebt.",
                    )
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise UnreadableError(
            f"{name} is beschadigd, of beveiligd met een wachtwoord.",
            remedy="Pak het zelf uit en noem de map, of vraag om een nieuw bestand.",
        ) from error
    if not found:
        raise UnreadableError(
            f"{name} is een ingepakt bestand (zip) zonder werkblad en zonder HSDS.",
            remedy="Pak het uit, en noem het bestand met de tabel: xlsx, xls, ods, csv of json.",
        )
    return found
