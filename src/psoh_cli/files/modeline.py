"""The first line of a file of ours: it tells an editor which schema to look along with."""

from __future__ import annotations

import os
import re
from pathlib import Path

from psoh_cli.files import disk, versioned_file

SCHEMAS_FOLDER = "schema"
"""Beside the files of a dossier: the schemas that `psoh start` puts there."""

_MODELINE = re.compile(r"^# yaml-language-server: \$schema=\S*\n(?:#\n)?")


def schema_of(path: Path, kind: str) -> Path:
    """Say where the dossier of a file keeps the schema of its kind."""
    return versioned_file.home_of(path) / SCHEMAS_FOLDER / f"{kind}.schema.json"


def modeline(path: Path, kind: str) -> str:
    """Give the first line for a new file, with its line end; empty where the schema it would name is not there."""
    schema = schema_of(path, kind)
    if not disk.is_file(schema):
        return ""
    way = Path(os.path.relpath(schema, path.parent)).as_posix()
    return f"# yaml-language-server: $schema={way}\n"


def names_schema_beside(content: bytes) -> bool:
    """Tell whether a file names a schema in the folder of its own dossier."""
    return re.search(rb"^# yaml-language-server: \$schema=(\.\./)?schema/", content, re.MULTILINE) is not None


def without_modeline(text: str) -> str:
    """Give a text without such a line at its top."""
    return _MODELINE.sub("", text, count=1)
