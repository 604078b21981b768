"""Every input that ever failed, laid in `found/<what it was>/<its place in a dossier>`: it fails never again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fuzz.enduring import Stage
from tests.fuzz.spoiling import Spoiled
from tests.fuzz.test_checking import command, look_over, mend
from tests.fuzz.test_reading import read_file

FOUND = Path(__file__).parent / "found"


def found() -> tuple[Spoiled, ...]:
    """Give each input with the place in a dossier where it belongs."""
    paths = sorted(path for path in FOUND.rglob("*.*") if path.is_file())
    return tuple(Spoiled("/".join(path.relative_to(FOUND).parts[1:]), path.read_bytes()) for path in paths)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        yield Stage(Path(folder) / "d")


@pytest.mark.slow
@pytest.mark.parametrize("file", found(), ids=[path.name for path in sorted(FOUND.iterdir())])
def test_what_failed_once_fails_no_more(stage: Stage, file: Spoiled) -> None:
    read_file(file)
    look_over(stage, file)
    mend(stage, file, unsafe=True)
    for form in ("text", "json", "junit", "sarif"):
        command(stage, file, form=form)


def test_each_has_a_place_in_a_dossier(stage: Stage) -> None:
    assert {file.name for file in found()} <= set(stage.whole)
    assert len(found()) == len(list(FOUND.iterdir()))
