"""Files inside a PDF, as PDF/A-3 wants its associated files: each with its kind, its moment and its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psoh_cli.press.source import CarriedFile

_MEDIA_TYPES = {"yaml": "application/yaml", "yml": "application/yaml", "json": "application/json"}


def attach(pdf: Any, files: Sequence[CarriedFile], *, moment: datetime) -> None:
    """Put files in an open PDF as its source; `moment` (UTC) is when they were made and changed.

    The renderer can do this too, but lists every file twice among the associated ones.
    """
    from pikepdf import Array, Dictionary, String

    if not files:
        return
    entries: list[Any] = []
    attached: list[Any] = []
    for file in sorted(files, key=lambda file: file.name.encode()):
        reference = pdf.make_indirect(_specification(pdf, file, moment=moment))
        entries += [String(file.name), reference]
        attached.append(reference)
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=Array(entries)))
    pdf.Root.AF = Array(attached)


def _specification(pdf: Any, file: CarriedFile, *, moment: datetime) -> Any:
    from pikepdf import Dictionary, Name, String

    stamp = String(moment.strftime("D:%Y%m%d%H%M%SZ"))
    ending = file.name.rpartition(".")[2].casefold()
    stream = pdf.make_stream(
        file.content,
        Type=Name.EmbeddedFile,
        Subtype=Name(f"/{_MEDIA_TYPES.get(ending, 'application/octet-stream')}"),
        Params=Dictionary(
            Size=len(file.content),
            CheckSum=String(hashlib.md5(file.content, usedforsecurity=False).digest()),
            CreationDate=stamp,
            ModDate=stamp,
        ),
    )
    return Dictionary(
        Type=Name.Filespec,
        F=String(file.name),
        UF=String(file.name),
        EF=Dictionary(F=stream, UF=stream),
        Desc=String(file.description or file.name),
        AFRelationship=Name.Source,
    )
