"""The source of a document: the files it was made from, as far as its readers may see them, and their fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from psoh_cli.report.version import Version

MOMENT_VARIABLE = "SOURCE_DATE_EPOCH"
"""Names the moment that a document carries, where somebody builds it again (reproducible-builds.org)."""


@dataclass(frozen=True, kw_only=True)
class CarriedFile:
    """One file that travels inside a document; `name` is its path in the dossier, with forward slashes."""

    name: str
    content: bytes
    description: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, in hexadecimals."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Source:
    """All files a document carries, with the versions it was made with and for whom it may be read."""

    files: tuple[CarriedFile, ...]
    knowledge_version: str
    tool_version: str
    version: Version = Version.COUNCIL
    with_interviews: bool = False

    @cached_property
    def fingerprint(self) -> str:
        """One SHA-256 over names, contents and versions: the same data gives the same one, anywhere."""
        total = hashlib.sha256()
        for part in (self.knowledge_version, self.tool_version):
            total.update(f"{len(part)}:{part}\n".encode())
        for file in sorted(self.files, key=lambda file: file.name):
            total.update(f"{len(file.name.encode())}:{file.name}\n{file.digest}\n".encode())
        return total.hexdigest()
