"""templates/gemeenten → Register: all gemeenten of the Netherlands, those that were abolished included."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

from pydantic import Field

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import ProblemsError
from psoh_cli.files import disk, yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.gemeente.gemeente import Register, Registered
from psoh_cli.model import Frozen, Text, WebAddress


class TableSource(Frozen):
    """Where a part of the table comes from."""

    title: Text = Field(alias="titel")
    publisher: Text = Field(alias="uitgever")
    day: PartialDate = Field(alias="datum")
    url: WebAddress
    used_for: Text = Field(alias="gebruikt_voor")
    rights: Text = Field(alias="rechten")


class TableHeader(Frozen):
    """What the table says about itself, in the file beside it."""

    as_of: PartialDate = Field(alias="peildatum")
    source: Text = Field(alias="bron")
    sources: tuple[TableSource, ...] = Field(alias="bronnen")
    explanation: Text = Field(alias="toelichting")


def read_register(folder: Path | None = None) -> Register:
    """Read the register, by default that of this installation; a folder is read once per run.

    Raises UnreadableError when a file is missing and ProblemsError when `bron.yaml` cannot be read.
    """
    return _read(folder or templates_dir("gemeenten"))


@cache
def _read(folder: Path) -> Register:
    header, problems = yaml_file.load(yaml_file.read(folder / "bron.yaml"), TableHeader)
    if header is None:
        raise ProblemsError("De bron van de gemeentetabel is niet te lezen.", problems=problems)
    rows = csv.DictReader(io.StringIO(disk.read_text(folder / "gemeenten.csv")))
    return Register(source=header.source, as_of=header.as_of, entries=tuple(_entry(row) for row in rows))


def _entry(row: dict[str, str]) -> Registered:
    return Registered(
        code=row["code"],
        name=row["naam"],
        other_names=tuple(name for name in row["ook_bekend_als"].split(";") if name),
        province=row["provincie"] or None,
        ggd=row["ggd"] or None,
        ggd_derived=row["ggd_herkomst"] == "afgeleid",
        ended=PartialDate.parse(row["einddatum"]) if row["einddatum"] else None,
        successors=tuple(row["opvolgers"].split()),
    )
