"""Whatever text somebody hands us: it is read as it stands, or there is a Problem; quickly, and never a crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from tests.fuzz.enduring import few, in_time, many
from tests.fuzz.reading_alike import changed_values, expect_alike
from tests.fuzz.spoiling import GEMEENTE, INTERVIEW, KAART, PLAN, Spoiled, loose_texts, spoiled_files

from psoh_cli.files import yaml_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.policy.policy_text import read_policy
from psoh_cli.policy.remarks import remarks_in

MODELS: dict[str, type[BaseModel]] = {
    GEMEENTE: Gemeente,
    INTERVIEW: InterviewFile,
    KAART: KaartFile,
    PLAN: PlanFile,
}


def read_text(text: str) -> None:
    """Read a text as YAML, as a policy and for remarks."""
    with in_time():
        parsed = yaml_file.parse(text, name="proef.yaml")
        yaml_file.load(parsed, KaartFile)
        read_policy(text, file="psoh.toml")
        remarks_in(text, file="proef.yaml", values=())
    assert parsed.root is not None or parsed.problems
    expect_alike(parsed)


def read_file(file: Spoiled) -> None:
    """Read a file of a dossier, and hold what a model made of it beside what stands there."""
    model = MODELS.get(file.name)
    text = file.data.decode("utf-8", "replace")
    if model is None:
        read_text(text)
        return
    with in_time():
        parsed = yaml_file.parse(text, name=file.name)
        value, problems = yaml_file.load(parsed, model)
    assert value is not None or problems
    expect_alike(parsed)
    if value is not None:
        assert list(changed_values(parsed.plain(), value)) == []


@given(loose_texts())
@few
def test_any_text_is_read_or_refused(text: str) -> None:
    read_text(text)


@given(spoiled_files())
@few
def test_a_spoiled_file_is_read_or_refused(file: Spoiled) -> None:
    read_file(file)


@pytest.mark.slow
@given(loose_texts())
@many(0.3)
def test_thousands_of_texts_are_read_or_refused(text: str) -> None:
    read_text(text)


@pytest.mark.slow
@given(st.binary(max_size=60))
@many(0.05)
def test_thousands_of_loose_bytes_are_read_or_refused(data: bytes) -> None:
    read_text(data.decode("utf-8", "surrogateescape"))
    read_text(data.decode("latin-1"))


@pytest.mark.slow
@given(spoiled_files())
@many(0.3)
def test_thousands_of_spoiled_files_are_read_or_refused(file: Spoiled) -> None:
    read_file(file)
