"""`check` on a dossier with one spoiled file: always an answer, in every form, and no byte is touched."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.enduring import (
    Stage,
    expect_dutch,
    expect_formats,
    expect_readable,
    expect_sound,
    few,
    in_time,
    many,
)
from tests.fuzz.spoiling import GEMEENTE, INTERVIEW, KAART, PLAN, POLICY, Spoiled, spoiled_files

from psoh_cli.checking.fixing import propose
from psoh_cli.checking.output_names import NAMES
from psoh_cli.checking.saving import save
from psoh_cli.problems.formats.writers import WRITERS

FORMS = sorted(WRITERS)
raw_files = st.builds(
    Spoiled, st.sampled_from([GEMEENTE, INTERVIEW, KAART, PLAN, POLICY]), st.binary(max_size=60)
)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        yield Stage(Path(folder) / "d")


def look_over(stage: Stage, file: Spoiled) -> None:
    """Inspect a dossier with a spoiled file, and tell of it as text and in one of the other forms."""
    with stage.holding(file), in_time():
        result = stage.look()
        expect_sound(result)
        expect_formats(result.report, FORMS[len(file.data) % len(FORMS)])
        expect_dutch(result.summary)


def mend(stage: Stage, file: Spoiled, *, unsafe: bool) -> None:
    """Mend a spoiled file: only what is told changes, and nothing gets worse."""
    with stage.holding(file, is_changed=True), in_time():
        fixed = save(propose(stage.look, unsafe=unsafe), stage.look)
        expect_sound(fixed.result)
        told = {(stage.folder / item.problem.file).resolve() for item in fixed.mending.mended}
        for name, before in {**stage.whole, file.name: file.data}.items():
            after = (stage.folder / name).read_bytes()
            assert after == before or (stage.folder / name).resolve() in told, name
        assert all(item.fix.is_safe or unsafe for item in fixed.mending.mended)
        assert bool(fixed.written) == bool(fixed.mending.files)


def command(stage: Stage, file: Spoiled, *, form: str) -> None:
    """Run the command as somebody would, with a form on stdout."""
    with stage.holding(file), in_time():
        said = stage.run("--format", form)
    assert said.code in {0, 1, 2}, said
    expect_dutch(said.err)
    if form != "markdown":
        expect_readable(form, said.out)


@given(spoiled_files())
@few
def test_a_spoiled_file_gets_an_answer(stage: Stage, file: Spoiled) -> None:
    look_over(stage, file)


@pytest.mark.slow
@given(spoiled_files(), st.booleans())
@few
def test_a_spoiled_file_is_mended_with_care(stage: Stage, file: Spoiled, unsafe: bool) -> None:
    mend(stage, file, unsafe=unsafe)


@pytest.mark.slow
@given(spoiled_files(), st.sampled_from(sorted(NAMES)))
@few
def test_a_spoiled_file_gets_an_answer_in_every_form(stage: Stage, file: Spoiled, form: str) -> None:
    command(stage, file, form=form)


@pytest.mark.slow
@given(spoiled_files())
@many(0.22)
def test_thousands_of_spoiled_files_get_an_answer(stage: Stage, file: Spoiled) -> None:
    look_over(stage, file)


@pytest.mark.slow
@given(raw_files)
@many(0.05)
def test_thousands_of_files_of_loose_bytes_get_an_answer(stage: Stage, file: Spoiled) -> None:
    look_over(stage, file)


@pytest.mark.slow
@given(spoiled_files(), st.booleans())
@many(0.04)
def test_many_spoiled_files_are_mended_with_care(stage: Stage, file: Spoiled, unsafe: bool) -> None:
    mend(stage, file, unsafe=unsafe)


@pytest.mark.slow
@given(spoiled_files(), st.sampled_from(sorted(NAMES)))
@many(0.04)
def test_many_spoiled_files_get_an_answer_in_every_form(stage: Stage, file: Spoiled, form: str) -> None:
    command(stage, file, form=form)
