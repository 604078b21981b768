"""The parts of an office file as XML: our own output, read without following anything that XML can refer to."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from psoh_cli.press.accessibility.checks import Check, Result

_MOST = 200_000_000
"""Bytes of one part, unpacked; ours stay far below."""


class UnreadablePackageError(Exception):
    """Say that this is no office file of ours; the text says why, in Dutch."""


class Package:
    """The parts of one file by their name."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError) as error:
            raise UnreadablePackageError("Het bestand kan niet worden uitgepakt") from error
        self._sizes = {part.filename: part.file_size for part in self._archive.infolist()}

    def xml(self, name: str) -> ET.Element:
        """Read one part; raise UnreadablePackageError where it is missing, too big or more than plain XML."""
        if self._sizes.get(name, _MOST + 1) > _MOST:
            raise UnreadablePackageError(f"Het onderdeel {name} ontbreekt of is te groot")
        try:
            content = self._archive.read(name)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise UnreadablePackageError(f"Het onderdeel {name} is beschadigd") from error
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise UnreadablePackageError(f"Het onderdeel {name} verwijst naar iets daarbuiten")
        try:
            return ET.fromstring(content)  # noqa: S314  (no document type, so nothing to expand or fetch)
        except ET.ParseError as error:
            raise UnreadablePackageError(f"Het onderdeel {name} is geen goede XML") from error

    def optional(self, name: str) -> ET.Element:
        """Read one part; an empty element where it is missing."""
        return self.xml(name) if name in self._sizes else ET.Element("leeg")


def unreadable(kind: str, *, reason: UnreadablePackageError) -> tuple[Check, ...]:
    """Give the one check that is left of a file that cannot be read."""
    return (
        Check(
            id=f"{kind}-leesbaar", about=f"Het bestand is een {kind} die opengaat", criteria=(),
            result=Result.WRONG, detail=f"{reason}.",
        ),
    )  # fmt: skip
