"""Edits of a YAML text that touch only the lines they mean: comments, order and quotes stay.

Every edit is read back and compared with what was intended before it is handed out.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

from psoh_cli.collector import collector_held
from psoh_cli.errors import EditError, ProblemsError
from psoh_cli.files import disk
from psoh_cli.files.yaml_changes import Append, Change, Insert, Remove, Set, changed, in_steps
from psoh_cli.files.yaml_codes import EMPTY
from psoh_cli.files.yaml_draft import Draft, Splice
from psoh_cli.files.yaml_dump import Value, dump_block, dump_scalar, simplify
from psoh_cli.files.yaml_events import parse
from psoh_cli.files.yaml_nodes import Parsed, Path
from psoh_cli.files.yaml_splices import coarse_splices, splices
from psoh_cli.problems.problem import has_errors

__all__ = [
    "append_item",
    "apply",
    "dump_block",
    "dump_scalar",
    "insert_block",
    "remove",
    "save",
    "set_value",
    "set_values",
]


def set_value(text: str, path: Path, value: Value) -> str:
    """Replace the value at a path, or add it with the mappings that lead to it.

    Inside a mapping or list that stays, only the fields and items that differ are touched.
    """
    return apply(text, [Set(tuple(path), value)])


def set_values(text: str, values: Mapping[Path, Value]) -> str:
    """Set many values in one go; reads and checks the text once."""
    return apply(text, [Set(tuple(path), value) for path, value in values.items()])


def append_item(text: str, path: Path, value: Value) -> str:
    """Add an item to the list at a path; the list may be missing, empty or written as [a, b]."""
    return apply(text, [Append(tuple(path), value)])


def insert_block(text: str, path: Path, value: Value, *, before: str | int) -> str:
    """Add a value at a path in front of the key or position `before` of the same parent.

    Comments right above that key or item stay with it.
    """
    return apply(text, [Insert(tuple(path), value, before)])


def remove(text: str, path: Path) -> str:
    """Take away a key with its value, or an item of a list; what becomes empty stays as {} or []."""
    return apply(text, [Remove(tuple(path))])


@collector_held()
def apply(text: str, changes: Sequence[Change]) -> str:
    """Make several changes, in order, and check the result as one.

    Raises ProblemsError when the text itself cannot be read, EditError when a change would not read
    back as intended.
    """
    parsed = _readable(text)
    before = intended = parsed.plain()
    for change in changes:
        intended = _intended(intended, change)
    together = _spliced(parsed, changes, work_out=splices)
    if together is not None and _reads_as(together, intended):
        return together
    middle = len(changes) // 2  # in halves: of a thousand changes a few are in each other's way
    parts = (
        [changes[:middle], changes[middle:]] if middle else [[one] for one in in_steps(before, changes[0])]
    )
    if parts:
        for part in parts:
            text = apply(text, part)
        if _reads_as(text, intended):
            return text
    anew = _spliced(parsed, changes, work_out=coarse_splices)
    if anew is not None and _reads_as(anew, intended):
        return anew
    raise EditError(
        "De wijziging is niet gemaakt: het bestand zou daarna iets anders zeggen dan de bedoeling was.",
        remedy="Maak deze wijziging met de hand in een teksteditor en controleer haar met psoh check.",
    )


def save(path: FilePath, text: str) -> None:
    """Write an edited text, with the line ends and the byte order mark that the file already had."""
    old = disk.read_bytes(path) if path.exists() else b""
    text = text.removeprefix("\ufeff")
    if old.startswith(codecs.BOM_UTF8):
        text = f"\ufeff{text}"
    only_crlf = b"\r\n" in old and old.count(b"\n") == old.count(b"\r\n")
    disk.write_text(path, text, newline="\r\n" if only_crlf else "\n")


def _readable(text: str) -> Parsed:
    parsed = parse(text, name="het bestand")
    errors = tuple(problem for problem in parsed.problems if problem.code != EMPTY)
    if has_errors(errors):
        raise ProblemsError(
            f"Het bestand kan niet worden gewijzigd: op regel {errors[0].line} staat een fout ({errors[0].message}).",
            remedy="Herstel die regel eerst; psoh check laat alles zien.",
            problems=errors,
        )
    return parsed


def _intended(data: Any, change: Change) -> Any:
    if not isinstance(change, Remove):
        simplify(change.value)  # a value that no file can hold is a mistake of the caller: TypeError
    try:
        return changed(data, change)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise EditError(f"De plek {'.'.join(map(str, change.path))} bestaat niet in dit bestand.") from error


def _spliced(
    parsed: Parsed, changes: Sequence[Change], *, work_out: Callable[[Draft, Change], list[Splice]]
) -> str | None:
    draft = Draft(parsed)
    try:
        return draft.spliced([splice for change in changes for splice in work_out(draft, change)])
    except EditError:
        if len(changes) == 1:
            raise
        return None


def _reads_as(text: str, intended: Any) -> bool:
    parsed = parse(text, name="het bestand")
    unread = [problem for problem in parsed.problems if problem.code != EMPTY]
    return not has_errors(unread) and parsed.plain() == intended
