"""`koppeling.yaml`: read it with every problem at its line, and write what was learned without touching the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from psoh_cli.files import disk, versioned_file, yaml_edit
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.written import as_fields
from psoh_cli.problems.problem import Problem

NAME = "koppeling.yaml"

_HEAD = """\
# Koppeling: hoe psoh de spreadsheets van een partner leest. Gebruik: psoh kaart import BESTAND --koppeling {name}
#   kolommen        kop van een kolom, en het veld waar hij over gaat (of: overslaan)
#   vaste_waarden   wat voor elke rij geldt waar niets anders staat
#   waarden         wat een woord in een kolom betekent
#   bron            waar de informatie vandaan komt, voor wat zelf geen bron noemt
#   ketenpartner    voor alle organisaties, of bij ketenpartners per organisatie
#   persoonlijk     namen en 06-nummers: weglaten (gewoon) of overnemen
"""


def read_mapping(path: Path, *, name: str | None = None) -> tuple[SheetMapping | None, tuple[Problem, ...]]:
    """Read a mapping; it is None when any problem is an error.

    Raises UnreadableError when there is no such file or it is not UTF-8.
    """
    file = versioned_file.read(path, SheetMapping, name=name)
    if file.unreadable is not None:
        raise file.unreadable
    return file.value, file.problems


def save_mapping(path: Path, mapping: SheetMapping) -> bool:
    """Write a mapping; of a file that is there only what differs changes. Tells whether anything was written.

    Raises ProblemsError when the file that is there cannot be read.
    """
    if not path.exists():
        yaml_edit.save(path, mapping_text(mapping, name=path.name))
        return True
    with disk.lock(path.parent):
        text = versioned_file.text_of(path)
        new = with_mapping(text, mapping)
        if new != text:
            yaml_edit.save(path, new)
    return new != text


def mapping_text(mapping: SheetMapping, *, name: str = NAME) -> str:
    """Write a mapping as the text of a new file."""
    return _HEAD.format(name=name) + yaml_edit.dump_block(fields_of(mapping))


def with_mapping(text: str, mapping: SheetMapping) -> str:
    """Give the text of a mapping file with what is new in a mapping; comments and the rest stay."""
    return yaml_edit.set_values(text, {(key,): value for key, value in fields_of(mapping).items()})


def fields_of(mapping: SheetMapping) -> dict[str, Any]:
    """Give what is worth writing of a mapping, under its Dutch keys."""
    return {"formaat": mapping.format} | as_fields(mapping)
