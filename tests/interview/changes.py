"""Knowledge in which questions have changed, for as long as a test needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from psoh_cli.files import yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.practices import practice_files
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import QuestionChange


def change(old: str, new: str | None = None, **fields: Any) -> QuestionChange:
    """Make a row of the table in one line."""
    known = {"id": old, "tekst": f"Hoe zit het met {old}?", "sinds": "2026.1", "waarom": "Een proef."}
    return QuestionChange.model_validate(known | ({"wordt": new} if new else {}) | fields)


def with_changes(catalogue: Catalogue, *changes: QuestionChange, **others: Any) -> Catalogue:
    """Copy a catalogue with other changes; what it remembered is forgotten."""
    values = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    return Catalogue.model_construct(**{**values, "question_changes": changes, **others})


def changes_in(path: Path) -> tuple[QuestionChange, ...]:
    """Read a table of changes; none when there is no such file."""
    if not path.is_file():
        return ()
    value, problems = yaml_file.load(yaml_file.read(path), practice_files._list_file("vraagwijzigingen"))
    assert value is not None, problems
    rows: tuple[QuestionChange, ...] = getattr(value, "vraagwijzigingen")  # noqa: B009
    return rows


@contextmanager
def known_changes(changes: Sequence[QuestionChange], **others: Any) -> Iterator[Catalogue]:
    """Let every command read the knowledge of this installation with these changes in it."""
    folder = templates_dir("praktijken")
    practice_files.read_catalogue()
    before = practice_files._KNOWN[folder]
    catalogue = with_changes(before.catalogue, *changes, **others) if changes or others else before.catalogue
    practice_files._KNOWN[folder] = before._replace(catalogue=catalogue)
    try:
        yield catalogue
    finally:
        practice_files._KNOWN[folder] = before
