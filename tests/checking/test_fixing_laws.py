"""The law of mending: what was wrong is right, every other byte stays, and a second time nothing happens."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking.mending import Planted, planted
from tests.dossier.sample import FILES, TODAY, make_dossier

from psoh_cli.checking.fixing import propose
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.checking.saving import Fixed, save
from psoh_cli.files import yaml_file
from psoh_cli.problems.problem import Problem

KAART = "sociale-kaart.yaml"


def mended(kaart: bytes, *, folder: Path, unsafe: bool = False) -> tuple[bytes, Fixed]:
    """Put a kaart in a dossier that has a schema, and mend it."""
    make_dossier(folder)
    (folder / "schema").mkdir(exist_ok=True)
    (folder / "schema" / "sociale-kaart.schema.json").write_text("{}", encoding="utf-8")
    (folder / KAART).write_bytes(kaart)

    def look() -> object:
        return inspect_paths((folder,), as_of=TODAY)

    fixed = save(propose(look, unsafe=unsafe), look)  # type: ignore[arg-type]
    for name, text in FILES.items():
        assert name == KAART or (folder / name).read_bytes() == text.encode("utf-8")
    return (folder / KAART).read_bytes(), fixed


@pytest.mark.slow
@given(planted())
@settings(max_examples=150)
def test_a_mended_file_is_right_and_every_other_byte_is_unchanged(case: Planted) -> None:
    with tempfile.TemporaryDirectory() as folder:
        after, fixed = mended(case.wrong, folder=Path(folder))
    assert after == case.right
    assert len(fixed.mending.mended) == case.faults
    assert not [problem for problem in fixed.result.problems if problem.fix]


@given(planted())
@settings(max_examples=8)
def test_a_second_time_nothing_changes(case: Planted) -> None:
    with tempfile.TemporaryDirectory() as folder:
        once, _ = mended(case.wrong, folder=Path(folder))
        twice, fixed = mended(once, folder=Path(folder))
    assert twice == once
    assert fixed.written == ()


@pytest.mark.slow
@given(planted(), st.data())
@settings(max_examples=40)
def test_what_is_damaged_at_random_never_changes_beside_the_fix(case: Planted, choose: st.DataObject) -> None:
    """Cut or double some characters: whatever psoh then mends, the rest of the bytes stays."""
    text = case.wrong.decode("utf-8")
    start = choose.draw(st.integers(0, len(text)))
    end = choose.draw(st.integers(start, min(len(text), start + 12)))
    piece = choose.draw(st.sampled_from(["", " ", "\n", ":", "'", '"', "x", text[start:end] * 2]))
    broken = (text[:start] + piece + text[end:]).encode("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        after, fixed = mended(broken, folder=Path(folder), unsafe=choose.draw(st.booleans()))
    if fixed.mending.files:
        readable = yaml_file.parse(after.decode("utf-8"), name="na").root is not None
        assert readable or yaml_file.parse(broken.decode("utf-8"), name="voor").root is None
    assert sum(map(_is_error, fixed.result.problems)) <= sum(
        map(_is_error, fixed.mending.before.problems)
    ) or (fixed.mending.mended)
    if not fixed.mending.mended:
        assert after == broken


def _is_error(problem: Problem) -> bool:
    return problem.severity.value == "fout"


@pytest.mark.parametrize("code", ["YAML020", "YAML023", "YAML028", "YAML040", "KAART032"])
def test_every_kind_of_fault_is_planted(code: str) -> None:
    """Make sure that the law above is about something: each of these codes has a safe fix."""
    wrong = {
        "YAML020": FILES[KAART].replace("aanbod:", "anbod:"),
        "YAML023": FILES[KAART].replace("    aanbod:", "    tolkinzet: Op aanvraag\n    aanbod:"),
        "YAML028": FILES[KAART].replace("2026-09-01", "1 september 2026"),
        "YAML040": FILES[KAART],
        "KAART032": FILES[KAART].replace("talen: [nl]", "talen: [Arabisch]"),
    }[code]
    with tempfile.TemporaryDirectory() as folder:
        _, fixed = mended(wrong.encode("utf-8"), folder=Path(folder))
    assert code in {item.problem.code for item in fixed.mending.mended}
    assert fixed.result.problems == ()
