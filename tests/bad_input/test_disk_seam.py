"""Files are opened in one place only, so that every fault of a disk gets its Dutch sentence."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from psoh_cli import app

PACKAGE = Path(app.__file__).parent
SEAM = {"disk.py", "disk_about.py", "disk_copies.py", "disk_lock.py", "disk_reports.py"}

ALLOWED = {
    ("terminal/streams.py", "os.open"): "points stdout at the null device after its reader has left",
    ("terminal/bug_log.py", "os.fdopen"): "writes down our own bug, which may be in the seam",
    ("terminal/bug_log.py", "tempfile.mkstemp"): "the same",
    (
        "environment.py",
        "tempfile.TemporaryFile",
    ): "tries whether a folder can be written in, and keeps nothing",
    (
        "dossier/scaffold.py",
        "tempfile.TemporaryDirectory",
    ): "a workshop beside the new dossier, gone afterwards",
    ("dossier/scaffold.py", ".rename"): "puts a whole new folder in place in one move",
    (
        "dossier/restoring.py",
        "tempfile.TemporaryDirectory",
    ): "a workshop beside the folder that a PDF is opened in",
    ("dossier/restoring.py", ".mkdir"): "makes the folders above it, as writing a file does",
    ("dossier/restoring.py", ".rmdir"): "takes an empty folder away, where the dossier then comes",
    ("dossier/restoring.py", ".rename"): "puts a whole dossier in place in one move",
    ("kaart/exchange/arrived_file.py", "zipfile.ZipFile"): "reads bytes in memory",
    ("kaart/exchange/placing_files.py", "zipfile.ZipFile"): "writes bytes in memory",
    ("workbooks/zipped_file.py", "zipfile.ZipFile"): "reads bytes in memory",
    ("press/accessibility/package.py", "zipfile.ZipFile"): "reads bytes in memory",
    ("press/accessibility/pdf_file.py", "pikepdf.open"): "opens bytes in memory",
    ("press/office/zip.py", "zipfile.ZipFile"): "reads and writes bytes in memory",
    ("press/tagged/reading.py", "pikepdf.open"): "opens bytes in memory",
    ("press/tagged/repair.py", "pikepdf.open"): "opens bytes in memory",
    ("press/tagged/repair.py", ".read_bytes"): "reads a stream of a PDF in memory",
}

_MODULES = {"os", "io", "codecs", "shutil", "tempfile", "gzip", "zipfile", "pikepdf", "mmap"}
_OPENING = {
    "open", "fdopen", "replace", "rename", "renames", "remove", "unlink", "mkdir", "makedirs", "rmdir", "truncate",
    "copy", "copy2", "copyfile", "copytree", "move", "rmtree", "mkstemp", "mkdtemp", "NamedTemporaryFile",
    "TemporaryFile", "TemporaryDirectory", "ZipFile", "mmap",
}  # fmt: skip
_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rename", "touch",
    "symlink_to", "hardlink_to", "chmod",
}  # fmt: skip


def touches(source: str) -> Iterator[str]:
    """Name every call in a module that opens, makes, moves or removes a file without the seam."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in {"open", "mkstemp", "NamedTemporaryFile"}:
            yield called.id
        elif isinstance(called, ast.Attribute):
            owner = called.value.id if isinstance(called.value, ast.Name) else ""
            if owner in _MODULES and called.attr in _OPENING:
                yield f"{owner}.{called.attr}"
            elif owner not in {"disk", *_MODULES} and called.attr in _METHODS:
                yield f".{called.attr}"


@functools.cache
@functools.cache
def found_in_package() -> set[tuple[str, str]]:
    return {
        (path.relative_to(PACKAGE).as_posix(), call)
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name not in SEAM and not {"_templates", "_examples"} & set(path.parts)
        for call in touches(path.read_text("utf-8"))
    }


def test_no_module_goes_around_the_seam() -> None:
    assert found_in_package() - set(ALLOWED) == set()


def test_every_exception_is_still_needed() -> None:
    assert set(ALLOWED) - found_in_package() == set()


@pytest.mark.parametrize(
    "line",
    [
        "open('a')",
        "with open(path) as stream:\n    pass",
        "os.replace(a, b)",
        "path.read_text('utf-8')",
        "(folder / 'x').write_bytes(b'')",
        "shutil.copyfile(a, b)",
        "tempfile.mkstemp()",
        "path.unlink(missing_ok=True)",
    ],
)
def test_a_way_around_would_be_seen(line: str) -> None:
    assert list(touches(line))


@pytest.mark.parametrize(
    "line", ["disk.read_text(path)", "'a'.replace('a', 'b')", "questionnaire.open(answers)"]
)
def test_the_seam_itself_and_other_words_are_left_alone(line: str) -> None:
    assert list(touches(line)) == []
