"""A workbook that is a zip (xlsx, ods): its parts unpacked within bounds and packed anew, nothing else let through."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from html import unescape

from psoh_cli.errors import UnreadableError

MOST_UNPACKED = 300_000_000
"""Bytes of all parts together; 10,000 full rows take some 30 million."""

_MOST_PARTS = 2_000
_STEP = 1 << 20
BROKEN = (
    zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, LookupError,
    OverflowError, MemoryError,
)  # fmt: skip
"""What the reader of a zip, and of what is in it, raises on bytes that somebody made up."""

_OF_XLSX = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(_rels/)?[^/]+\.(xml|rels)|xl/worksheets/(_rels/)?[^/]+",
    re.IGNORECASE,
)
_NEVER = re.compile(r"xl/(comments|calcChain|metadata|persons|connections)|.*\.(vml|bin)$", re.IGNORECASE)
_NOTES = re.compile(r"xl/(?:threadedComments|comments|drawings/drawing)", re.IGNORECASE)
_COMMENTS = re.compile(r"xl/(?:comments/)?comments?[0-9]*\.xml", re.IGNORECASE)
_NOTE = re.compile(rb"<(?:[a-z]+:)?comment [^<>]*?\bref=\"([A-Z]{1,3})([0-9]{1,7})\"[^<>]*>")
_WORDS = re.compile(rb"<(?:[a-z]+:)?t(?: [^<>]*)?>([^<]*)<")
_MOST_COMMENTS = 5_000_000
_MOST_NOTES = 50
_OF_ODS = re.compile(
    r"mimetype|content\.xml|styles\.xml|META-INF/manifest\.xml|settings\.xml|meta\.xml", re.IGNORECASE
)
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, kw_only=True)
class Unpacked:
    """The parts of a workbook that hold its cells, by name."""

    kind: str
    """`xlsx` or `ods`."""
    parts: Mapping[str, bytes]

    def packed(self) -> bytes:
        """Pack these parts, and nothing else of the file that came in."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, data in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()


def unpack(data: bytes, *, name: str) -> Unpacked:
    """Unpack what a workbook needs; raise UnreadableError when it is none, is broken, or grows beyond bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, name=name)
    except BROKEN as error:
        raise broken(name) from error


def holds_notes(data: bytes, *, name: str) -> bool:
    """Tell whether a workbook that was read holds words outside its cells: a remark, or a box with text."""
    found = unpack(data, name=name)
    if found.kind == "ods":
        return b"<office:annotation" in found.parts.get("content.xml", b"")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(map(_NOTES.match, archive.namelist()))


def notes_in(data: bytes) -> tuple[tuple[str, int, str], ...]:
    """Give the notes at the cells of an xlsx that was read: column, row and words; none when they cannot be read."""
    found: list[tuple[str, int, str]] = []
    with suppress(UnreadableError, *BROKEN), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist()[:_MOST_PARTS]:
            if not _COMMENTS.fullmatch(info.filename):
                continue
            part = _within(archive, info, left=_MOST_COMMENTS, name="")
            for head in _NOTE.finditer(part):
                body = part[head.end() : part.find(b"comment>", head.end())]
                words = b"".join(text[1] for text in _WORDS.finditer(body)).decode("utf-8", "replace")
                found.append((head[1].decode(), int(head[2]), unescape(" ".join(words.split()))))
                if len(found) == _MOST_NOTES:
                    break
    return tuple(found)


def is_whole(data: bytes) -> bool:
    """Tell whether bytes are a zip of which the list of parts can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)):
            return True
    except BROKEN:
        return False


def holds_part(data: bytes, part: str) -> bool:
    """Tell whether bytes are a zip with a part of this name; what is broken has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return part in archive.namelist()
    except BROKEN:
        return False


def broken(name: str) -> UnreadableError:
    """Say that a workbook cannot be read at all."""
    return UnreadableError(
        f"{name} is beschadigd, of is geen werkblad.",
        remedy="Open het bestand in Excel of LibreOffice, sla het op als xlsx en probeer het opnieuw.",
    )


def secret(name: str) -> UnreadableError:
    """Say that a workbook asks for a password."""
    return UnreadableError(
        f"{name} is beveiligd met een wachtwoord; psoh kan het niet lezen.",
        remedy="Open het bestand, haal het wachtwoord eraf en sla het op onder een andere naam.",
    )


def _unpacked(archive: zipfile.ZipFile, *, name: str) -> Unpacked:
    infos = {info.filename: info for info in archive.infolist()[: _MOST_PARTS + 1]}
    kind = _kind(archive, infos, name=name)
    wanted = _OF_XLSX if kind == "xlsx" else _OF_ODS
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for info in infos.values():
        if not wanted.fullmatch(info.filename) or _NEVER.match(info.filename):
            continue
        if info.flag_bits & 1:
            raise secret(name)
        parts[info.filename] = _within(archive, info, left=left, name=name)
        left -= len(parts[info.filename])
    if kind == "ods" and b"<manifest:encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise secret(name)
    return Unpacked(kind=kind, parts=parts)


def _within(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, left: int, name: str) -> bytes:
    """Unpack one part; what the zip says of its size is not relied on."""
    pieces: list[bytes] = []
    taken = 0
    with archive.open(info) as part:
        while piece := part.read(_STEP):
            taken += len(piece)
            if taken > left:
                raise UnreadableError(
                    f"{name} wordt na uitpakken veel te groot; psoh leest het niet.",
                    remedy="Kopieer alleen de cellen met inhoud naar een nieuw bestand, en gebruik dat.",
                )
            pieces.append(piece)
    return b"".join(pieces)


def _kind(archive: zipfile.ZipFile, infos: Mapping[str, zipfile.ZipInfo], *, name: str) -> str:
    if "xl/workbook.xml" in infos:
        return "xlsx"
    if "xl/workbook.bin" in infos:
        raise _other(name, "een Excel-bestand in het formaat xlsb")
    if "content.xml" in infos and "mimetype" in infos:
        kind = _within(archive, infos["mimetype"], left=1_000, name=name).strip()
        if kind.startswith(_ODS_TYPE):
            return "ods"
    for start, what in _OTHERS.items():
        if any(part.startswith(start) for part in infos):
            raise _other(name, what)
    raise _other(name, "een ingepakt bestand (zip) zonder werkblad")


def _other(name: str, what: str) -> UnreadableError:
    return UnreadableError(
        f"{name} is {what}; psoh leest hier xlsx, xls, ods en csv.",
        remedy="Sla de tabel op als xlsx (in Excel: 'Opslaan als', 'Excel-werkmap') en gebruik dat bestand.",
    )


_OTHERS = {
    "word/": "een Word-document",
    "ppt/": "een presentatie",
    "Index/": "een bestand van Numbers",
    "content.xml": "een document van LibreOffice dat geen werkblad is",
}
