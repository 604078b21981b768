"""The proof of accessibility beside the documents: each file as it stands on disk is examined."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from psoh_cli.dossier.unchanged import LARGEST
from psoh_cli.files import disk
from psoh_cli.press.accessibility.examine import EXAMINED, as_json, as_markdown, examine
from psoh_cli.press.publish import Press

_NAME = "toegankelijkheid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where the reports about accessibility stand, and the files in which something is wrong."""

    paths: tuple[Path, ...] = ()
    failed: tuple[str, ...] = ()


def prove(press: Press, folder: Path) -> Proof:
    """Examine every document that was asked for and write down what was found; nothing when no format can be."""
    examined = [
        examine(
            asked.name,
            disk.read_bytes(folder / asked.name, limit=LARGEST),
            document=press.document(asked.kind),
        )
        for asked in press.request.files()
        if asked.format in EXAMINED
    ]
    if not examined:
        return Proof()
    as_of, gemeente = press.material.analysis.as_of, press.material.gemeente.name
    known = press.material.catalogue.version
    suffix = press.request.suffix
    reports = (
        (folder / f"{_NAME}{suffix}.md", as_markdown),
        (folder / f"{_NAME}{suffix}.json", as_json),
    )
    for path, write in reports:
        disk.write_text(path, write(examined, as_of=as_of, gemeente=gemeente, knowledge_version=known))
    return Proof(
        paths=tuple(path for path, _ in reports),
        failed=tuple(one.name for one in examined if not one.is_good),
    )
