"""The list that travels with what a document carries: `bron.json`, what is there and with what it was made."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from psoh_cli.model import Frozen, Text
from psoh_cli.press.source import CarriedFile, Source
from psoh_cli.report.version import Version

NAME = "bron.json"
"""How the list is called among the attachments."""

FORMAT = "1"

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Listed(Frozen):
    """One carried file: its name, its SHA-256 and its size in bytes."""

    name: Text = Field(alias="naam")
    digest: Digest = Field(alias="sha256")
    size: int = Field(alias="bytes", ge=0)
    description: str = Field(default="", alias="omschrijving")


class Manifest(Frozen):
    """What a document carries, and with what it was made."""

    format: Text = Field(alias="formaat")
    document: Text
    version: Version = Field(alias="versie")
    with_interviews: bool = Field(alias="met_interviews")
    as_of: date = Field(alias="peildatum")
    tool_version: Text = Field(alias="psoh")
    knowledge_version: Text = Field(alias="kennisversie")
    fingerprint: Digest = Field(alias="vingerafdruk")
    files: tuple[Listed, ...] = Field(alias="bestanden")


def manifest_of(source: Source, *, document: str, as_of: date) -> Manifest:
    """List what a document carries; `document` is its name, as the file is called."""
    return Manifest(
        format=FORMAT,
        document=document,
        version=source.version,
        with_interviews=source.with_interviews,
        as_of=as_of,
        tool_version=source.tool_version,
        knowledge_version=source.knowledge_version,
        fingerprint=source.fingerprint,
        files=tuple(
            Listed(name=file.name, digest=file.digest, size=len(file.content), description=file.description)
            for file in sorted(source.files, key=lambda file: file.name)
        ),
    )


def as_file(manifest: Manifest) -> CarriedFile:
    """Write the list as one more carried file."""
    text = manifest.model_dump_json(indent=2, by_alias=True)
    return CarriedFile(
        name=NAME, content=f"{text}\n".encode(), description="Wat dit document draagt, met de versies"
    )
